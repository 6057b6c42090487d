// The answer as a table: its columns can be hidden, its rows narrowed, and a long one is shown piece by piece.

import { plural } from "../shared/collections.js";
import { at, field, make, makeButton } from "../shared/elements.js";
import { describing } from "./described.js";
import { chooseNothing, choosingColumns, forgetValues, isChosen, offerValues, renderCounts, valuesOf } from "./facets.js";
import { data } from "./given.js";
import { kindOf, partsOf } from "./layout.js";
import { folded } from "./matching.js";
import { called, learnNames, nameOf } from "./names.js";
import { readable } from "./terms.js";

/** @import { Answer, Row, Term } from "./console.js" */
/** @typedef {{ short: string[], long: string[], titles: Record<string, string> }} Shape */

const PIECE = 250; // rows
/** What the cells of a row say, for the search. @type {WeakMap<Row, string>} */
const texts = new WeakMap();
/** What is shown. @type {{ answer: Answer, shape: Shape } | null} */
let shown = null;
let turn = 0;

/**
 * @param {Answer} answer
 * @param {string[]} hidden columns that the reader does not want to see
 */
export async function renderTable(answer, hidden) {
  const { short, long, empty } = partsOf(answer);
  const isSeen = (/** @type {string} */ column) => !hidden.includes(column);
  if (shown?.answer !== answer) forgetNarrowing();
  shown = { answer, shape: { short: short.filter(isSeen), long: long.filter(isSeen), titles: answer.titles } };
  at("empty").textContent = empty.length ? `Empty in all rows: ${empty.map((column) => answer.titles[column]).join(", ")}.` : "";
  renderChooser([...short, ...long], hidden, answer.titles);
  at("as-iris").hidden = !answer.rows.some((row) => Object.values(row).some((term) => term?.type === "uri"));
  at("facets").hidden = !valuesOf(answer.rows, short).size;
  await renderRows();
}

/** Shows the rows in which the text of the field stands, and that have the chosen values. */
export async function renderRows() {
  if (!shown) return;
  const { answer, shape } = shown;
  const own = turn += 1;
  const sought = folded(field("narrow").value.trim());
  if (sought) await learnNames(answer.rows);
  const found = sought ? answer.rows.filter((row) => textOf(row).includes(sought)) : answer.rows;
  const rows = found.filter((row) => isChosen(row));
  await learnNames(rows.slice(0, PIECE));
  if (own !== turn) return;
  renderCounts(found);
  const head = make("thead", "", make("tr", "", ...shape.short.map((column) => heading(column, shape.titles[column]))));
  const table = make("table", "", make("caption", "", "The answer"), head);
  at("rows").replaceChildren(table);
  at("rows").scrollTo(0, 0);
  at("narrowed").textContent = rows.length < answer.rows.length ? narrowedWords(rows.length, answer) : "";
  at("all-rows").hidden = rows.length === answer.rows.length;
  addRows(table, shape, rows);
}

/**
 * How many rows are shown, and by which columns they are chosen.
 * @param {number} count
 * @param {Answer} answer
 */
function narrowedWords(count, { rows, titles }) {
  const columns = choosingColumns().map((column) => titles[column]).join(", ");
  return `${count} of ${plural(rows.length, "row")}${columns && `, chosen by ${columns}`}; files have all`;
}

/** Shows all rows: no text is looked for, and no value chosen. */
export async function showAllRows() {
  field("narrow").value = "";
  chooseNothing();
  field("narrow").focus();
  await renderRows();
}

/** Offers the values of the columns, once the reader wants them. */
export async function renderValues() {
  if (!shown || !facets().open || at("values").childElementCount) return;
  const { answer } = shown;
  const values = valuesOf(answer.rows, partsOf(answer).short);
  await learnNames([...values.values()].flat().map(({ term }) => ({ term })));
  if (shown?.answer !== answer) return;
  at("counted").textContent = `Rows ${answer.cut ? "shown here, of more, " : ""}with each value, in the order of the values. What is counted is reporting.`;
  offerValues(values, answer.titles, called, () => void renderRows());
  await renderRows();
}

