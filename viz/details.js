// What is said of the selected item.

const BLANK_NOTE = "“Blank in the form” does not mean that nothing was done.";
const UNREAD_NOTE = "Something stands there from which we have not yet, or only in part, taken the facts.";
const FEW = 10; // actors that are shown without being asked for

function renderDetails() {
  at("details").scrollTop = 0;
  if (!chosen()) return renderWelcome();
  if (state.pair.length) return renderPair(state.pair);
  const target = targetOf(state.selected);
  at("summary").replaceChildren(...summary(data.items[state.selected], target));
  at("facts").replaceChildren(...(target ? target.goals.flatMap(goalOfTarget) : formSections(state.selected)), ...cards(state.selected));
}

/** What is said of both ends of a line. */
function renderPair(ends) {
  const [one, other] = ends.map((id) => make("li", "", itemButton(id, shortOf(id), "")));
  at("summary").replaceChildren(
    focusable(make("h2", "", "What links the two")), make("ul", "", one, other), makeButton("link clear", "Clear the selection", clear),
  );
  at("facts").replaceChildren(
    ...statedCards("", factsBetween(ends, "stated")),
    ...plainList(STRUCTURE, factsBetween(ends, "structure")),
    ...plainList(UNPROVED, factsBetween(ends, "row")),
    ...inferredCards(factsBetween(ends, "inferred")),
  );
}

function focusable(title) {
  title.tabIndex = -1;
  return title;
}

function renderWelcome() {
  at("summary").replaceChildren(make("h2", "", "Nothing is selected"), make(
    "p", "", "Choose an item in the list, or a mark or a line in the picture. Each fact is shown with the sentence of the report that states it.",
  ), make("p", "note", "Escape clears the selection. The address of the page keeps it, so a link can be sent."));
  at("facts").replaceChildren();
}

function summary(item, target) {
  const title = focusable(make("h2", "", item.number ? heading(item) : item.label));
  const wording = item.number ? [make("p", "", `“${item.label}”`)] : [];
  const count = target ? [] : [make("p", "note", counts(state.selected))];
  return [title, make("p", "", item.kind), ...otherNames(item), ...wording, ...count, makeButton("link clear", "Clear the selection", clear)];
}

function otherNames(item) {
  const names = item.number ? [] : item.names.filter((name) => name !== item.label);
  return names.length ? [make("p", "note", `Also called: ${names.join(", ")}`)] : [];
}

function counts(id) {
  const rows = factsOf(id, "row").length;
  const unproved = rows ? `, ${rows} without a sentence` : "";
  return `${plural(factsOf(id, "stated").length, "fact")} stated, ${factsOf(id, "inferred").length} inferred by rule${unproved}${soFar(id)}.`;
}

function formSections(id) {
  const goal = goalOf(id);
  if (!goal || !goal.sections.length) return [];
  const notes = [
    ...(unreadSections(goal).length ? [make("p", "note", UNREAD_NOTE)] : []),
    ...(blankSections(goal).length ? [make("p", "note", BLANK_NOTE)] : []),
  ];
  return [make("h3", "", "In the form"), sectionList(goal), ...notes];
}

/** A goal of the selected target: its sections, and the actors that the report names under it. */
function goalOfTarget(goal) {
  const actors = actorButtons(factsOf(goal.id, "stated").filter((fact) => fact.subject && fact.serves.includes(goal.id)));
  const list = fold("named", "Actors named under this goal", make("ul", "", ...actors.map((one) => make("li", "", one))));
  list.open = actors.length <= FEW;
  const named = actors.length ? list : make("p", "note", nothingFound(goal));
  return [make("h3", "", itemButton(goal.id, heading(goal), "")), sectionList(goal), named];
}

function judgementCards(id) {
  const own = data.judgements.filter((judgement) => judgement.ends.some((end) => end.id === id));
  if (!own.length) return [];
  const note = make("p", "note", "The reader’s judgement; the report does not say it.");
  return [make("h3", "", "Same or not"), note, ...own.map((judgement) => judgementCard(judgement, id))];
}

function judgementCard(judgement, id) {
  const other = judgement.ends.find((end) => end.id !== id);
  const line = make("p", "", `${judgement.words} `, itemButton(other.id, other.label, "link"), `: ${judgement.reason}`);
  return make("article", "card judgement", line, make("p", "proof", judgement.by));
}
