// The list of targets and goals, each goal with its sections and those who contribute.

const NAMED_FIRST = 2; // actors whose names stand for many that did the same
const LISTED = 6; // sections that are named one by one

function renderOutline() {
  for (const target of data.targets) {
    if (targetOf(target.id)) at("outline").append(make("h3", "", itemButton(target.id, heading(target), "")));
    at("outline").append(make("ul", "", ...target.goals.map(goalEntry)));
  }
}

function goalEntry(goal) {
  const button = itemButton(goal.id, heading(goal), "goal");
  const sentences = makeButton("link phone", "To the sentences", showDetails);
  const body = make("div", "goal-body", sentences, sectionList(goal), ...contributions(goal));
  button.dataset.opens = goal.id;
  button.setAttribute("aria-expanded", "false");
  body.hidden = true;
  return make("li", "", button, body);
}

function sectionList(goal) {
  return make("ul", "sections", ...goal.sections.map((section) => make(
    "li", section.state, make("span", "", sectionName(section)), make("span", "", section.words),
    section.unread ? make("span", "unread", section.unread) : "",
  )));
}

function contributions(goal) {
  if (!goal.statuses.length) return [make("p", "note", nothingFound(goal))];
  const parts = goal.statuses.map((status) => {
    const part = fold("", status.words, ...status.actors.map(actorEntry), ...status.crowds.map(crowdEntry));
    part.open = true;
    return part;
  });
  return [...parts, ...unreadNote(goal)];
}

function unreadNote(goal) {
  const unread = unreadSections(goal);
  return unread.length ? [make("p", "note", `There may be more: ${unreadWords(unread)}.`)] : [];
}

function nothingFound(goal) {
  const hint = blankSections(goal).length ? " A blank section does not mean that nothing was done." : "";
  return `No contribution is recorded under this goal${soFar(goal.id)}.${hint}`;
}

/** What is not read that might tell of the item: of a goal sections of its own, or else those of other goals; of others all. */
function soFar(id) {
  const goal = goalOf(id);
  const unread = goals.flatMap((each) => unreadSections(each).map((section) => ({ ...section, under: ` under ${each.number}` })));
  if (!unread.length) return "";
  if (!goal) return ` so far: ${unreadWords(unread)}`;
  const own = unreadSections(goal);
  return ` so far: ${own.length ? unreadWords(own) : `under other goals, ${plural(unread.length, "section")} not yet read, or in part`}`;
}

/** Each section with how far it is read, and the goal where it may be any; their number where they are many. */
function unreadWords(sections) {
  if (sections.length > LISTED) return `${sections.length} sections are not yet read, or in part`;
  return sections.map((section) => `${sectionName(section)}${section.under || ""} is ${section.unread}`).join(", ");
}

function actorEntry(actor) {
  const lines = actor.through.map((one) => make(
    "li", "", `${one.role} `, itemButton(one.id, one.label, "link"), whereAndWhen(one),
  ));
  return make("div", "actor", itemButton(actor.id, actor.label, ""), make("ul", "through", ...lines));
}

/** Many actors in the same role of one initiative, on one line until it is opened. */
function crowdEntry(crowd) {
  const names = crowd.actors.slice(0, NAMED_FIRST).map((actor) => actor.label).join(", ");
  return fold(
    "crowd", `${crowd.label}: ${crowd.role} ${names} …`,
    make("p", "through", itemButton(crowd.id, crowd.label, "link"), whereAndWhen(crowd)),
    make("ul", "", ...crowd.actors.map((actor) => make("li", "", itemButton(actor.id, actor.label, "")))),
  );
}

function whereAndWhen(one) {
  return ` (${[data.several && one.report, one.section, one.period].filter(Boolean).join(", ")})`;
}

function openGoal(id) {
  if (id) state.openGoal = id;
  for (const button of document.querySelectorAll("[data-opens]")) {
    const open = button.dataset.opens === state.openGoal;
    button.setAttribute("aria-expanded", String(open));
    button.nextElementSibling.hidden = !open;
  }
}

function closeGoal() {
  state.openGoal = "";
  openGoal("");
}
