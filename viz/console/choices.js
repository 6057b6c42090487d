// The values that parameters can have, as the server offers them; each type is asked for once.

import { good } from "./results.js";

/** @import { Choice, Word } from "./console.js" */

/** @type {Map<string, Promise<unknown>>} */
const asked = new Map();

/**
 * @param {string} type of a parameter
 * @returns {Promise<Choice[]>}
 */
export function choicesOf(type) {
  return /** @type {Promise<Choice[]>} */ (once(`values/${type}`));
}

/**
 * The classes and properties of the graph's vocabulary.
 * @returns {Promise<Word[]>}
 */
export function vocabulary() {
  return /** @type {Promise<Word[]>} */ (once("words"));
}

/**
 * The entries that a path gives; what could not be had is asked for again the next time.
 * @param {string} path
 */
function once(path) {
  const known = asked.get(path) ?? fetch(path).then(good).then((response) => response.json());
  asked.set(path, known);
  known.catch(() => asked.delete(path));
  return known;
}
