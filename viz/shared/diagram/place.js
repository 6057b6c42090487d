// How high each item stands in its column: near what it is linked with, in its order, none on another.

import { group } from "../collections.js";

/** @import { Item } from "./diagram.js" */

const GAP = 14; // pixels between two items
const ROUNDS = 6;

/**
 * Sets the middle of each item.
 * @param {Item[][]} columns in order
 * @param {[Item, Item][]} steps
 */
export function place(columns, steps) {
  for (const items of columns) stack(items);
  const near = nearOf(steps);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const items of round % 2 ? [...columns].reverse() : columns) settle(items, near);
  }
  const top = Math.min(...columns.flat().map(({ y, height }) => y - height / 2));
  for (const item of columns.flat()) item.y = Math.round(item.y - top);
}

/** One below the other, around 0. @param {Item[]} items */
function stack(items) {
  let y = -items.reduce((sum, { height }) => sum + height + GAP, -GAP) / 2;
  for (const item of items) {
    item.y = y + item.height / 2;
    y += item.height + GAP;
  }
}

/** What each item is linked with. @param {[Item, Item][]} steps */
function nearOf(steps) {
  const ends = group(steps.flatMap(([one, other]) => [{ own: one, other }, { own: other, other: one }]), ({ own }) => own);
  return new Map([...ends].map(([own, found]) => [own, found.map(({ other }) => other)]));
}

/**
 * Each item as near as it can be to the middle of what it is linked with: a least-squares fit in their order, by pooling
 * those that would stand on each other (pool adjacent violators).
 * @param {Item[]} items
 * @param {Map<Item, Item[]>} near
 */
function settle(items, near) {
  let room = 0;
  /** @type {{ items: Item[], offsets: number[], mean: number }[]} */
  const pools = [];
  for (const item of items) {
    const offset = room + item.height / 2;
    room += item.height + GAP;
    pools.push({ items: [item], offsets: [offset], mean: meanOf(item, near) - offset });
    while (pools.length > 1 && pools[pools.length - 2].mean >= pools[pools.length - 1].mean) pool(pools);
  }
  for (const { items: own, offsets, mean } of pools) own.forEach((item, index) => { item.y = mean + offsets[index]; });
}

/** @param {{ items: Item[], offsets: number[], mean: number }[]} pools */
function pool(pools) {
  const [one, other] = pools.splice(-2);
  const [first, second] = [one.items.length, other.items.length];
  const mean = (one.mean * first + other.mean * second) / (first + second);
  one.items.push(...other.items);
  one.offsets.push(...other.offsets);
  pools.push({ ...one, mean });
}

/**
 * @param {Item} item
 * @param {Map<Item, Item[]>} near
 */
function meanOf(item, near) {
  const ends = near.get(item) ?? [];
  return ends.length ? ends.reduce((sum, { y }) => sum + y, 0) / ends.length : item.y;
}
