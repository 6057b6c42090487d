// What a query can go on with where the cursor stands: variables, keywords, words of the vocabulary, names of the graph.

import { folded, matching } from "./matching.js";
import { shortened } from "./terms.js";

/** @import { Choice, Known, Offer, Word } from "./console.js" */

const MOST = 50;
const WORD = /(?:[?$][\p{L}\p{N}_]*|[\p{L}_][\p{L}\p{N}_.-]*(?::[\p{L}\p{N}_.-]*)?)$/u;
const AFTER_A = /(?:\ba|\brdf:type)\s+\S*$/;
const KEYWORDS = (
  "ASK AVG BIND BOUND COALESCE CONCAT CONSTRUCT CONTAINS COUNT DATATYPE DESCRIBE DISTINCT EXISTS FILTER GRAPH GROUP_CONCAT HAVING IF IN " +
  "ISIRI ISLITERAL LANG LANGMATCHES LCASE LIMIT MAX MIN MINUS NOT OFFSET OPTIONAL REGEX REPLACE SAMPLE SELECT STR STRENDS STRLEN STRSTARTS " +
  "SUM UCASE UNION UNDEF VALUES WHERE YEAR"
).split(" ").concat(["GROUP BY", "ORDER BY", "NOT EXISTS", "DESC", "ASC"]);

/**
 * The offers for the word before the cursor, and its length; null where there are none.
 * @param {string} before the query up to the cursor
 * @param {string} sparql all of it
 * @param {Known} known
 * @param {boolean} isWanted whether the reader asks for offers where no word begins
 * @returns {{ length: number, offers: Offer[] } | null}
 */
export function offersAt(before, sparql, known, isWanted) {
  const [typed] = WORD.exec(before) ?? [""];
  if (!typed && !isWanted && !AFTER_A.test(before)) return null;
  const found = /^[?$]/.test(typed) ? variables(sparql, typed) : namesFor(before, typed, known);
  return found.length ? { length: typed.length, offers: found.slice(0, MOST) } : null;
}

/**
 * @param {string} sparql
 * @param {string} typed which is in the query, too
 * @returns {Offer[]}
 */
function variables(sparql, typed) {
  const named = [...sparql.matchAll(/[?$]([\p{L}\p{N}_]+)/gu)].map(([, name]) => name);
  const own = typed.slice(1);
  const others = [...new Set(named)].filter((name) => name !== own || named.filter((one) => one === own).length > 1);
  return matching(others.sort(), own, (name) => [name]).map((name) => ({ label: `${typed[0]}${name}`, detail: "", type: "variable", apply: `${typed[0]}${name}` }));
}

/**
 * @param {string} before
 * @param {string} typed
 * @param {Known} known
 * @returns {Offer[]}
 */
function namesFor(before, typed, { words, things, prefixes }) {
  const classesFirst = AFTER_A.test(before);
  const wordOffers = words.map(wordOffer);
  const thingOffers = things.map((thing) => thingOffer(thing, prefixes));
  if (typed.includes(":")) return [...wordOffers, ...thingOffers].filter(({ apply }) => folded(apply).startsWith(folded(typed)));
  if (!typed) return wordOffers.filter(({ type }) => (type === "class") === classesFirst);
  const prefixOffers = Object.keys(prefixes).map((prefix) => ({ label: `${prefix}:`, detail: "prefix", type: "namespace", apply: `${prefix}:` }));
  const keywords = KEYWORDS.map((word) => ({ label: word, detail: "", type: "keyword", apply: word }));
  const startsWith = (/** @type {Offer} */ { label }) => folded(label).startsWith(folded(typed));
  const inVocabulary = matching(wordOffers, typed, ({ label, detail }) => [label.slice(label.indexOf(":") + 1), detail, label]);
  const ordered = classesFirst ? [...inVocabulary].sort((one, other) => rank(one) - rank(other)) : inVocabulary;
  const named = matching(thingOffers, typed, ({ label, names }) => [label, ...names ?? []]);
  return [...prefixOffers.filter(startsWith), ...ordered, ...(typed.length > 1 ? named : []), ...keywords.filter(startsWith)];
}

/** @param {Offer} offer */
function rank({ type }) {
  return type === "class" ? 0 : 1;
}

/**
 * @param {Word} word
 * @returns {Offer}
 */
function wordOffer({ short, name, kind, definition }) {
  return { label: short, detail: name, type: kind, apply: short, info: definition };
}

/**
 * @param {Choice} thing
 * @param {Record<string, string>} prefixes
 * @returns {Offer}
 */
function thingOffer({ iri, label, names }, prefixes) {
  const short = shortened(iri, prefixes);
  const apply = short === iri || /[.]$|:[.-]/.test(short) ? `<${iri}>` : short;
  return { label, detail: short, type: "constant", apply, names };
}
