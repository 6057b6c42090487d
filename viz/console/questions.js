// The library: a question, what it takes, and the SPARQL that asks it.

import { at, field, make, makeButton } from "../shared/elements.js";
import { choicesOf } from "./choices.js";
import { Combobox } from "./combobox.js";
import { data } from "./given.js";
import { folded } from "./matching.js";
import { good } from "./results.js";

/** @import { Parameter } from "./console.js" */
/** @typedef {{ parameter: Parameter, box: Combobox, problem: HTMLElement, told: string }} Field */

/** @type {Field[]} */
let fields = [];
/** While a pointer is down, nothing may move away from under it: settled when it is up, and what it does is done. */
let released = Promise.resolve();

document.addEventListener("pointerdown", () => {
  released = new Promise((resolve) => {
    for (const end of ["pointerup", "pointercancel"]) document.addEventListener(end, () => setTimeout(resolve), { once: true });
  });
}, true);

/** The name of the chosen question; empty for none. */
export function chosenQuestion() {
  return field("question").value;
}

/** The values of the fields that are filled, by parameter. */
export function chosenValues() {
  const filled = fields.map(({ parameter, box }) => [parameter.name, box.input.value.trim()]).filter(([, value]) => value);
  return Object.fromEntries(filled);
}

/**
 * Shows a question with its fields.
 * @param {string} name empty for none
 * @param {Record<string, string>} values
 */
export function renderQuestion(name, values) {
  field("question").value = name in data.questions ? name : "";
  const question = data.questions[chosenQuestion()];
  at("meaning").replaceChildren(...(question?.question ?? "").split("`").map(orChoice));
  fields = (question?.parameters ?? []).map((parameter) => parameterField(parameter, values[parameter.name] ?? ""));
  at("parameters").replaceChildren(...fields.map(element));
  at("choose").hidden = !question;
}

/** Whether the values of all fields are known; the first that is not gets the focus, and says why. */
export async function valuesAreKnown() {
  await Promise.all(fields.map(check));
  const wrong = fields.find(({ problem }) => problem.textContent);
  wrong?.box.input.focus();
  return !wrong;
}

/**
 * The SPARQL of a question with values, as the server binds them.
 * @param {string} name
 * @param {Record<string, string>} values
 * @param {AbortSignal} signal
 */
export async function boundQuery(name, values, signal) {
  return (await good(await fetch(`questions/${name}?${new URLSearchParams(values)}`, { signal }))).text();
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
  renderQuestion(name, {});
  at("question").dispatchEvent(new Event("change"));
  at("question").focus();
}

/**
 * @param {Parameter} parameter
 * @param {string} value
 * @returns {Field}
 */
function parameterField(parameter, value) {
  const made = { parameter, problem: make("p", "problem"), told: "", box: /** @type {Combobox} */ ({}) };
  made.box = new Combobox(`parameter-${parameter.name}`, parameter.title, () => choicesOf(parameter.type).catch(() => []), () => void check(made));
  made.box.input.name = parameter.name;
  made.box.input.value = value;
  made.box.input.required = parameter.required;
  made.problem.id = `problem-${parameter.name}`;
  made.problem.setAttribute("role", "alert");
  return made;
}

/** @param {Field} one */
function element({ parameter: { name, title, help, example, required }, box, problem }) {
  const label = make("label", "", title);
  const hint = make("p", "note", `${help}, such as ${example}; ${required ? "needed" : "empty: all"}`);
  label.htmlFor = box.input.id;
  hint.id = `hint-${name}`;
  box.input.setAttribute("aria-describedby", `${hint.id} ${problem.id}`);
  return make("div", "", label, box.element, problem, hint);
}

/**
 * Tells beside a field what is wrong with its value, before anything is asked.
 * @param {Field} one
 */
async function check(one) {
  const { parameter, box, problem } = one;
  const value = box.input.value.trim();
  const words = value ? await problemOf(parameter, value) : parameter.required ? `needed: ${parameter.help}` : "";
  await released;
  if (value !== box.input.value.trim()) return;
  problem.textContent = words;
  box.input.toggleAttribute("aria-invalid", Boolean(words));
}

/**
 * What is wrong with a value, in the server's words; empty where it is known.
 * @param {Parameter} parameter
 * @param {string} value
 */
async function problemOf({ name, type }, value) {
  const offered = await choicesOf(type).catch(() => []);
  if (offered.some((choice) => folded(choice.value) === folded(value))) return "";
  const response = await fetch(`questions/${chosenQuestion()}/${name}?${new URLSearchParams({ value })}`);
  return response.ok ? "" : (await response.text()).trim();
}
