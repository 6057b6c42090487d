// Which marks stand in which column: by their groups, by their distance from one mark, or on the way between two.

import { group } from "../collections.js";

/** @import { Link, Mark, Network } from "./diagram.js" */

/** The groups of each column, from left to right. */
const ORDER = [["actor"], ["event", "initiative"], ["law", "place", "thing"], ["goal"]];
const OTHER = 2;
const MOST = 5; // the last column of marks of one kind

/**
 * The network in columns by group: who, through what, under which law and where, for which goal.
 * @param {Network} network
 * @returns {Network}
 */
export function columnsOf({ nodes, links }) {
  if (nodes.some((mark) => mark.column !== undefined)) return { nodes, links };
  const wanted = new Map(nodes.map((mark) => [mark.id, columnOf(mark.group)]));
  return inColumns(nodes, links, new Set(wanted.values()).size > 1 ? wanted : ranks(nodes, links));
}

/**
 * Columns for marks of one kind: each stands to the right of what leads to it, as far as the links make no circle.
 * @param {Mark[]} nodes
 * @param {Link[]} links
 */
function ranks(nodes, links) {
  const own = links.filter(({ from, to }) => from !== to);
  const [after, before] = [group(own, ({ from }) => from), group(own, ({ to }) => to)];
  const waiting = new Map(nodes.map(({ id }) => [id, { rank: 0, open: before.get(id)?.length ?? 0 }]));
  const found = new Map(waiting);
  while (waiting.size) {
    const [id, { rank }] = readiest(waiting);
    waiting.delete(id);
    for (const other of (after.get(id) ?? []).flatMap(({ to }) => waiting.get(to) ?? [])) {
      other.open -= 1;
      other.rank = Math.min(MOST, Math.max(other.rank, rank + 1));
    }
  }
  return new Map([...found].map(([id, { rank }]) => [id, rank]));
}

/**
 * The first of those to which fewest others lead that wait as well.
 * @param {Map<string, { rank: number, open: number }>} waiting
 */
function readiest(waiting) {
  return [...waiting].reduce((best, one) => (one[1].open < best[1].open ? one : best));
}

/**
 * What stands within some steps around a mark, in columns by their number.
 * @param {Network} network
 * @param {string} id
 * @param {number} [reach]
 * @returns {Network}
 */
export function aroundOf({ nodes, links }, id, reach = 1) {
  const steps = distances(links, id, reach);
  const near = nodes.filter((mark) => steps.has(mark.id));
  return inColumns(near, links.filter(({ from, to }) => steps.has(from) && steps.has(to)), steps);
}

/**
 * All shortest ways between two marks, whichever way the links point, in columns by the steps from the first; empty where
 * there is none.
 * @param {Network} network
 * @param {string} start
 * @param {string} end
 * @returns {Network}
 */
export function pathOf({ nodes, links }, start, end) {
  const [there, back] = [distances(links, start), distances(links, end)];
  const length = there.get(end);
  if (length === undefined) return { nodes: [], links: [] };
  /** @param {string} id */
  const isOnWay = (id) => (there.get(id) ?? Infinity) + (back.get(id) ?? Infinity) === length;
  const own = links.filter(({ from, to }) => isOnWay(from) && isOnWay(to) && there.get(from) !== there.get(to));
  return inColumns(nodes.filter(({ id }) => isOnWay(id)), own, there);
}

/**
 * The steps from a mark to each that is within reach, breadth first.
 * @param {Link[]} links
 * @param {string} start
 * @param {number} [reach]
 */
function distances(links, start, reach = Infinity) {
  const next = neighbours(links);
  const steps = new Map([[start, 0]]);
  for (const [id, step] of steps) {
    const others = step < reach ? [...next.get(id) ?? []] : [];
    for (const other of others.filter((one) => !steps.has(one))) steps.set(other, step + 1);
  }
  return steps;
}

/** @param {Link[]} links */
function neighbours(links) {
  /** @type {Map<string, Set<string>>} */
  const next = new Map();
  /** @type {(one: string, other: string) => void} */
  const add = (one, other) => {
    next.set(one, (next.get(one) ?? new Set()).add(other));
  };
  for (const { from, to } of links) {
    add(from, to);
    add(to, from);
  }
  return next;
}

/** @param {string} name of a group */
function columnOf(name) {
  const found = ORDER.findIndex((groups) => groups.includes(name));
  return found < 0 ? OTHER : found;
}

/**
 * The marks with their columns, of which none is empty.
 * @param {Mark[]} nodes
 * @param {Link[]} links
 * @param {Map<string, number>} wanted
 */
function inColumns(nodes, links, wanted) {
  const used = [...new Set(nodes.map(({ id }) => wanted.get(id) ?? OTHER))].sort((one, other) => one - other);
  return { nodes: nodes.map((mark) => ({ ...mark, column: used.indexOf(wanted.get(mark.id) ?? OTHER) })), links };
}
