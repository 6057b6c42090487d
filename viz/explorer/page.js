// Where the reader is, and links to other places.

import { make } from "../shared/elements.js";
import { addressOf, placeOf } from "./route.js";
import { store } from "./store.js";

/** @import { Place } from "./route.js" */

export const page = {
  /** @type {Place} */
  place: placeOf(""),
};

/**
 * A link to a place.
 * @param {(Node | string)[]} children
 * @param {string} view
 * @param {string} id
 * @param {Record<string, string>} values
 */
export function link(children, view, id = "", values = {}) {
  const found = make("a", "", ...children);
  found.setAttribute("href", addressOf(page.place, view, id, values));
  return found;
}

/**
 * A link to an item, by the name given or its own; the text alone where it names no item.
 * @param {string} id
 * @param {string} label
 */
export function itemLink(id, label = "") {
  const item = store.item(id);
  if (!item) return make("span", "", isolated(label));
  const found = link([isolated(item.number ? headingOf(item) : label || item.label)], "item", id);
  found.dataset.group = item.group;
  if (item.lang) found.lang = item.lang;
  return found;
}

/**
 * The number and short name of a goal.
 * @param {{ number?: string, short?: string, label: string }} goal
 */
export function headingOf({ number = "", short, label }) {
  return [number, short || label].filter(Boolean).join(" ");
}

/**
 * The text without marks that change the direction of what follows.
 * @param {string} text
 */
export function unturned(text) {
  return text.replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "");
}

/**
 * A foreign text apart from the direction of the text around it, without marks that change direction.
 * @param {string} text
 */
export function isolated(text) {
  return make("bdi", "", unturned(text));
}
