// What the rows say of the chosen item, or of both ends of the chosen line, with the sentences that say so.

import { hashOf } from "../shared/address.js";
import { group } from "../shared/collections.js";
import { at, focusable, make } from "../shared/elements.js";
import { quoted } from "../shared/quoting.js";
import { data } from "./given.js";

/** @import { Link } from "../shared/diagram/diagram.js" */
/** @import { Fact } from "./answer.js" */

/** @type {[Link["basis"], string, string][]} */
const PARTS = [
  ["stated", "Stated in the report", ""],
  ["row", "In the answer, which gives no sentence for it", ""],
  ["inferred", "Inferred by rule", "No sentence says these; a rule draws them from sentences that do."],
];

/**
 * Shows what is said of these items; nothing where there are none.
 * @param {string[]} ids
 */
export function renderDetails(ids) {
  const facts = data.facts.filter(({ subject, object }) => ids.every((id) => id === subject || id === object));
  at("details").replaceChildren(...(ids.length ? [...headOf(ids), ...PARTS.flatMap((part) => partOf(part, facts))] : []));
}

/** @param {string[]} ids */
function headOf(ids) {
  if (ids.length > 1) return [focusable(make("h2", "", "What links the two")), ...ids.map((id) => make("p", "", itemLink(id)))];
  const { label, kind } = data.items[ids[0]];
  return [focusable(make("h2", "", label)), make("p", "note", kind)];
}

/**
 * @param {[Link["basis"], string, string]} part
 * @param {Fact[]} facts
 */
function partOf([basis, words, note], facts) {
  const cards = [...group(facts.filter((fact) => fact.basis === basis), placeOf)];
  if (!cards.length) return [];
  return [make("h3", "", words), note && make("p", "note", note), ...cards.map(([place, own]) => card(basis, place, own))];
}

/**
 * The place of the sentence that proves a fact; nothing where there is none.
 * @param {Fact} fact
 * @returns {number | undefined}
 */
function placeOf({ rows }) {
  return data.evidence.rows[rows[0]];
}

/**
 * @param {string} basis
 * @param {number | undefined} place
 * @param {Fact[]} facts
 */
function card(basis, place, facts) {
  return make("article", `card ${basis}`, ...facts.flatMap(factLines), ...(place === undefined ? [] : quotation(place)));
}

/** @param {Fact} fact */
function factLines({ subject, words, object, text, status, rule, more }) {
  const end = object ? itemLink(object) : text;
  return [
    make("p", "fact", itemLink(subject), ` ${words} `, end, status && " · ", status && make("span", "chip", status)),
    rule && make("p", "note", `Rule: ${rule}`),
    ...more.map((line) => make("p", "note", line)),
  ].filter(Boolean);
}

/** @param {number} place */
function quotation(place) {
  const { quote, report, section } = data.evidence.passages[place];
  const where = [report, section && `section ${section}`].filter(Boolean).join(", ");
  return [make("blockquote", "", quoted(quote)), make("p", "note", where)];
}

/** @param {string} id */
function itemLink(id) {
  const link = make("a", "", data.items[id].label);
  link.href = hashOf([id]);
  return link;
}
