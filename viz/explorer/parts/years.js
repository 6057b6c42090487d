// Figures over the years: what a member counts of the same in the same words in several reports, each year beside the next.

import { compare, group, listed } from "../../shared/collections.js";
import { make } from "../../shared/elements.js";
import { foreign } from "../page.js";
import { valuesOf } from "../reading.js";
import { columnWords, t } from "../words.js";
import { value } from "./sentence.js";
import { sheetTable } from "./sheet.js";
import { sentenceCell } from "./tables.js";

/** @import { Line } from "../reading.js" */
/** @import { Cell, Column } from "./sheet.js" */

const SAME = ["counted", "initiative", "kind", "unit", "place", "source"]; // what figures have in common that stand in one row
const SHOWN = ["counted", "initiative", "kind", "unit", "place"]; // of that the columns
const PRINTED = ["qualifier", "valueAsWritten", "outOf"];

/**
 * A row for each figure that a member gives in reports of several years, and why it is one; nothing where there is none.
 * @param {Line[]} lines of numbers
 */
export function yearParts(lines) {
  const rows = [...group(lines, figureOf).values()].filter((own) => new Set(own.map(yearOf)).size > 1);
  if (!rows.length) return [];
  const years = [...new Set(rows.flat().map(yearOf))].sort();
  const members = new Set(rows.map(([{ reading }]) => reading.report.member));
  const sorted = rows.sort(([one], [other]) => compare(one.reading.report.member, other.reading.report.member));
  const columns = [...(members.size > 1 ? [memberColumn()] : []), ...SHOWN.map(sharedColumn), ...years.map(yearColumn)];
  return [...sheetTable({ name: "years", title: t("table.years"), columns, rows: sorted }), make("p", "note", t("numbers.years"))];
}

/** @param {Line} line */
function yearOf({ reading }) {
  return reading.report.year;
}

/**
 * What figures of several years have in common: the member, the alliance, and the words that say what is counted.
 * @param {Line} line
 */
function figureOf({ reading, record }) {
  const { member, alliance } = reading.report;
  return JSON.stringify([member, alliance, record.kind, ...SAME.map((property) => valuesOf(record, property).map(([, text, id]) => id || text))]);
}

/** @returns {Column<Line[]>} */
function memberColumn() {
  return { title: t("filter.member"), cell: ([{ reading }]) => [foreign(reading.report.member)] };
}

/**
 * @param {string} property
 * @returns {Column<Line[]>}
 */
function sharedColumn(property) {
  return { title: columnWords(property), cell: ([{ record }]) => listed(valuesOf(record, property).map(value)) };
}

/**
 * @param {number} year
 * @returns {Column<Line[]>}
 */
function yearColumn(year) {
  return { title: String(year), cell: (lines) => lines.filter((line) => yearOf(line) === year).flatMap(figureCell) };
}

/**
 * A figure as it is printed, of when it is, and its sentence.
 * @param {Line} line
 * @returns {Cell}
 */
function figureCell(line) {
  const words = PRINTED.flatMap((property) => valuesOf(line.record, property).map((field) => (property === "outOf" ? t("years.outof", { n: field[1] }) : value(field))));
  const periods = valuesOf(line.record, "period").map(value);
  return [make("p", "cell", ...listed(words, " "), ...(periods.length ? [" (", ...listed(periods), ")"] : [])), ...sentenceCell([line])];
}
