// Search: over names, sentences, the reports' text, statuses and "nobody named", with how many there are of each kind.

import { later, make } from "../../shared/elements.js";
import { inlineQuote } from "../parts/cards.js";
import { sentence } from "../parts/sentence.js";
import { hitsByReport } from "../parts/spread.js";
import { sentenceCell } from "../parts/tables.js";
import { filterBar } from "../choosing.js";
import { folded, isNear } from "../folding.js";
import { Hits } from "../hits.js";
import { landmarksWith, landmarkWords } from "../landmarks.js";
import { foreign, itemLink, link, page, reportName } from "../page.js";
import { isEnd, isStart, Query } from "../query.js";
import { isUnnamed } from "../reading.js";
import { store } from "../store.js";
import { kindWords, phrase, statusWords, stateWords, t } from "../words.js";

/** @import { Match } from "../query.js" */
/** @import { Line, Reading } from "../reading.js" */

const SHOWN = 20; // hits of a kind that are shown at once
const UNKNOWN = ""; // the language of what a reader types, and of other spellings
const AROUND = 80; // letters of the text around a hit
const SHORTEST = 4; // letters of a word that may be misspelt
const NEARBY = 5; // words that are looked for in place of one that is not there
const OWN_NAMES = 3; // of the terms of an item: its name, number and short name
const SCATTERED = 4; // the rank of a name that has the words in another order: see `nearness`
const KINDS = ["words", "names", "statuses", "quotes", "sections", "texts"]; // in the order of the page

/**
 * Hits of a kind: how many there are, and the entries of some, which are made when they are shown.
 * @typedef {{ kind: string, count: number, entries: (from: number, to: number) => Node[] }} Group
 */

/** @param {Reading[]} readings */
export function searchView(readings) {
  const typed = page.place.values.q ?? "";
  const query = new Query(typed);
  if (!query.words.length) return { title: t("search"), parts: [make("p", "", t("search.hint"))] };
  const exact = resultOf(query, readings);
  const near = exact.groups.length ? [] : nearQueries(query, readings).map((one) => resultOf(one, readings));
  const results = near.length ? near : [exact];
  const groups = results.flatMap((result) => result.groups);
  return {
    title: phrase("search.title", { query: foreign(typed, UNKNOWN) }),
    parts: [
      filterBar(["member", "year"], []),
      groups.length ? nearNote(near) : "",
      make("p", "", groups.length ? t("search.found", { n: sum(groups) }) : t("search.nothing")),
      hitsByReport(results.flatMap(({ hits }) => hits)),
      ...KINDS.flatMap((kind) => part(kind, groups.filter((one) => one.kind === kind))),
    ],
  };
}

/** @param {{ query: Query }[]} near */
function nearNote(near) {
  const words = near.map(({ query }) => query.words.join(" ")).join(", ");
  return near.length ? make("p", "note", ...phrase("search.near", { words: foreign(words, UNKNOWN) })) : "";
}

/** @param {Group[]} groups */
function sum(groups) {
  return groups.reduce((count, one) => count + one.count, 0);
}

/**
 * @param {string} kind
 * @param {Group[]} groups
 */
function part(kind, groups) {
  const count = sum(groups);
  if (!count) return [];
  const list = (/** @type {number} */ from, /** @type {number} */ to) => make("ul", "hits", ...entriesOf(groups, from, to).map((entry) => make("li", "", entry)));
  return [
    make("h2", "", `${t(`search.${kind}`)} (${count})`), list(0, SHOWN),
    count > SHOWN ? later(t("search.more", { n: count - SHOWN }), () => [list(SHOWN, count)]) : "",
  ];
}

/**
 * Some of the entries of groups, counted through all of them.
 * @param {Group[]} groups
 * @param {number} from
 * @param {number} to
 */
function entriesOf(groups, from, to) {
  let before = 0;
  return groups.flatMap(({ count, entries }) => {
    const [start, end] = [Math.max(0, from - before), Math.min(count, to - before)];
    before += count;
    return start < end ? entries(start, end) : [];
  });
}

/**
 * @template Hit
 * @param {string} kind
 * @param {Hit[]} own
 * @param {(hit: Hit) => Node} entryOf
 * @returns {Group}
 */
function groupFrom(kind, own, entryOf) {
  return { kind, count: own.length, entries: (from, to) => own.slice(from, to).map(entryOf) };
}

/**
 * What a query finds: in the text of each report, and all of it by kind.
 * @param {Query} query
 * @param {Reading[]} readings
 */
