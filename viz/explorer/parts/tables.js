// Tables of records: one row for each, with its sentences.

import { group, listed } from "../../shared/collections.js";
import { make, makeButton } from "../../shared/elements.js";
import { foreign, reportName } from "../page.js";
import { valuesOf } from "../reading.js";
import { store } from "../store.js";
import { columnWords, t } from "../words.js";
import { quotation } from "./cards.js";
import { reference } from "./citing.js";
import { saying, withRole } from "./sheet.js";
import { statusChip, value } from "./sentence.js";

/** @import { TableRule } from "../data.js" */
/** @import { Line, Proof, Reading } from "../reading.js" */
/** @import { Cell, Column, Sheet } from "./sheet.js" */

/**
 * The records of the kinds of a rule as a table.
 * @param {TableRule} rule
 * @param {Line[]} lines
 * @returns {Sheet<Line>}
 */
export function recordSheet(rule, lines) {
  /** @type {Column<Line>[]} */
  const columns = rule.columns.map((name) => ({ title: columnWords(name), cell: (line) => cellOf(line, name) }));
  return {
    name: rule.id,
    title: t(`table.${rule.id}`),
    columns: [...columns, ...reportColumn((/** @type {Line} */ line) => [line]), sentenceColumn((line) => [line])],
    rows: rowsOf(rule, lines),
  };
}

/**
 * The lines that stand in the table of a rule.
 * @param {TableRule} rule
 * @param {Line[]} lines
 */
export function rowsOf(rule, lines) {
  return lines.filter(({ record }) => rule.kinds.includes(record.kind) && !record.id);
}

/**
 * @param {Line} line
 * @param {string} column
 * @returns {Cell}
 */
export function cellOf({ record }, column) {
  if (column === "label") return [foreign(record.label, record.lang)];
  if (column === "status") return record.status ? statusChip(record.status).slice(1) : [];
  return listed(valuesOf(record, column).map(value));
}

/**
 * The column with the sentences of a row.
 * @template Row
 * @param {(row: Row) => Proof[]} linesOf
 * @returns {Column<Row>}
 */
export function sentenceColumn(linesOf) {
  return { title: t("column.sentence"), cell: (row) => sentenceCell(linesOf(row)) };
}

/**
 * The column with the reports of a row, where there are several reports.
 * @template Row
 * @param {(row: Row) => Proof[]} linesOf
 * @returns {Column<Row>[]}
 */
export function reportColumn(linesOf) {
  if (store.core.reports.length < 2) return [];
  return [{ title: t("column.report"), cell: (row) => listed([...new Set(linesOf(row).map(({ reading }) => reading.report))].map(reportName)) }];
}

/**
 * A button for each place where lines have their sentences; it opens the sentences below.
 * @param {Proof[]} lines
 * @returns {Cell}
 */
export function sentenceCell(lines) {
  const proofs = lines.flatMap((line) => line.passages.map((number) => ({ line, number })));
  const byPlace = group(proofs, ({ line, number }) => placeWords(line.reading, number));
  return [...byPlace].map(([words, own]) => {
    const unique = [...group(own, ({ line, number }) => `${line.reading.report.id} ${number}`).values()];
    const button = proofButton(words, () => unique.map((told) => quotation(told[0].line.reading, told[0].number, told.map(({ line }) => line))));
    saying(button, () => unique.map(([{ line, number }]) => reference(line.reading, number)).join(" "));
    return button;
  });
}

/**
 * Where a passage stands, as short as it may be: the report is named where there are several.
 * @param {Reading} reading
 * @param {number} number
 */
function placeWords(reading, number) {
  const { section, page } = reading.passage(number);
  const report = store.core.reports.length > 1 ? reading.report.label : "";
  return [report, section || t("column.sentence"), page && t("page", { page })].filter(Boolean).join(", ");
}

/**
 * A button that opens and closes sentences: in a row of their own below that of the button, or else behind it.
 * @param {string} words
 * @param {() => Node[]} partsOf
 */
function proofButton(words, partsOf) {
  /** @type {HTMLElement | undefined} */
  let opened;
  const button = makeButton("proof", words, () => {
    if (opened) opened = void opened.remove();
    else opened = inserted(button, partsOf());
    button.setAttribute("aria-expanded", String(Boolean(opened)));
  });
  button.setAttribute("aria-expanded", "false");
  button.setAttribute("aria-label", t("sentence.open", { place: words }));
  return button;
}

/**
 * @param {HTMLElement} button
 * @param {Node[]} parts
 * @returns {HTMLElement}
 */
function inserted(button, parts) {
  const row = button.closest("tr");
  const cell = make(row ? "td" : "div", "proofs", ...parts);
  if (row) cell.setAttribute("colspan", String(row.cells.length));
  const found = row ? withRole(make("tr", "proofs", withRole(cell, "cell")), "row") : cell;
  (row ?? button).after(found);
  return found;
}
