// The parts of a view: each has a name, by which the links at the start of a long view, and addresses, lead to it.

import { at, focusable, make } from "../../shared/elements.js";
import { link, page } from "../page.js";
import { t } from "../words.js";

const LONG = 300; // elements of a view, about two screens, from which on links to its parts stand at its start

/**
 * The heading of a part.
 * @param {string} name the key of its words, if they are not given
 */
export function partHeading(name, words = t(name)) {
  const heading = focusable(make("h2", "", words));
  heading.dataset.part = name;
  return heading;
}

/**
 * Puts links to the parts before the first one and before all fields, where a view has several and is long.
 * @param {HTMLElement} view
 * @param {number} size of the view, in elements
 */
export function addContents(view, size) {
  const parts = [...view.children].map((child) => (child.matches("[data-part]") ? child : child.querySelector(":scope > [data-part]"))).filter((part) => part !== null);
  if (size < LONG || parts.length < 2) return;
  const words = make("p", "note", t("parts"));
  words.id = "parts";
  const contents = make("nav", "parts", words, make("ul", "", ...parts.map((part) => make("li", "", partLink(/** @type {HTMLElement} */ (part))))));
  contents.setAttribute("aria-labelledby", words.id);
  [...view.children].find((child) => child.matches(".filters, .choices") || child.contains(parts[0]))?.before(contents);
}

/** @param {HTMLElement} part a heading, or the frame of a table */
function partLink(part) {
  const title = part.querySelector("caption") ?? part;
  const words = [...title.childNodes].map((node) => node.cloneNode(true));
  return link(/** @type {ChildNode[]} */ (words), page.place.view, page.place.id, { ...page.place.values, part: part.dataset.part ?? "" });
}

/** Goes to the part that the address names; false where it names none that is there. */
export function wentToPart() {
  const { part } = page.place.values;
  if (!part) return false;
  const found = /** @type {HTMLElement | null} */ (at("view").querySelector(`[data-part="${CSS.escape(part)}"]`));
  found?.focus({ preventScroll: true });
  found?.scrollIntoView({ block: "start" });
  return found !== null;
}
