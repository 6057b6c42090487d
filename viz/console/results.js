// What the endpoint answers, read into columns and rows of terms.

import { tripleRow } from "./terms.js";

/** @import { Answer } from "./console.js" */

const TABLE = "application/sparql-results+json";
const TRIPLES = "application/n-triples";

/**
 * The answer to a query, or whether it is true.
 * @param {string} sparql
 * @param {string} question of the library that the query asks, by name; empty for none
 * @param {number} first rows that are wanted
 * @param {AbortSignal} signal
 * @returns {Promise<Answer | boolean>}
 */
export async function ask(sparql, question, first, signal) {
  const response = await post("sparql", { query: sparql, first: String(first) }, { Accept: `${TABLE}, ${TRIPLES};q=0.9` }, signal);
  const cut = response.headers.get("X-Rows-Cut-At") ?? "";
  if (response.headers.get("Content-Type")?.startsWith(TRIPLES)) return titled(triples(await response.text(), cut), question, signal);
  const { head, results, boolean } = await response.json();
  return results ? titled({ columns: head.vars, rows: results.bindings, triples: false, cut }, question, signal) : boolean;
}

/**
 * The response to a query; an error says in words what is wrong.
 * @param {string} path
 * @param {Record<string, string>} fields
 * @param {Record<string, string>} headers
 * @param {AbortSignal} [signal]
 */
export async function post(path, fields, headers, signal) {
  return good(await fetch(path, { method: "POST", body: new URLSearchParams(fields), headers, signal }));
}

/** @param {Response} response */
export async function good(response) {
  if (!response.ok) throw new Error((await response.text()).trim());
  return response;
}

/**
 * The answer with the titles of its columns, as the server makes them.
 * @param {Omit<Answer, "titles">} answer
 * @param {string} question
 * @param {AbortSignal} signal
 * @returns {Promise<Answer>}
 */
async function titled(answer, question, signal) {
  const asked = new URLSearchParams([["question", question], ...answer.columns.map((column) => ["column", column])]);
  /** @type {string[]} */
  const titles = await (await good(await fetch(`titles?${asked}`, { signal }))).json();
  return { ...answer, titles: Object.fromEntries(answer.columns.map((column, index) => [column, titles[index]])) };
}

/**
 * @param {string} text
 * @param {string} cut
 */
function triples(text, cut) {
  const lines = text.split("\n").filter(Boolean).sort();
  return { columns: ["subject", "predicate", "object"], rows: lines.map(tripleRow), triples: true, cut };
}
