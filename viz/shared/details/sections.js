// The sections of the form under a goal, and what is not read that might tell more.

import { plural } from "../collections.js";
import { blankSections, unreadSections } from "../content.js";
import { make } from "../elements.js";
import { content } from "../given.js";

/** @import { Goal, Section } from "../data.js" */

export const BLANK_NOTE = "“Blank in the form” does not mean that nothing was done.";
export const UNREAD_NOTE = "Something stands there from which we have not yet, or only in part, taken the facts.";
const LISTED = 6; // sections that are named one by one

/** @param {Goal} goal */
export function sectionList(goal) {
  return make("ul", "sections", ...goal.sections.map((section) => make(
    "li", section.blank ? "blank" : "", make("span", "", content.sectionName(section)), make("span", "", section.words),
    section.unread ? make("span", "unread", section.unread) : "",
  )));
}

/** @param {Goal} goal */
export function nothingFound(goal) {
  const hint = blankSections(goal).length ? " A blank section does not mean that nothing was done." : "";
  return `No contribution is recorded under this goal${soFar(goal.id)}.${hint}`;
}

/**
 * What is not read that might tell of the item: of a goal sections of its own, or else those of other goals; of others all.
 * @param {string} id
 */
export function soFar(id) {
  const goal = content.goalOf(id);
  const unread = content.goals.flatMap((each) => unreadSections(each).map((section) => ({ ...section, under: ` under ${each.number}` })));
  if (!unread.length) return "";
  if (!goal) return ` so far: ${unreadWords(unread)}`;
  const own = unreadSections(goal);
  return ` so far: ${own.length ? unreadWords(own) : `under other goals, ${plural(unread.length, "section")} not yet read, or in part`}`;
}

/**
 * Each section with how far it is read, and the goal where it may be any; their number where they are many.
 * @param {(Section & { under?: string })[]} sections
 */
export function unreadWords(sections) {
  if (sections.length > LISTED) return `${sections.length} sections are not yet read, or in part`;
  return sections.map((section) => `${content.sectionName(section)}${section.under ?? ""} is ${section.unread}`).join(", ");
}
