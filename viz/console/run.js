// Runs a question or a query of the tab in front, and shows its answer.

import { plural } from "../shared/collections.js";
import { at, make } from "../shared/elements.js";
import { linkOf } from "./asked.js";
import { markSlip, write, written } from "./editor.js";
import { headOf } from "./described.js";
import { data } from "./given.js";
import { renderColumns, renderNetwork } from "./network.js";
import { boundQuery } from "./questions.js";
import { ask, post } from "./results.js";
import { remember } from "./runs.js";
import { addressOf, offerFormats, saveAnswer } from "./save.js";
import { renameValues, renderTable } from "./table.js";
import { change, current, renderTabs } from "./tabs.js";

/** @import { Answer, Asked } from "./console.js" */
/** @typedef {{ asked: Asked, sparql: string, answer: Answer | boolean, said: HTMLElement[] }} Outcome */

const UNREACHED = /^(?:Failed to fetch|NetworkError|Load failed)/; // in Chromium, Firefox and WebKit
const state = {
  /** What came of the last run of each tab. @type {Map<number, Outcome>} */
  outcomes: new Map(),
  /** What is under way. @type {AbortController | null} */
  running: null,
};

/**
 * Runs a query of one's own; one that a question has made, and nobody has changed, is that question.
 * @param {string} sparql
 */
export function runOwn(sparql) {
  const { asNetwork } = current();
  const before = state.outcomes.get(current().id);
  return run(before?.sparql === sparql ? { ...before.asked, asNetwork } : { question: "", values: {}, sparql, asNetwork });
}

/**
 * Asks in the tab in front, and stops what was under way.
 * @param {Asked} asked
 */
export async function run(asked) {
  stop();
  const running = state.running = new AbortController();
  busy(true);
  const [start, before] = [performance.now(), written()];
  try {
    const sparql = asked.question ? await boundQuery(asked.question, asked.values, running.signal) : asked.sparql;
    put({ ...asked, sparql }, before);
    const answer = await ask(sparql, asked.question, data.most, running.signal);
    const said = await outcomeWords(answer, sparql, Math.round(performance.now() - start), running.signal);
    remember(asked, outcomeOf(answer));
    await show({ asked, sparql, answer, said }, running.signal);
  } catch (error) {
    if (running.signal.aborted && state.running !== running) return;
    fail(running.signal.aborted ? "Stopped." : wordsOf(error));
  }
  busy(false);
  if (at("answer").getBoundingClientRect().top > innerHeight / 2) at("answer").scrollIntoView();
}

export function stop() {
  state.running?.abort();
}

/** Shows what came of the last run of the tab in front, and nothing where it has not been run. */
export async function showLast() {
  stop();
  state.running = null;
  at("stop").hidden = true;
  const last = state.outcomes.get(current().id);
  if (last) await show(last, new AbortController().signal).catch((error) => fail(wordsOf(error)));
  else clear();
}

/** Whether the tab in front has been run since the page was loaded. */
export function wasRun() {
  return state.outcomes.has(current().id);
}

/** @param {string} ending of the file */
export function saveAs(ending) {
  const last = state.outcomes.get(current().id);
  if (last) saveAnswer({ ...last.asked, sparql: last.sparql }, current().name, ending).catch((error) => complain(wordsOf(error)));
}

/** The address of the file with the answer: rows as CSV, triples as Turtle. */
export function addressOfLast() {
  const last = state.outcomes.get(current().id);
  if (!last || typeof last.answer === "boolean") return "";
  return new URL(addressOf({ ...last.asked, sparql: last.sparql }, last.answer.triples ? "ttl" : "csv"), location.href).href;
}

/** Shows the answer as a network, or else as a table. @param {boolean} asNetwork */
export async function display(asNetwork) {
  const answer = state.outcomes.get(current().id)?.answer;
  if (!answer || answer === true) return;
  press(asNetwork);
  if (asNetwork) await renderNetwork(answer);
  offerFormats(answer.triples);
}

/**
 * What the reader chooses: the network or the table; the link says which.
 * @param {boolean} asNetwork
 */
export function choose(asNetwork) {
  change({ asNetwork });
  const last = state.outcomes.get(current().id);
  if (last) Object.assign(last.asked, { asNetwork });
  void display(asNetwork);
  if (last) history.replaceState(null, "", linkOf(last.asked));
}

