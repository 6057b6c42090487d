// How much room marks take with their whole names.

import { TEXT, wrapped } from "./text.js";

/** @import { Mark, Measure, SizedMark } from "./diagram.js" */

export const PAD = 8; // pixels between a box and what is in it
export const ICON = 18; // the shape before a name
const LEAST = 28; // height of a box, so that a finger meets it
const PORT = 7; // pixels between two links at a box
export const INSET = 6; // pixels between members of a crowd

/**
 * A mark with the lines of its name; an open crowd has room for its members.
 * @param {Mark} mark
 * @param {{ width: number, breadth: Measure, labelOf: (mark: Mark) => string, isOpen: (mark: Mark) => boolean }} how
 * @returns {SizedMark}
 */
export function sized(mark, how) {
  const signs = mark.members ? 2 : 1;
  const lines = wrapped(how.labelOf(mark), how.width - 3 * PAD - signs * ICON, how.breadth);
  const inner = { ...how, width: how.width - 2 * INSET };
  const members = how.isOpen(mark) ? (mark.members ?? []).map((member) => sized(member, inner)) : [];
  const height = members.reduce((sum, member) => sum + member.height + INSET, headHeight(lines));
  return { mark, lines, width: how.width, height, members };
}

/**
 * The height of a box for its name alone.
 * @param {string[]} lines
 */
export function headHeight(lines) {
  return Math.max(LEAST, lines.length * TEXT.line + PAD);
}

/**
 * The height at which so many links at one side of a box stay apart.
 * @param {number} links
 */
export function heightFor(links) {
  return (links + 1) * PORT;
}
