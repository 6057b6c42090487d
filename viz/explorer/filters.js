// What the reader wants to see: of which member, year, status, role, kind, goal and initiative.

import { make } from "../shared/elements.js";
import { page } from "./page.js";
import { valuesOf } from "./reading.js";
import { store } from "./store.js";
import { conceptName, t } from "./words.js";

/** @import { Line } from "./reading.js" */

export const ALL = "all"; // in the address: every year
export const UNNAMED = "unnamed"; // in the address: sentences that name nobody for what they report are marked
export const UNCITED = "uncited"; // in the address: what no fact is taken from is marked
const MANY = 80; // reports from which on only the newest year is shown, unless the reader wants another or all

/** The year that is shown; empty for all. */
export function wantedYear() {
  const { year = "", member = "" } = page.place.values;
  if (year || member || store.core.reports.length <= MANY) return year === ALL ? "" : year;
  return String(Math.max(...store.core.reports.map((report) => report.year)));
}

/** The reports that are wanted: those of the chosen member and year. */
export function wantedReports() {
  const [{ member }, year] = [page.place.values, wantedYear()];
  return store.core.reports.filter((report) => (!member || report.member === member) && (!year || String(report.year) === year));
}

/**
 * Whether a line has the chosen status, role and kind.
 * @param {Line} line
 */
export function isWanted(line) {
  return isWantedKind(line.record.kind, store.item(line.record.id)?.kind ?? "") && isWantedDeed(line);
}

/** @param {string[]} kinds of one thing */
export function isWantedKind(...kinds) {
  const { kind } = page.place.values;
  const wanted = store.core.families[kind] ?? [kind];
  return !kind || kinds.some((one) => wanted.includes(one));
}

/**
 * Whether a line is of the chosen goal, and about the chosen initiative, in views in which these are chosen.
 * @param {Line} line
 */
export function isWantedSubject({ record, goals }) {
  const { goal = "", initiative = "" } = page.place.values;
  return (!goal || goals.has(goal)) && (!initiative || initiativesOf(record).includes(initiative));
}

/**
 * What a record is about: the ids of the initiatives that it names, the text of one that is no item.
 * @param {Line["record"]} record
 */
export function initiativesOf(record) {
  return valuesOf(record, "initiative").map(([, text, id]) => id || text);
}

/**
 * Whether a line has the chosen status and role.
 * @param {Line} line
 */
export function isWantedDeed({ record }) {
  const { status, role } = page.place.values;
  if (status && !statusesOf(record).includes(status)) return false;
  return !role || record.fields.some(([property, text]) => property === "role" && text === role);
}

/**
 * The status of a record, or that which something announced has come to.
 * @param {Line["record"]} record
 */
function statusesOf({ status, fields }) {
  return [status, ...fields.filter(([property]) => property === "outcome").map(([property, text]) => conceptName(property, text))];
}

/** Whether something is left out of what the shown reports say. */
export function isNarrowed() {
  return Object.keys(narrowing()).length > 0;
}

/** What is said where there is nothing to show: for what is chosen, or in reports that may not be wholly read. */
export function nothing() {
  const { member, year, goal, initiative } = page.place.values;
  if (isNarrowed() || member || year || goal || initiative) return make("p", "note", t("nothing.filtered"));
  if (store.lost.size) return make("p", "note", t("nothing.missing"));
  return make("p", "note", t(wantedReports().every(({ reading }) => reading === "read") ? "nothing.all" : "nothing.sofar"));
}

/** What is chosen among what the shown reports say, for the address of another view of the same. */
export function narrowing() {
  return Object.fromEntries(["status", "role", "kind"].filter((name) => page.place.values[name]).map((name) => [name, page.place.values[name]]));
}

/** What is chosen among the sentences of a report's text, for the address of another place of it. */
export function markings() {
  const { marked = "" } = page.place.values;
  return { ...narrowing(), marked };
}
