// A table that can be copied, and saved as CSV and as a workbook.

import { make, makeButton } from "../../shared/elements.js";
import { t } from "../words.js";
import { copyButton } from "./copying.js";
import { csv, saveButton } from "./saving.js";
import { workbook } from "./workbook.js";

/** @typedef {(Node | string)[]} Cell What stands in a cell. */
/** @typedef {{ name: string, title: string, columns: string[], rows: Cell[][] }} Sheet The name is that of the file. */

/**
 * The sheet without the columns that are empty in all rows.
 * @param {Sheet} sheet
 * @returns {Sheet}
 */
export function withoutEmpty({ name, title, columns, rows }) {
  const kept = columns.map((_, index) => rows.some((row) => row[index].some((part) => part !== "")));
  return { name, title, columns: columns.filter((_, index) => kept[index]), rows: rows.map((row) => row.filter((_, index) => kept[index])) };
}

/**
 * The table under its title, with what can be done with it; nothing where it has no rows.
 * @param {Sheet} sheet
 */
export function sheetTable(sheet) {
  if (!sheet.rows.length) return [];
  const texts = () => [sheet.columns, ...sheet.rows.map((row) => row.map(textOf))];
  const table = plainTable(sheet);
  const tools = make(
    "p", "tools",
    ...allProofs(table),
    copyButton(t("copy.table"), () => texts().map((row) => row.join("\t")).join("\n")),
    saveButton("CSV", `${sheet.name}.csv`, () => new Blob([csv(texts())], { type: "text/csv" })),
    saveButton("XLSX", `${sheet.name}.xlsx`, () => workbook(sheet.title, texts())),
  );
  return [make("div", "sheet", table, tools)];
}

/**
 * A button that opens all sentences of a table, for reading and for paper.
 * @param {HTMLElement} table
 */
function allProofs(table) {
  const closed = () => [.../** @type {NodeListOf<HTMLElement>} */ (table.querySelectorAll('button.proof[aria-expanded="false"]'))];
  return closed().length ? [makeButton("copy", t("sentence.all"), () => closed().forEach((button) => button.click()))] : [];
}

/**
 * The table alone; it can be scrolled sideways by the keyboard.
 * @param {Sheet} sheet
 */
export function plainTable({ title, columns, rows }) {
  const head = make("tr", "", ...columns.map((column) => scoped(make("th", "", column), "col")));
  const body = rows.map((row) => make("tr", "", ...row.map((cell, index) => (index ? make("td", "", ...cell) : scoped(make("th", "", ...cell), "row")))));
  const table = make("table", "", make("caption", "", title), make("thead", "", head), make("tbody", "", ...body));
  const frame = make("div", "frame", table);
  frame.tabIndex = 0;
  frame.setAttribute("role", "region");
  frame.setAttribute("aria-label", title);
  return frame;
}

/**
 * @param {HTMLTableCellElement} cell
 * @param {string} scope
 */
function scoped(cell, scope) {
  cell.setAttribute("scope", scope);
  return cell;
}

/** @param {Cell} cell */
function textOf(cell) {
  return cell.map((part) => (typeof part === "string" ? part : textOfNode(part))).join("").replace(/\s+/g, " ").replace(/; $/, "").trim();
}

/**
 * What stands for an element in a file; its text where it says nothing else.
 * @param {Node} node
 */
function textOfNode(node) {
  if (!(node instanceof HTMLElement)) return node.textContent ?? "";
  if (node.dataset.text) return node.dataset.text;
  const entries = [...node.children].filter((child) => child.matches("li, p")).map((child) => child.textContent);
  return entries.length ? entries.join("; ") : `${node.textContent}${node.matches("p") ? "; " : ""}`;
}
