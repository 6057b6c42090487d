// The words of the page in the chosen language; a language is a file of words.

import { page } from "./page.js";
import { store } from "./store.js";

const FIRST = "en";
const SEASON = /^([^\d./]+) (\d.*)$/; // the name of a season, and the year or years
/** The rules of languages for numbers, which take long to make. @type {Map<string, Intl.PluralRules>} */
const RULES = new Map();
const DIAGRAM = "diagram."; // what keys of words of the diagram begin with

/** The language of the page, by its code: the one that is chosen, or that of the browser, or English. */
export function language() {
  const { lang = navigator.language.split("-")[0] } = page.place.values;
  return Object.hasOwn(store.core.languages, lang) ? lang : FIRST;
}

/**
 * The words for a key, with values put in; of a number (`n`) the form that the language has for it.
 * @param {string} key
 * @param {Record<string, string | number>} values
 */
export function t(key, values = {}) {
  const template = templateIn(language(), key, values) ?? templateIn(FIRST, key, values) ?? key;
  return template.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));
}

/**
 * The words of a language for a key, before values are put in; undefined where it has none.
 * @param {string} code of the language
 * @param {string} key
 * @param {Record<string, string | number>} values
 */
function templateIn(code, key, values) {
  const words = store.core.languages[code];
  const form = "n" in values ? words[`${key}.${formOf(code, Number(values.n))}`] ?? words[`${key}.other`] : undefined;
  return form ?? words[key];
}

/**
 * The form that a language has for a number, such as "one" or "other".
 * @param {string} code
 * @param {number} number
 */
function formOf(code, number) {
  const rules = RULES.get(code) ?? new Intl.PluralRules(code);
  RULES.set(code, rules);
  return rules.select(number);
}

/**
 * The same words in the language of the page, else in English.
 * @param {import("./data.js").Translated} words
 */
export function inLanguage(words = {}) {
  return words[language()] ?? words[FIRST] ?? "";
}

/**
 * The words for a key as parts of the page, with elements put in for names.
 * @param {string} key
 * @param {Record<string, Node | string>} values
 */
export function phrase(key, values) {
  return t(key, Object.fromEntries(Object.keys(values).map((name) => [name, `{${name}}`]))).split(/(\{\w+\})/)
    .map((piece) => values[piece.slice(1, -1)] ?? piece).filter((piece) => piece !== "");
}

/**
 * Words that the language may have of its own for what a file names; those of the file where it has none.
 * @param {string} kind such as "status"
 * @param {string} name
 * @param {string} words
 */
export function named(kind, name, words) {
  return store.core.languages[language()][`${kind}.${name}`] ?? words;
}

/** @param {string} name */
export function statusWords(name) {
  return name ? named("status", name, store.core.statuses[name]?.words ?? name) : "";
}

/** @param {string} name */
export function stateWords(name) {
  return named("state", name, store.core.states[name] ?? name);
}

/** @param {string} name */
export function readingWords(name) {
  return named("reading", name, store.core.readings[name] ?? name);
}

/** @param {string} name */
export function kindWords(name) {
  return named("kind", name, store.core.kinds[name] ?? name);
}

/** @param {string} name */
export function groupWords(name) {
  return named("group", name, store.core.groups[name] ?? "");
}

/** The words of the diagram that the language has. */
export function diagramWords() {
  const own = Object.entries(store.core.languages[language()]).filter(([key]) => key.startsWith(DIAGRAM));
  return Object.fromEntries(own.map(([key, words]) => [key.slice(DIAGRAM.length), words]));
}

/** @param {string} name a kind of line */
export function lineWords(name) {
  return named("line", name, store.core.look.lines[name].words);
}

/**
 * A value in the language of the page, where it is a term of the vocabulary; undefined for all else.
 * @param {string} property
 * @param {string} text
 */
export function conceptWords(property, text) {
  return store.core.languages[language()][store.core.terms[property]?.[text] ?? ""];
}

/**
 * The name of a value, such as that of a status, where it is a term of the vocabulary; else the value itself.
 * @param {string} property
 * @param {string} text
 */
export function conceptName(property, text) {
  return store.core.terms[property]?.[text]?.split(".")[1] ?? text;
}

/** @param {string} text */
export function roleWords(text) {
  return conceptWords("role", text) ?? text;
}

/** How a record of a kind is told in one line. @param {string} kind */
export function sentenceParts(kind) {
  return (store.core.sentences[language()] ?? store.core.sentences[FIRST])[kind] ?? ["{label}"];
}

/** @param {string} name */
export function predicateWords(name) {
  return named("predicate", name, store.core.predicates[name] ?? name);
}

/**
 * The title of the column that shows a property.
 * @param {string} name
 */
export function columnWords(name) {
  return named("column", name, predicateWords(name));
}

/**
 * An ISO 8601 interval, or a season of a year, in words; its dates are unchanged.
 * @param {string} period
 */
export function periodWords(period) {
  const [, season, years] = period.match(SEASON) ?? [];
  return season ? `${named("season", season, season)} ${years}` : intervalWords(period);
}

/** @param {string} period */
function intervalWords(period) {
  const [start, end] = period.split("/");
  if (end === undefined || start === end) return start;
  if (end === "..") return t("period.from", { start });
  return start === ".." ? t("period.until", { end }) : t("period.both", { start, end });
}

const YEAR = 12; // months

/**
 * A time in years, or in months where it is not whole years.
 * @param {number} months
 */
export function durationWords(months) {
  return months % YEAR ? t("duration.months", { n: months }) : t("duration.years", { n: months / YEAR });
}

/**
 * The shortest and the longest time in words; nothing where neither is a number.
 * @param {number} least months
 * @param {number} most months
 */
export function termWords(least, most) {
  if (isNaN(least) && isNaN(most)) return "";
  if (isNaN(most)) return t("term.least", { time: durationWords(least) });
  if (isNaN(least)) return t("term.most", { time: durationWords(most) });
  return least === most ? durationWords(most) : rangeWords(least, most);
}

/**
 * Two times in words, of which the unit is named once where both have it.
 * @param {number} least months
 * @param {number} most months
 */
function rangeWords(least, most) {
  const isWhole = [least || most, most].map((months) => months % YEAR === 0); // no time at all is of any unit
  if (isWhole[0] !== isWhole[1]) return t("term.both", { least: durationWords(least), most: durationWords(most) });
  return isWhole[0] ? t("term.years", { least: least / YEAR, n: most / YEAR }) : t("term.months", { least, n: most });
}
