// The short lists beside the goals: what is not finished, what is not read, what is blank; and the list of all items.

function renderLists() {
  at("lists").append(...unfinishedList(), ...unreadList(), ...blankList());
}

function unfinishedList() {
  const stated = data.facts.filter((fact) => fact.basis === "stated");
  const byStatus = group(stated, (fact) => fact.status);
  const parts = data.unfinished.filter((words) => byStatus.has(words));
  if (!parts.length) return [];
  const lists = parts.map((words) => fold("unfinished", words, itemsWithActors(byStatus.get(words))));
  return [make("h2", "", "Not finished"), ...lists];
}

function itemsWithActors(facts) {
  const byObject = group(facts, (fact) => fact.object || fact.objectLabel);
  return make("ul", "", ...[...byObject.values()].map((own) => make(
    "li", "", itemButton(own[0].object, own[0].objectLabel, ""), make("div", "through", ...listed(actorButtons(own))),
  )));
}

/** Those whom the facts name, each once, in the order of the alphabet. */
function actorButtons(facts) {
  const actors = new Map(facts.map((fact) => [fact.subject || fact.subjectLabel, fact]));
  const ordered = [...actors.values()].sort((one, other) => compare(one.subjectLabel, other.subjectLabel));
  return ordered.map((fact) => itemButton(fact.subject, fact.subjectLabel, "link"));
}

function unreadList() {
  const entries = goalsWith(unreadSections, (section) => `${sectionName(section)}: ${section.unread}`);
  return entries.length ? [make("h2", "", "Not wholly read"), make("p", "note", UNREAD_NOTE), make("ul", "unreads", ...entries)] : [];
}

function blankList() {
  const entries = goalsWith(blankSections, sectionName);
  return entries.length ? [make("h2", "", "Blank in the form"), make("p", "note", BLANK_NOTE), make("ul", "blanks", ...entries)] : [];
}

/** The goals of which some sections are found, with those sections in words. */
function goalsWith(sectionsOf, words) {
  return goals.filter((goal) => sectionsOf(goal).length).map((goal) => make(
    "li", "", itemButton(goal.id, heading(goal), ""), make("div", "through", sectionsOf(goal).map(words).join(", ")),
  ));
}

function renderIndex() {
  const groups = group(itemIds, (id) => data.items[id].group);
  for (const [name, words] of Object.entries(data.groups)) {
    if (groups.has(name)) at("index").append(itemsOf(words, groups.get(name)));
  }
}

/** The items of a group; open where the page has no goals to begin with. */
function itemsOf(words, ids) {
  const part = fold("", words, make("ul", "", ...ids.map(itemEntry)));
  part.open = !goals.length;
  return part;
}
