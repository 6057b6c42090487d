// Marks that are alike as one mark, and links that look alike as one link.

import { group } from "../collections.js";

/** @import { Link, Mark, Network } from "./diagram.js" */

const FEW = 30; // marks of which each is drawn by itself
const LEAST = 3; // marks of a crowd

/**
 * The network with a crowd for marks that are alike, where there are more than a reader can take in: of the same kind, and
 * with the same links to the same others, or among themselves.
 * @param {Network} network in columns
 * @returns {Network}
 */
export function crowded({ nodes, links }) {
  if (nodes.length <= FEW) return { nodes, links: joined(links) };
  const ends = endsOf(links);
  const apart = crowdsBy(nodes, (mark) => [alike(mark, ends.get(mark.id) ?? [], "")]);
  const taken = new Set(apart.flat());
  const among = crowdsBy(nodes.filter((mark) => !taken.has(mark)), (mark) => {
    const own = ends.get(mark.id) ?? [];
    return [...new Set(own.map(({ line }) => line))].map((line) => alike(mark, own, line));
  });
  return replaced({ nodes, links }, [...apart, ...among]);
}

/**
 * The links with one for those that look alike between the same ends; what leads both ways is one, too.
 * @param {Link[]} links
 * @returns {Link[]}
 */
export function joined(links) {
  const alikes = [...group(links, ({ from, to, line }) => keyOf(from, to, line)).values()];
  const found = new Map(alikes.map((own) => [keyOf(own[0].from, own[0].to, own[0].line), { ...own[0], words: wordsOf(own) }]));
  for (const [key, link] of found) {
    const back = keyOf(link.to, link.from, link.line);
    if (back === key || found.get(back)?.words !== link.words) continue;
    found.set(key, { ...link, mutual: true });
    found.delete(back);
  }
  return [...found.values()];
}

/** @param {...string} parts */
function keyOf(...parts) {
  return parts.join("\0");
}

/** @param {Link[]} links */
function wordsOf(links) {
  return [...new Set(links.map(({ words }) => words))].join("; ");
}

/** @typedef {{ own: string, other: string, line: string, way: string }} End */

/** The ends of links, by the marks at them. @param {Link[]} links */
function endsOf(links) {
  const ends = links.flatMap(({ from, to, line }) => [{ own: from, other: to, line, way: "to" }, { own: to, other: from, line, way: "from" }]);
  return group(ends, ({ own }) => own);
}

/**
 * What marks of a crowd have in common; with `mutual`, a kind of line that all of them have to each other.
 * @param {Mark} mark
 * @param {End[]} ends
 * @param {string} mutual
 */
function alike({ id, group: own, kind, column }, ends, mutual) {
  const others = ends.filter(({ line }) => line !== mutual).map(({ other, line, way }) => keyOf(other, line, way));
  const among = mutual ? [id, ...ends.filter(({ line }) => line === mutual).map(({ other }) => other)] : [];
  return keyOf(own, kind ?? "", String(column ?? 0), mutual, ...[...new Set(others)].sort(), "", ...[...new Set(among)].sort());
}

/**
 * Lists of marks that share a key; none is in two.
 * @param {Mark[]} marks
 * @param {(mark: Mark) => string[]} keysOf
 */
function crowdsBy(marks, keysOf) {
  const byKey = group(marks.flatMap((mark) => keysOf(mark).map((key) => ({ mark, key }))), ({ key }) => key);
  /** @type {Set<Mark>} */
  const taken = new Set();
  const crowds = [];
  for (const own of byKey.values()) {
    const free = own.map(({ mark }) => mark).filter((mark) => !taken.has(mark));
    if (free.length < LEAST) continue;
    for (const mark of free) taken.add(mark);
    crowds.push(free);
  }
  return crowds;
}

/**
 * The network with those crowds in place of their marks: each where its first one was.
 * @param {Network} network
 * @param {Mark[][]} crowds
 */
function replaced({ nodes, links }, crowds) {
  const crowdAt = new Map(crowds.map((members) => [members[0], crowdOf(members)]));
  const nowOf = new Map(crowds.flatMap((members) => members.map(({ id }) => [id, `crowd:${members[0].id}`])));
  /** @param {string} id */
  const now = (id) => nowOf.get(id) ?? id;
  const kept = nodes.flatMap((mark) => crowdAt.get(mark) ?? (nowOf.has(mark.id) ? [] : [mark]));
  return { nodes: kept, links: joined(links.map((link) => ({ ...link, from: now(link.from), to: now(link.to) }))) };
}

/**
 * @param {Mark[]} members
 * @returns {Mark}
 */
function crowdOf(members) {
  return { ...members[0], id: `crowd:${members[0].id}`, label: "", members };
}
