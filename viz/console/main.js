// Starts the page of the endpoint.

import { at, make } from "../shared/elements.js";
import { askedOf, linkOf } from "./asked.js";
import { listenToEditor, write, written } from "./editor.js";
import { keep, kept } from "./kept.js";
import { areIris, callByIri } from "./names.js";
import { chosenQuestion, chosenValues, renderQuestion, valuesAreKnown } from "./questions.js";
import { good } from "./results.js";
import { addressOfLast, choose, display, hide, run, runOwn, saveAs, showLast, stop, renderAgain, wasRun, wordsOf } from "./run.js";
import { listenToRuns } from "./runs.js";
import { savers } from "./save.js";
import { hiddenColumns, renderRows, renderValues, showAllRows } from "./table.js";
import { bringAsking, change, current, listenToTabs, openTab, renderTabs } from "./tabs.js";

/** @import { Asked } from "./console.js" */

const ABOVE = "editor above";

/** The reports that are asked, each with how far it is read. */
async function renderReports() {
  /** @type {string[]} */
  const lines = await (await good(await fetch("reports"))).json();
  at("reports").replaceChildren(...lines.map((line) => make("span", "report", line)));
}

/** Shows the tab in front, with what came of its last run; the address links to nothing where there is none. */
function renderTab() {
  const { question, values, sparql } = current();
  renderQuestion(question, values);
  write(sparql);
  at("ask").scrollTo(0, 0);
  void showLast();
  if (!wasRun() && location.hash) history.pushState(null, "", location.pathname);
}

/** Asks what the address asks: in the tab that does, or else in one of its own. */
function followLink() {
  const asked = askedOf(location.hash);
  if (asked && !bringAsking(asked)) openTab(asked);
  renderTabs();
  if (asked) void ask(asked);
  else renderTab();
}

/** The way back leads to the tab that asks what was asked before, or else asks it in the one in front. */
function goBack() {
  const asked = askedOf(location.hash);
  if (asked && !(bringAsking(asked) && wasRun())) void ask(asked);
}

/** @param {Asked} asked */
function ask(asked) {
  change({ ...asked, sparql: asked.sparql || current().sparql });
  renderQuestion(asked.question, asked.values);
  return run(asked);
}

async function askChosen() {
  if (await valuesAreKnown()) await run({ question: chosenQuestion(), values: chosenValues(), sparql: "", asNetwork: current().asNetwork });
}

/** What is asked: a question of the library, or the query as written. */
function listenToForms() {
  at("question").addEventListener("change", () => {
    renderQuestion(chosenQuestion(), {});
    change({ question: chosenQuestion(), values: {} });
    renderTabs();
  });
  at("parameters").addEventListener("change", () => change({ values: chosenValues() }));
  onSubmit("library", () => void askChosen());
  onSubmit("own", () => void askOwn());
  listenToEditor(askOwn, () => change({ sparql: written() }));
  at("stop").addEventListener("click", stop);
}

async function askOwn() {
  const isQuestion = chosenQuestion();
  await runOwn(written());
  if (isQuestion && !current().question) renderQuestion("", {});
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
  at("as-table").addEventListener("click", () => choose(false));
  at("as-network").addEventListener("click", () => choose(true));
  for (const id of ["from", "to", "by"]) at(id).addEventListener("change", () => void display(true));
  for (const button of savers()) button.addEventListener("click", () => saveAs(button.dataset.save ?? ""));
  at("narrow").addEventListener("input", () => void renderRows());
  at("all-rows").addEventListener("click", () => void showAllRows());
  at("facets").addEventListener("toggle", () => void renderValues());
  at("columns-shown").addEventListener("change", () => hide(hiddenColumns()));
  at("copy").addEventListener("click", () => void copy(new URL(linkOf(current()), location.href).href));
  at("copy-address").addEventListener("click", () => void copy(addressOfLast()));
}

/** @param {string} address */
async function copy(address) {
  at("copied").textContent = await navigator.clipboard.writeText(address).then(() => "Copied.", () => `Copy it from here: ${address}`);
}

/** Things are called by their names, or else by their IRIs. */
function listenToNames() {
  const put = (/** @type {boolean} */ asIris) => {
    at("as-iris").setAttribute("aria-pressed", String(asIris));
    callByIri(asIris);
  };
  at("as-iris").addEventListener("click", () => {
    put(!areIris());
    void renderAgain();
  });
  put(areIris());
}

/** The editor beside the answer, or above it with all the breadth of the page. */
function listenToLayout() {
  const put = (/** @type {boolean} */ above) => {
    at("layout").setAttribute("aria-pressed", String(above));
    document.body.classList.toggle("above", above);
    keep(ABOVE, above);
  };
  at("layout").addEventListener("click", () => put(at("layout").getAttribute("aria-pressed") !== "true"));
  put(kept(ABOVE, false));
}

followLink();
renderReports().catch((error) => at("reports").replaceChildren(wordsOf(error)));
listenToTabs(renderTab);
listenToRuns((asked) => {
  openTab({ ...asked, sparql: asked.sparql || current().sparql });
  void ask(asked);
});
listenToForms();
listenToAnswer();
listenToNames();
listenToLayout();
window.addEventListener("popstate", goBack);
