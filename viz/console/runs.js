// What was run: kept in the browser, with its values and what came of it, to be run again.

import { at, make, makeButton } from "../shared/elements.js";
import { linkOf, askedName } from "./asked.js";
import { data } from "./given.js";
import { keep, kept } from "./kept.js";

/** @import { Asked, Run } from "./console.js" */

const KEPT = "runs";
const MOST = 100;

const state = { runs: kept(KEPT, /** @type {Run[]} */ ([])), open: (/** @type {Asked} */ _) => {} };

/**
 * @param {(asked: Asked) => void} open asks again
 */
export function listenToRuns(open) {
  state.open = open;
  at("forget").addEventListener("click", () => put([]));
  renderRuns();
}

/**
 * Remembers a run; the same one is there once, as it was last.
 * @param {Asked} asked
 * @param {string} outcome in words, such as "3 rows"
 */
export function remember({ question, values, sparql, asNetwork }, outcome) {
  const run = { question, values, sparql, asNetwork, outcome, at: new Date().toISOString() };
  put([run, ...state.runs.filter((other) => linkOf(other) !== linkOf(run))].slice(0, MOST));
}

/** @param {Run[]} runs */
function put(runs) {
  state.runs = runs;
  keep(KEPT, runs);
  renderRuns();
}

function renderRuns() {
  at("runs").replaceChildren(...state.runs.map(entry));
  at("history").hidden = !state.runs.length;
}

/** @param {Run} run */
function entry(run) {
  const when = make("time", "", new Date(run.at).toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "short" }));
  when.dateTime = run.at;
  return make("li", "", makeButton("link", askedName(run, data.questions), () => state.open(run)), make("span", "note", ` ${run.outcome}, `, when));
}
