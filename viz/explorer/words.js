// The words of the page in the chosen language; a language is a file of words.

import { page } from "./page.js";
import { store } from "./store.js";

const FIRST = "en";

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
  const words = store.core.languages[language()];
  const form = "n" in values ? words[`${key}.${new Intl.PluralRules(language()).select(Number(values.n))}`] ?? words[`${key}.other`] : undefined;
  const template = form ?? words[key] ?? store.core.languages[FIRST][key] ?? key;
  return template.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));
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
 * An ISO 8601 interval in words, its dates unchanged.
 * @param {string} period
 */
export function periodWords(period) {
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
