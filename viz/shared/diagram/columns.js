// Which marks stand in which column: by their groups, by their distance from one mark, or on the way between two.

/** @import { Link, Mark, Network } from "./diagram.js" */

/** The groups of each column, from left to right. */
const ORDER = [["actor"], ["event", "initiative"], ["law", "place", "thing"], ["goal"]];
const OTHER = 2;

/**
 * The network in columns by group: who, through what, under which law and where, for which goal.
 * @param {Network} network
 * @returns {Network}
 */
export function columnsOf({ nodes, links }) {
  if (nodes.some((mark) => mark.column !== undefined)) return { nodes, links };
  const wanted = new Map(nodes.map((mark) => [mark.id, columnOf(mark.group)]));
  return inColumns(nodes, links, wanted);
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

/** @param {string} group */
function columnOf(group) {
  const found = ORDER.findIndex((groups) => groups.includes(group));
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
