// Which columns of an answer are side by side, and which below.

/** @import { Row, Term } from "./console.js" */

const LONG = 60; // characters of a text that gets a broad cell
const SENTENCE = 120; // characters of a text for which a cell of its column is too narrow

/**
 * The columns with cells side by side, and those with sentences, which have the whole breadth below them.
 * @param {{ columns: string[], rows: Row[] }} answer
 */
export function partsOf({ columns, rows }) {
  const long = columns.filter((column) => holdsSentences(rows.flatMap((row) => row[column] ?? [])));
  const short = columns.filter((column) => !long.includes(column));
  return short.length ? { short, long } : { short: columns, long: [] };
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

/**
 * The words of a column's name.
 * @param {string} column
 */
export function wordsOf(column) {
  return column.split(/(?<=[a-z])(?=[A-Z])/);
}

/** @param {Term[]} found */
function holdsSentences(found) {
  return found.every(({ type }) => type === "literal") && found.some(({ value }) => value.length > SENTENCE);
}
