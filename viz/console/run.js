// Runs a question or a query, and shows its answer.

import { plural } from "../shared/collections.js";
import { at, make } from "../shared/elements.js";
import { data } from "./given.js";
import { renderColumns, renderNetwork } from "./network.js";
import { chosenQuestion } from "./questions.js";
import { ask, post } from "./results.js";
import { offerFormats, save } from "./save.js";
import { renderTable } from "./table.js";

/** @import { Answer } from "./console.js" */

const state = {
  /** @type {Answer | null} */
  answer: null,
  sparql: "",
  /** What is under way. @type {AbortController | null} */
  running: null,
};

/**
 * Runs a query of one's own; the address keeps it, so that the way back leads to it.
 * @param {string} sparql
 */
export function runOwn(sparql) {
  write(sparql);
  return run(async () => sparql);
}

/**
 * Asks the query that `get` gives, and stops what was under way.
 * @param {(signal: AbortSignal) => Promise<string>} get
 */
export async function run(get) {
  stop();
  const running = state.running = new AbortController();
  busy(true);
  const start = performance.now();
  try {
    const sparql = await get(running.signal);
    const answer = await ask(sparql, data.most, running.signal);
    await show(answer, sparql, Math.round(performance.now() - start), running.signal);
  } catch (error) {
    if (running.signal.aborted && state.running !== running) return;
    clear();
    complain(running.signal.aborted ? "Stopped." : wordsOf(error));
  }
  busy(false);
  if (at("answer").getBoundingClientRect().top > innerHeight / 2) at("answer").scrollIntoView();
}

export function stop() {
  state.running?.abort();
}

/** @param {string} mediaType */
export function saveAs(mediaType) {
  save(state.sparql, mediaType).catch((error) => complain(wordsOf(error)));
}

/** Shows the answer as a network, or else as a table. @param {boolean} asNetwork */
export function display(asNetwork) {
  at("as-table").setAttribute("aria-pressed", String(!asNetwork));
  at("as-network").setAttribute("aria-pressed", String(asNetwork));
  at("table").hidden = asNetwork;
  at("picture").hidden = !asNetwork;
  if (asNetwork && state.answer) renderNetwork(state.answer);
}

/** Writes a query into its field. @param {string} sparql */
export function write(sparql) {
  /** @type {HTMLTextAreaElement} */ (at("sparql")).value = sparql;
}

/** @param {unknown} error */
export function wordsOf(error) {
  return error instanceof Error ? error.message : String(error);
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

function clear() {
  state.answer = null;
  at("table").replaceChildren();
  at("tools").hidden = true;
  at("picture").hidden = true;
}

/**
 * @param {Answer | boolean} answer
 * @param {string} sparql
 * @param {number} took milliseconds
 * @param {AbortSignal} signal
 */
async function show(answer, sparql, took, signal) {
  clear();
  keep(sparql);
  say(...(typeof answer === "boolean" ? truth(answer) : summary(answer, took)));
  if (typeof answer === "boolean" ? !answer : !answer.rows.length) await addNotes(sparql, signal);
  else if (typeof answer !== "boolean") await showRows(answer, sparql, signal);
}

/**
 * @param {Answer} answer
 * @param {string} sparql
 * @param {AbortSignal} signal
 */
async function showRows(answer, sparql, signal) {
  Object.assign(state, { answer, sparql });
  await renderColumns(answer, chosenQuestion(), signal);
  at("tools").hidden = false;
  offerFormats(answer.triples);
  renderTable(answer, (iri) => runOwn(`DESCRIBE <${iri}>`));
  display(at("as-network").getAttribute("aria-pressed") === "true");
}

/** @param {boolean} answer */
function truth(answer) {
  return [make("p", "", answer ? "Yes (true)." : "No (false).")];
}

/**
 * @param {Answer} answer
 * @param {number} took milliseconds
 */
function summary({ rows, cut, triples }, took) {
  const count = plural(rows.length, triples ? "triple" : "row");
  if (!cut) return [make("p", "", `${rows.length ? count : "No rows"} in ${took} ms.`)];
  return [make("p", "cut", `Only the first ${count}; there are more. A file that you save has all of them.`)];
}

/**
 * Possible reasons why there is no answer: mistakes in the query, or reports that are not wholly read.
 * @param {string} sparql
 * @param {AbortSignal} signal
 */
async function addNotes(sparql, signal) {
  /** @type {string[]} */
  const lines = await (await post("notes", { query: sparql }, {}, signal)).json();
  at("said").append(...lines.map((line) => make("p", "note", `Note: ${line}`)));
}

/** @param {string} sparql */
function keep(sparql) {
  const address = `#${encodeURIComponent(sparql)}`;
  if (address !== location.hash) history.pushState(null, "", address);
}
