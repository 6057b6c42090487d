// Members and goals: whether each section is answered, and how far it is read; two reports side by side.

import { compare, group } from "../../shared/collections.js";
import { later, make } from "../../shared/elements.js";
import { countCell, under } from "../parts/counts.js";
import { ofAlliance, plainTable, sheetTable } from "../parts/sheet.js";
import { markLegend, stateCell } from "../parts/states.js";
import { filterBar } from "../choosing.js";
import { isNarrowed, isWantedDeed, isWantedKind, wantedReports, wantedYear } from "../filters.js";
import { NAMES } from "../named.js";
import { foreign, itemLink, link, page, spoken } from "../page.js";
import { deedsIn, headingText, valuesOf } from "../reading.js";
import { addressOf } from "../route.js";
import { goalsIn, store } from "../store.js";
import { statusWords, t } from "../words.js";

/** @import { Alliance, Goal, Report } from "../data.js" */
/** @import { Line, Reading } from "../reading.js" */
/** @import { Column, Sheet } from "../parts/sheet.js" */
/** @typedef {{ goal: Goal, code: string, codes: string[], readings: Reading[] }} Asked A section of the form (empty: all others) among those of a goal. */
/** @typedef {{ report: Report | undefined, label: string }} Row A member and year, and the report if there is one. */

const MANY = 10; // members beyond which what each reports under a goal is opened when it is asked for

/** The two reports that are put side by side; none where none are chosen. */
export function reportsSideBySide() {
  const { one, other } = page.place.values;
  return store.core.reports.filter(({ id }) => id === one || id === other);
}

/** @param {Reading[]} readings */
export function membersView(readings) {
  const tables = store.core.alliances.flatMap((alliance) => sheetTable(ofAlliance(alliance, allianceSheet(alliance))));
  return {
    title: t("view.members"),
    parts: [make("p", "", t("members.intro")), filterBar(["member", "year", "status", "role", "kind"], readings.flatMap(({ lines }) => deedsIn(lines)), kindsIn(readings)), compareForm(), ...sideBySide(readings), markLegend([...wantedReports(), ...reportsSideBySide()], store.core.alliances.flatMap(goalsIn)), ...tables],
  };
}

/**
 * The members of an alliance, and its goals.
 * @param {Alliance} alliance
 * @returns {Sheet<Row>}
 */
function allianceSheet(alliance) {
  /** @type {Column<Row>[]} */
  const columns = [
    { title: t("column.report"), cell: ({ report, label }) => [report ? link([foreign(label)], "briefing", report.id) : foreign(label)] },
    ...goalsIn(alliance).map((goal) => (
      { title: goal.number || goal.short, lang: NAMES, cell: (/** @type {Row} */ { report }) => [report ? stateCell(report, goal.id) : missing()] })),
  ];
  return { name: "members", title: t("members.table"), columns, rows: rowsOf(alliance) };
}

/**
 * How much each of several members reports under a goal or target, by status; of many members it opens.
 * @param {string} id
 * @param {Goal[]} goals
 * @param {Line[]} lines
 * @param {Reading[]} readings
 */
export function memberParts(id, goals, lines, readings) {
  const members = [...new Set(readings.map(({ report }) => report.member))].sort(compare);
  const deeds = under(goals, lines);
  if (members.length < 2 || !deeds.length) return [];
  const byMember = group(deeds, ({ reading }) => reading.report.member);
  const year = wantedYear();
  /** @type {Column<string>[]} */
  const columns = [
    { title: t("filter.member"), cell: (member) => [link([foreign(member)], "item", id, { member, year })] },
    ...store.statusesOf(deeds).map((status) => (
      { title: statusWords(status), cell: (/** @type {string} */ member) => [countCell(byMember.get(member) ?? [], id, { member, year, status })] })),
  ];
  const parts = () => [make("p", "note", t("members.counted")), ...sheetTable({ name: "members-by-status", title: t("members.status"), columns, rows: members })];
  return members.length > MANY ? [later(t("members.show", { n: members.length }), parts)] : parts();
}

function missing() {
  return make("span", "none", t("members.missing"));
}

/**
 * A row for each member and year of an alliance, by name and year; years without a report have a row that says so.
 * @param {Alliance} alliance
 * @returns {Row[]}
 */
function rowsOf({ id }) {
  const wanted = wantedReports().filter(({ alliance }) => alliance === id);
  const members = [...new Set(wanted.map(({ member }) => member))];
  const years = [...new Set(wanted.map(({ year }) => year))].sort();
  return members.flatMap((member) => years.map((year) => {
    const report = wanted.find((one) => one.member === member && one.year === year);
    return { report, label: report?.label ?? `${member} ${year}` };
  }));
}

/**
 * The kinds of the initiatives to which reports name contributions.
 * @param {Reading[]} readings
 */
