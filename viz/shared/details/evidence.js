// The sentences that prove facts, each with its place in the report.

import { group } from "../collections.js";
import { fold, make } from "../elements.js";
import { content } from "../given.js";

/** @import { Fact, Passage } from "../data.js" */

/**
 * The sentence of a passage, with the words that have to be read with it, and where it stands.
 * @param {number | undefined} index
 * @param {string[]} claims
 */
export function quoteOf(index, claims) {
  const passage = index === undefined ? undefined : content.data.evidence.passages[index];
  if (!passage) return [make("p", "proof", "The sentence is not part of this page.")];
  return [
    make("blockquote", "", `“${passage.quote}”`),
    passage.context ? make("p", "context", "Read with: ", make("q", "", passage.context)) : "",
    make("p", "proof", [passage.report, passage.section && `section ${passage.section}`].filter(Boolean).join(", ")),
    "start" in passage ? where(passage, claims) : "",
  ];
}

/**
 * The facts by the passage that proves them.
 * @param {Fact[]} facts
 */
export function byPassage(facts) {
  return group(facts, (fact) => passageOf(fact.claims[0]));
}

/**
 * What an inferred fact rests on: its passages, each with the claims that it proves.
 * @param {Fact} fact
 */
export function restsOn({ claims }) {
  if (!claims.length) return [];
  const passages = group(claims, passageOf);
  return [fold("proof", "Rests on", ...[...passages].flatMap(([passage, own]) => quoteOf(passage, own)))];
}

/**
 * @param {string} claim
 * @returns {number | undefined}
 */
function passageOf(claim) {
  return content.data.evidence.claims[claim];
}

/**
 * @param {Passage} passage
 * @param {string[]} claims
 */
function where({ start, end }, claims) {
  return fold("proof", "Where", make("p", "", `characters ${start} to ${end}`), claimLine(claims));
}

/** @param {string[]} claims */
function claimLine(claims) {
  return claims.length ? make("p", "", `${claims.length === 1 ? "claim" : "claims"} ${claims.join(", ")}`) : "";
}
