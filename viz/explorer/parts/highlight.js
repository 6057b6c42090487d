// Marks the words that are looked for, where the browser can mark without changing the text.

import { folded } from "../folding.js";

/** @import { Match } from "../query.js" */
/** @typedef {{ node: Node, start: number, end: number }} Piece A node, and where its text stands in that of the element. */

const NAME = "found";

/**
 * Marks places of an element's text, and moves to one of them.
 * @param {HTMLElement} element
 * @param {(text: string) => Match[]} placesOf the places in the folded text, in order
 * @param {number} index 0 for the first
 */
export function highlight(element, placesOf, index) {
  const pieces = piecesOf(element);
  const text = folded(pieces.map(({ node }) => node.textContent).join(""));
  const ranges = placesOf(text).map((place) => rangeOf(pieces, place));
  if ("highlights" in CSS) CSS.highlights.set(NAME, new Highlight(...ranges));
  (ranges[index] ?? ranges[0])?.startContainer.parentElement?.scrollIntoView({ block: "center" });
  return ranges.length;
}

/**
 * The texts of an element that are not the page's own, one behind the other.
 * @param {HTMLElement} element
 */
function piecesOf(element) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  /** @type {Piece[]} */
  const found = [];
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const start = found.at(-1)?.end ?? 0;
    if (!node.parentElement?.closest(".note")) found.push({ node, start, end: start + (node.textContent ?? "").length });
  }
  return found;
}

/**
 * @param {Piece[]} pieces
 * @param {Match} place
 */
function rangeOf(pieces, [start, end]) {
  const [first, last] = [pieces.find((one) => one.end > start), pieces.find((one) => one.end >= end)];
  const range = document.createRange();
  if (first) range.setStart(first.node, start - first.start);
  if (last) range.setEnd(last.node, end - last.start);
  return range;
}
