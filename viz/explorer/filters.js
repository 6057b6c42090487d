// What the reader wants to see: of which member, year, status, role, kind, goal and initiative.

import { compare } from "../shared/collections.js";
import { fold, make } from "../shared/elements.js";
import { addressOf } from "./route.js";
import { headingOf, page, spoken } from "./page.js";
import { valuesOf } from "./reading.js";
import { store } from "./store.js";
import { conceptName, kindWords, roleWords, statusWords, t } from "./words.js";

/** @import { Report } from "./data.js" */
/** @import { Line } from "./reading.js" */

const ALL = "all"; // in the address: every year
const PHONE = matchMedia("(max-width: 43.75rem)"); // the screen of a phone
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
  const { goal, initiative } = page.place.values;
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

/**
 * The fields with which the reader chooses; those without a choice are left out.
 * @param {string[]} names
 * @param {Line[]} lines from which statuses, roles and kinds are taken
 * @param {string[]} kinds
 */
export function filterBar(names, lines, kinds = lines.map(({ record }) => record.kind)) {
  const fields = names.map((name) => choice(name, optionsOf(name, lines, kinds))).filter((field) => field !== null);
  const chosen = names.filter((name) => page.place.values[name]).length;
  if (!fields.length) return "";
  const bar = make("form", "filters", ...fields, chosen ? clearLink(names) : "");
  bar.setAttribute("aria-label", t("filters"));
  bar.addEventListener("submit", (event) => event.preventDefault());
  return foldedBar(bar, chosen);
}

/**
 * On a phone the fields under words that say how many choices are made, closed while there is none; the fields alone in a wider window.
 * @param {HTMLElement} bar
 * @param {number} chosen
 */
function foldedBar(bar, chosen) {
  const part = fold("choices", chosen ? t("filters.chosen", { n: chosen }) : t("filters"));
  part.open = chosen > 0 || Boolean(document.activeElement?.closest(".choices"));
  PHONE.onchange = () => {
    if (!PHONE.matches) return part.replaceWith(bar);
    bar.replaceWith(part);
    part.append(bar);
  };
  if (!PHONE.matches) return bar;
  part.append(bar);
  return part;
}

/**
 * @param {string} name
 * @param {[value: string, words: string][]} options
 */
function choice(name, options) {
  const chosen = name === "year" ? wantedYear() : page.place.values[name] ?? "";
  if (options.length < 2 && !chosen) return null;
  const select = make("select", "");
  select.append(new Option(t("all"), name === "year" ? ALL : ""), ...options.map(([value, words]) => spoken(new Option(words, value, false, value === chosen), languageOf(name, value))));
  if (chosen && !options.some(([value]) => value === chosen)) select.append(new Option(wordsFor(name, chosen), chosen, false, true));
  select.addEventListener("change", () => {
    location.hash = addressOf(page.place, page.place.view, page.place.id, { ...page.place.values, [name]: select.value });
  });
  select.dataset.filter = name;
  return make("label", "", `${t(`filter.${name}`)} `, select);
}

/**
 * The words for a choice.
 * @param {string} name
 * @param {string} value
 */
function wordsFor(name, value) {
  const wordsOf = { status: statusWords, kind: kindOrFamily, role: roleWords, goal: itemWords, initiative: itemWords }[name];
  return wordsOf?.(value) ?? value;
}

/** @param {string} name of a kind, or of kinds that are looked for together */
function kindOrFamily(name) {
  return name in store.core.families ? t(`kinds.${name}`) : kindWords(name);
}

/** @param {string} id of an item; what is none stands for itself */
function itemWords(id) {
  const item = store.item(id);
  return item ? `${headingOf(item)}${store.whose(id)}` : id;
}

/**
 * The language of the words for a choice.
 * @param {string} name
 * @param {string} value
 */
function languageOf(name, value) {
  const isOwn = ["status", "kind", "role"].includes(name);
  return isOwn ? document.documentElement.lang : store.item(value)?.lang;
}

/**
 * A field for the report of a view that shows one at a time; nothing where there is one only.
 * @param {Report} shown
 */
export function reportBar(shown) {
  const { reports } = store.core;
  if (reports.length < 2) return "";
  const select = make("select", "", ...reports.map(({ id, label }) => spoken(new Option(label, id, false, id === shown.id))));
  select.dataset.filter = "report";
  select.addEventListener("change", () => {
    const { id, member, year } = reports[select.selectedIndex];
    location.hash = addressOf(page.place, page.place.view, id, { ...narrowing(), member, year: String(year) });
  });
  const bar = make("form", "filters", make("label", "", `${t("column.report")} `, select));
  bar.addEventListener("submit", (event) => event.preventDefault());
  return bar;
}

/** @param {string[]} names */
function clearLink(names) {
  const found = make("a", "", t("filters.clear"));
  const none = Object.fromEntries(names.map((name) => [name, ""]));
  found.setAttribute("href", addressOf(page.place, page.place.view, page.place.id, { ...page.place.values, ...none }));
  return found;
}

/**
 * @param {string} name
 * @param {Line[]} lines
 * @param {string[]} kinds
 * @returns {[value: string, words: string][]}
 */
function optionsOf(name, lines, kinds) {
  const records = [...new Set(lines.map(({ record }) => record))];
  if (name === "status") {
    const there = new Set(records.flatMap(statusesOf).filter(Boolean));
    return [...new Set([...Object.keys(store.core.statuses), ...there])].filter((one) => there.has(one)).map((one) => [one, wordsFor(name, one)]);
  }
  /** @type {Record<string, () => string[]>} */
  const values = {
    member: () => store.core.reports.map(({ member }) => member),
    year: () => store.core.reports.map(({ year }) => String(year)),
    kind: () => [...kinds, ...familiesOf(kinds)],
    role: () => records.flatMap((record) => valuesOf(record, "role").map(([, text]) => text)),
    goal: () => lines.flatMap(({ goals }) => [...goals]),
    initiative: () => records.flatMap(initiativesOf),
  };
  return inOrder([...new Set(values[name]())].map((value) => [value, wordsFor(name, value)]));
}

/**
 * Kinds that are looked for together, of which several are there.
 * @param {string[]} kinds
 */
function familiesOf(kinds) {
  const there = new Set(kinds);
  return Object.entries(store.core.families).filter(([, own]) => own.filter((kind) => there.has(kind)).length > 1).map(([name]) => name);
}

/**
 * The options in the order of the alphabet.
 * @param {[value: string, words: string][]} options
 */
function inOrder(options) {
  return options.sort(([, one], [, other]) => compare(one, other));
}
