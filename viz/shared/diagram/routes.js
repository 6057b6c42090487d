// Where links run: in curves between columns, straight through the lane that each has in a column which it passes.

import { group } from "../collections.js";

/** @import { Item, Piece, Point, Route, Strand } from "./diagram.js" */

/** @typedef {{ left: number, right: number, gutter: number }} Band of a column, and the free room to its right */
/** @typedef {{ strand: number, step: number, item: Item, side: string, towards: number }} Port */

const WIDEST = 16; // pixels between two links at a box
const SLIGHT = 36; // pixels that a link within a column reaches out at the least

/**
 * The ways of all links.
 * @param {Strand[]} strands
 * @param {Band[]} bands
 * @returns {Route[]}
 */
export function routesOf(strands, bands) {
  const heights = portHeights(strands.flatMap(portsOf));
  return strands.map(({ link, way }, strand) => {
    const pieces = way.slice(1).flatMap((item, step) => {
      const [start, end] = [heights.get(keyOf(strand, step, "out")) ?? 0, heights.get(keyOf(strand, step + 1, "in")) ?? 0];
      const through = step ? [straight(way[step], way[step - 1].column < way[step].column, bands)] : [];
      return [...through, between([way[step], start], [item, end], bands)];
    });
    return { link, pieces };
  });
}

/**
 * The side at which a link from one column leaves towards another; within a column it is the right one.
 * @param {number} own
 * @param {number} other
 */
export function sideOf(own, other) {
  return other < own ? "left" : "right";
}

/**
 * @param {number} strand
 * @param {number} step
 * @param {string} way
 */
function keyOf(strand, step, way) {
  return `${strand} ${step} ${way}`;
}

/**
 * @param {Strand} strand
 * @param {number} index
 * @returns {(Port & { key: string })[]}
 */
function portsOf({ way }, index) {
  return way.slice(1).flatMap((item, step) => {
    const before = way[step];
    const self = before === item ? 1 : 0;
    return [
      { key: keyOf(index, step, "out"), strand: index, step, item: before, side: sideOf(before.column, item.column), towards: item.y - self },
      { key: keyOf(index, step + 1, "in"), strand: index, step, item, side: sideOf(item.column, before.column), towards: before.y + self },
    ];
  });
}

/**
 * The height at which each link meets an item: in the order in which its other ends stand, so that links do not cross there.
 * @param {(Port & { key: string })[]} ports
 */
function portHeights(ports) {
  /** @type {Map<string, number>} */
  const heights = new Map();
  for (const sides of group(ports, ({ item }) => item).values()) {
    for (const own of group(sides, ({ side }) => side).values()) {
      own.sort((one, other) => one.towards - other.towards || one.strand - other.strand);
      const { y, height } = own[0].item;
      const gap = Math.min(WIDEST, height / (own.length + 1));
      own.forEach(({ key }, index) => heights.set(key, y + (index - (own.length - 1) / 2) * gap));
    }
  }
  return heights;
}

/**
 * The piece of a link through the lane that it has in a column.
 * @param {Item} lane
 * @param {boolean} isRightward
 * @param {Band[]} bands
 * @returns {Piece}
 */
function straight({ column, y }, isRightward, bands) {
  const { left, right } = bands[column];
  const [from, to] = isRightward ? [left, right] : [right, left];
  return { from: { x: from, y }, to: { x: to, y }, bends: [0, 0] };
}

/**
 * The piece of a link from one item to the next, in the free room beside their columns.
 * @param {[Item, number]} start
 * @param {[Item, number]} end
 * @param {Band[]} bands
 * @returns {Piece}
 */
function between([one, startY], [other, endY], bands) {
  const from = { x: bands[one.column][one.column > other.column ? "left" : "right"], y: startY };
  const to = { x: bands[other.column][one.column < other.column ? "left" : "right"], y: endY };
  if (one.column !== other.column) return { from, to, bends: [(to.x - from.x) / 2, (from.x - to.x) / 2] };
  const reach = Math.min(bands[one.column].gutter, SLIGHT + Math.abs(endY - startY) / 8);
  return { from, to, bends: [reach, reach] };
}

/**
 * A place on a piece; `share` is 0 at its start and 1 at its end.
 * @param {Piece} piece
 * @param {number} share
 * @returns {Point}
 */
export function placeOn({ from, to, bends }, share) {
  const rest = 1 - share;
  const [start, end] = [rest ** 3 + 3 * rest ** 2 * share, share ** 3 + 3 * rest * share ** 2];
  const x = start * from.x + end * to.x + 3 * rest * share * (rest * bends[0] + share * bends[1]);
  return { x, y: start * from.y + end * to.y };
}