function kindsIn(readings) {
  const named = readings.flatMap(({ lines }) => deedsIn(lines)).flatMap(({ record }) => valuesOf(record, "initiative"));
  return named.flatMap(([, , id]) => store.item(id)?.kind ?? []);
}

function compareForm() {
  if (store.core.reports.length < 2) return "";
  const [one, other] = ["one", "other"].map(reportChoice);
  const form = make("form", "filters", make("h2", "", t("members.compare")), one, other);
  form.addEventListener("submit", (event) => event.preventDefault());
  return form;
}

/** @param {string} name */
function reportChoice(name) {
  const chosen = page.place.values[name] ?? "";
  const select = make("select", "", new Option("–", ""), ...store.core.reports.map(({ id, label }) => spoken(new Option(label, id, false, id === chosen))));
  select.dataset.filter = name;
  select.addEventListener("change", () => {
    location.hash = addressOf(page.place, "members", "", { ...page.place.values, [name]: select.value });
  });
  return make("label", "", `${t(`members.${name}`)} `, select);
}

/**
 * Two reports by the sections of the form, goal by goal; those to two alliances, which have no goal in common, each by itself.
 * @param {Reading[]} readings
 */
function sideBySide(readings) {
  if (readings.length < 2) return [];
  return store.core.alliances.flatMap((alliance) => {
    const own = readings.filter(({ report }) => report.alliance === alliance.id);
    /** @type {Column<Asked>[]} */
    const columns = own.map((reading) => ({ title: reading.report.label, lang: NAMES, cell: (asked) => saidCell(reading, asked) }));
    const sheet = { name: "compare", title: t("members.compare"), columns: [{ title: t("column.goal"), cell: askedCell }, ...columns], rows: askedIn(alliance, own) };
    return own.length ? [plainTable(ofAlliance(alliance, sheet))] : [];
  });
}

/**
 * The sections of the reports under each goal, then what they say of it in others.
 * @param {Alliance} alliance
 * @param {Reading[]} readings
 * @returns {Asked[]}
 */
function askedIn(alliance, readings) {
  return goalsIn(alliance).flatMap((goal) => {
    const codes = [...new Set(readings.flatMap(({ report }) => report.sections.filter(([, own]) => own === goal.id).map(([code]) => code)))];
    const isElsewhere = readings.some((reading) => under([goal], deedsIn(reading.lines)).some((line) => !codes.includes(reading.sectionOf(line))));
    return [...codes.map((code) => ({ goal, code, codes, readings })), ...(isElsewhere || !codes.length ? [{ goal, code: "", codes, readings }] : [])];
  });
}

/**
 * The goal and section of a row, with the words of each form: forms of two years, or of two members, may ask different things there.
 * @param {Asked} asked
 */
function askedCell({ goal, code, codes, readings }) {
  const place = code ? t("section", { code }) : codes.length ? t("members.elsewhere") : "";
  const asked = group(readings, (reading) => headingText(reading, code));
  const words = [...asked].filter(([text]) => text).map(([text, [{ chapter }]]) => spoken(make("p", "note", text), chapter.language));
  return [itemLink(goal.id), make("p", "note", place), ...words];
}

/**
 * The state of a section, and the initiatives that a report names in it under the goal, by status.
 * @param {Reading} reading
 * @param {Asked} asked
 */
function saidCell(reading, { goal, code, codes }) {
  const isThere = (/** @type {string} */ section) => (code ? section === code : !codes.includes(section));
  const deeds = under([goal], deedsIn(reading.lines)).filter((line) => isThere(reading.sectionOf(line)) && isWantedDeed(line));
  const entries = store.statusesOf(deeds).flatMap((status) => {
    const named = deeds.filter(({ record }) => record.status === status).flatMap(({ record }) => valuesOf(record, "initiative"));
    const own = new Map(named.filter(([, , id]) => isWantedKind(store.item(id)?.kind ?? "")).map(([, label, id]) => [id || label, label]));
    return [...own].map(([id, label]) => make("li", "", itemLink(id, label), ` (${statusWords(status)})`));
  });
  const state = code ? [stateCell(reading.report, goal.id, code)] : [];
  return [...state, ...(entries.length ? [make("ul", "cell", ...entries)] : nothingSaid(reading, code))];
}

/**
 * Why nothing stands in a cell: what is chosen, or what is not read; for a section that the form does not have its state says it.
 * @param {Reading} reading
 * @param {string} code of the section; empty for several
 */
function nothingSaid({ report }, code) {
  const section = report.sections.find(([own]) => own === code);
  if (code && !section) return [];
  const isRead = section ? section[3] === "read" : report.reading === "read";
  return [make("p", "note", t(isNarrowed() ? "nothing.filtered" : isRead || section?.[2] === "blank" ? "members.none" : "members.sofar"))];
}
