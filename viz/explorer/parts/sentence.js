// A fact as one line: who, what, whom, with which status.

import { group, listed } from "../../shared/collections.js";
import { make } from "../../shared/elements.js";
import { marksAround } from "../../shared/quoting.js";
import { foreign, itemLink } from "../page.js";
import { store } from "../store.js";
import { columnWords, conceptWords, durationWords, periodWords, predicateWords, sentenceParts, statusWords, t } from "../words.js";

/** @import { Field, Inferred, Named } from "../data.js" */
/** @import { Line } from "../reading.js" */

const PERIODS = new Set(["period", "reportedBefore"]);
const MONTHS = new Set(["minimumMonths", "maximumMonths"]);
const SILENT = new Set(["type", "title", "status", "label"]); // what the line says in another way

/**
 * The line with links to the items of which it speaks.
 * @param {Line} line
 */
export function sentence(line) {
  const words = line.record.id ? ofItem(line) : ofRecord(line);
  return make("div", line.minor ? "fact minor" : "fact", ...words, ...statusChip(line.record.status));
}

/** @param {Line} line */
function ofItem({ record, fields: [field] }) {
  return [itemLink(record.id, record.label), ` ${predicateWords(field[0])} `, value(field)];
}

/** @param {Line} line */
function ofRecord({ record, fields }) {
  const byName = group(fields, ([property]) => property);
  const parts = sentenceParts(record.kind);
  const told = new Set(parts.flatMap((part) => [...part.matchAll(/\{(\w+)/g)].map(([, name]) => name)));
  const line = parts.map((part) => filled(part, record, byName)).filter((part) => part.length);
  const more = [...byName].filter(([name]) => !told.has(name) && !SILENT.has(name)).map(([name, own]) => rest(name, own));
  return [...spaced(line), ...more];
}

/**
 * A part with its properties put in; nothing where one is missing that has no words of its own for that.
 * @param {string} part
 * @param {Line["record"]} record
 * @param {Map<string, Field[]>} byName
 */
function filled(part, record, byName) {
  const pieces = part.split(/(\{[^}]+\})/).filter(Boolean).map((piece) => (piece.startsWith("{") ? slot(piece.slice(1, -1), record, byName) : [piece]));
  return pieces.some((piece) => !piece.length) ? [] : inMarks(pieces.flat());
}

/**
 * The words, where they stand in quotation marks in such as leave their own as they are.
 * @param {(Node | string)[]} words
 */
function inMarks(words) {
  if (words[0] !== "“") return words;
  const inner = words.slice(1, -1);
  const [start, end] = marksAround(inner.map((word) => (typeof word === "string" ? word : word.textContent)).join(""));
  return [start, ...inner, end];
}

/**
 * @param {string} name with words for "missing" after a bar
 * @param {Line["record"]} record
 * @param {Map<string, Field[]>} byName
 * @returns {(Node | string)[]}
 */
function slot(name, record, byName) {
  const [property, missing = ""] = name.split("|");
  if (property === "label") return [foreign(record.label, record.lang)];
  const own = byName.get(property);
  return own ? listed(own.map(value)) : [missing].filter(Boolean);
}

/**
 * The parts with a space between each two, but before a comma or colon.
 * @param {(Node | string)[][]} parts
 */
function spaced(parts) {
  return parts.flatMap((part, index) => (index && !/^\s*[,:]/.test(String(part[0])) ? [" ", ...part] : part));
}

/**
 * @param {string} name
 * @param {Field[]} fields
 */
function rest(name, fields) {
  return make("span", "more", t("card.more", { name: columnWords(name).replace(/\s*:$/, "") }), ...listed(fields.map(value)));
}

/** @param {Field} field */
export function value([property, text, id, , lang = document.documentElement.lang]) {
  if (MONTHS.has(property)) return make("span", "", durationWords(Number(text)));
  return PERIODS.has(property) ? periodOf(text) : conceptWords(property, text) ?? itemLink(id, text, lang);
}

/**
 * A period in words, of which no date is broken at the end of a line.
 * @param {string} text
 */
export function periodOf(text) {
  return make("span", "", ...periodWords(text).split(/(\s+)/).map((word) => (/^\d+-/.test(word) ? make("span", "date", word) : word)));
}

/** @param {string} status */
export function statusChip(status) {
  return status ? [" ", make("span", `chip ${store.core.statuses[status]?.line ?? ""}`, statusWords(status))] : [];
}

/** @param {Inferred} inferred */
export function inferredSentence({ subject, predicate, object }) {
  const [one, other] = [subject, object].map((/** @type {Named} */ [label, id]) => itemLink(id, label));
  return make("div", "fact", one, ` ${predicateWords(predicate)} `, other);
}
