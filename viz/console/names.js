// What the things of an answer are called: the server is asked once for each, portion by portion.

import { data } from "./given.js";
import { keep, kept } from "./kept.js";
import { good } from "./results.js";
import { readable, shortened } from "./terms.js";

/** @import { Row, Term } from "./console.js" */

const PORTION = 500; // IRIs that are asked for at a time
const LIST = "text/uri-list"; // RFC 2483
const IRIS = "IRIs";
/** Names by IRI, empty for what has none. @type {Map<string, string>} */
const names = new Map();
const state = { asIris: kept(IRIS, false) };

/**
 * Takes in the names of all things in the rows; those that cannot be had are asked for again the next time.
 * @param {Row[]} rows
 */
export async function learnNames(rows) {
  const unknown = [...new Set(rows.flatMap(irisOf))].filter((iri) => !names.has(iri));
  try {
    for (let start = 0; start < unknown.length; start += PORTION) await learn(unknown.slice(start, start + PORTION));
  } catch {
    // things without names are called by their IRIs
  }
}

/**
 * A term as people read it: a thing by its name, or else by a known prefix.
 * @param {Term} term
 */
export function called(term) {
  return (!state.asIris && nameOf(term)) || readable(term, data.prefixes);
}

/** The name of a thing; empty for a text, and for what has none. @param {Term} term */
export function nameOf({ type, value }) {
  return type === "uri" ? names.get(value) ?? "" : "";
}

/** Whether things are called by their IRIs rather than by their names. */
export function areIris() {
  return state.asIris;
}

/** @param {boolean} asIris */
export function callByIri(asIris) {
  Object.assign(state, { asIris });
  keep(IRIS, asIris);
}

/**
 * What tells a thing of that name from others: its IRI, by a known prefix where there is one.
 * @param {string} iri
 */
export function identity(iri) {
  const short = shortened(iri, data.prefixes);
  return short === iri ? iri : `${short}\n${iri}`;
}

/** @param {Row} row */
function irisOf(row) {
  return Object.values(row).flatMap((term) => (term?.type === "uri" ? term.value : []));
}

/** @param {string[]} iris */
async function learn(iris) {
  const response = await fetch("names", { method: "POST", body: iris.join("\n"), headers: { "Content-Type": LIST } });
  /** @type {Record<string, string>} */
  const found = await (await good(response)).json();
  for (const iri of iris) names.set(iri, found[iri] ?? "");
}
