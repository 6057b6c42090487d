// What the shapes and lines mean that are drawn, and no others.

import { draw, head, shape, stroke } from "./shapes.js";
import { TEXT } from "./text.js";

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
  const drawn = inRows(entries.map((entry) => ({ ...entry, length: entry.size + GAP.text + breadth(entry.words) + GAP.entry })), width);
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
  return draw("g", { class: "link", color: look.colour }, stroke(look, `M0 ${ROW / 2}H${LINE}`), ...head(look, { x: LINE, y: ROW / 2 }, 1));
}

/**
 * Entries one beside the other as far as they have room.
 * @param {{ words: string, sign: SVGElement, size: number, length: number }[]} entries
 * @param {number} width
 */
function inRows(entries, width) {
  let [x, y] = [0, 0];
  const parts = entries.map(({ words, sign, size, length }) => {
    if (x && x + length > width) [x, y] = [0, y + ROW];
    const text = draw("text", { x: size + GAP.text, y: ROW / 2 + TEXT.size / 3, fill: INK }, words);
    const part = draw("g", { transform: `translate(${x} ${y})` }, sign, text);
    x += length;
    return part;
  });
  return { parts, height: y + ROW };
}
