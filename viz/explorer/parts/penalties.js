// Penalties: each as it is written, and what was read in it.

import { listed } from "../../shared/collections.js";
import { make } from "../../shared/elements.js";
import { foreign } from "../page.js";
import { valuesOf } from "../reading.js";
import { phrase, termWords } from "../words.js";
import { value } from "./sentence.js";

/** @import { ThingRecord } from "../data.js" */
/** @import { Line } from "../reading.js" */
/** @import { Cell } from "./sheet.js" */

const WRITTEN = ["penaltyAsWritten", "alternativePenalty", "additionalPenalty"];
/** @type {Record<string, string>} */
const JOINED = { alternativePenalty: "penalty.or", additionalPenalty: "penalty.and" };

/**
 * The penalties of which lines speak.
 * @param {Line[]} lines
 * @returns {Cell}
 */
export function penaltyCell(lines) {
  return penaltiesIn(lines).flatMap(({ record }) => [make("p", "cell", ...listed(WRITTEN.flatMap((property) => written(record, property)), " ")), ...reading(record)]);
}

/** @param {Line[]} lines */
export function penaltiesIn(lines) {
  return lines.filter(({ record }) => record.kind === "Penalty");
}

/**
 * What is written of a penalty, of what comes in its place or besides it with the word for that.
 * @param {ThingRecord} record
 * @param {string} property
 */
function written(record, property) {
  const own = valuesOf(record, property).map(value);
  return property in JOINED ? own.map((words) => make("span", "", ...phrase(JOINED[property], { words }))) : own;
}

/**
 * What was read in a penalty; nothing where the words as written say no less.
 * @param {ThingRecord} record
 */
function reading(record) {
  const [punishments, texts] = [["punishment"], WRITTEN].map((names) => textsOf(record, names).join(", "));
  const [least, most] = ["minimumMonths", "maximumMonths"].map((name) => Number(textsOf(record, [name])[0] ?? NaN));
  const term = termWords(least, most);
  const isSaid = !term && texts.toLowerCase().includes(punishments.toLowerCase());
  return isSaid ? [] : [make("p", "note as-read", ...phrase("penalty.read", { words: make("span", "", ...listed([punishments && foreign(punishments), term].filter(Boolean))) }))];
}

/**
 * @param {ThingRecord} record
 * @param {string[]} properties
 */
function textsOf(record, properties) {
  return properties.flatMap((property) => valuesOf(record, property).map(([, text]) => text));
}
