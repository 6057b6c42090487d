// The words that a diagram says in English; a page in another language gives its own.

/** @import { Words } from "./diagram.js" */

/** @type {Words} */
const ENGLISH = {
  drawing: "Network of {marks} marks and {links} links. Arrow keys move from mark to mark.",
  links: "Links of the network",
  said: "{from} – {words} – {to}",
  both: "{from} – {words} – {to}, and the other way round",
  inferred: "{said} (inferred)",
  row: "{said} (in a row of the answer that gives no sentence)",
  named: "{label}, {kind}",
  chosen: "{label}, chosen",
  more: "and {count} more links",
  crowd: "{count} {kinds}",
  among: "among themselves",
  legend: "Legend",
  size: "Size and place of a mark say nothing of merit.",
  nothing: "There is nothing to draw.",
  tooMany: "Too many marks to draw: {count}. Choose something.",
};

/**
 * The words of a diagram, with those that a page gives in place of the English ones.
 * @param {Partial<Words>} [given]
 */
export function wordsOf(given = {}) {
  const words = { ...ENGLISH, ...given };
  /**
   * @param {string} name
   * @param {Record<string, string | number>} [values]
   */
  return (name, values = {}) => (words[name] ?? "").replace(/\{(\w+)\}/g, (_, key) => String(values[key] ?? ""));
}
