// RDF terms: read from N-Triples, and as people read them.

/** @import { Row, Term } from "./console.js" */

const TERM = /^(?:<([^>]*)>|_:(\S+)|"((?:[^"\\]|\\.)*)"(?:@([\w-]+)|\^\^<([^>]*)>)?)$/;

/**
 * A line of N-Triples.
 * @param {string} line
 * @returns {Row}
 */
export function tripleRow(line) {
  const [, subject, predicate, object] = /^(\S+) (\S+) (.*) \.$/.exec(line) ?? unreadable(line);
  return { subject: term(subject), predicate: term(predicate), object: term(object) };
}

/**
 * A term as people read it: an IRI by a known prefix, a text as it is.
 * @param {Term} found
 * @param {Record<string, string>} prefixes
 */
export function readable({ type, value }, prefixes) {
  return type === "uri" ? shortened(value, prefixes) : type === "bnode" ? `_:${value}` : value;
}

/**
 * An IRI by the longest prefix that fits.
 * @param {string} iri
 * @param {Record<string, string>} prefixes
 */
export function shortened(iri, prefixes) {
  const fitting = Object.entries(prefixes).filter(([, base]) => iri.startsWith(base) && /^[\w.-]+$/.test(iri.slice(base.length)));
  const [prefix, base] = fitting.sort((one, other) => other[1].length - one[1].length)[0] ?? ["", ""];
  return base ? `${prefix}:${iri.slice(base.length)}` : iri;
}

/**
 * @param {string} text
 * @returns {Term}
 */
function term(text) {
  const [, iri, blank, literal, language, datatype] = TERM.exec(text) ?? unreadable(text);
  if (iri !== undefined) return { type: "uri", value: iri };
  if (blank !== undefined) return { type: "bnode", value: blank };
  return { type: "literal", value: JSON.parse(`"${literal}"`), "xml:lang": language, datatype };
}

/**
 * @param {string} text
 * @returns {never}
 */
function unreadable(text) {
  throw new Error(`the server answers what is not N-Triples: ${text}`);
}
