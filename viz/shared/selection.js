// The selection: the address of the page is what holds it.

import { hashOf, idsOf } from "./address.js";
import { content } from "./given.js";
import { clearSearch, say } from "./searchfield.js";
import { isChosen, state } from "./state.js";

/** @type {(() => void)[]} */
const followers = [];

/**
 * Whenever something else is chosen, this is done, in the order in which it was asked for.
 * @param {() => void} follow
 */
export function whenChosen(follow) {
  followers.push(follow);
}

/**
 * Chooses these items; the way back leads to what was chosen before.
 * @param {string[]} ids
 */
export function go(ids) {
  const hash = hashOf(ids);
  if ((location.hash || "#") !== hash) history.pushState(null, "", hash);
  choose(ids);
}

/** Chooses what the address names. */
export function fromAddress() {
  const ids = idsOf(location.hash, (id) => content.has(id));
  if (!ids) say("The link names an item that is not on this page.");
  choose(ids ?? []);
}

/** @param {string[]} ids */
function choose(ids) {
  state.chosen = ids;
  document.body.classList.toggle("chosen", isChosen());
  if (isChosen()) clearSearch();
  for (const follow of followers) follow();
}
