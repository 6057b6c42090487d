// Which values the columns of an answer have, each with its number of rows: those that are chosen narrow the table.

import { compare, group } from "../shared/collections.js";
import { at, make } from "../shared/elements.js";

/** @import { Row, Term } from "./console.js" */
/** @typedef {{ column: string, value: string, term: Term | undefined }} Value */

const MOST = 30; // values of a column that are offered
const state = {
  /** The values that are chosen, by column. @type {Map<string, Set<string>>} */
  chosen: new Map(),
  /** What is offered, each with the element that has its number of rows. @type {(Value & { count: HTMLElement })[]} */
  offered: [],
};

/**
 * The columns of which some value stands in several rows, and that have few values, with these, an empty one too.
 * @param {Row[]} rows
 * @param {string[]} columns
 * @returns {Map<string, Value[]>}
 */
export function valuesOf(rows, columns) {
  const values = columns.map((column) => /** @type {const} */ ([column, [...group(rows, (row) => valueIn(row, column))]]));
  const offered = values.filter(([, { length }]) => length > 1 && length <= MOST && length < rows.length);
  return new Map(offered.map(([column, found]) => [column, found.map(([value, [row]]) => ({ column, value, term: row[column] }))]));
}

/**
 * Whether a row has a chosen value in each column of which some are chosen.
 * @param {Row} row
 * @param {Map<string, Set<string>>} chosen
 */
export function isChosen(row, chosen = state.chosen) {
  return [...chosen].every(([column, values]) => !values.size || values.has(valueIn(row, column)));
}

/** The columns of which some values are chosen, those that are hidden, too. */
export function choosingColumns() {
  return [...state.chosen].filter(([, values]) => values.size).map(([column]) => column);
}

/** Chooses nothing, of all that is offered. */
export function chooseNothing() {
  for (const values of state.chosen.values()) values.clear();
  for (const made of at("values").querySelectorAll("input")) made.checked = false;
}

/** Chooses nothing, and offers nothing. */
export function forgetValues() {
  state.chosen.clear();
  state.offered = [];
  at("values").replaceChildren();
}

/**
 * Offers the values of columns, in the order of their words.
 * @param {Map<string, Value[]>} values
 * @param {Record<string, string>} titles by column
 * @param {(term: Term) => string} wordsOf
 * @param {() => void} act what happens when the reader chooses
 */
export function offerValues(values, titles, wordsOf, act) {
  const words = (/** @type {Value} */ { term }) => (term ? wordsOf(term) : "(empty)");
  state.offered = [...values.values()].flat().map((value) => ({ ...value, count: make("span", "note") }));
  const columns = group(state.offered.sort((one, other) => compare(words(one), words(other))), ({ column }) => column);
  at("values").replaceChildren(...[...values.keys()].map((column) => {
    const boxes = (columns.get(column) ?? []).map((one) => make("label", "", box(one, act), ` ${words(one)} `, one.count));
    return make("fieldset", "", make("legend", "", titles[column]), ...boxes);
  }));
}

/**
 * Says of each value how many rows have it, of those that the other columns leave.
 * @param {Row[]} rows
 */
export function renderCounts(rows) {
  for (const { column, value, count } of state.offered) {
    const others = new Map([...state.chosen].filter(([other]) => other !== column));
    count.textContent = `(${rows.filter((row) => valueIn(row, column) === value && isChosen(row, others)).length})`;
  }
}

/**
 * @param {Value} value
 * @param {() => void} act
 */
function box({ column, value }, act) {
  const made = make("input", "");
  const own = state.chosen.get(column) ?? new Set();
  state.chosen.set(column, own);
  [made.type, made.checked] = ["checkbox", own.has(value)];
  made.addEventListener("change", () => {
    if (made.checked) own.add(value);
    else own.delete(value);
    act();
  });
  return made;
}

/**
 * @param {Row} row
 * @param {string} column
 */
function valueIn(row, column) {
  return row[column]?.value ?? "";
}
