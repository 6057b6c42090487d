// The items and links of a network that is drawn from the rows of an answer.

import { plural } from "../shared/collections.js";
import { words } from "./terms.js";

/** @import { Answer, Linked, Row, Telling } from "./console.js" */
/** @typedef {"stated" | "inferred" | "row"} Basis */
/** @typedef {{ from: string, to: string, basis: Basis, names: Set<string> }} Line */
/**
 * Nodes by name, each with the end of a link at which it stands, and lines by their ends and basis; `left` counts the rows
 * whose items cannot be drawn.
 * @typedef {{ nodes: Map<string, "from" | "to">, lines: Map<string, Line>, left: number }} Links
 */

const MOST = 300; // nodes that are drawn
const TRIPLE = "predicate"; // the column by which rows are known as triples, which the graph states
/** @type {Telling} */
const NONE = { basis: "", inferred: [], quote: [] };

/**
 * The query parameters with which the server chooses the columns to link: of each column its name, whether it holds IRIs, and
 * the length of its distinct cells in characters.
 * @param {Answer} answer
 */
export function columnsAsked({ columns, rows }) {
  const cells = columns.map((column) => rows.flatMap((row) => row[column] ?? []));
  return columns.flatMap((column, index) => [
    ["column", column],
    ["iris", cells[index].some(({ type }) => type === "uri") ? "yes" : "no"],
    ["length", String([...new Set(cells[index].map(({ value }) => value))].join("").length)],
  ]);
}

/**
 * As many of the links as can be drawn; a triple whose object is a text is none.
 * @param {Answer} answer
 * @param {Linked} linked
 * @param {Record<string, string>} prefixes
 * @param {Telling} telling
 */
export function linksOf({ rows, triples }, { from, to, by }, prefixes, telling = NONE) {
  /** @type {Links} */
  const links = { nodes: new Map(), lines: new Map(), left: 0 };
  for (const row of triples ? rows.filter(({ object }) => object?.type !== "literal") : rows) {
    const [start, end, name] = [from, to, by].map((column) => textOf(row, column, prefixes));
    if (start === null || end === null) continue;
    if (new Set([...links.nodes.keys(), start, end]).size > MOST) links.left += 1;
    else addLink(links, { from: start, to: end, basis: basisOf(row, telling) }, name ?? "");
  }
  return links;
}

/**
 * Whether a row says that its link is inferred, has a sentence for it, or neither.
 * @param {Row} row
 * @param {Telling} telling
 * @returns {Basis}
 */
function basisOf(row, { basis, inferred, quote }) {
  if (row[basis]?.value === "inferred" || inferred.some((column) => row[column])) return "inferred";
  return [...quote, TRIPLE].some((column) => row[column]) ? "stated" : "row";
}

/**
 * What is drawn, in words.
 * @param {Links} links
 * @param {Linked} linked
 */
export function drawnWords({ nodes, lines, left }, { from, to }) {
  if (!nodes.size) return "No row has both ends of a link. Choose other columns.";
  const rest = left ? ` Rows beyond the first ${MOST} items are not drawn: ${left}. The table has them.` : "";
  return `${plural(nodes.size, "item")}, ${plural(lines.size, "link")}: ${from} to ${to}.${rest}`;
}

/**
 * @param {Row} row
 * @param {string} column
 * @param {Record<string, string>} prefixes
 */
function textOf(row, column, prefixes) {
  const found = row[column];
  return found ? words(found, prefixes) : null;
}

/**
 * @param {Links} links
 * @param {{ from: string, to: string, basis: Basis }} link
 * @param {string} name
 */
function addLink({ nodes, lines }, link, name) {
  if (!nodes.has(link.from)) nodes.set(link.from, "from");
  if (!nodes.has(link.to)) nodes.set(link.to, "to");
  const key = JSON.stringify(link);
  const line = lines.get(key) ?? { ...link, names: new Set() };
  lines.set(key, line);
  if (name) line.names.add(name);
}
