// The library: a question, what it takes, and the SPARQL that asks it.

import { at, field, make, makeButton } from "../shared/elements.js";
import { data } from "./given.js";
import { good } from "./results.js";

/** @import { Parameter } from "./console.js" */

/** The name of the chosen question; empty for none. */
export function chosenQuestion() {
  return field("question").value;
}

export function renderQuestion() {
  const question = data.questions[chosenQuestion()];
  at("meaning").replaceChildren(...(question?.question ?? "").split("`").map(orChoice));
  at("parameters").replaceChildren(...(question?.parameters ?? []).map(parameterField));
  at("choose").hidden = !question;
}

/**
 * The SPARQL of the chosen question with the values of the fields, as the server binds them.
 * @param {AbortSignal} signal
 */
export async function chosenQuery(signal) {
  const values = [...at("parameters").querySelectorAll("input")].map((input) => [input.name, input.value.trim()]);
  const response = await fetch(`questions/${chosenQuestion()}?${new URLSearchParams(values)}`, { signal });
  return (await good(response)).text();
}

/**
 * A text, or a button for the name of another question.
 * @param {string} text
 */
function orChoice(text) {
  return text in data.questions ? makeButton("link", text, () => choose(text)) : text;
}

/** @param {string} name */
function choose(name) {
  field("question").value = name;
  at("question").focus();
  renderQuestion();
}

/** @param {Parameter} parameter */
function parameterField({ name, help, example, required }) {
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
