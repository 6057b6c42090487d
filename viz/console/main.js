// Starts the page of the endpoint.

import { decoded } from "../shared/address.js";
import { at, make } from "../shared/elements.js";
import { chosenQuery, renderQuestion } from "./questions.js";
import { good } from "./results.js";
import { display, run, runOwn, saveAs, stop, wordsOf, write } from "./run.js";
import { savers } from "./save.js";

const FIRST = "SELECT ?class (COUNT(?thing) AS ?things) WHERE {\n  ?thing a ?class .\n}\nGROUP BY ?class\nORDER BY DESC(?things)";

/** The reports that are asked, each with how far it is read. */
async function renderReports() {
  /** @type {string[]} */
  const lines = await (await good(await fetch("reports"))).json();
  at("reports").replaceChildren(...lines.map((line) => make("span", "report", line)));
}

/** The query that the address keeps; it is shown, and run only when the reader asks for it. */
function restore() {
  const kept = decoded(location.hash.slice(1));
  if (kept) write(kept);
}

/** What is asked: a question of the library, or the query as written. */
function listenToForms() {
  at("question").addEventListener("change", renderQuestion);
  onSubmit("library", () => run(askChosen));
  onSubmit("own", () => runOwn(/** @type {HTMLTextAreaElement} */ (at("sparql")).value));
  at("sparql").addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) /** @type {HTMLFormElement} */ (at("own")).requestSubmit();
  });
  at("stop").addEventListener("click", stop);
}

/** @param {AbortSignal} signal */
async function askChosen(signal) {
  const sparql = await chosenQuery(signal);
  write(sparql);
  return sparql;
}

/**
 * @param {string} id
 * @param {() => void} act
 */
function onSubmit(id, act) {
  at(id).addEventListener("submit", (event) => {
    event.preventDefault();
    act();
  });
}

/** How the answer is looked at, and where it is kept. */
function listenToAnswer() {
  at("as-table").addEventListener("click", () => display(false));
  at("as-network").addEventListener("click", () => display(true));
  for (const id of ["from", "to", "by"]) at(id).addEventListener("change", () => display(true));
  for (const button of savers()) button.addEventListener("click", () => saveAs(button.dataset.save ?? ""));
}

write(FIRST);
restore();
renderQuestion();
renderReports().catch((error) => at("reports").replaceChildren(wordsOf(error)));
listenToForms();
listenToAnswer();
window.addEventListener("popstate", restore);
