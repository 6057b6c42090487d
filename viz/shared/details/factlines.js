// A fact as one line: who, what, whom, under which law, with which status.

import { plural } from "../collections.js";
import { make } from "../elements.js";
import { content } from "../given.js";
import { itemButton } from "../items.js";
import { selected } from "../state.js";

/** @import { Fact } from "../data.js" */

/** @param {Fact} fact */
export function factLine(fact) {
  const more = [fact.period, people(fact), servedGoals(fact)].filter(Boolean).join(" · ");
  return make("div", "fact", sentence(fact), underLaw(fact), ...statusChip(fact), ...notes([more, ...(fact.more ?? [])]));
}

/**
 * A fact that a rule infers: it has neither law nor status.
 * @param {Fact} fact
 * @param {HTMLElement[]} proof
 */
export function inferredLine(fact, proof) {
  return make("div", "fact", sentence(fact), ...notes(fact.more ?? []), ...proof);
}

/** @param {string[]} texts */
function notes(texts) {
  return texts.filter(Boolean).map((text) => make("div", "proof", text));
}

/** @param {Fact} fact */
function people({ representatives }) {
  return representatives ? plural(Number(representatives), "representative") : "";
}

/**
 * The goals that a fact serves, unless it is the selected one alone.
 * @param {Fact} fact
 */
function servedGoals({ goal, serves }) {
  if (!goal || (serves.length === 1 && serves[0] === selected())) return "";
  return `${goal.includes(",") ? "goals" : "goal"} ${goal}`;
}

/** @param {Fact} fact */
function sentence(fact) {
  return make("span", "sentence", end(fact.subject, fact.subjectLabel), ` ${fact.words} `, end(fact.object, fact.objectLabel));
}

/** @param {Fact} fact */
function underLaw({ laws }) {
  const named = laws.flatMap((law, place) => [place ? " and " : " under ", end(law.id, law.label)]);
  return named.length ? make("span", "", ...named) : "";
}

/**
 * @param {string} id
 * @param {string} label
 */
function end(id, label) {
  return id && id === selected() ? make("strong", "", content.shortOf(id)) : itemButton(id, content.nameOf(id, label), "link");
}

/** @param {Fact} fact */
function statusChip({ status, line }) {
  return status ? [" · ", make("span", `chip ${line}`, status)] : [];
}
