// What is asked: a question of the library with its values, or a query; as a name, as a link, and as the name of a file.

import { fileNameOf } from "../shared/saving.js";

/** @import { Asked, Question } from "./console.js" */

const LONGEST = 60; // characters of a name
const IRI = /<[^<>\s]*[/#]([^<>\s/#]+)>/g;
const QUESTION = "question";
const QUERY = "query";
const VIEW = "view";
const NETWORK = "network";

/**
 * What stands behind "#" in a link that asks this.
 * @param {Asked} asked
 */
export function linkOf({ question, values, sparql, asNetwork }) {
  const view = asNetwork ? [[VIEW, NETWORK]] : [];
  const given = Object.entries(values).filter(([, value]) => value);
  const what = question ? [[QUESTION, question], ...given] : [[QUERY, sparql]];
  return `#${new URLSearchParams([...what, ...view])}`;
}

/**
 * What a link asks; null where it asks nothing.
 * @param {string} hash
 * @returns {Asked | null}
 */
export function askedOf(hash) {
  const { [QUESTION]: question = "", [QUERY]: sparql = "", [VIEW]: view = "", ...values } = Object.fromEntries(new URLSearchParams(hash.slice(1)));
  if (!question && !sparql) return null;
  return { question, values: question ? values : {}, sparql: question ? "" : sparql, asNetwork: view === NETWORK };
}

/**
 * A name of what is asked, for people.
 * @param {Asked} asked
 * @param {Record<string, Question>} questions
 */
export function askedName({ question, values, sparql }, questions) {
  const given = Object.values(values).filter(Boolean);
  const whole = question ? [questions[question]?.title ?? question, given.join(", ")].filter(Boolean).join(": ") : firstWords(sparql);
  return whole.length > LONGEST ? `${whole.slice(0, LONGEST - 1)}…` : whole;
}

/**
 * The name of a file with the answer, without its ending.
 * @param {Asked} asked
 * @param {string} name what the reader calls it; empty for nothing
 */
export function fileName({ question, values, sparql }, name) {
  return fileNameOf(name || (question ? [question, ...Object.values(values)].join(" ") : firstWords(sparql)));
}

/**
 * The comment that a query begins with, or else its first line that is no PREFIX; of IRIs the last part.
 * @param {string} sparql
 */
function firstWords(sparql) {
  const lines = sparql.split("\n").map((line) => line.trim()).filter((line) => line && !/^(prefix|base)\b/i.test(line));
  return (lines[0] ?? "Query").replace(/^#[+\s]*/, "").replace(IRI, "$1");
}
