// Facts with the sentences that prove them, one card for a sentence, and the place of each sentence in the report.

import { group } from "../collections.js";
import { focusable, fold, make, makeButton } from "../elements.js";
import { factLine, inferredLine } from "./factlines.js";
import { content } from "../given.js";
import { itemButton } from "../items.js";

/** @import { Fact, Judgement, Passage } from "../data.js" */
/** @typedef {{ size: number, element: HTMLElement }} Part A number of facts, and the element that shows them. */

export const STRUCTURE = "From the form and the reference lists";
export const UNPROVED = "In the answer, which gives no sentence for it";
const FIRST = 10; // facts after which the rest waits for a press of the button

/**
 * The stated facts of an item, or of a line where the id is empty.
 * @param {string} id
 * @param {Fact[]} facts
 */
export function statedCards(id, facts) {
  if (!facts.length) return [];
  const parts = id && content.isGoal(id) ? initiativeParts(id, facts) : sentenceParts(facts);
  return [make("h3", "", "Stated in the report"), ...folded(parts, facts.length)];
}

/**
 * @param {string} words
 * @param {Fact[]} facts
 */
export function plainList(words, facts) {
  if (!facts.length) return [];
  return [make("h3", "", words), make("ul", "", ...facts.map((fact) => make("li", "", factLine(fact))))];
}

/** @param {Fact[]} facts */
export function inferredCards(facts) {
  if (!facts.length) return [];
  const note = make("p", "note", "No sentence says these; a rule draws them from sentences that do.");
  const rules = group(facts, (fact) => fact.rule);
  return [make("h3", "", "Inferred by rule"), note, ...[...rules].map(([rule, own]) => inferredCard(rule, own))];
}

/**
 * What readers have judged of an item: whether it is the same as another.
 * @param {string} id
 */
export function judgementCards(id) {
  const own = content.data.judgements.filter((judgement) => judgement.ends.some((end) => end.id === id));
  if (!own.length) return [];
  const note = make("p", "note", "The reader’s judgement; the report does not say it.");
  return [make("h3", "", "Same or not"), note, ...own.map((judgement) => judgementCard(judgement, id))];
}

/**
 * @param {string} rule
 * @param {Fact[]} facts
 */
function inferredCard(rule, facts) {
  const parts = facts.map((fact) => ({ size: 1, element: inferredLine(fact, restsOn(fact)) }));
  return make("article", "card inferred", make("h4", "", `Rule: ${rule}`), ...folded(parts, facts.length));
}

/**
 * The facts of a goal by what they are about: an initiative, or else the other end of the link.
 * @param {string} id
 * @param {Fact[]} facts
 * @returns {Part[]}
 */
function initiativeParts(id, facts) {
  /** @type {(fact: Fact) => [string, string]} */
  const about = (fact) => (fact.object === id ? [fact.subject, fact.subjectLabel] : [fact.object, fact.objectLabel]);
  return [...group(facts, (fact) => about(fact).join(" ")).values()].map((own) => ({
    size: own.length,
    element: make("section", "about", make("h4", "", itemButton(...about(own[0]), "")), ...sentenceParts(own).map((part) => part.element)),
  }));
}

/**
 * @param {Fact[]} facts
 * @returns {Part[]}
 */
function sentenceParts(facts) {
  return [...byPassage(facts)].map(([passage, own]) => ({ size: own.length, element: statedCard(passage, own) }));
}

/**
 * @param {number | undefined} passage
 * @param {Fact[]} facts
 */
function statedCard(passage, facts) {
  const claims = [...new Set(facts.flatMap((fact) => fact.claims))];
  return make("article", "card", ...facts.map(factLine), ...quoteOf(passage, claims));
}

/**
 * The parts with the first facts, and the others behind a button; all of them stand on paper.
 * @param {Part[]} parts
 * @param {number} count
 */
function folded(parts, count) {
  const elements = parts.map((part) => part.element);
  const first = countOfFirst(parts);
  if (first === parts.length) return elements;
  const more = make("div", "folded", ...elements.slice(first));
  const button = makeButton("all", `Show all ${count}`, () => unfold(button, more));
  return [...elements.slice(0, first), button, more];
}

/** @param {Part[]} parts */
function countOfFirst(parts) {
  let facts = 0;
  let index = 0;
  while (index < parts.length && facts < FIRST) facts += parts[index++].size;
  return index;
}

/**
 * @param {HTMLElement} button
 * @param {HTMLElement} more
 */
function unfold(button, more) {
  button.remove();
  more.className = "";
  focusable(more).focus({ preventScroll: true });
}

/**
 * @param {Judgement} judgement
 * @param {string} id
 */
function judgementCard({ ends, words, reason, by }, id) {
  const others = ends.filter((end) => end.id !== id).map((end) => itemButton(end.id, end.label, "link"));
  return make("article", "card judgement", make("p", "", `${words} `, ...others, `: ${reason}`), make("p", "proof", by));
}

/**
 * The sentence of a passage, with the words that have to be read with it, and where it stands.
 * @param {number | undefined} index
 * @param {string[]} claims
 */
function quoteOf(index, claims) {
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
function byPassage(facts) {
  return group(facts, (fact) => passageOf(fact.claims[0]));
}

/**
 * What an inferred fact rests on: its passages, each with the claims that it proves.
 * @param {Fact} fact
 */
function restsOn({ claims }) {
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
