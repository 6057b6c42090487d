// Search: an item is found by its names, by the status of what it takes part in, by "blank" and "not yet read"; accents and case aside.

const terms = new Map(itemIds.map((id) => [id, termsOf(id).map(plain)]));

/** What an item goes by: its label first. */
function termsOf(id) {
  const { short, names } = data.items[id];
  return [labelOf(id), short, ...names, ...statusTerms(id), ...sectionTerms(id)];
}

function statusTerms(id) {
  const own = factsOf(id, "stated").filter((fact) => fact.status && [fact.subject, fact.object].includes(id));
  return isGoal(id) ? [] : [...new Set(own.map((fact) => fact.statusName))];
}

function sectionTerms(id) {
  const goal = goalOf(id);
  return goal ? [...blankSections(goal).map((section) => section.words), ...unreadSections(goal).map((section) => section.unread)] : [];
}

/** Lower case, without accents, and with one space for all that is neither letter nor digit. */
function plain(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

/** How near an item comes to what is sought: 0 has just that name, 1 has it as whole words, 2 starts a word with it, 3 has it
 * inside; -1 where not at all. */
function rank(id) {
  const sought = state.query;
  const nearness = [
    (term) => term === sought,
    (term) => ` ${term} `.includes(` ${sought} `),
    (term) => ` ${term}`.includes(` ${sought}`),
    (term) => term.includes(sought),
  ];
  return nearness.findIndex((near) => terms.get(id).some(near));
}

function matches(id) {
  return rank(id) >= 0;
}

function search() {
  state.query = plain(at("query").value);
  const found = state.query ? itemIds.filter(matches).sort((one, other) => rank(one) - rank(other)) : [];
  at("browse").hidden = Boolean(state.query);
  at("matches").hidden = !state.query;
  at("matches").replaceChildren(...found.map(hit));
  say(state.query ? `${found.length} of ${itemIds.length} items have this in a name or status.` : "");
  markCurrent();
  paint();
}

/** An item that was found, with the other name or status by which it was. */
function hit(id) {
  const entry = itemEntry(id);
  const index = terms.get(id).findIndex((term) => term.includes(state.query));
  if (index > 0) entry.append(make("span", "note", ` ${termsOf(id)[index]}`));
  return entry;
}

function clearSearch() {
  if (!state.query && !at("query").value) return;
  at("query").value = "";
  search();
}

function say(text) {
  at("status").textContent = text;
}
