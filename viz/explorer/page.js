// Where the reader is, and links to other places.

import { make } from "../shared/elements.js";
import { NAMES } from "./named.js";
import { addressOf, placeOf } from "./route.js";
import { store } from "./store.js";

/** @import { Place } from "./route.js" */

export const page = {
  /** @type {Place} */
  place: placeOf(""),
};

/**
 * Whether there is something to be seen in a view: members are shown beside each other.
 * @param {string} view
 */
export function isOfUse(view) {
  return view !== "members" || store.core.reports.length > 1;
}

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
 * A link to an item, by the name given or its own; the text alone, in its language, where it names no item.
 * @param {string} id
 * @param {string} label
 * @param {string} lang
 */
export function itemLink(id, label = "", lang = NAMES) {
  const item = store.item(id);
  if (!item) return spoken(make("span", "", isolated(label)), lang);
  const found = link([isolated(item.number ? headingOf(item) : label || item.label)], "item", id);
  found.dataset.group = item.group;
  return spoken(found, item.lang);
}

/**
 * The number and short name of a goal.
 * @param {{ number?: string, short?: string, label: string }} goal
 */
export function headingOf({ number = "", short, label }) {
  return [number, short || label].filter(Boolean).join(" ");
}

/**
 * A text that is not the page's own, apart from the direction of the text around it, in its language.
 * @param {string} text
 * @param {string} lang empty where it is not known
 */
export function foreign(text, lang = NAMES) {
  return spoken(isolated(text), lang);
}

/**
 * The element, which says its language where that is not the page's.
 * @template {HTMLElement} Found
 * @param {Found} element
 * @param {string} lang
 */
export function spoken(element, lang = NAMES) {
  if (lang !== document.documentElement.lang) element.lang = lang;
  return element;
}

/** The name of a report. @param {{ label: string }} report */
export function reportName({ label }) {
  return foreign(label);
}

/** The number and short name of a goal, in the language of the name. @param {{ number?: string, short?: string, label: string, lang?: string }} goal */
export function goalName(goal) {
  return foreign(headingOf(goal), goal.lang);
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
function isolated(text) {
  return make("bdi", "", unturned(text));
}
