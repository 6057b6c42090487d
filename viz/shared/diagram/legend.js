// What the shapes and lines mean that are drawn, and no others.

import { draw, head, INKED, shape, stroke } from "./shapes.js";
import { TEXT, wrapped } from "./text.js";

/** @import { DiagramOptions, LineLook, Measure, Network } from "./diagram.js" */

const ROW = 24;
const ICON = 18;
const LINE = 40; // length of the sample of a line
const GAP = { text: 6, entry: 20 };
const INK = "#1b1b1b";

/**
 * The legend of a network, in rows of that width.
 * @param {Network} network
 * @param {DiagramOptions} options
 * @param {{ width: number, breadth: Measure, title: string }} how
 */
export function legendOf({ nodes, links }, { style }, { width, breadth, title }) {
  const groups = looksOf(style.groups, nodes.map(({ group }) => (style.groups[group] ? group : style.other)));
  const lines = looksOf(style.lines, links.map(({ line }) => line));
  const entries = [
    ...groups.map((look) => ({ words: look.words, sign: shape(look, { x: 0, y: 3 }, ICON), size: ICON })),
    ...lines.map((look) => ({ words: look.words, sign: sample(look), size: LINE })),
  ];
  const drawn = inRows(entries.map((entry) => measured(entry, width, breadth)), width);
  const words = `${title}: ${entries.map((entry) => entry.words).join("; ")}`;
  return draw("svg", { ...sheet(width, drawn.height), class: "diagram-legend", role: "img", "aria-label": words }, ...drawn.parts);
}

/**
 * The looks that are used, in the order of the style.
 * @template {{ rank: number }} Look
 * @param {Record<string, Look>} looks
 * @param {string[]} used
 */
function looksOf(looks, used) {
  return [...new Set(used)].map((name) => looks[name]).sort((one, other) => one.rank - other.rank);
}

/**
 * The attributes of a picture of that size, for which no style sheet is needed.
 * @param {number} width
 * @param {number} height
 */
export function sheet(width, height) {
  return { width, height, viewBox: `0 0 ${width} ${height}`, "font-family": TEXT.face, "font-size": TEXT.size };
}

/** @param {LineLook} look */
function sample(look) {
  return draw("g", { class: "link", color: look.colour, ...INKED }, stroke(look, `M0 ${ROW / 2}H${LINE}`), ...head(look, { x: LINE, y: ROW / 2 }, 1));
}

/** @typedef {{ words: string, sign: SVGElement, size: number }} Entry `size` is the length of its sign */

/**
 * An entry with the lines of its words, and its length in pixels.
 * @param {Entry} entry
 * @param {number} width
 * @param {Measure} breadth
 */
function measured(entry, width, breadth) {
  const lines = wrapped(entry.words, width - entry.size - GAP.text, breadth);
  return { ...entry, lines, length: entry.size + GAP.text + Math.max(...lines.map(breadth)) };
}

/**
 * Entries one beside the other as far as they have room.
 * @param {ReturnType<typeof measured>[]} entries
 * @param {number} width
 */
function inRows(entries, width) {
  let [x, y, next] = [0, 0, 0];
  const parts = entries.map(({ lines, sign, size, length }) => {
    if (x + length > width) [x, y] = [0, next];
    const part = draw("g", { transform: `translate(${x} ${y})` }, sign, wordsAt(size + GAP.text, lines));
    x += length + GAP.entry;
    next = Math.max(next, y + ROW + (lines.length - 1) * TEXT.line);
    return part;
  });
  return { parts, height: next };
}

/**
 * @param {number} x
 * @param {string[]} lines
 */
function wordsAt(x, lines) {
  return draw("text", { fill: INK }, ...lines.map((line, index) => draw("tspan", { x, y: ROW / 2 + TEXT.size / 3 + index * TEXT.line }, line)));
}
