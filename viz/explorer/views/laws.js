// Laws: what each provision punishes or protects, with which penalty, from when and until when, before and after.

import { group, listed } from "../../shared/collections.js";
import { make } from "../../shared/elements.js";
import { reportColumn, sentenceColumn } from "../parts/tables.js";
import { sheetTable } from "../parts/sheet.js";
import { value } from "../parts/sentence.js";
import { filterBar } from "../filters.js";
import { itemLink } from "../page.js";
import { valuesOf } from "../reading.js";
import { store } from "../store.js";
import { predicateWords, t } from "../words.js";

/** @import { Field } from "../data.js" */
/** @import { Line, Reading } from "../reading.js" */
/** @import { Cell, Column, Sheet } from "../parts/sheet.js" */
/** @typedef {{ id: string, lines: Line[] }} Law A law or provision, and the lines that speak of it. */

const SAYS = ["title", "description", "punishes", "protects", "concerns", "cites"];
const LINKS = ["repeals", "amends", "commences", "ensuresImplementationOf"];
const FROM = ["inForceFrom", "first_date_entry_in_force"];
const UNTIL = ["inForceUntil", "date_no_longer_in_force"];

/** @param {Reading[]} readings */
export function lawView(readings) {
  const all = readings.flatMap((reading) => reading.lines);
  const tables = sheetTable(lawSheet(all));
  return { title: t("view.laws"), parts: [make("p", "", t("laws.intro")), filterBar(["member", "year"], all), ...(tables.length ? tables : [make("p", "note", t("nothing.laws"))])] };
}

/**
 * The laws and provisions of which lines speak: those that are out of force first, then those in force, then the others.
 * @param {Line[]} lines
 * @param {string} only the one law that is wanted; empty for all
 * @returns {Sheet<Law>}
 */
export function lawSheet(lines, only = "") {
  const own = lines.flatMap((line) => lawsOf(line).map((id) => ({ id, line })));
  const byLaw = [...group(own, ({ id }) => id)].filter(([id]) => !only || id === only);
  const kept = byLaw.map(([id, found]) => ({ id, lines: found.map(({ line }) => line) })).filter(({ id, lines: told }) => isTold(id, told));
  const ordered = kept.map((law) => ({ law, period: period(law.id, law.lines) })).sort((one, other) => one.period - other.period);
  return { name: "laws", title: t("table.laws"), columns: columns(), rows: ordered.map(({ law }) => law) };
}

/**
 * Whether anything but its name is said of a law.
 * @param {string} id
 * @param {Line[]} lines
 */
function isTold(id, lines) {
  return [says(id, lines), penalties(lines), dates(id, lines, [...FROM, ...UNTIL]), changes(id, lines)].some((cell) => cell.length);
}

/** @param {Line} line */
function lawsOf({ record, ends }) {
  const speaks = record.kind === "Penalty" || store.item(record.id)?.group === "law";
  return speaks ? [...ends].filter((id) => store.item(id)?.group === "law") : [];
}

/** @returns {Column<Law>[]} */
function columns() {
  return [
    { title: t("column.provision"), cell: ({ id }) => [itemLink(id)] },
    { title: t("column.says"), cell: ({ id, lines }) => says(id, lines) },
    { title: t("column.penalty"), cell: ({ lines }) => penalties(lines) },
    { title: t("column.from"), cell: ({ id, lines }) => dates(id, lines, FROM) },
    { title: t("column.until"), cell: ({ id, lines }) => dates(id, lines, UNTIL) },
    { title: t("column.changes"), cell: ({ id, lines }) => changes(id, lines) },
    ...reportColumn((/** @type {Law} */ { lines }) => lines),
    sentenceColumn(({ lines }) => lines.filter((line) => !line.minor)),
  ];
}

/**
 * Out of force before in force before what has no date.
 * @param {string} id
 * @param {Line[]} lines
 */
function period(id, lines) {
  if (dates(id, lines, UNTIL).length) return 0;
  return dates(id, lines, FROM).length ? 1 : 2;
}

/**
 * @param {string} id
 * @param {Line[]} lines
 * @returns {Cell}
 */
function says(id, lines) {
  const own = fieldsOf(id, lines).filter(([property]) => SAYS.includes(property));
  return own.map((field) => make("p", "cell says", field[0] === "title" ? "" : `${predicateWords(field[0])} `, value(field)));
}

/**
 * @param {Line[]} lines
 * @returns {Cell}
 */
function penalties(lines) {
  const own = lines.filter(({ record }) => record.kind === "Penalty");
  return own.map(({ record }) => make("p", "cell", ["penaltyAsWritten", "alternativePenalty", "additionalPenalty"].flatMap((property) => valuesOf(record, property).map(([, text]) => text)).join("; ")));
}

/**
 * Dates as stated, and those that follow for the law's articles, marked as inferred.
 * @param {string} id
 * @param {Line[]} lines
 * @param {string[]} properties
 * @returns {Cell}
 */
function dates(id, lines, properties) {
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
function changes(id, lines) {
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
