// Items by name: buttons that choose them, alone and in lists.

import { compare, group } from "./collections.js";
import { at, fold, make } from "./elements.js";
import { content } from "./given.js";
import { selected } from "./state.js";

/** @import { Fact } from "./data.js" */

/**
 * A button that selects an item, or plain text where the text names no item.
 * @param {string} id
 * @param {string} label
 * @param {string} className
 */
export function itemButton(id, label, className) {
  if (!id) return make("span", className === "link" ? "" : className, label);
  const button = make("button", className, label);
  button.type = "button";
  button.dataset.item = id;
  return button;
}

/** @param {string} id */
export function itemEntry(id) {
  return make("li", "", itemButton(id, content.labelOf(id), ""));
}

/**
 * Those whom the facts name, each once, in the order of the alphabet.
 * @param {Fact[]} facts
 */
export function actorButtons(facts) {
  const actors = new Map(facts.map((fact) => [fact.subject || fact.subjectLabel, fact]));
  const ordered = [...actors.values()].sort((one, other) => compare(one.subjectLabel, other.subjectLabel));
  return ordered.map((fact) => itemButton(fact.subject, fact.subjectLabel, "link"));
}

/** The list of all items, by group. */
export function renderIndex() {
  const groups = group(content.itemIds, (id) => content.data.items[id].group);
  for (const [name, words] of Object.entries(content.data.groups)) {
    const ids = groups.get(name);
    if (ids) at("index").append(itemsOf(words, ids));
  }
}

/**
 * The items of a group; open where the page has no goals to begin with.
 * @param {string} words
 * @param {string[]} ids
 */
function itemsOf(words, ids) {
  const part = fold("", words, make("ul", "", ...ids.map(itemEntry)));
  part.open = !content.goals.length;
  return part;
}

/** Marks the chosen item in the lists. */
export function markCurrent() {
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("nav [data-item]"))) {
    button.setAttribute("aria-current", String(button.dataset.item === selected()));
  }
}
