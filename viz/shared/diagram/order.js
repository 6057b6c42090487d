// The order of what stands in each column, so that few links cross: barycentres in sweeps there and back.

import { group } from "../collections.js";

/** @typedef {{ before: string, after: string }} Step from a column to the next */

const ROUNDS = 8;

/**
 * The columns in the order in which fewest links were found to cross; the same columns always give the same order.
 * @param {string[][]} columns
 * @param {Step[]} steps
 */
export function ordered(columns, steps) {
  const [before, after] = [sides(steps, "after", "before"), sides(steps, "before", "after")];
  const at = new Map(columns.flatMap((ids, column) => ids.map((id) => [id, column])));
  const byColumn = columns.map((_, column) => steps.filter((step) => at.get(step.before) === column));
  let best = columns;
  let fewest = crossings(columns, byColumn);
  let now = columns;
  for (let round = 0; round < ROUNDS && fewest; round += 1) {
    now = round % 2 ? swept([...now].reverse(), after).reverse() : swept(now, before);
    const found = crossings(now, byColumn);
    if (found < fewest) [best, fewest] = [now, found];
  }
  return best;
}

/**
 * The other ends of all steps, by the end that is named.
 * @param {Step[]} steps
 * @param {"before" | "after"} own
 * @param {"before" | "after"} other
 */
function sides(steps, own, other) {
  return new Map([...group(steps, (step) => step[own])].map(([id, found]) => [id, found.map((step) => step[other])]));
}

/**
 * Each column by the mean place of what its items are linked with in the one before; what has no such link stays where it is.
 * @param {string[][]} columns
 * @param {Map<string, string[]>} linked
 */
function swept(columns, linked) {
  /** @type {Map<string, number>} */
  const places = new Map();
  return columns.map((ids) => {
    const wanted = new Map(ids.map((id, index) => {
      const near = (linked.get(id) ?? []).map((other) => places.get(other) ?? 0);
      return [id, near.length ? near.reduce((sum, place) => sum + place, 0) / near.length : (index + 0.5) / ids.length];
    }));
    const sorted = [...ids].sort((one, other) => (wanted.get(one) ?? 0) - (wanted.get(other) ?? 0));
    sorted.forEach((id, index) => places.set(id, (index + 0.5) / ids.length));
    return sorted;
  });
}

/**
 * How often links cross between columns.
 * @param {string[][]} columns
 * @param {Step[][]} byColumn
 */
export function crossings(columns, byColumn) {
  const places = new Map(columns.flatMap((ids) => ids.map((id, index) => [id, index])));
  /** @param {string} id */
  const place = (id) => places.get(id) ?? 0;
  return byColumn.reduce((sum, steps, column) => {
    const pairs = steps.map(({ before, after }) => [place(before), place(after)]);
    const ends = pairs.sort((one, other) => one[0] - other[0] || one[1] - other[1]).map(([, end]) => end);
    return sum + inversions(ends, columns[column + 1]?.length ?? 0);
  }, 0);
}

/**
 * The pairs of which the first is greater; counted in a tree of sums (Fenwick).
 * @param {number[]} values
 * @param {number} size
 */
function inversions(values, size) {
  const tree = new Array(size + 1).fill(0);
  let count = 0;
  values.forEach((value, index) => {
    count += index;
    for (let at = value + 1; at > 0; at -= lowest(at)) count -= tree[at];
    for (let at = value + 1; at <= size; at += lowest(at)) tree[at] += 1;
  });
  return count;
}

/** The greatest power of two that divides a number. @param {number} number */
function lowest(number) {
  let power = 1;
  while (number % (power * 2) === 0) power *= 2;
  return power;
}