function resultOf(query, readings) {
  const hits = readings.map((reading) => new Hits(reading, query));
  const words = groupFrom("words", landmarksWith(query, readings), (made) => wordEntry(made(), query));
  const groups = [words, names(query), byStatus(query, readings), ...quotes(query, hits), sections(query, readings), ...texts(query, hits)];
  return { query, hits, groups: groups.filter(({ count }) => count) };
}

/**
 * Names with what is sought, the nearest first; of those that have the words in another order, the shortest.
 * @param {Query} query
 */
function names(query) {
  /** @type {{ id: string, by: string }[][]} */
  const ranks = Array.from({ length: SCATTERED + 2 }, () => []);
  for (const id of store.alphabet) {
    const terms = store.termsOf(id);
    const index = terms.findIndex((term) => query.isIn(term));
    if (index >= 0) ranks[Math.min(...terms.filter(Boolean).map((term) => nearness(term, query)))].push({ id, by: store.core.items[id].names[index - OWN_NAMES] ?? "" });
  }
  ranks[SCATTERED].sort((one, other) => store.core.items[one.id].label.length - store.core.items[other.id].label.length);
  return groupFrom("names", ranks.flat(), (hit) => nameEntry(hit, query));
}

/**
 * @param {{ id: string, by: string }} hit `by` is the other name that was found
 * @param {Query} query
 */
function nameEntry({ id, by }, query) {
  const name = itemLink(id);
  for (const words of name.querySelectorAll("bdi")) mark(words, query);
  const kind = make("span", "note", ` ${kindWords(store.core.items[id].kind)}${store.whose(id)}`, ...(by ? [" · ", mark(foreign(by, UNKNOWN), query)] : []));
  return make("span", "", name, kind);
}

/**
 * @param {HTMLElement} entry
 * @param {Query} query
 */
function wordEntry(entry, query) {
  const walker = document.createTreeWalker(entry, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) nodes.push(/** @type {Text} */ (walker.currentNode));
  for (const text of nodes) text.replaceWith(...mark(make("span", "", text.data), query).childNodes);
  return entry;
}

/**
 * The element with what is sought marked in its text.
 * @param {HTMLElement} element
 * @param {Query} query
 */
function mark(element, query) {
  const text = element.textContent ?? "";
  element.replaceChildren(...emphasised(text, query.marks(folded(text))));
  return element;
}

/**
 * 0 for the whole name, 1 for whole words of it, 2 for the start of a word, 3 for what is inside one, 4 for words in another order, 5
 * for none.
 * @param {string} term
 * @param {Query} query
 */
function nearness(term, query) {
  if (!query.isPhraseIn(term)) return query.isScattered(term) ? SCATTERED : SCATTERED + 1;
  const places = query.phrases(term);
  if (places.some(([start, end]) => start === 0 && end === term.length)) return 0;
  if (places.some(([start, end]) => isStart(term, start) && isEnd(term, end))) return 1;
  return places.some(([start]) => isStart(term, start)) ? 2 : 3;
}

/**
 * What has a status of that name, and what nobody is named for.
 * @param {Query} query
 * @param {Reading[]} readings
 */
function byStatus(query, readings) {
  const statuses = new Set(Object.keys(store.core.statuses).filter((name) => query.isIn(folded(statusWords(name)))));
  const nobody = query.isIn(folded(t("nobody")));
  const isFound = (/** @type {Line} */ { record }) => record.status !== "" && (statuses.has(record.status) || (nobody && isUnnamed(record)));
  const lines = statuses.size || nobody ? readings.flatMap((reading) => reading.lines.filter(isFound)) : [];
  return groupFrom("statuses", lines, (line) => make("div", "line", sentence(line), ...sentenceCell([line])));
}

/**
 * Sentences that are cited: those that have the words as they stand, then the others.
 * @param {Query} query
 * @param {Hits[]} hits
 */
function quotes(query, hits) {
  const numbers = (/** @type {"phrases" | "scattered"} */ which) => hits.flatMap((own) => own[which].map((number) => ({ reading: own.reading, number })));
  const entry = (/** @type {{ reading: Reading, number: number }} */ { reading, number }) => quoteEntry(reading, number, query);
  return [groupFrom("quotes", numbers("phrases"), entry), groupFrom("quotes", numbers("scattered"), entry)];
}

/**
 * @param {Reading} reading
 * @param {number} number
 * @param {Query} query
 */
function quoteEntry(reading, number, query) {
  const { quote, section } = reading.passage(number);
  const where = [reportName(reading.report), `, ${t("section", { code: section })}`];
  const words = inlineQuote(quote, emphasised(quote, query.marks(reading.quotes[number])));
  words.lang = reading.chapter.language;
  return make("span", "", words, " ", link(where, "text", reading.report.id, { passage: String(number), q: query.typed }));
}

