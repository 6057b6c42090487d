// Links as lines, with their words for those who point at them.

import { draw, head, stroke } from "./shapes.js";

/** @import { LineLook, Piece, Route } from "./diagram.js" */

/**
 * A line; one with an address leads there, for those who point at it: keys lead to its marks, which say the same.
 * @param {Route} route
 * @param {LineLook} look
 * @param {{ words: string, address?: string }} how
 */
export function drawnLine({ link, pieces }, look, { words, address }) {
  const path = pathOf(pieces);
  const [first, last] = [pieces[0], pieces[pieces.length - 1]];
  const start = link.mutual ? head(look, first.from, -wayOf(first.bends[0])) : [];
  const reach = draw("path", { class: "reach", d: path, fill: "none" });
  const line = draw(
    "g", { class: `link ${link.basis}`, color: look.colour, "data-from": link.from, "data-to": link.to },
    draw("title", {}, words), reach, stroke(look, path), ...start, ...head(look, last.to, -wayOf(last.bends[1])),
  );
  return address ? draw("a", { href: address, tabindex: -1 }, line) : line;
}

/** @param {number} bend */
function wayOf(bend) {
  return bend < 0 ? -1 : 1;
}

/** @param {Piece[]} pieces */
function pathOf(pieces) {
  const { x, y } = pieces[0].from;
  return pieces.reduce((path, piece) => `${path}${stepOf(piece)}`, `M${round(x)} ${round(y)}`);
}

/** @param {Piece} piece */
function stepOf({ from, to, bends }) {
  if (!bends[0]) return `H${round(to.x)}`;
  return `C${round(from.x + bends[0])} ${round(from.y)} ${round(to.x + bends[1])} ${round(to.y)} ${round(to.x)} ${round(to.y)}`;
}

/** @param {number} length */
function round(length) {
  return Math.round(length * 10) / 10;
}
