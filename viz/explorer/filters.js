// What the reader wants to see: of which member, year, status, role and kind.

import { make } from "../shared/elements.js";
import { addressOf } from "./route.js";
import { page } from "./page.js";
import { store } from "./store.js";
import { kindWords, statusWords, t } from "./words.js";

/** @import { Line } from "./reading.js" */

const FILTERS = ["member", "year", "status", "role", "kind"];
const ALL = "all"; // in the address: every year
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
export function isWanted({ record }) {
  const { status, role, kind } = page.place.values;
  if (status && record.status !== status) return false;
  if (kind && record.kind !== kind && store.item(record.id)?.kind !== kind) return false;
  return !role || record.fields.some(([property, text]) => property === "role" && text === role);
}

/** Whether anything is left out of what is shown. */
function isFiltered() {
  return FILTERS.some((name) => page.place.values[name]);
}

/** Whether something is left out of what the shown reports say. */
export function isNarrowed() {
  return ["status", "role", "kind"].some((name) => page.place.values[name]);
}

/**
 * The fields with which the reader chooses; those without a choice are left out.
 * @param {string[]} names
 * @param {Line[]} lines from which statuses, roles and kinds are taken
 */
export function filterBar(names, lines) {
  const fields = names.map((name) => choice(name, optionsOf(name, lines))).filter((field) => field !== null);
  if (!fields.length && !isFiltered()) return "";
  const bar = make("form", "filters", ...fields, isFiltered() ? clearLink() : "");
  bar.setAttribute("aria-label", t("filters"));
  bar.addEventListener("submit", (event) => event.preventDefault());
  return bar;
}

/**
 * @param {string} name
 * @param {[value: string, words: string][]} options
 */
function choice(name, options) {
  const chosen = name === "year" ? wantedYear() : page.place.values[name] ?? "";
  if (options.length < 2 && !chosen) return null;
  const select = make("select", "");
  select.append(new Option(t("all"), name === "year" ? ALL : ""), ...options.map(([value, words]) => new Option(words, value, false, value === chosen)));
  if (chosen && !options.some(([value]) => value === chosen)) select.append(new Option(chosen, chosen, false, true));
  select.addEventListener("change", () => {
    location.hash = addressOf(page.place, page.place.view, page.place.id, { ...page.place.values, [name]: select.value });
  });
  select.dataset.filter = name;
  return make("label", "", `${t(`filter.${name}`)} `, select);
}

function clearLink() {
  const found = make("a", "", t("filters.clear"));
  const none = Object.fromEntries(FILTERS.map((name) => [name, ""]));
  found.setAttribute("href", addressOf(page.place, page.place.view, page.place.id, { ...page.place.values, ...none }));
  return found;
}

/**
 * @param {string} name
 * @param {Line[]} lines
 * @returns {[value: string, words: string][]}
 */
function optionsOf(name, lines) {
  if (name === "member") return once(store.core.reports.map(({ member }) => [member, member]));
  if (name === "year") return once(store.core.reports.map(({ year }) => [String(year), String(year)]));
  if (name === "status") return Object.keys(store.core.statuses).filter((one) => lines.some(({ record }) => record.status === one)).map((one) => [one, statusWords(one)]);
  const records = lines.map(({ record }) => record);
  if (name === "kind") return once(records.map(({ kind }) => [kind, kindWords(kind)]));
  return once(records.flatMap(({ fields }) => fields.flatMap(([property, text]) => (property === "role" ? [[text, text]] : []))));
}

/**
 * The options, each once, in the order of the alphabet.
 * @param {string[][]} options
 * @returns {[value: string, words: string][]}
 */
function once(options) {
  const sorted = [...new Map(options.map(([value, words]) => [value, words]))];
  return sorted.sort(([, one], [, other]) => one.localeCompare(other, undefined, { numeric: true }));
}
