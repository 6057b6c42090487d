// The list of targets and goals, each goal with its sections and those who contribute.

import { heading, unreadSections } from "../shared/content.js";
import { showDetails } from "../shared/details/details.js";
import { at, fold, make, makeButton } from "../shared/elements.js";
import { content } from "../shared/given.js";
import { itemButton } from "../shared/items.js";
import { nothingFound, sectionList, unreadWords } from "../shared/details/sections.js";
import { selected } from "../shared/state.js";

/** @import { Actor, Crowd, Deed, Goal } from "../shared/data.js" */

const NAMED_FIRST = 2; // actors whose names stand for many that did the same
let openGoal = "";

export function renderOutline() {
  for (const target of content.data.targets) {
    if (content.targetOf(target.id)) at("outline").append(make("h3", "", itemButton(target.id, heading(target), "")));
    at("outline").append(make("ul", "", ...target.goals.map(goalEntry)));
  }
}

/** Opens the chosen goal; where none is chosen, the one that is open stays so. */
export function openChosenGoal() {
  open(content.goalOf(selected()) ? selected() : openGoal);
}

/** @param {string} id of a goal; empty for none */
function open(id) {
  openGoal = id;
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-opens]"))) {
    const isOpen = button.dataset.opens === id;
    button.setAttribute("aria-expanded", String(isOpen));
    /** @type {HTMLElement} */ (button.nextElementSibling).hidden = !isOpen;
  }
}

/** @param {Goal} goal */
function goalEntry(goal) {
  const button = itemButton(goal.id, heading(goal), "goal");
  const sentences = makeButton("link phone", "To the sentences", showDetails);
  const body = make("div", "goal-body", sentences, sectionList(goal), ...contributions(goal));
  button.dataset.opens = goal.id;
  button.setAttribute("aria-expanded", "false");
  button.addEventListener("click", (event) => closeAgain(event, goal.id));
  body.hidden = true;
  return make("li", "", button, body);
}

/**
 * The chosen goal closes, and stays chosen.
 * @param {Event} event
 * @param {string} id
 */
function closeAgain(event, id) {
  if (openGoal !== id || selected() !== id) return;
  event.stopPropagation();
  open("");
}

/** @param {Goal} goal */
function contributions(goal) {
  if (!goal.statuses.length) return [make("p", "note", nothingFound(goal))];
  const parts = goal.statuses.map((status) => {
    const part = fold("", status.words, ...status.actors.map(actorEntry), ...status.crowds.map(crowdEntry));
    part.open = true;
    return part;
  });
  return [...parts, ...unreadNote(goal)];
}

/** @param {Goal} goal */
function unreadNote(goal) {
  const unread = unreadSections(goal);
  return unread.length ? [make("p", "note", `There may be more: ${unreadWords(unread)}.`)] : [];
}

/** @param {Actor} actor */
function actorEntry(actor) {
  const lines = actor.through.map((one) => make(
    "li", "", `${one.role} `, itemButton(one.id, one.label, "link"), whereAndWhen(one),
  ));
  return make("div", "actor", itemButton(actor.id, actor.label, ""), make("ul", "through", ...lines));
}

/**
 * Many actors in the same role of one initiative, on one line until it is opened.
 * @param {Crowd} crowd
 */
function crowdEntry(crowd) {
  const names = crowd.actors.slice(0, NAMED_FIRST).map((actor) => actor.label).join(", ");
  return fold(
    "crowd", `${crowd.label}: ${crowd.role} ${names} …`,
    make("p", "through", itemButton(crowd.id, crowd.label, "link"), whereAndWhen(crowd)),
    make("ul", "", ...crowd.actors.map((actor) => make("li", "", itemButton(actor.id, actor.label, "")))),
  );
}

/** @param {Deed} one */
function whereAndWhen({ report, section, period }) {
  return ` (${[content.data.several && report, section, period].filter(Boolean).join(", ")})`;
}
