// What the page was given, and the state that it is in.

const data = JSON.parse(document.getElementById("data").textContent);
const goals = data.targets.flatMap((target) => target.goals);
const byItem = indexFacts(data.facts);
const itemIds = Object.keys(data.items).sort((one, other) => compare(labelOf(one), labelOf(other)));
const state = { selected: "", pair: [], query: "", openGoal: "", opener: null, painting: false };

function compare(one, other) {
  return one.localeCompare(other, "en", { numeric: true, sensitivity: "base" });
}

function group(rows, keyOf) {
  const groups = new Map();
  for (const row of rows) {
    const key = keyOf(row);
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(row);
  }
  return groups;
}

function indexFacts(facts) {
  const index = new Map();
  for (const fact of facts) {
    for (const id of endsOf(fact)) {
      if (!index.has(id)) index.set(id, []);
      index.get(id).push(fact);
    }
  }
  return index;
}

/** The facts that speak of both items. */
function factsBetween([one, other], basis) {
  return factsOf(one, basis).filter((fact) => endsOf(fact).has(other));
}

/** The items that a fact speaks of. */
function endsOf(fact) {
  return new Set([fact.subject, fact.object, ...fact.laws.map((law) => law.id), ...fact.serves].filter(Boolean));
}

function factsOf(id, basis) {
  return (byItem.get(id) || []).filter((fact) => fact.basis === basis);
}

function labelOf(id) {
  const item = data.items[id];
  return [item.number, item.label].filter(Boolean).join(" ");
}

function heading(goal) {
  return [goal.number, goal.short || goal.label].filter(Boolean).join(" ");
}

function isGoal(id) {
  return data.items[id].group === "goal";
}

function goalOf(id) {
  return goals.find((goal) => goal.id === id);
}

/** A target that has goals of its own; a goal without a target is none. */
function targetOf(id) {
  return goalOf(id) ? undefined : data.targets.find((target) => target.id === id);
}

function blankSections(goal) {
  return goal.sections.filter((section) => section.state === "blank");
}

/** The sections of a goal that are not yet read, or in part. */
function unreadSections(goal) {
  return goal.sections.filter((section) => section.unread);
}

function sectionName(section) {
  return [data.several && section.report, "Section", section.section].filter(Boolean).join(" ");
}
