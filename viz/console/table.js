// The answer as a table; a long one is shown piece by piece.

import { plural } from "../shared/collections.js";
import { at, make, makeButton } from "../shared/elements.js";
import { data } from "./given.js";
import { kindOf, partsOf, wordsOf } from "./layout.js";
import { shortened, words } from "./terms.js";

/** @import { Answer, Row, Term } from "./console.js" */
/** @typedef {{ short: string[], long: string[], describe: (iri: string) => void }} Shape */

const PIECE = 500; // rows

/**
 * @param {Answer} answer
 * @param {(iri: string) => void} describe asks for the triples about a thing
 */
export function renderTable(answer, describe) {
  const shape = { ...partsOf(answer), describe };
  const head = make("thead", "", make("tr", "", ...shape.short.map(heading)));
  const table = make("table", "", make("caption", "", "The answer"), head);
  at("table").replaceChildren(table);
  addRows(table, shape, answer.rows);
}

/**
 * The name of a column, which may wrap before each of its words.
 * @param {string} column
 */
function heading(column) {
  const named = make("th", "", ...wordsOf(column).flatMap((word) => [make("wbr", ""), word]));
  named.scope = "col";
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
    more.remove();
    addRows(table, shape, rest);
  });
  at("table").append(more);
}

/**
 * A row; each long text has the whole breadth of the table below it.
 * @param {Row} row
 * @param {Shape} shape
 */
function record(row, { short, long, describe }) {
  const sentences = long.flatMap((column) => sentence(column, row[column], short.length));
  return make("tbody", "", make("tr", "", ...short.map((column) => cell(row[column], describe))), ...sentences);
}

/**
 * @param {string} column
 * @param {Term | undefined} found
 * @param {number} breadth
 */
function sentence(column, found, breadth) {
  if (!found) return [];
  const block = make("div", "sentence", make("span", "note", `${column}: `), words(found, data.prefixes));
  if (found["xml:lang"]) block.lang = found["xml:lang"];
  const wide = make("td", "", block);
  wide.colSpan = breadth;
  return [make("tr", "", wide)];
}

/**
 * @param {Term | undefined} found
 * @param {(iri: string) => void} describe
 */
function cell(found, describe) {
  if (!found) return make("td", "");
  if (found.type === "uri") return make("td", "", describing(found.value, describe));
  const text = words(found, data.prefixes);
  const element = make("td", kindOf(found, text), text);
  if (found["xml:lang"]) element.lang = found["xml:lang"];
  return element;
}

/**
 * A button that asks for the triples about a thing.
 * @param {string} iri
 * @param {(iri: string) => void} describe
 */
function describing(iri, describe) {
  const button = makeButton("link", shortened(iri, data.prefixes), () => describe(iri));
  button.title = iri;
  return button;
}
