// Figures over time: what a member counts of the same thing in the same words for several periods, in the order of time.

import { compare, group, listed } from "../../shared/collections.js";
import { make } from "../../shared/elements.js";
import { foreign } from "../page.js";
import { valuesOf } from "../reading.js";
import { columnWords, periodWords, t } from "../words.js";
import { value } from "./sentence.js";
import { sheetTable } from "./sheet.js";
import { sentenceCell } from "./tables.js";

/** @import { Line } from "../reading.js" */
/** @import { Column } from "./sheet.js" */

const SAME = ["counted", "initiative", "kind", "unit", "place", "source"]; // what figures of one row have in common

/**
 * A row for each figure that a member gives for several periods, in one report or in several; nothing where there is none.
 * @param {Line[]} lines of numbers
 */
export function periodParts(lines) {
  const rows = [...group(lines.filter(periodOf), figureOf).values()].filter((own) => new Set(own.map(periodOf)).size > 1);
  if (!rows.length) return [];
  const members = new Set(rows.map(([{ reading }]) => reading.report.member));
  const sorted = rows.sort(([one], [other]) => compare(one.reading.report.member, other.reading.report.member));
  const columns = [...(members.size > 1 ? [memberColumn()] : []), ...SAME.map(sharedColumn), figuresColumn()];
  return [...sheetTable({ name: "periods", title: t("table.periods"), columns, rows: sorted }), make("p", "note", t("numbers.periods"))];
}

/**
 * The period of a figure, as an ISO interval; empty where none is given.
 * @param {Line} line
 */
function periodOf({ record }) {
  return valuesOf(record, "period")[0]?.[1] ?? "";
}

/**
 * What figures of several periods have in common: the member, the alliance, and the words that say what is counted.
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

/** @returns {Column<Line[]>} */
function figuresColumn() {
  return { title: t("column.figures"), cell: (lines) => [...lines].sort((one, other) => compare(periodOf(one), periodOf(other))).map(figure) };
}

/**
 * A figure as it is printed, with its period and its sentence.
 * @param {Line} line
 */
function figure(line) {
  const printed = ["qualifier", "valueAsWritten"].flatMap((property) => valuesOf(line.record, property).map(value));
  const outOf = valuesOf(line.record, "outOf").map(([, text]) => t("numbers.outof", { n: text }));
  return make("p", "cell", periodWords(periodOf(line)), ": ", ...listed([...printed, ...outOf, ...sentenceCell([line])], " "));
}
