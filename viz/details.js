// What is said of the selected item.

const BLANK_NOTE = "“Blank in the form” does not mean that nothing was done.";
const FEW = 10; // actors that are shown without being asked for

function renderDetails() {
  if (!state.selected) return renderWelcome();
  const target = targetOf(state.selected);
  at("summary").replaceChildren(...summary(data.items[state.selected], target));
  at("facts").replaceChildren(...(target ? target.goals.flatMap(goalOfTarget) : formSections(state.selected)), ...cards(state.selected));
  at("details").scrollTop = 0;
}

function renderWelcome() {
  at("summary").replaceChildren(make("h2", "", "Nothing is selected"), make(
    "p", "", "Choose a goal in the list or a mark in the picture. Each fact is shown with the sentence of the report that states it.",
  ), make("p", "note", "Escape clears the selection. The address of the page keeps it, so a link can be sent."));
  at("facts").replaceChildren();
}

function summary(item, target) {
  const title = make("h2", "", item.number ? heading(item) : item.label);
  title.tabIndex = -1;
  const wording = item.number ? [make("p", "", `“${item.label}”`)] : [];
  const count = target ? [] : [make("p", "note", counts(state.selected))];
  return [title, make("p", "", item.kind), ...otherNames(item), ...wording, ...count, makeButton("link clear", "Clear the selection", clear)];
}

function otherNames(item) {
  const names = item.number ? [] : item.names.filter((name) => name !== item.label);
  return names.length ? [make("p", "note", `Also called: ${names.join(", ")}`)] : [];
}

function counts(id) {
  return `${plural(factsOf(id, "stated").length, "fact")} stated, ${factsOf(id, "inferred").length} inferred by rule.`;
}

function formSections(id) {
  const goal = goalOf(id);
  if (!goal || !goal.sections.length) return [];
  const note = blankSections(goal).length ? [make("p", "note", BLANK_NOTE)] : [];
  return [make("h3", "", "In the form"), sectionList(goal), ...note];
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