/** Hides columns of the table. @param {string[]} hidden */
export function hide(hidden) {
  change({ hidden });
  const answer = state.outcomes.get(current().id)?.answer;
  if (answer && answer !== true) void renderTable(answer, hidden);
}

/** Shows the answer of the tab in front anew, because things are called otherwise. */
export async function renderAgain() {
  const answer = state.outcomes.get(current().id)?.answer;
  if (!answer || answer === true) return;
  await renderTable(answer, current().hidden);
  await renameValues();
  await display(current().asNetwork);
}

/** @param {unknown} error */
export function wordsOf(error) {
  const said = error instanceof Error ? error.message : String(error);
  return UNREACHED.test(said) ? "The server does not answer. Start it again (alliancegraph serve), and run this once more." : said;
}

/**
 * Puts what is asked into the tab in front, and into the editor, unless somebody has written there meanwhile.
 * @param {Asked} asked
 * @param {string} before what the editor had when it was asked
 */
function put(asked, before) {
  change(asked);
  if (written() === before) write(asked.sparql);
  markSlip("");
  renderTabs();
}

/** @param {boolean} yes */
function busy(yes) {
  at("stop").hidden = !yes;
  if (yes) say(make("p", "note", "Asking …"));
}

/** @param {...HTMLElement} parts */
function say(...parts) {
  at("said").replaceChildren(...parts);
}

/** @param {string} problem */
function complain(problem) {
  say(make("p", "problem", problem));
}

/** @param {string} problem */
function fail(problem) {
  state.outcomes.delete(current().id);
  clear();
  complain(problem);
  markSlip(problem);
}

function clear() {
  say();
  for (const id of ["tools", "table", "picture"]) at(id).hidden = true;
}

/** @param {boolean} asNetwork */
function press(asNetwork) {
  at("as-table").setAttribute("aria-pressed", String(!asNetwork));
  at("as-network").setAttribute("aria-pressed", String(asNetwork));
  at("table").hidden = asNetwork;
  at("picture").hidden = !asNetwork;
}

/**
 * @param {Outcome} outcome
 * @param {AbortSignal} signal
 */
async function show(outcome, signal) {
  const { asked, answer, said } = outcome;
  clear();
  say(...said);
  state.outcomes.set(current().id, outcome);
  keep(asked);
  if (typeof answer === "boolean" || !answer.rows.length) return;
  await renderColumns(answer, asked.question, signal);
  await renderTable(answer, current().hidden);
  if (signal.aborted) return;
  at("tools").hidden = false;
  await display(asked.asNetwork);
}

/**
 * What is said of an answer: how many rows it has, or why it may have none.
 * @param {Answer | boolean} answer
 * @param {string} sparql
 * @param {number} took milliseconds
 * @param {AbortSignal} signal
 */
async function outcomeWords(answer, sparql, took, signal) {
  const isEmpty = typeof answer === "boolean" ? !answer : !answer.rows.length;
  const said = typeof answer === "boolean" ? make("p", "", answer ? "Yes (true)." : "No (false).") : summary(answer, took);
  return [...await headOf(sparql), said, ...(isEmpty ? await notes(sparql, signal) : [])];
}

/** @param {Answer | boolean} answer */
function outcomeOf(answer) {
  if (typeof answer === "boolean") return answer ? "yes" : "no";
  const count = plural(answer.rows.length, answer.triples ? "triple" : "row");
  return answer.cut ? `more than ${count}` : count;
}

/**
 * @param {Answer} answer
 * @param {number} took milliseconds
 */
function summary(answer, took) {
  if (!answer.cut) return make("p", "", `${answer.rows.length ? outcomeOf(answer) : "No rows"} in ${took} ms.`);
  return make("p", "cut", `Only the first ${plural(answer.rows.length, "row")}; there are more. A file that you save has all of them.`);
}

/**
 * Possible reasons why there is no answer: mistakes in the query, or reports that are not wholly read.
 * @param {string} sparql
 * @param {AbortSignal} signal
 */
async function notes(sparql, signal) {
  /** @type {string[]} */
  const lines = await (await post("notes", { query: sparql }, {}, signal)).json();
  return lines.map((line) => make("p", "note", `Note: ${line}`));
}

/** The address links to what is asked, so that the way back leads to what was asked before. @param {Asked} asked */
function keep(asked) {
  const address = linkOf(asked);
  if (address !== location.hash) history.pushState(null, "", address);
}
