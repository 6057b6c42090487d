// What is said of a law or provision, for the tables of laws.

import { listed } from "../../shared/collections.js";
import { make } from "../../shared/elements.js";
import { itemLink } from "../page.js";
import { store } from "../store.js";
import { predicateWords, t } from "../words.js";
import { value } from "./sentence.js";

/** @import { Field } from "../data.js" */
/** @import { Line } from "../reading.js" */
/** @import { Cell } from "./sheet.js" */
/** @typedef {{ id: string, lines: Line[] }} Law A law or provision, and the lines that speak of it. */

const SAYS = ["title", "description", "punishes", "protects", "concerns", "cites"];
const LINKS = ["repeals", "amends", "commences", "ensuresImplementationOf"];
export const FROM = ["inForceFrom", "first_date_entry_in_force"];
export const UNTIL = ["inForceUntil", "date_no_longer_in_force"];

/**
 * The laws of which a line speaks, if it says anything of laws.
 * @param {Line} line
 */
export function lawsOf({ record, ends }) {
  const speaks = record.kind === "Penalty" || store.item(record.id)?.group === "law";
  return speaks ? [...ends].filter((id) => store.item(id)?.group === "law") : [];
}

/**
 * What it says, punishes and protects, and whom it concerns.
 * @param {string} id
 * @param {Line[]} lines
 * @returns {Cell}
 */
export function says(id, lines) {
  const own = fieldsOf(id, lines).filter(([property]) => SAYS.includes(property));
  return own.map((field) => make("p", "cell says", field[0] === "title" ? "" : `${predicateWords(field[0])} `, value(field)));
}

/**
 * Dates as stated, and those that follow for the law's articles, marked as inferred.
 * @param {string} id
 * @param {Line[]} lines
 * @param {string[]} properties
 * @returns {Cell}
 */
export function dates(id, lines, properties) {
  const stated = fieldsOf(id, lines).filter(([property]) => properties.includes(property)).map(([, text]) => text);
  const inferred = [...new Set(lines.map((line) => line.reading))].flatMap((reading) => reading.inferredAbout(id))
    .filter((one) => one.subject[1] === id && properties.includes(one.predicate)).map((one) => one.object[0]).filter((date) => !stated.includes(date));
  return listed([
    ...[...new Set(stated)].map((date) => make("span", "date", date)),
    ...[...new Set(inferred)].map((date) => make("span", "", t("inferred.date", { date }))),
  ]);
}

/**
 * What the law changes, and by what it is changed.
 * @param {string} id
 * @param {Line[]} lines
 * @returns {Cell}
 */
export function changeLines(id, lines) {
  const fields = lines.flatMap(({ record, fields: own }) => own.filter(([property]) => LINKS.includes(property)).map((field) => ({ record, field })));
  return fields.map(({ record, field }) => (record.id === id
    ? make("p", "cell", `${predicateWords(field[0])} `, value(field))
    : make("p", "cell", itemLink(record.id, record.label), ` ${predicateWords(field[0])} ${t("laws.this")}`)));
}

/**
 * @param {string} id
 * @param {Line[]} lines
 * @returns {Field[]}
 */
function fieldsOf(id, lines) {
  return lines.flatMap(({ record, fields }) => (record.id === id ? fields : []));
}