/** Offers the values anew, because things are called otherwise; those that are chosen stay so. */
export async function renameValues() {
  at("values").replaceChildren();
  await renderValues();
}

function forgetNarrowing() {
  field("narrow").value = "";
  facets().open = false;
  forgetValues();
}

function facets() {
  return /** @type {HTMLDetailsElement} */ (at("facets"));
}

/** The columns that are not checked. */
export function hiddenColumns() {
  return [...at("columns-shown").querySelectorAll("input")].filter(({ checked }) => !checked).map(({ value }) => value);
}

/**
 * @param {string[]} columns
 * @param {string[]} hidden
 * @param {Record<string, string>} titles
 */
function renderChooser(columns, hidden, titles) {
  const seen = columns.filter((column) => !hidden.includes(column));
  at("chooser-words").textContent = `Columns: ${seen.length} of ${columns.length}`;
  at("columns-shown").replaceChildren(make("legend", "", "Columns that are shown"), ...columns.map((column) => {
    const box = make("input", "");
    [box.type, box.value, box.checked] = ["checkbox", column, seen.includes(column)];
    box.disabled = box.checked && seen.length === 1;
    return make("label", "", box, ` ${titles[column]}`);
  }));
}

/** @param {Row} row */
function textOf(row) {
  const known = texts.get(row) ?? folded(Object.values(row).flatMap((found) => (found ? [nameOf(found), readable(found, data.prefixes)] : [])).join("\n"));
  texts.set(row, known);
  return known;
}

/**
 * The title of a column; pointing at it tells the variable.
 * @param {string} column
 * @param {string} title
 */
function heading(column, title) {
  const first = shown?.answer.rows.find((row) => row[column])?.[column];
  const named = make("th", first && kindOf(first, "") === "number" ? "number" : "", title);
  named.scope = "col";
  named.title = `?${column}`;
  return named;
}

/**
 * @param {HTMLTableElement} table
 * @param {Shape} shape
 * @param {Row[]} rows
 */
function addRows(table, shape, rows) {
  table.append(...rows.slice(0, PIECE).map((row) => record(row, shape)));
  const rest = rows.slice(PIECE);
  if (!rest.length) return;
  const more = makeButton("more act", `Show ${Math.min(PIECE, rest.length)} more of ${plural(rest.length, "row")}`, () => {
    void learnNames(rest.slice(0, PIECE)).then(() => {
      more.remove();
      addRows(table, shape, rest);
    });
  });
  at("rows").append(more);
}

/**
 * A row; each long text has a line of its own below it.
 * @param {Row} row
 * @param {Shape} shape
 */
function record(row, { short, long, titles }) {
  const sentences = long.flatMap((column) => sentence(titles[column], row[column], short.length));
  return make("tbody", "", make("tr", "", ...short.map((column) => cell(row[column]))), ...sentences);
}

/**
 * @param {string} title
 * @param {Term | undefined} found
 * @param {number} breadth
 */
function sentence(title, found, breadth) {
  if (!found) return [];
  const block = make("div", "sentence", make("span", "note", `${title}: `), readable(found, data.prefixes));
  if (found["xml:lang"]) block.lang = found["xml:lang"];
  const wide = make("td", "", block);
  wide.colSpan = breadth;
  return [make("tr", "", wide)];
}

/** @param {Term | undefined} found */
function cell(found) {
  if (!found) return make("td", "");
  if (found.type === "uri") return make("td", kindOf(found, called(found)), describing(found));
  const text = readable(found, data.prefixes);
  const element = make("td", kindOf(found, text), text);
  if (found["xml:lang"]) element.lang = found["xml:lang"];
  return element;
}
