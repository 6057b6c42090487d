// Where marks and links of a network in columns stand.

import { group } from "../collections.js";
import { ordered } from "./order.js";
import { place } from "./place.js";
import { routesOf, sideOf } from "./routes.js";
import { headHeight, heightFor, INSET, sized } from "./sizes.js";

/** @import { Item, Layout, Link, Measure, Mark, Network, PlacedMark, SizedMark, Strand } from "./diagram.js" */
/** @import { Band } from "./routes.js" */

/** @typedef {{ width: number, breadth: Measure, labelOf: (mark: Mark) => string, isOpen: (mark: Mark) => boolean }} How */

const MARGIN = 12; // pixels around the drawing
const LANE = 2; // height of the lane of a link
const BOX = { least: 150, most: 250 }; // breadth of a box
const GUTTER = { least: 72, most: 220, link: 3 }; // free room between columns, which grows with the links in it

/**
 * The drawing of a network whose marks have columns.
 * @param {Network} network
 * @param {How} how `width` is the room for all of it
 * @returns {Layout}
 */
export function layoutOf({ nodes, links }, how) {
  const count = 1 + Math.max(0, ...nodes.map(columnOf));
  const gutters = guttersOf(nodes, links, count);
  const width = boxWidth(how.width, gutters);
  const marks = new Map(nodes.map((mark) => [mark.id, sized(mark, { ...how, width })]));
  const { columns, strands } = itemsOf(marks, links, count);
  place(columns, stepsOf(strands));
  const bands = bandsOf(gutters, width);
  for (const item of columns.flat()) item.y += MARGIN;
  return {
    width: bands[count - 1].right + Math.max(gutters[count - 1], MARGIN),
    height: Math.max(0, ...columns.flat().map(({ y, height }) => y + height / 2)) + MARGIN,
    columns: columns.map((items) => items.flatMap((item) => placed(item, marks.get(item.id), bands))),
    routes: routesOf(strands, bands),
  };
}

/** @param {{ column?: number }} mark */
function columnOf({ column = 0 }) {
  return column;
}

/**
 * The free room to the right of each column; none to the right of the last where no link runs there.
 * @param {Mark[]} nodes
 * @param {Link[]} links
 * @param {number} count
 */
function guttersOf(nodes, links, count) {
  const own = new Map(nodes.map((mark) => [mark.id, columnOf(mark)]));
  const crossing = new Array(count).fill(0);
  for (const { from, to } of links) {
    const [left, right] = [own.get(from) ?? 0, own.get(to) ?? 0].sort((one, other) => one - other);
    for (let column = left; column < Math.max(right, left + 1); column += 1) crossing[column] += 1;
  }
  return crossing.map((lines, column) => {
    const room = Math.min(GUTTER.most, GUTTER.least + lines * GUTTER.link);
    return lines || column < count - 1 ? room : 0;
  });
}

/**
 * @param {number} room
 * @param {number[]} gutters
 */
function boxWidth(room, gutters) {
  const free = gutters.reduce((rest, gutter) => rest - gutter, room - 2 * MARGIN);
  return Math.round(Math.min(BOX.most, Math.max(BOX.least, free / gutters.length)));
}

/**
 * @param {number[]} gutters
 * @param {number} width
 * @returns {Band[]}
 */
function bandsOf(gutters, width) {
  let left = MARGIN;
  return gutters.map((gutter) => {
    const band = { left, right: left + width, gutter };
    left = band.right + gutter;
    return band;
  });
}

/**
 * The items of each column in their order, and the ways of the links through them.
 * @param {Map<string, SizedMark>} marks
 * @param {Link[]} links
 * @param {number} count
 */
function itemsOf(marks, links, count) {
  const heights = heightsOf(marks, links);
  const own = [...marks.values()].map(({ mark }) => ({ id: mark.id, column: columnOf(mark), height: heights.get(mark.id) ?? 0, y: 0 }));
  const items = new Map(own.map((item) => [item.id, item]));
  const strands = links.map((link, index) => ({ link, way: wayOf(link, index, items) }));
  const all = [...own, ...strands.flatMap(({ way }) => way.slice(1, -1))];
  const byColumn = group(all, ({ column }) => column);
  const byId = new Map(all.map((item) => [item.id, item]));
  const ids = Array.from({ length: count }, (_, column) => (byColumn.get(column) ?? []).map(({ id }) => id));
  const steps = stepsOf(strands).map(([before, after]) => ({ before: before.id, after: after.id }));
  return { columns: ordered(ids, steps).map((column) => column.flatMap((id) => byId.get(id) ?? [])), strands };
}

/**
 * What a link passes: its ends, and a lane of its own in each column between them.
 * @param {Link} link
 * @param {number} index
 * @param {Map<string, Item>} items
 * @returns {Item[]}
 */
function wayOf({ from, to }, index, items) {
  const [start, end] = [items.get(from), items.get(to)];
  if (!start || !end) throw new Error(`a link has an end that is no mark: ${from} ${to}`);
  const way = Math.sign(end.column - start.column);
  const passed = Array.from({ length: Math.max(0, Math.abs(end.column - start.column) - 1) }, (_, step) => start.column + way * (step + 1));
  return [start, ...passed.map((column) => ({ id: `lane ${index} ${column}`, column, height: LANE, y: 0 })), end];
}

/**
 * The height of each box: room for its name and for its links at either side.
 * @param {Map<string, SizedMark>} marks
 * @param {Link[]} links
 */
function heightsOf(marks, links) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  /** @type {(own: string, other: string) => void} */
  const count = (own, other) => {
    const key = `${sideOf(columnOf(marks.get(own)?.mark ?? {}), columnOf(marks.get(other)?.mark ?? {}))} ${own}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  };
  for (const { from, to } of links) {
    count(from, to);
    count(to, from);
  }
  return new Map([...marks].map(([id, { height }]) => {
    const most = Math.max(counts.get(`left ${id}`) ?? 0, counts.get(`right ${id}`) ?? 0);
    return [id, Math.max(height, heightFor(most))];
  }));
}

/**
 * The pieces of all ways between neighbouring columns, each from left to right.
 * @param {Strand[]} strands
 * @returns {[Item, Item][]}
 */
function stepsOf(strands) {
  return strands.flatMap(({ way }) => way.slice(1).flatMap((item, index) => {
    const before = way[index];
    if (before.column === item.column) return [];
    return [before.column < item.column ? /** @type {[Item, Item]} */ ([before, item]) : /** @type {[Item, Item]} */ ([item, before])];
  }));
}

/**
 * @param {Item} item
 * @param {SizedMark | undefined} mark nothing for a lane
 * @param {Band[]} bands
 * @returns {PlacedMark[]}
 */
function placed({ column, y, height }, mark, bands) {
  return mark ? [at({ ...mark, height }, bands[column].left, Math.round(y - height / 2))] : [];
}

/**
 * A mark with its left upper corner there, and its members below its name.
 * @param {SizedMark} mark
 * @param {number} x
 * @param {number} y
 * @returns {PlacedMark}
 */
function at(mark, x, y) {
  let top = y + headHeight(mark.lines);
  const members = mark.members.map((member) => {
    const own = at(member, x + INSET, top);
    top += member.height + INSET;
    return own;
  });
  return { ...mark, x, y, members };
}
