// A table that can be copied, and saved as CSV and as a workbook; of many rows the first are shown at once.

import { make, makeButton } from "../../shared/elements.js";
import { page, spoken } from "../page.js";
import { store } from "../store.js";
import { t } from "../words.js";
import { copyButton } from "./copying.js";
import { csv, saveButton } from "./saving.js";
import { workbook } from "./workbook.js";

/** @import { Alliance } from "../data.js" */

const [FIRST, FEWER] = [30, 20]; // rows that are shown at once; the latter of an alliance, whose views have many long tables
const MANY = 10; // reports beyond which it is fewer
const [AROUND, ROW] = [6, 3]; // rem: about how high the title and tools are, and a row, until the browser has laid them out

/** What stands for an element in a file, where that is not its text. @type {WeakMap<Node, () => string>} */
const SAID = new WeakMap();

/** @typedef {(Node | string)[]} Cell What stands in a cell. */
/**
 * @template Row
 * @typedef {{ title: string, cell: (row: Row) => Cell, isSaved?: boolean, lang?: string }} Column One that is saved is in files, and not shown; the language is
 * that of a title which is not the page's own.
 */
/**
 * @template Row
 * @typedef {{ name: string, title: string, caption?: Cell, columns: Column<Row>[], rows: Row[] }} Sheet The name is that of the file; the caption is the
 * title where names in it say their language.
 */

/**
 * Has a text stand for an element in files; it is made when a file is.
 * @param {Node} element
 * @param {() => string} wordsOf
 */
export function saying(element, wordsOf) {
  SAID.set(element, wordsOf);
}

/**
 * The table under its title, without empty columns, with what can be done with it; nothing where it has no rows.
 * @template Row
 * @param {Sheet<Row>} sheet
 */
export function sheetTable(sheet) {
  const { title, caption, rows } = sheet;
  const name = [page.place.id.replaceAll("/", "-"), sheet.name].filter(Boolean).join("-");
  if (!rows.length) return [];
  const isFilled = (/** @type {Column<Row>} */ { cell }) => rows.some((row) => cell(row).some((part) => part !== ""));
  const shown = sheet.columns.filter((column) => !column.isSaved && isFilled(column));
  const table = plainTable({ name: sheet.name, title, caption, columns: shown, rows });
  const texts = () => {
    const columns = sheet.columns.filter((column) => shown.includes(column) || (column.isSaved && isFilled(column)));
    return [columns.map((column) => column.title), ...rows.map((row) => columns.map(({ cell }) => textOf(cell(row))))];
  };
  const tools = make(
    "p", "tools",
    ...allProofs(table),
    copyButton(t("copy.table"), () => texts().map((row) => row.join("\t")).join("\n")),
    saveButton("CSV", `${name}.csv`, () => new Blob([csv(texts())], { type: "text/csv" })),
    saveButton("XLSX", `${name}.xlsx`, () => workbook(title, texts())),
  );
  const whole = make("div", "sheet", table, tools);
  whole.style.containIntrinsicBlockSize = `auto ${AROUND + ROW * Math.min(rows.length, rowsAtOnce())}rem`;
  return [whole];
}

/**
 * The table of one alliance, which says of which it is where there are several.
 * @template Row
 * @param {Alliance} alliance
 * @param {Sheet<Row>} sheet
 * @returns {Sheet<Row>}
 */
export function ofAlliance({ id, short }, sheet) {
  return store.isMerged ? { ...sheet, name: `${sheet.name}-${id}`, title: `${sheet.title}: ${short}` } : sheet;
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
 * @template Row
 * @param {Sheet<Row>} sheet
 */
export function plainTable({ name, title, caption, columns, rows }) {
  const heads = columns.map(({ title: words, lang }) => scoped(spoken(make("th", "", words), lang ?? document.documentElement.lang), "col"));
  const body = withRole(make("tbody", "", ...rows.slice(0, rowsAtOnce()).map((row) => line(columns, row))), "rowgroup");
  const head = withRole(make("thead", "", withRole(make("tr", "", ...heads), "row")), "rowgroup");
  const table = withRole(make("table", "", make("caption", "", ...(caption ?? [title])), head, body), "table");
  const frame = make("div", "frame", table);
  frame.tabIndex = 0;
  frame.setAttribute("role", "region");
  frame.setAttribute("aria-label", title);
  frame.dataset.part = name;
  if (rows.length > rowsAtOnce()) frame.append(moreButton(rows.length, () => body.append(...rows.slice(rowsAtOnce()).map((row) => line(columns, row)))));
  return frame;
}

/**
 * @template Row
 * @param {Column<Row>[]} columns
 * @param {Row} row
 */
function line(columns, row) {
  const cells = columns.map(({ title, cell }, index) => (index ? labelled(make("td", "", ...cell(row)), title) : scoped(make("th", "", ...cell(row)), "row")));
  return withRole(make("tr", "", ...cells), "row");
}

/**
 * A cell with the title of its column, which stands beside it on a phone.
 * @param {HTMLTableCellElement} cell
 * @param {string} title
 */
function labelled(cell, title) {
  cell.dataset.label = title;
  return withRole(cell, "cell");
}

/**
 * An element that keeps its part in a table where it is not laid out as one.
 * @template {HTMLElement} Found
 * @param {Found} element
 * @param {string} role
 */
export function withRole(element, role) {
  element.setAttribute("role", role);
  return element;
}

/** How many rows are shown at once. */
function rowsAtOnce() {
  return store.core.reports.length > MANY ? FEWER : FIRST;
}

/**
 * A button that shows the other rows, and goes.
 * @param {number} count
 * @param {() => void} show
 */
function moreButton(count, show) {
  const button = makeButton("copy", t("sheet.more", { first: rowsAtOnce(), n: count }), () => {
    button.remove();
    show();
  });
  return button;
}

/**
 * @param {HTMLTableCellElement} cell
 * @param {string} scope
 */
function scoped(cell, scope) {
  cell.setAttribute("scope", scope);
  return withRole(cell, scope === "col" ? "columnheader" : "rowheader");
}

/** @param {Cell} cell */
function textOf(cell) {
  const text = cell.map((part) => (typeof part === "string" ? part : textOfNode(part))).join("");
  return text.replace(/\s+/g, " ").replace(/; $/, "").trim();
}

/**
 * What stands for an element in a file; its text where it says nothing else.
 * @param {Node} node
 */
function textOfNode(node) {
  if (!(node instanceof HTMLElement)) return node.textContent ?? "";
  const text = SAID.get(node);
  if (text) return text();
  const entries = [...node.children].filter((child) => child.matches("li, p")).map((child) => child.textContent);
  return entries.length ? entries.join("; ") : `${node.textContent}${node.matches("p") ? "; " : ""}`;
}
