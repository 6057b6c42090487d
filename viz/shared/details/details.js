// What is said of the chosen item, or of both ends of the chosen line.

import { inferredCards, judgementCards, plainList, statedCards, STRUCTURE, UNPROVED } from "./cards.js";
import { plural } from "../collections.js";
import { blankSections, heading, unreadSections } from "../content.js";
import { at, focusable, fold, make } from "../elements.js";
import { content } from "../given.js";
import { actorButtons, itemButton } from "../items.js";
import { BLANK_NOTE, nothingFound, sectionList, soFar, UNREAD_NOTE } from "./sections.js";
import { selected, state } from "../state.js";

/** @import { Goal, Item, Target } from "../data.js" */

const FEW = 10; // actors that are shown without being asked for

export function renderDetails() {
  at("details").scrollTop = 0;
  const shown = selected() ? itemDetails(selected()) : state.chosen.length ? pairDetails(state.chosen) : welcome();
  at("summary").replaceChildren(...shown.summary);
  at("facts").replaceChildren(...shown.facts);
}

/** The reader goes on in the details. */
export function showDetails() {
  /** @type {HTMLElement | null} */ (at("summary").querySelector("h2"))?.focus({ preventScroll: true });
  at("details").scrollIntoView({ block: "start" });
}

function welcome() {
  const summary = [
    make("h2", "", "Nothing is selected"),
    make("p", "", "Choose an item in the list, or a mark or a line in the picture. Each fact is shown with the sentence of the report that states it."),
    make("p", "note", "Escape clears the selection. The address of the page keeps it, so a link can be sent."),
  ];
  return { summary, facts: [] };
}

/** @param {string[]} ends */
function pairDetails(ends) {
  const [one, other] = ends.map((id) => make("li", "", itemButton(id, content.shortOf(id), "")));
  return {
    summary: [focusable(make("h2", "", "What links the two")), make("ul", "", one, other), clearButton()],
    facts: [
      ...statedCards("", content.factsBetween(ends, "stated")),
      ...plainList(STRUCTURE, content.factsBetween(ends, "structure")),
      ...plainList(UNPROVED, content.factsBetween(ends, "row")),
      ...inferredCards(content.factsBetween(ends, "inferred")),
    ],
  };
}

/** @param {string} id */
function itemDetails(id) {
  const target = content.targetOf(id);
  return {
    summary: itemSummary(content.data.items[id], id, target),
    facts: [...(target ? target.goals.flatMap(goalOfTarget) : formSections(id)), ...cards(id, target)],
  };
}

/**
 * @param {Item} item
 * @param {string} id
 * @param {Target | undefined} target
 */
function itemSummary(item, id, target) {
  const title = focusable(make("h2", "", item.number ? heading(item) : item.label));
  const wording = item.number ? [make("p", "", `“${item.label}”`)] : [];
  const count = target ? [] : [make("p", "note", counts(id))];
  return [title, make("p", "", item.kind), ...otherNames(item), ...wording, ...count, clearButton()];
}

function clearButton() {
  const button = make("button", "link clear", "Clear the selection");
  button.type = "button";
  button.dataset.clear = "";
  return button;
}

/** @param {Item} item */
function otherNames(item) {
  const names = item.number ? [] : item.names.filter((name) => name !== item.label);
  return names.length ? [make("p", "note", `Also called: ${names.join(", ")}`)] : [];
}

/** @param {string} id */
function counts(id) {
  const rows = content.factsOf(id, "row").length;
  const unproved = rows ? `, ${rows} without a sentence` : "";
  const [stated, inferred] = [content.factsOf(id, "stated"), content.factsOf(id, "inferred")];
  return `${plural(stated.length, "fact")} stated, ${inferred.length} inferred by rule${unproved}${soFar(id)}.`;
}

/** @param {string} id */
function formSections(id) {
  const goal = content.goalOf(id);
  if (!goal || !goal.sections.length) return [];
  const notes = [
    ...(unreadSections(goal).length ? [make("p", "note", UNREAD_NOTE)] : []),
    ...(blankSections(goal).length ? [make("p", "note", BLANK_NOTE)] : []),
  ];
  return [make("h3", "", "In the form"), sectionList(goal), ...notes];
}

/**
 * A goal of the chosen target: its sections, and the actors that the report names under it.
 * @param {Goal} goal
 */
function goalOfTarget(goal) {
  const actors = actorButtons(content.factsOf(goal.id, "stated").filter((fact) => fact.subject && fact.serves.includes(goal.id)));
  const list = fold("named", "Actors named under this goal", make("ul", "", ...actors.map((one) => make("li", "", one))));
  list.open = actors.length <= FEW;
  const named = actors.length ? list : make("p", "note", nothingFound(goal));
  return [make("h3", "", itemButton(goal.id, heading(goal), "")), sectionList(goal), named];
}

/**
 * @param {string} id
 * @param {Target | undefined} target
 */
function cards(id, target) {
  return [
    ...statedCards(id, content.factsOf(id, "stated")),
    ...judgementCards(id),
    ...plainList(STRUCTURE, target ? [] : content.factsOf(id, "structure")),
    ...plainList(UNPROVED, content.factsOf(id, "row")),
    ...inferredCards(content.factsOf(id, "inferred")),
  ];
}