/**
 * Sections in a state of that name, such as blank.
 * @param {Query} query
 * @param {Reading[]} readings
 */
function sections(query, readings) {
  const states = new Set(Object.keys(store.core.states).filter((state) => query.isIn(folded(stateWords(state)))));
  const own = readings.flatMap(({ report }) => report.sections.filter(([, , state]) => states.has(state)).map(([code, , state]) => ({ report, code, state })));
  return groupFrom("sections", own, ({ report, code, state }) => {
    const words = phrase("search.section", { report: reportName(report), section: t("section", { code }), state: stateWords(state) });
    return link(words, "text", report.id, { section: code });
  });
}

/**
 * Places of the reports' text outside of these sentences where the words stand as they are, then paragraphs that have them in another order.
 * @param {Query} query
 * @param {Hits[]} hits
 * @returns {Group[]}
 */
function texts(query, hits) {
  const phrases = hits.map((own) => ({
    kind: "texts", count: own.outside,
    entries: (/** @type {number} */ from, /** @type {number} */ to) => own.placesOutside.slice(from, to).map((place) => textEntry(own.reading, query, [place])),
  }));
  return [...phrases, ...hits.map(({ reading, paragraphs }) => groupFrom("texts", paragraphs, (places) => textEntry(reading, query, places)))];
}

/**
 * @param {Reading} reading
 * @param {Query} query
 * @param {Match[]} places
 */
function textEntry(reading, query, places) {
  const [[at]] = places;
  const section = reading.sectionAt(at);
  const where = [reportName(reading.report), section ? `, ${t("section", { code: section.code })}` : ""];
  const words = make("q", "", ...excerpt(reading.chapter.text, places));
  words.lang = reading.chapter.language;
  return make("span", "", words, " ", link(where, "text", reading.report.id, { at: String(at), q: query.typed }));
}

/**
 * The text around some places, which are marked.
 * @param {string} text
 * @param {Match[]} places
 */
function excerpt(text, places) {
  /** @type {{ from: number, to: number, own: Match[] }[]} */
  const windows = [];
  for (const place of places) {
    const last = windows.at(-1);
    const [from, to] = [Math.max(0, place[0] - AROUND), Math.min(text.length, place[1] + AROUND)];
    if (last && from <= last.to) Object.assign(last, { to, own: [...last.own, place] });
    else windows.push({ from, to, own: [place] });
  }
  return windows.flatMap(({ from, to, own }) => ["…", ...emphasised(text.slice(from, to), own.map(([start, end]) => [start - from, end - from])), "…"]);
}

/**
 * The text, on one line, with some places marked.
 * @param {string} text
 * @param {Match[]} places
 */
function emphasised(text, places) {
  const words = (/** @type {number} */ from, /** @type {number | undefined} */ to) => text.slice(from, to).replace(/\s+/g, " ");
  const parts = places.flatMap(([start, end], index) => [words(index ? places[index - 1][1] : 0, start), make("mark", "hit", words(start, end))]);
  return [...parts, words(places.at(-1)?.[1] ?? 0, undefined)];
}

/**
 * The query with words of the reports and of names in place of those that differ from one by a letter and are not there.
 * @param {Query} query
 * @param {Reading[]} readings
 */
function nearQueries(query, readings) {
  const all = [...readings.map((reading) => reading.words), store.nameWords, landmarkWords()];
  const places = query.words.map((word) => (word.length < SHORTEST || isBegun(word, all) ? [word] : wordsNear(word, all)));
  return choices(places).filter((words) => words.join(" ") !== query.words.join(" ")).slice(0, NEARBY).map((words) => query.withWords(words));
}

/**
 * Whether a word begins with what is typed, so that it is no slip.
 * @param {string} typed
 * @param {string[][]} all
 */
function isBegun(typed, all) {
  return all.some((words) => words.some((word) => word.startsWith(typed)));
}

/**
 * The words that differ by a letter; the word itself where there are none.
 * @param {string} sought
 * @param {string[][]} all
 */
function wordsNear(sought, all) {
  const near = new Set(all.flatMap((words) => words.filter((word) => isNear(word, sought))));
  return near.size ? [...near].sort().slice(0, NEARBY) : [sought];
}

/**
 * The lists that have one of the words of each place, no more than are looked for.
 * @param {string[][]} places
 */
function choices(places) {
  /** @type {string[][]} */
  const begun = [[]];
  return places.reduce((found, own) => found.flatMap((start) => own.map((word) => [...start, word])).slice(0, NEARBY + 1), begun);
}
