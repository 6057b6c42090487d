// Facts with their sentences: one card for a sentence and all that it says.

const STRUCTURE = "From the form and the reference lists";
const UNPROVED = "In the answer, which gives no sentence for it";
const FIRST = 10; // facts after which the rest waits for a press of the button

function cards(id) {
  return [
    ...statedCards(id, factsOf(id, "stated")),
    ...judgementCards(id),
    ...plainList(STRUCTURE, targetOf(id) ? [] : factsOf(id, "structure")),
    ...plainList(UNPROVED, factsOf(id, "row")),
    ...inferredCards(factsOf(id, "inferred")),
  ];
}

function statedCards(id, facts) {
  if (!facts.length) return [];
  const parts = id && isGoal(id) ? initiativeParts(id, facts) : sentenceParts(facts);
  return [make("h3", "", "Stated in the report"), ...folded(parts, facts.length)];
}

/** The facts of a goal by what they are about: an initiative, or else the other end of the link. */
function initiativeParts(id, facts) {
  const about = (fact) => (fact.object === id ? [fact.subject, fact.subjectLabel] : [fact.object, fact.objectLabel]);
  return [...group(facts, (fact) => about(fact).join(" ")).values()].map((own) => ({
    size: own.length,
    element: make("section", "about", make("h4", "", itemButton(...about(own[0]), "")), ...sentenceParts(own).map((part) => part.element)),
  }));
}

function sentenceParts(facts) {
  const passages = group(facts, (fact) => data.evidence.claims[fact.claims[0]]);
  return [...passages].map(([passage, own]) => ({ size: own.length, element: statedCard(passage, own) }));
}

/** The parts with the first facts, and the others behind a button; all of them stand on paper. */
function folded(parts, count) {
  const elements = parts.map((part) => part.element);
  const first = countOfFirst(parts);
  if (first === parts.length) return elements;
  const more = make("div", "folded", ...elements.slice(first));
  return [...elements.slice(0, first), makeButton("all", `Show all ${count}`, (event) => unfold(event, more)), more];
}

function countOfFirst(parts) {
  let facts = 0;
  let index = 0;
  while (index < parts.length && facts < FIRST) facts += parts[index++].size;
  return index;
}

function unfold(event, more) {
  event.currentTarget.remove();
  more.className = "";
  more.tabIndex = -1;
  more.focus({ preventScroll: true });
}

function statedCard(passage, facts) {
  const claims = [...new Set(facts.flatMap((fact) => fact.claims))];
  return make("article", "card", ...facts.map(factLine), ...quoteOf(passage, claims));
}

function quoteOf(index, claims) {
  const passage = data.evidence.passages[index];
  if (!passage) return [make("p", "proof", "The sentence is not part of this page.")];
  return [
    make("blockquote", "", `“${passage.quote}”`),
    passage.context ? make("p", "context", "Read with: ", make("q", "", passage.context)) : "",
    make("p", "proof", [passage.report, passage.section && `section ${passage.section}`].filter(Boolean).join(", ")),
    "start" in passage ? where(passage, claims) : "",
  ];
}

function where(passage, claims) {
  return fold("proof", "Where", make("p", "", `characters ${passage.start} to ${passage.end}`), claimLine(claims));
}

function claimLine(claims) {
  return claims.length ? make("p", "", `${claims.length === 1 ? "claim" : "claims"} ${claims.join(", ")}`) : "";
}

function factLine(fact) {
  const more = [fact.period, people(fact), servedGoals(fact)].filter(Boolean).join(" · ");
  return make("div", "fact", sentence(fact), underLaw(fact), ...statusChip(fact), ...notes([more, ...(fact.more || [])]));
}

function notes(texts) {
  return texts.filter(Boolean).map((text) => make("div", "proof", text));
}

function people(fact) {
  return fact.representatives ? plural(Number(fact.representatives), "representative") : "";
}

/** The goals that a fact serves, unless it is the selected one alone. */
function servedGoals(fact) {
  if (!fact.goal || (fact.serves.length === 1 && fact.serves[0] === state.selected)) return "";
  return `${fact.goal.includes(",") ? "goals" : "goal"} ${fact.goal}`;
}

function sentence(fact) {
  return make("span", "sentence", end(fact.subject, fact.subjectLabel), ` ${fact.words} `, end(fact.object, fact.objectLabel));
}

function underLaw(fact) {
  const named = fact.laws.flatMap((law, place) => [place ? " and " : " under ", end(law.id, law.label)]);
  return named.length ? make("span", "", ...named) : "";
}

function end(id, label) {
  return id && id === state.selected ? make("strong", "", shortOf(id)) : itemButton(id, otherName(id, label), "link");
}

function shortOf(id) {
  const item = data.items[id];
  return item.number ? heading(item) : item.short || item.label;
}

/** A goal goes by its number and short name, all else by its whole name. */
function otherName(id, label) {
  const item = data.items[id];
  return item && item.number ? heading(item) : label;
}

function statusChip(fact) {
  return fact.status ? [" · ", make("span", `chip ${fact.line}`, fact.status)] : [];
}

function plainList(words, facts) {
  if (!facts.length) return [];
  return [make("h3", "", words), make("ul", "", ...facts.map((fact) => make("li", "", factLine(fact))))];
}

function inferredCards(facts) {
  if (!facts.length) return [];
  const note = make("p", "note", "No sentence says these; a rule draws them from sentences that do.");
  const rules = group(facts, (fact) => fact.rule);
  const parts = [...rules].map(([rule, own]) => inferredCard(rule, own));
  return [make("h3", "", "Inferred by rule"), note, ...parts];
}

function inferredCard(rule, facts) {
  const parts = facts.map((fact) => ({ size: 1, element: make("div", "fact", sentence(fact), ...notes(fact.more || []), ...restsOn(fact)) }));
  return make("article", "card inferred", make("h4", "", `Rule: ${rule}`), ...folded(parts, facts.length));
}

function restsOn(fact) {
  if (!fact.claims.length) return [];
  const passages = group(fact.claims, (claim) => data.evidence.claims[claim]);
  return [fold("proof", "Rests on", ...[...passages].flatMap(([passage, claims]) => quoteOf(passage, claims)))];
}
