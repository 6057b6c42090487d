// The questions that are open, a tab each: kept in the browser, named and closed by the reader.

import { at, make, makeButton } from "../shared/elements.js";
import { linkOf, askedName } from "./asked.js";
import { data } from "./given.js";
import { keep, kept } from "./kept.js";

/** @import { Asked, Tab } from "./console.js" */

const KEPT = "tabs";
const FIRST = "SELECT ?class (COUNT(?thing) AS ?things) WHERE {\n  ?thing a ?class .\n}\nGROUP BY ?class\nORDER BY ?class";

const state = restored();
/** What happens when another tab comes to the front. */
const heard = { change: () => {} };

/** @param {() => void} act */
export function listenToTabs(act) {
  heard.change = act;
}

/** The tab in front. */
export function current() {
  return state.tabs.find(({ id }) => id === state.front) ?? state.tabs[0];
}

/**
 * Changes the tab in front, and keeps it so.
 * @param {Partial<Tab>} changes
 */
export function change(changes) {
  Object.assign(current(), changes);
  keep(KEPT, state);
}

/**
 * Opens a tab that asks this, and brings it to the front: in place of the one in front where that has asked nothing yet.
 * @param {Asked} asked
 */
export function openTab(asked) {
  if (isFresh(current())) change(asked);
  else add(asked);
  bring(state.front);
}

export function renderTabs() {
  document.title = `${titleOf(current())} – Ask the graph`;
  at("tabs").replaceChildren(...state.tabs.map(entry), make("li", "", makeButton("adder", "+ New", openNew)));
}

/**
 * Brings the tab to the front that asks this, however it shows the answer; false where there is none.
 * @param {Asked} asked
 */
export function bringAsking(asked) {
  const what = (/** @type {Asked} */ one) => linkOf({ ...one, asNetwork: false });
  const tab = state.tabs.find((one) => what(one) === what(asked));
  if (tab && tab !== current()) bring(tab.id);
  return tab !== undefined;
}

/** @param {Tab} tab */
function titleOf(tab) {
  return tab.name || (isFresh(tab) ? "New question" : askedName(tab, data.questions));
}

/** @returns {{ tabs: Tab[], front: number }} */
function restored() {
  const { tabs, front } = kept(KEPT, { tabs: /** @type {Tab[]} */ ([]), front: 0 });
  return tabs.length ? { tabs, front } : { tabs: [fresh(1)], front: 1 };
}

/**
 * @param {number} id
 * @returns {Tab}
 */
function fresh(id) {
  return { id, name: "", question: "", values: {}, sparql: FIRST, asNetwork: false, hidden: [] };
}

/** @param {Tab} tab */
function isFresh({ question, sparql, name }) {
  return !question && !name && sparql === FIRST;
}

function openNew() {
  add(fresh(0));
  bring(state.front);
}

/** @param {Asked} asked */
function add(asked) {
  const id = Math.max(...state.tabs.map((tab) => tab.id)) + 1;
  state.tabs.push({ ...fresh(id), ...asked, id });
  state.front = id;
}

/** @param {number} id */
function bring(id) {
  state.front = id;
  keep(KEPT, state);
  renderTabs();
  heard.change();
}

/** @param {Tab} tab */
function close(tab) {
  const place = state.tabs.indexOf(tab);
  state.tabs = state.tabs.filter((other) => other !== tab);
  if (!state.tabs.length) state.tabs = [fresh(tab.id + 1)];
  bring(tab.id === state.front ? state.tabs[Math.max(place - 1, 0)].id : state.front);
  /** @type {HTMLElement | null} */ (at("tabs").querySelector("[aria-current]"))?.focus();
}

/** @param {Tab} tab */
function entry(tab) {
  const isFront = tab.id === state.front;
  const chooser = makeButton("tab", titleOf(tab), () => bring(tab.id));
  chooser.title = titleOf(tab);
  if (isFront) chooser.setAttribute("aria-current", "true");
  const renamer = isFront ? [named(makeButton("renamer", "✎", () => rename(tab)), `Rename “${titleOf(tab)}”`)] : [];
  const closer = named(makeButton("closer", "×", () => close(tab)), `Close “${titleOf(tab)}”`);
  return make("li", isFront ? "front" : "", chooser, ...renamer, closer);
}

/**
 * @param {HTMLButtonElement} button
 * @param {string} label
 */
function named(button, label) {
  button.setAttribute("aria-label", label);
  button.title = label;
  return button;
}

/**
 * Puts a field in place of the name of the tab in front: Enter takes the name, Escape leaves it.
 * @param {Tab} tab
 */
function rename(tab) {
  const field = make("input", "");
  const chooser = at("tabs").querySelector("[aria-current]");
  field.value = titleOf(tab);
  field.setAttribute("aria-label", "Name of this question");
  chooser?.replaceWith(field);
  field.select();
  const done = (/** @type {string} */ name) => {
    change({ name });
    renderTabs();
    /** @type {HTMLElement | null} */ (at("tabs").querySelector("[aria-current]"))?.focus();
  };
  field.addEventListener("keydown", ({ key }) => {
    if (key === "Enter") done(field.value.trim());
    if (key === "Escape") done(tab.name);
  });
  field.addEventListener("blur", () => field.isConnected && done(field.value.trim()));
}
