// A guided story: steps of a file, each with a place of the page and what is to be seen there.

import { at, focusable, make } from "../shared/elements.js";
import { page } from "./page.js";
import { addressOf, placeOf } from "./route.js";
import { store } from "./store.js";
import { inLanguage, t } from "./words.js";

/** @import { Story } from "./data.js" */

/** Shows the step that the address names, and the way to the others; nothing where it names no story. */
export function showStory() {
  const { story, step = "1" } = page.place.values;
  const found = store.core.stories.find(({ id }) => id === story);
  const number = Number(step);
  const text = found && inLanguage(found.steps[number - 1]?.text);
  at("story").hidden = !text;
  if (found && text) at("story").replaceChildren(...panel(found, number, text));
}

/** Links that begin the stories. */
export function storyLinks() {
  return store.core.stories.map((story) => stepLink(story, 1, inLanguage(story.title)));
}

/**
 * @param {Story} story
 * @param {number} number
 * @param {string} text
 */
function panel(story, number, text) {
  const { length } = story.steps;
  const heading = focusable(make("h2", "", t("story.step", { title: inLanguage(story.title), number, length })));
  const close = make("a", "", t("story.close"));
  close.setAttribute("href", addressOf(page.place, page.place.view, page.place.id, { ...page.place.values, story: "", step: "" }));
  return [heading, make("p", "", text), make(
    "p", "steps",
    number > 1 ? stepLink(story, number - 1, t("story.back")) : "",
    number < length ? stepLink(story, number + 1, t("story.next")) : "",
    close,
  )];
}

/**
 * @param {Story} story
 * @param {number} number
 * @param {string} words
 */
function stepLink(story, number, words) {
  const { view, id, values } = placeOf(story.steps[number - 1].address);
  const { lang = "" } = page.place.values;
  const found = make("a", "", words);
  found.setAttribute("href", addressOf({ view, id, values: {} }, view, id, { ...values, lang, story: story.id, step: String(number) }));
  return found;
}
