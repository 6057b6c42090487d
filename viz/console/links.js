// The items and links of a network that is drawn from the rows of an answer.

import { plural } from "../shared/collections.js";
/** @import { Answer, Linked, Row, Telling, Term } from "./console.js" */
/** @typedef {"stated" | "inferred" | "row"} Basis */
/** @typedef {{ end: "from" | "to", term: Term }} Mark */
/** @typedef {{ from: string, to: string, basis: Basis, names: Map<string, Term> }} Line */
/**
 * Marks by what tells their terms apart, each with the end of a link at which it stands, and lines by their ends and basis;
 * `left` counts the rows whose items cannot be drawn.
 * @typedef {{ nodes: Map<string, Mark>, lines: Map<string, Line>, left: number }} Links
 */

const MOST = 300; // nodes that are drawn
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
 * @param {Telling} telling
 */
export function linksOf({ rows, triples }, { from, to, by }, telling = NONE) {
  /** @type {Links} */
  const links = { nodes: new Map(), lines: new Map(), left: 0 };
  for (const row of triples ? rows.filter(({ object }) => object?.type !== "literal") : rows) {
    const [start, end, name] = [from, to, by].map((column) => row[column]);
    if (!start || !end) continue;
    if (new Set([...links.nodes.keys(), start.value, end.value]).size > MOST) links.left += 1;
    else addLink(links, [start, end], basisOf(row, telling), name);
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
  return quote.some((column) => row[column]) ? "stated" : "row";
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
 * @param {Links} links
 * @param {[Term, Term]} ends
 * @param {Basis} basis
 * @param {Term | undefined} name
 */
function addLink({ nodes, lines }, [start, end], basis, name) {
  if (!nodes.has(start.value)) nodes.set(start.value, { end: "from", term: start });
  if (!nodes.has(end.value)) nodes.set(end.value, { end: "to", term: end });
  const link = { from: start.value, to: end.value, basis };
  const key = JSON.stringify(link);
  const line = lines.get(key) ?? { ...link, names: new Map() };
  lines.set(key, line);
  if (name) line.names.set(name.value, name);
}

/**
 * The terms that are drawn, as rows.
 * @param {Links} links
 * @returns {Row[]}
 */
export function termsOf({ nodes, lines }) {
  return [...[...nodes.values()].map(({ term }) => ({ term })), ...[...lines.values()].map(({ names }) => Object.fromEntries(names))];
}
