// Search: over names, sentences, the reports' text, statuses and "nobody named", with how many there are of each kind.

import { compare, group } from "../../shared/collections.js";
import { later, make } from "../../shared/elements.js";
import { sentence } from "../parts/sentence.js";
import { sentenceCell } from "../parts/tables.js";
import { filterBar } from "../filters.js";
import { folded, isNear } from "../folding.js";
import { itemLink, link, page } from "../page.js";
import { isUnnamed } from "../reading.js";
import { store } from "../store.js";
import { kindWords, statusWords, stateWords, t } from "../words.js";

/** @import { Line, Reading } from "../reading.js" */

const SHOWN = 30; // hits of a kind that are shown at once
const AROUND = 80; // letters of the text around a hit
const SHORTEST = 4; // letters of a word that may be misspelt
const NEARBY = 5; // words that are looked for in place of one that is not there

/** @typedef {{ kind: string, entry: () => Node }} Hit */

/** @param {Reading[]} readings */
export function searchView(readings) {
  const query = page.place.values.q ?? "";
  const sought = folded(query.trim());
  if (!sought) return { title: t("search"), parts: [make("p", "", t("search.hint"))] };
  const exact = hits(sought, readings);
  const near = exact.length ? [] : nearWords(sought, readings);
  const found = exact.length ? exact : near.flatMap((word) => hits(word, readings));
  return {
    title: t("search.title", { query }),
    parts: [
      filterBar(["member", "year"], []),
      near.length ? make("p", "note", t("search.near", { words: near.join(", ") })) : "",
      make("p", "", found.length ? t("search.found", { n: found.length }) : t("search.nothing")),
      ...[...group(found, ({ kind }) => kind)].flatMap(([kind, own]) => part(kind, own)),
    ],
  };
}

/**
 * @param {string} kind
 * @param {Hit[]} found
 */
function part(kind, found) {
  const entries = (/** @type {Hit[]} */ own) => make("ul", "hits", ...own.map(({ entry }) => make("li", "", entry())));
  const rest = found.slice(SHOWN);
  return [
    make("h2", "", `${t(`search.${kind}`)} (${found.length})`), entries(found.slice(0, SHOWN)),
    rest.length ? later(t("search.more", { n: rest.length }), () => [entries(rest)]) : "",
  ];
}

/**
 * @param {string} sought
 * @param {Reading[]} readings
 * @returns {Hit[]}
 */
function hits(sought, readings) {
  return [
    ...names(sought),
    ...readings.flatMap((reading) => [...byStatus(sought, reading), ...sentences(sought, reading), ...sections(sought, reading), ...texts(sought, reading)]),
  ];
}

/**
 * @param {string} sought
 * @returns {Hit[]}
 */
function names(sought) {
  const found = Object.entries(store.core.items).flatMap(([id, item]) => {
    const terms = store.termsOf(id);
    const index = terms.findIndex((term) => term.includes(sought));
    return index < 0 ? [] : [{ id, item, rank: Math.min(...terms.filter(Boolean).map((term) => nearness(term, sought))), by: index > 2 ? item.names[index - 3] : "" }];
  });
  found.sort((one, other) => one.rank - other.rank || compare(one.item.label, other.item.label));
  return found.map(({ id, item, by }) => ({ kind: "names", entry: () => make("span", "", itemLink(id), make("span", "note", ` ${kindWords(item.kind)}${store.whose(id)}${by ? ` · ${by}` : ""}`)) }));
}

/**
 * 0 for the whole name, 1 for whole words of it, 2 for the start of a word, 3 for what is inside one, 4 for none.
 * @param {string} term
 * @param {string} sought
 */
function nearness(term, sought) {
  if (term === sought) return 0;
  const words = ` ${term.replace(/[^\p{L}\p{N}]+/gu, " ")} `;
  if (words.includes(` ${sought} `)) return 1;
  if (words.includes(` ${sought}`)) return 2;
  return term.includes(sought) ? 3 : 4;
}

/**
 * What has a status of that name, and what nobody is named for.
 * @param {string} sought
 * @param {Reading} reading
 * @returns {Hit[]}
 */
function byStatus(sought, reading) {
  const statuses = new Set(Object.keys(store.core.statuses).filter((name) => folded(statusWords(name)).includes(sought)));
  const nobody = folded(t("nobody")).includes(sought);
  const lines = reading.lines.filter(({ record }) => record.status && (statuses.has(record.status) || (nobody && isUnnamed(record))));
  return lines.map((line) => ({ kind: "statuses", entry: () => withSentence(line) }));
}

