// The library: a question, what it takes, and the SPARQL that asks it.

function renderQuestion() {
  const question = data.questions[at("question").value];
  at("meaning").replaceChildren(...(question?.question ?? "").split("`").map(orChoice));
  at("parameters").replaceChildren(...(question?.parameters ?? []).map(field));
  at("choose").hidden = !question;
}

/** A text, or a button for the name of another question. */
function orChoice(text) {
  return data.questions[text] ? makeButton("link", text, () => choose(text)) : text;
}

function choose(name) {
  at("question").value = name;
  at("question").focus();
  renderQuestion();
}

function field({ name, help, example, required }) {
  const input = make("input", "");
  const hint = make("p", "note", `${help}, such as ${example}; ${required ? "needed" : "empty: all"}`);
  const label = make("label", "", name);
  input.name = name;
  input.autocomplete = "off";
  label.htmlFor = input.id = `parameter-${name}`;
  hint.id = `hint-${name}`;
  input.setAttribute("aria-describedby", hint.id);
  return make("div", "", label, input, hint);
}

/** The SPARQL of the chosen question with the values of the fields, as the server binds them. */
async function chosenQuery(signal) {
  const values = [...at("parameters").querySelectorAll("input")].map((input) => [input.name, input.value.trim()]);
  const response = await fetch(`questions/${at("question").value}?${new URLSearchParams(values)}`, { signal });
  return (await good(response)).text();
}
