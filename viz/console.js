// Runs what is asked, and shows what comes of it.

const data = JSON.parse(at("data").textContent);
const state = { answer: null, sparql: "", running: null };
const FIRST = "SELECT ?class (COUNT(?thing) AS ?things) WHERE {\n  ?thing a ?class .\n}\nGROUP BY ?class\nORDER BY DESC(?things)";

/** Runs a query of one's own; the address keeps it, so that the way back leads to it. */
function runOwn(sparql) {
  at("sparql").value = sparql;
  return run(async () => sparql);
}

/** Asks the query that `get` gives, and stops what was under way. */
async function run(get) {
  state.running?.abort();
  const running = state.running = new AbortController();
  busy(true);
  const start = performance.now();
  try {
    const sparql = await get(running.signal);
    await show(await ask(sparql, running.signal), sparql, Math.round(performance.now() - start));
  } catch (error) {
    if (running.signal.aborted && state.running !== running) return;
    clear();
    complain(running.signal.aborted ? "Stopped." : error.message);
  }
  busy(false);
  if (at("answer").getBoundingClientRect().top > innerHeight / 2) at("answer").scrollIntoView();
}

function busy(yes) {
  at("stop").hidden = !yes;
  if (yes) say(make("p", "note", "Asking …"));
}

function say(...parts) {
  at("said").replaceChildren(...parts);
}

function complain(problem) {
  say(make("p", "problem", problem));
}

function clear() {
  state.answer = null;
  at("table").replaceChildren();
  at("tools").hidden = true;
  at("picture").hidden = true;
}

function show(answer, sparql, took) {
  clear();
  Object.assign(state, { answer, sparql });
  keep(sparql);
  if (answer.truth !== undefined) {
    say(make("p", "", answer.truth ? "Yes (true)." : "No (false)."));
    return answer.truth ? undefined : notes(sparql);
  }
  say(...summary(answer, took));
  if (!answer.rows.length) return notes(sparql);
  at("tools").hidden = false;
  for (const button of savers()) button.hidden = (button.dataset.save === TURTLE) !== Boolean(answer.triples);
  renderTable(answer);
  renderColumns(answer);
  return display(at("as-network").getAttribute("aria-pressed") === "true");
}

function summary({ rows, cut, triples }, took) {
  const count = plural(rows.length, triples ? "triple" : "row");
  if (!cut) return [make("p", "", `${rows.length ? count : "No rows"} in ${took} ms.`)];
  return [make("p", "cut", `Only the first ${count}; there are more. A file that you save has all of them.`)];
}

/** What may be the reason why there is no answer: in the query, or in how far the reports are read. */
async function notes(sparql) {
  const lines = await (await post("notes", { query: sparql }, {})).json();
  at("said").append(...lines.map((line) => make("p", "note", `Note: ${line}`)));
}

/** The reports that are asked, each with how far it is read. */
async function renderReports() {
  const lines = await (await good(await fetch("reports"))).json();
  at("reports").replaceChildren(...lines.map((line) => make("span", "report", line)));
}

function display(asNetwork) {
  at("as-table").setAttribute("aria-pressed", String(!asNetwork));
  at("as-network").setAttribute("aria-pressed", String(asNetwork));
  at("table").hidden = asNetwork;
  at("picture").hidden = !asNetwork;
  if (asNetwork) renderNetwork(state.answer);
}

function keep(sparql) {
  const address = `#${encodeURIComponent(sparql)}`;
  if (address !== location.hash) history.pushState(null, "", address);
}

/** The query that the address keeps; it is shown, and run when whoever reads it says so. */
function restore() {
  const kept = decodeURIComponent(location.hash.slice(1));
  if (kept) at("sparql").value = kept;
}

/** What is asked: a question of the library, or the query as it stands. */
function listenToForms() {
  at("question").addEventListener("change", renderQuestion);
  onSubmit("library", () => run(async (signal) => (at("sparql").value = await chosenQuery(signal))));
  onSubmit("own", () => runOwn(at("sparql").value));
  at("sparql").addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) at("own").requestSubmit();
  });
  at("stop").addEventListener("click", () => state.running.abort());
}

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
  for (const id of ["from", "to", "by"]) at(id).addEventListener("change", () => renderNetwork(state.answer));
  for (const button of savers()) button.addEventListener("click", () => save(button.dataset.save).catch((error) => complain(error.message)));
  at("closer").addEventListener("click", () => zoom(1.25));
  at("wider").addEventListener("click", () => zoom(0.8));
  at("whole").addEventListener("click", () => network?.fit());
}

at("sparql").value = FIRST;
restore();
renderQuestion();
renderReports().catch((error) => at("reports").replaceChildren(error.message));
listenToForms();
listenToAnswer();
window.addEventListener("popstate", restore);