/** @param {Line} line */
function withSentence(line) {
  return make("div", "line", sentence(line), ...sentenceCell([line]));
}

/**
 * Sentences that are cited, each with a fact that it proves.
 * @param {string} sought
 * @param {Reading} reading
 * @returns {Hit[]}
 */
function sentences(sought, reading) {
  return reading.quotes.flatMap((quote, number) => (quote.includes(sought) ? [{ kind: "quotes", entry: () => quoteEntry(reading, number, sought) }] : []));
}

/**
 * @param {Reading} reading
 * @param {number} number
 * @param {string} sought
 */
function quoteEntry(reading, number, sought) {
  const { quote, section } = reading.passage(number);
  const where = [reading.report.label, t("section", { code: section })].join(", ");
  const words = make("q", "", ...emphasised(quote, sought));
  words.lang = reading.chapter.language;
  return make("span", "", words, " ", link([where], "text", reading.report.id, { passage: String(number), q: sought }));
}

/**
 * Sections in a state of that name, such as blank.
 * @param {string} sought
 * @param {Reading} reading
 * @returns {Hit[]}
 */
function sections(sought, { report }) {
  const found = report.sections.filter(([, , state]) => folded(stateWords(state)).includes(sought));
  return found.map(([code, , state]) => ({ kind: "sections", entry: () => link([`${report.label}, ${t("section", { code })}: ${stateWords(state)}`], "text", report.id, { section: code }) }));
}

/**
 * Places of the report's text, with the words around them.
 * @param {string} sought
 * @param {Reading} reading
 * @returns {Hit[]}
 */
function texts(sought, reading) {
  /** @type {Hit[]} */
  const found = [];
  for (let at = reading.text.indexOf(sought); at >= 0; at = reading.text.indexOf(sought, at + sought.length)) {
    const place = at;
    found.push({ kind: "texts", entry: () => textEntry(reading, place, sought) });
  }
  return found;
}

/**
 * @param {Reading} reading
 * @param {number} at
 * @param {string} sought
 */
function textEntry(reading, at, sought) {
  const around = reading.chapter.text.slice(Math.max(0, at - AROUND), at + sought.length + AROUND).replace(/\s+/g, " ");
  const section = reading.chapter.sections.find(({ heading, body }) => at >= Math.min(heading[0], body[0]) && at < body[1]);
  const where = [reading.report.label, section && t("section", { code: section.code })].filter(Boolean).join(", ");
  const words = make("q", "", "…", ...emphasised(around, sought), "…");
  words.lang = reading.chapter.language;
  return make("span", "", words, " ", link([where], "text", reading.report.id, { at: String(at), q: sought }));
}

/**
 * The text with what was sought marked.
 * @param {string} text
 * @param {string} sought
 */
function emphasised(text, sought) {
  const plain = folded(text);
  const parts = [];
  let from = 0;
  for (let at = plain.indexOf(sought); at >= 0; at = plain.indexOf(sought, from)) {
    parts.push(text.slice(from, at), make("mark", "hit", text.slice(at, at + sought.length)));
    from = at + sought.length;
  }
  return [...parts, text.slice(from)];
}

/**
 * What is sought, with words of the reports and of names in place of those that differ from one by a letter and are not there.
 * @param {string} sought
 * @param {Reading[]} readings
 */
function nearWords(sought, readings) {
  const ofNames = Object.keys(store.core.items).flatMap((id) => store.termsOf(id)[0].split(/[^\p{L}\p{N}]+/u));
  const words = new Set([...readings.flatMap((reading) => reading.words), ...ofNames]);
  return phrases(sought.split(/\s+/).map((word) => (words.has(word) || word.length < SHORTEST ? [word] : wordsNear(word, words))))
    .filter((phrase) => phrase !== sought).slice(0, NEARBY);
}

/**
 * @param {string} sought
 * @param {Set<string>} words
 */
function wordsNear(sought, words) {
  return [...words].filter((word) => isNear(word, sought)).sort().slice(0, NEARBY);
}

/**
 * The phrases that have one of the words of each place, no more than are looked for.
 * @param {string[][]} places
 */
function phrases(places) {
  return places.reduce((found, own) => found.flatMap((start) => own.map((word) => `${start} ${word}`.trim())).slice(0, NEARBY + 1), [""]);
}
