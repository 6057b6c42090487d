// The short lists beside the goals: what is not finished, what is not read, what is blank.

import { group, listed } from "../shared/collections.js";
import { blankSections, heading, unreadSections } from "../shared/content.js";
import { at, fold, make } from "../shared/elements.js";
import { content } from "../shared/given.js";
import { actorButtons, itemButton } from "../shared/items.js";
import { BLANK_NOTE, UNREAD_NOTE } from "../shared/details/sections.js";

/** @import { Fact, Goal, Section } from "../shared/data.js" */

export function renderLists() {
  at("lists").append(...unfinishedList(), ...unreadList(), ...blankList());
}

function unfinishedList() {
  const stated = content.data.facts.filter((fact) => fact.basis === "stated");
  const byStatus = group(stated, (fact) => fact.status);
  const lists = content.data.unfinished.flatMap((words) => {
    const own = byStatus.get(words);
    return own ? [fold("unfinished", words, itemsWithActors(own))] : [];
  });
  return lists.length ? [make("h2", "", "Not finished"), ...lists] : [];
}

/** @param {Fact[]} facts */
function itemsWithActors(facts) {
  const byObject = group(facts, (fact) => fact.object || fact.objectLabel);
  return make("ul", "", ...[...byObject.values()].map((own) => make(
    "li", "", itemButton(own[0].object, own[0].objectLabel, ""), make("div", "through", ...listed(actorButtons(own))),
  )));
}

function unreadList() {
  const entries = goalsWith(unreadSections, (section) => `${content.sectionName(section)}: ${section.unread}`);
  return entries.length ? [make("h2", "", "Not wholly read"), make("p", "note", UNREAD_NOTE), make("ul", "unreads", ...entries)] : [];
}

function blankList() {
  const entries = goalsWith(blankSections, (section) => content.sectionName(section));
  return entries.length ? [make("h2", "", "Blank in the form"), make("p", "note", BLANK_NOTE), make("ul", "blanks", ...entries)] : [];
}

/**
 * The goals of which some sections are found, with those sections in words.
 * @param {(goal: Goal) => Section[]} sectionsOf
 * @param {(section: Section) => string} words
 */
function goalsWith(sectionsOf, words) {
  return content.goals.filter((goal) => sectionsOf(goal).length).map((goal) => make(
    "li", "", itemButton(goal.id, heading(goal), ""), make("div", "through", sectionsOf(goal).map(words).join(", ")),
  ));
}
