// How much is reported: a number that leads to what it counts.

import { make } from "../../shared/elements.js";
import { headingOf, link } from "../page.js";
import { valuesOf } from "../reading.js";
import { store } from "../store.js";
import { statusWords, t } from "../words.js";

/** @import { Goal } from "../data.js" */
/** @import { Line } from "../reading.js" */

/**
 * The lines that report something with a status under one of some goals.
 * @param {Goal[]} goals
 * @param {Line[]} lines
 */
export function under(goals, lines) {
  return lines.filter(({ record }) => record.status && goals.some(({ id }) => record.goals.includes(id)));
}

/**
 * How many initiatives lines report with a status, as a link to them.
 * @param {Line[]} lines under one goal or target
 * @param {string} goal
 * @param {Record<string, string>} values what is chosen where the link leads: the status, and member and year if these are
 */
export function countCell(lines, goal, values) {
  const count = new Set(lines.filter(({ record }) => record.status === values.status).map(({ record }) => aboutOf(record))).size;
  if (!count) return make("span", "none", "–");
  const found = link([String(count)], "item", goal, values);
  const whose = [headingOf(store.core.items[goal]), values.member].filter(Boolean).join(", ");
  found.className = "count";
  found.setAttribute("aria-label", t("briefing.cell", { n: count, status: statusWords(values.status), goal: whose }));
  return found;
}

/** @param {Line["record"]} record */
function aboutOf(record) {
  const [first] = [...valuesOf(record, "initiative"), ...valuesOf(record, "label")];
  return first ? first[2] || first[1] : record.label;
}
