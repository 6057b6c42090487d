// Marks the words that are looked for, where the browser can mark without changing the text.

import { folded } from "../folding.js";

const NAME = "found";

/**
 * Marks all places of a text within an element, and moves to one of them.
 * @param {HTMLElement} element
 * @param {string} text
 * @param {number} place 0 for the first
 */
export function highlight(element, text, place) {
  const sought = folded(text.trim());
  const ranges = sought ? rangesIn(element, sought) : [];
  if ("highlights" in CSS) CSS.highlights.set(NAME, new Highlight(...ranges));
  (ranges[place] ?? ranges[0])?.startContainer.parentElement?.scrollIntoView({ block: "center" });
  return ranges.length;
}

/**
 * @param {HTMLElement} element
 * @param {string} sought
 */
function rangesIn(element, sought) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  /** @type {Range[]} */
  const found = [];
  while (walker.nextNode()) {
    if (walker.currentNode.parentElement?.closest(".note")) continue;
    const text = folded(walker.currentNode.textContent ?? "");
    for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + sought.length)) found.push(rangeOf(walker.currentNode, at, at + sought.length));
  }
  return found;
}

/**
 * @param {Node} node
 * @param {number} start
 * @param {number} end
 */
function rangeOf(node, start, end) {
  const range = document.createRange();
  range.setStart(node, start);
  range.setEnd(node, end);
  return range;
}
