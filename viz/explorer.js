"use strict";
(() => {
  const READABLE = 0.7; // the scale from which on names are legible in the size that they have in the picture
  const MANY = 40; // items whose names would hide the links between them
  const NAME = { size: 12.5, width: 150, height: 17 }; // a short name on a smaller scale, in pixels of the screen

  const data = JSON.parse(document.getElementById("data").textContent);
  const byItem = indexFacts(data.facts);
  const itemIds = Object.keys(data.items).sort((one, other) => compare(labelOf(one), labelOf(other)));
  const nodes = new vis.DataSet(data.picture.nodes);
  const edges = new vis.DataSet(data.picture.edges.map((edge, index) => ({ ...edge, id: index })));
  const state = { selected: "", query: "", openGoal: "", opener: null };

  // ---- small helpers ----

  function at(id) {
    return document.getElementById(id);
  }

  function compare(one, other) {
    return one.localeCompare(other, "en", { numeric: true, sensitivity: "base" });
  }

  /** An element with a class, holding texts and elements; every text is set as text. */
  function make(tag, className, ...children) {
    const element = document.createElement(tag);
    if (className) element.className = className;
    element.append(...children.filter((child) => child !== ""));
    return element;
  }

  function group(rows, keyOf) {
    const groups = new Map();
    for (const row of rows) {
      const key = keyOf(row);
      groups.set(key, [...(groups.get(key) || []), row]);
    }
    return groups;
  }

  function indexFacts(facts) {
    const index = new Map();
    for (const fact of facts) {
      for (const id of new Set([fact.subject, fact.object])) {
        if (!index.has(id)) index.set(id, []);
        index.get(id).push(fact);
      }
    }
    return index;
  }

  function labelOf(id) {
    const item = data.items[id];
    return [item.number, item.label].filter(Boolean).join(" ");
  }

  /** A button that selects an item, or plain text where the text names no item. */
  function itemButton(id, label, className) {
    if (!id) return make("span", className === "link" ? "" : className, label);
    const button = make("button", className, label);
    button.type = "button";
    button.dataset.item = id;
    return button;
  }

  // ---- the list of goals and items ----

  function renderOutline() {
    for (const target of data.targets) {
      at("outline").append(make("h3", "", itemButton(target.id, heading(target), "")));
      const own = target.goals.filter((goal) => goal.id !== target.id || target.goals.length === 1);
      at("outline").append(make("ul", "", ...own.map(goalEntry)));
    }
  }

  function heading(goal) {
    return [goal.number, goal.short || goal.label].filter(Boolean).join(" ");
  }

  function goalEntry(goal) {
    const button = itemButton(goal.id, heading(goal), "goal");
    const body = make("div", "goal-body", sectionList(goal), ...contributions(goal));
    button.dataset.opens = goal.id;
    button.setAttribute("aria-expanded", "false");
    body.hidden = true;
    return make("li", "", button, body);
  }

  function sectionList(goal) {
    return make("ul", "sections", ...goal.sections.map((section) => make(
      "li", section.state,
      make("span", "", [data.several && section.report, "Section", section.section].filter(Boolean).join(" ")),
      make("span", "", section.words),
    )));
  }

  function contributions(goal) {
    if (!goal.statuses.length) return [make("p", "note", nothingFound(goal))];
    return goal.statuses.map((status) => {
      const part = make("details", "", make("summary", "", status.words), ...status.actors.map(actorEntry));
      part.open = true;
      return part;
    });
  }

  function nothingFound(goal) {
    const unread = data.reports.filter((report) => report.reading === "not yet read");
    if (unread.length && unread.length === data.reports.length) {
      return "Not yet read by us: no facts have been taken from this report so far.";
    }
    const blank = goal.sections.some((section) => section.state === "blank");
    const hint = blank ? " A blank section does not mean that nothing was done." : "";
    return `No contribution is recorded under this goal.${hint}`;
  }

  function actorEntry(actor) {
    const lines = actor.through.map((one) => make(
      "li", "", `${one.role} `, itemButton(one.id, one.label, "link"), whereAndWhen(one),
    ));
    return make("div", "actor", itemButton(actor.id, actor.label, ""), make("ul", "through", ...lines));
  }

  function whereAndWhen(one) {
    return ` (${[data.several && one.report, one.section, one.period].filter(Boolean).join(", ")})`;
  }

  function renderIndex() {
    const groups = group(itemIds, (id) => data.items[id].group);
    for (const [name, words] of Object.entries(data.groups)) {
      if (groups.has(name)) at("index").append(itemList(words, groups.get(name)));
    }
  }

  function itemList(words, ids) {
    return make("details", "", make("summary", "", words), make("ul", "", ...ids.map(itemEntry)));
  }

  function itemEntry(id) {
    return make("li", "", itemButton(id, labelOf(id), ""));
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

  // ---- search ----

  function matches(id) {
    return labelOf(id).toLowerCase().includes(state.query);
  }

  function search() {
    state.query = at("query").value.trim().toLowerCase();
    const found = state.query ? itemIds.filter(matches) : [];
    at("browse").hidden = Boolean(state.query);
    at("matches").hidden = !state.query;
    at("matches").replaceChildren(...found.map(itemEntry));
    say(state.query ? `${found.length} of ${itemIds.length} items have this in their name.` : "");
    markCurrent();
    paint();
  }

  function say(text) {
    at("status").textContent = text;
  }

  // ---- details ----

  function renderDetails() {
    if (!state.selected) return renderWelcome();
    const item = data.items[state.selected];
    const facts = byItem.get(state.selected) || [];
    at("summary").replaceChildren(...summary(item, facts));
    at("facts").replaceChildren(
      ...formSections(state.selected),
      ...statedCards(facts.filter((fact) => fact.basis === "stated")),
      ...structureList(facts.filter((fact) => fact.basis === "structure")),
      ...inferredCards(facts.filter((fact) => fact.basis === "inferred")),
    );
    at("details").scrollTop = 0;
  }

  function renderWelcome() {
    at("summary").replaceChildren(make("h2", "", "Nothing is selected"), make(
      "p", "", "Choose a goal in the list or a mark in the picture. Each fact is shown with the sentence of the report that states it.",
    ), make("p", "note", "Escape clears the selection. The address of the page keeps it, so a link can be sent."));
    at("facts").replaceChildren();
  }

  function summary(item, facts) {
    const title = make("h2", "", item.number ? heading(item) : item.label);
    title.tabIndex = -1;
    const stated = facts.filter((fact) => fact.basis === "stated").length;
    const inferred = facts.filter((fact) => fact.basis === "inferred").length;
    const count = `${stated} facts stated, ${inferred} inferred by rule.`;
    const wording = item.number ? [make("p", "", `“${item.label}”`)] : [];
    return [title, make("p", "", item.kind), ...wording, make("p", "note", count), clearButton()];
  }

  function clearButton() {
    const button = make("button", "link", "Clear the selection");
    button.type = "button";
    button.addEventListener("click", clear);
    return button;
  }

  function formSections(id) {
    const goals = data.targets.flatMap((target) => target.goals);
    const goal = goals.find((one) => one.id === id);
    if (!goal || !goal.sections.length) return [];
    return [make("h3", "", "In the form"), sectionList(goal), make(
      "p", "note", "“Blank in the form” does not mean that nothing was done.",
    )];
  }

  function statedCards(facts) {
    if (!facts.length) return [];
    const cards = group(facts, (fact) => data.evidence.claims[fact.claims[0]]);
    return [make("h3", "", "Stated in the report"), ...[...cards].map(([passage, own]) => statedCard(passage, own))];
  }

  function statedCard(passage, facts) {
    return make("article", "card", ...facts.map(factLine), ...quoteOf(passage));
  }

  function quoteOf(index) {
    const passage = data.evidence.passages[index];
    if (!passage) return [make("p", "proof", "The sentence is not part of this page.")];
    const place = `${passage.report}, section ${passage.section}, characters ${passage.start} to ${passage.end}`;
    return [make("blockquote", "", `“${passage.quote}”`), make("p", "proof", place)];
  }

  function factLine(fact) {
    const claim = fact.basis === "stated" ? `claim ${fact.claims.join(", ")}` : "";
    const goals = fact.goal ? `goal ${fact.goal}` : "";
    const proof = [fact.period, goals, claim].filter(Boolean).join(" · ");
    return make("div", "fact", sentence(fact), statusChip(fact), make("div", "proof", proof));
  }

  function sentence(fact) {
    return make("span", "", end(fact.subject, fact.subjectLabel), ` ${fact.words} `, end(fact.object, fact.objectLabel));
  }

  function end(id, label) {
    return id === state.selected ? make("strong", "", shortOf(id)) : itemButton(id, otherName(id, label), "link");
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
    return fact.status ? make("span", `chip ${fact.line}`, fact.status) : "";
  }

  function structureList(facts) {
    if (!facts.length) return [];
    const lines = facts.map((fact) => make("li", "", sentence(fact)));
    return [make("h3", "", "From the form and the reference lists"), make("ul", "", ...lines)];
  }

  function inferredCards(facts) {
    if (!facts.length) return [];
    const note = make("p", "note", "No sentence says these; a rule draws them from sentences that do.");
    const cards = group(facts, (fact) => fact.rule);
    return [make("h3", "", "Inferred by rule"), note, ...[...cards].map(([rule, own]) => inferredCard(rule, own))];
  }

  function inferredCard(rule, facts) {
    return make("article", "card inferred", make("h4", "", `Rule: ${rule}`), ...facts.map((fact) => make(
      "div", "fact", sentence(fact), ...restsOn(fact),
    )));
  }

  function restsOn(fact) {
    if (!fact.claims.length) return [];
    const passages = new Set(fact.claims.map((claim) => data.evidence.claims[claim]));
    const proof = make("p", "proof", `claims ${fact.claims.join(", ")}`);
    return [make("details", "", make("summary", "proof", "Rests on"), ...[...passages].flatMap(quoteOf), proof)];
  }

  // ---- the picture ----

  const network = new vis.Network(at("network"), { nodes, edges }, {
    physics: false,
    layout: { improvedLayout: false },
    interaction: { hover: true, tooltipDelay: 150, selectConnectedEdges: false },
    nodes: { borderWidth: 2, borderWidthSelected: 4, scaling: { label: { drawThreshold: 9 } } },
    edges: { selectionWidth: 0, hoverWidth: 0, arrowStrikethrough: false },
  });

  /** What stands out: the selected item and its neighbours, or what the search finds; null when all do. */
  function focus() {
    if (state.selected) return new Set([state.selected, ...network.getConnectedNodes(state.selected)]);
    return state.query ? new Set(itemIds.filter(matches)) : null;
  }

  function paint() {
    const shown = focus();
    const scale = network.getScale();
    const named = shown && scale < READABLE ? roomForNames(shown.size > MANY ? new Set() : shown, scale) : null;
    nodes.update(data.picture.nodes.map((node) => paintedNode(node, shown, named, scale)));
    edges.update(data.picture.edges.map((edge, index) => ({ id: index, ...paintedEdge(edge, shown, scale) })));
  }

  /** The items whose short names can stand side by side on this scale, clear of the goals' boxes too. */
  function roomForNames(shown, scale) {
    const places = network.getPositions([...shown]);
    const goals = [...shown].filter(isGoal);
    const named = new Set([state.selected].filter((id) => id && !isGoal(id)));
    for (const id of [...shown].filter((one) => !isGoal(one) && !named.has(one))) {
      const free = [...goals, ...named].every((other) => isApart(places[id], places[other], scale, isGoal(other)));
      if (free) named.add(id);
    }
    return named;
  }

  function isGoal(id) {
    return data.items[id].group === "goal";
  }

  function isApart(one, other, scale, besideBox) {
    const height = NAME.height * (besideBox ? 2.5 : 1);
    return Math.abs(one.x - other.x) * scale > NAME.width || Math.abs(one.y - other.y) * scale > height;
  }

  function paintedNode(node, shown, named, scale) {
    if (shown && !shown.has(node.id)) return { id: node.id, ...dimmed(node) };
    const { id, color, font, label, brief, widthConstraint } = node;
    if (isGoal(id) || !named) return { id, color, label, font: { strokeWidth: 0, ...font }, widthConstraint };
    const size = named.has(id) ? NAME.size / scale : 0;
    return { id, color, label: brief, font: { ...font, size, strokeWidth: 3 / scale, strokeColor: "#ffffff" }, widthConstraint: false };
  }

  function dimmed(node) {
    const { fill, border, text } = data.dimmed;
    return { color: { background: fill, border }, font: { ...node.font, size: isGoal(node.id) ? node.font.size : 0, color: text } };
  }

  function paintedEdge(edge, shown, scale) {
    const own = [edge.from, edge.to].includes(state.selected);
    const hidden = edge.inferred && !own && !at("inferred").checked;
    const width = own ? Math.max(edge.width, (0.6 * edge.width) / scale) : edge.width;
    if (own) return { hidden, width, color: oneColour(edge.color, 1) };
    return { hidden, width, color: shown ? oneColour(data.dimmed.line, 1) : oneColour(edge.color, 0.6) };
  }

  /** The same colour also while the edge is pointed at. */
  function oneColour(color, opacity) {
    return { color, highlight: color, hover: color, opacity };
  }

  function look() {
    network.fit({ nodes: state.selected ? [...focus()] : nodes.getIds(), maxZoomLevel: 1 });
  }

  function zoom(factor) {
    network.moveTo({ scale: network.getScale() * factor });
    paint();
  }

  // ---- selection; the address of the page is what holds it ----

  function go(id) {
    const hash = id ? `#${encodeURI(id)}` : "#";
    if ((location.hash || "#") === hash) return select(id);
    location.hash = hash;
  }

  function fromAddress() {
    const id = addressed();
    const known = Object.hasOwn(data.items, id);
    if (id && !known) say("The link names an item that is not on this page.");
    select(known ? id : "");
  }

  function addressed() {
    try {
      return decodeURI(location.hash.slice(1));
    } catch {
      return location.hash;
    }
  }

  function select(id) {
    state.selected = id;
    openGoal(data.targets.some((target) => target.goals.some((goal) => goal.id === id)) ? id : "");
    renderDetails();
    markCurrent();
    network.selectNodes(id ? [id] : []);
    look();
    paint();
  }

  function markCurrent() {
    for (const button of document.querySelectorAll("nav [data-item]")) {
      button.setAttribute("aria-current", String(button.dataset.item === state.selected));
    }
  }

  function onItem(button) {
    if (button.getAttribute("aria-expanded") === "true" && button.dataset.item === state.selected) return closeGoal();
    state.opener = button.closest("nav") ? button : state.opener;
    go(button.dataset.item);
    if (!button.dataset.opens) showDetails();
  }

  function onMark(id) {
    go(id || "");
    if (id) showDetails();
  }

  /** The reader goes on in the details; the address changes first, so wait for it. */
  function showDetails() {
    setTimeout(() => {
      at("summary").querySelector("h2").focus({ preventScroll: true });
      at("details").scrollIntoView({ block: "start" });
    }, 0);
  }

  function clear() {
    at("query").value = "";
    search();
    go("");
    if (state.opener) state.opener.focus();
    state.opener = null;
  }

  function onEscape(event) {
    if (event.key === "Escape") clear();
  }

  function onSkip(event) {
    event.preventDefault();
    at(event.currentTarget.dataset.skip).focus();
  }

  function onWhole() {
    network.fit();
    paint();
  }

  function listenToPage() {
    document.addEventListener("click", (event) => {
      const button = event.target.closest("[data-item]");
      if (button) onItem(button);
    });
    document.addEventListener("keydown", onEscape);
    document.querySelectorAll("[data-skip]").forEach((link) => link.addEventListener("click", onSkip));
    document.querySelector("form").addEventListener("submit", (event) => event.preventDefault());
    at("query").addEventListener("input", search);
    window.addEventListener("hashchange", fromAddress);
  }

  function listenToPicture() {
    at("inferred").addEventListener("change", paint);
    at("closer").addEventListener("click", () => zoom(1.4));
    at("wider").addEventListener("click", () => zoom(1 / 1.4));
    at("whole").addEventListener("click", onWhole);
    network.on("zoom", () => state.selected && paint());
    network.on("click", (event) => onMark(event.nodes[0]));
  }

  renderOutline();
  renderIndex();
  listenToPage();
  listenToPicture();
  fromAddress();
  if (state.selected) at("details").scrollIntoView({ block: "start" });
  window.explorer = { network };
})();
