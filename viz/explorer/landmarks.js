// The page's own words, by which the search leads to a view, a part of it, or what a filter leaves of it.

import { make } from "../shared/elements.js";
import { folded, wordsOf } from "./folding.js";
import { initiativesOf } from "./filters.js";
import { goalName, isOfUse, link } from "./page.js";
import { rowsOf } from "./parts/tables.js";
import { isStart } from "./query.js";
import { store } from "./store.js";
import { kindWords, phrase, roleWords, statusWords, t } from "./words.js";

/** @import { Query } from "./query.js" */
/** @import { Reading } from "./reading.js" */
/**
 * A place of the page: the words by which it is found, and the link to it; `by` is the one of further words that was found.
 * @typedef {{ words: string[], to: (by: string) => HTMLElement }} Landmark
 */

const SHORTEST = 3; // letters of a word that is looked for among the page's own
/** What the tables of a view are about in a report: the ids of initiatives. @type {WeakMap<Reading, Map<string, Set<string>>>} */
const SUBJECTS = new WeakMap();

/**
 * Links to the places of the page that have what is sought.
 * @param {Query} query
 * @param {Reading[]} readings
 * @returns {(() => HTMLElement)[]}
 */
export function landmarksWith(query, readings) {
  if (query.rarest[0].length < SHORTEST) return [];
  const found = landmarks().flatMap(({ words, to }) => {
    const index = words.findIndex((one) => isFound(folded(one), query));
    return index < 0 ? [] : [() => to(index ? words[index] : "")];
  });
  return [...found, ...subjects(query, readings)];
}

/**
 * Whether words have what is sought, not inside of a word.
 * @param {string} words folded
 * @param {Query} query
 */
function isFound(words, query) {
  return query.isScattered(words) || query.phrases(words).some(([start]) => isStart(words, start));
}

/** The page's own words, folded, each once. */
export function landmarkWords() {
  return [...new Set(landmarks().flatMap(({ words }) => words.flatMap((one) => wordsOf(folded(one)))))];
}

/** @returns {Landmark[]} */
function landmarks() {
  const { views, parts, filters } = store.core.landmarks;
  return [
    ...Object.keys(views).filter(isOfUse).map((view) => ({ words: viewWords(view), to: (/** @type {string} */ by) => made([t(`view.${view}`)], view, {}, by) })),
    ...parts.map(({ view, part, words }) => ({ words: [t(words)], to: () => made(phrase("search.part", { view: t(`view.${view}`), part: t(words) }), view, { part }) })),
    ...filters.flatMap(({ view, filter, group = "" }) => valuesOf(filter, group).map(([value, words]) => choice(view, filter, value, words))),
    ...Object.entries(store.core.tables).flatMap(([view, rules]) => rules.flatMap(({ kinds }) => kinds).map((kind) => choice(view, "kind", kind, kindWords(kind)))),
  ];
}

/** @param {string} view */
function viewWords(view) {
  return store.core.landmarks.views[view].flatMap((key) => t(key).split(", "));
}

/**
 * @param {string} view
 * @param {string} filter
 * @param {string} value
 * @param {string} words
 * @returns {Landmark}
 */
function choice(view, filter, value, words) {
  return { words: [words], to: () => made(phrase("search.choice", { view: t(`view.${view}`), filter: t(`filter.${filter}`), value: words }), view, { [filter]: value }) };
}

/**
 * The values of a filter that the reports have, with their words.
 * @param {string} filter
 * @param {string} group of items, for kinds
 * @returns {[value: string, words: string][]}
 */
function valuesOf(filter, group) {
  const terms = Object.entries(store.core.terms[filter] ?? {});
  if (filter === "status") return terms.map(([, key]) => key.split(".")[1]).map((status) => [status, statusWords(status)]);
  if (filter === "role") return terms.map(([text]) => [text, roleWords(text)]);
  const kinds = new Set(Object.values(store.core.items).filter((item) => item.group === group).map(({ kind }) => kind));
  return [...kinds].map((kind) => [kind, kindWords(kind)]);
}

/**
 * Where a word of the query names a view, and the others an initiative: what the view has of it.
 * @param {Query} query
 * @param {Reading[]} readings
 */
function subjects(query, readings) {
  if (!query.isLoose) return [];
  return store.core.landmarks.subjects.flatMap((view) => {
    const own = viewWords(view).flatMap((one) => wordsOf(folded(one)));
    const rest = query.words.filter((word) => !own.some((one) => one.startsWith(word)));
    if (!rest.length || rest.length === query.words.length) return [];
    const name = query.withWords(rest);
    const about = new Set(readings.flatMap((reading) => [...subjectsOf(reading, view)]));
    const found = [...about].filter((id) => store.item(id) && store.termsOf(id).some((term) => name.isIn(term)));
    return found.map((id) => () => made(phrase("search.part", { view: t(`view.${view}`), part: goalName(store.core.items[id]) }), view, { initiative: id }));
  });
}

/**
 * What the tables of a view are about in a report; it is gathered once.
 * @param {Reading} reading
 * @param {string} view
 */
function subjectsOf(reading, view) {
  const known = SUBJECTS.get(reading) ?? new Map();
  SUBJECTS.set(reading, known);
  const rows = known.has(view) ? [] : store.core.tables[view].flatMap((rule) => rowsOf(rule, reading.lines));
  if (!known.has(view)) known.set(view, new Set(rows.flatMap(({ record }) => initiativesOf(record))));
  return /** @type {Set<string>} */ (known.get(view));
}

/**
 * @param {(Node | string)[]} words
 * @param {string} view
 * @param {Record<string, string>} values
 */
function made(words, view, values, by = "") {
  return make("span", "", link(words, view, "", values), by && ` · ${by}`);
}
