// What readers have judged: whether two items are the same.

import { make } from "./elements.js";
import { content } from "./given.js";
import { itemButton } from "./items.js";

/** @import { Judgement } from "./data.js" */

/** @param {string} id */
export function judgementCards(id) {
  const own = content.data.judgements.filter((judgement) => judgement.ends.some((end) => end.id === id));
  if (!own.length) return [];
  const note = make("p", "note", "The reader’s judgement; the report does not say it.");
  return [make("h3", "", "Same or not"), note, ...own.map((judgement) => judgementCard(judgement, id))];
}

/**
 * @param {Judgement} judgement
 * @param {string} id
 */
function judgementCard({ ends, words, reason, by }, id) {
  const others = ends.filter((end) => end.id !== id).map((end) => itemButton(end.id, end.label, "link"));
  return make("article", "card judgement", make("p", "", `${words} `, ...others, `: ${reason}`), make("p", "proof", by));
}
