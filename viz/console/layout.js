// Which columns of an answer are side by side, which below, and which say nothing.

/** @import { Row, Term } from "./console.js" */

const LONG = 60; // characters of a text that gets a broad cell
const SENTENCE = 120; // characters of a text for which a cell of its column is too narrow

/**
 * The columns with cells side by side, those with sentences, which have a line of their own below them, and those that are
 * empty in all rows.
 * @param {{ columns: string[], rows: Row[] }} answer
 */
export function partsOf({ columns, rows }) {
  const cells = new Map(columns.map((column) => [column, rows.flatMap((row) => row[column] ?? [])]));
  const has = (/** @type {string} */ column) => cells.get(column) ?? [];
  const empty = rows.length ? columns.filter((column) => !has(column).length) : [];
  const filled = columns.filter((column) => !empty.includes(column));
  const long = filled.filter((column) => holdsSentences(has(column)));
  const short = filled.filter((column) => !long.includes(column));
  return short.length ? { short, long, empty } : { short: filled, long: [], empty };
}

/**
 * The class of a cell.
 * @param {Term} term
 * @param {string} text
 */
export function kindOf({ datatype }, text) {
  if (/#(integer|decimal|double|float)$/.test(datatype ?? "")) return "number";
  return text.length > LONG ? "long" : "";
}

/** @param {Term[]} found */
function holdsSentences(found) {
  return found.every(({ type }) => type === "literal") && found.some(({ value }) => value.length > SENTENCE);
}
