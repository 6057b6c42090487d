// Who is said to take part in what an event is part of: told apart from what is said of the event itself.

import { listed } from "../../shared/collections.js";
import { make } from "../../shared/elements.js";
import { itemLink } from "../page.js";
import { deedsIn, valuesOf } from "../reading.js";
import { store } from "../store.js";
import { conceptName, phrase } from "../words.js";
import { value } from "./sentence.js";
import { sentenceCell } from "./tables.js";

/** @import { Line } from "../reading.js" */
/** @typedef {{ id: string, part: Line, deeds: Line[] }} Whole What an event is part of, the line that says so, and who takes part in the whole. */

const PRESENT = "takesPart"; // the role

/**
 * What an event is part of, with those who take part there; nothing where somebody is said to take part in the event itself.
 * @param {string} id
 * @param {Line[]} lines that speak of it
 * @returns {Whole[]}
 */
export function wholesOf(id, lines) {
  if (store.item(id)?.group !== "event" || deedsIn(lines).some(isPresence)) return [];
  const parts = lines.filter(({ record, fields: [[property]] }) => record.id === id && property === "partOf");
  const wholes = parts.map((part) => ({ id: part.fields[0][2], part }));
  return wholes.map((whole) => ({ ...whole, deeds: deedsIn(whole.part.reading.linesAbout(whole.id)).filter(isPresence) })).filter(({ deeds }) => deeds.length);
}

/** @param {Line} deed */
function isPresence({ record }) {
  return valuesOf(record, "actor").length > 0 && valuesOf(record, "role").some(([property, text]) => conceptName(property, text) === PRESENT);
}

/**
 * Who takes part in the whole, with the sentences, in words that say of what this is stated.
 * @param {Whole} whole
 */
export function wholeLine({ id, part, deeds }) {
  const who = make("span", "", ...listed(deeds.flatMap(({ record }) => valuesOf(record, "actor").map(value))));
  return make("p", "cell note of-whole", ...phrase("whole.participants", { whole: itemLink(id), who }), " ", ...sentenceCell([part, ...deeds]));
}
