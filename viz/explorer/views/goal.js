// A goal or target: who contributes through what, and every claim of its sections.

import { compare, group, listed } from "../../shared/collections.js";
import { fold, later, make } from "../../shared/elements.js";
import { quoted } from "../../shared/quoting.js";
import { cards, inferredPart } from "../parts/cards.js";
import { partHeading } from "../parts/contents.js";
import { plainTable, saying, sheetTable } from "../parts/sheet.js";
import { markLegend, stateCell } from "../parts/states.js";
import { recordSheet, reportColumn, sentenceColumn } from "../parts/tables.js";
import { value } from "../parts/sentence.js";
import { filterBar } from "../choosing.js";
import { isNarrowed, isWanted, narrowing } from "../filters.js";
import { foreign, goalName, headingOf, itemLink, link, reportName, spoken } from "../page.js";
import { deedsIn, headingText, valuesOf } from "../reading.js";
import { goalsIn, store } from "../store.js";
import { columnWords, kindWords, statusWords, t } from "../words.js";
import { changeParts } from "./changes.js";
import { announcedSheet, promiseSheet } from "./ledger.js";
import { lawSheet } from "./laws.js";
import { memberParts } from "./members.js";

/** @import { Goal, Target } from "../data.js" */
/** @import { Line, Reading } from "../reading.js" */
/** @import { Column } from "../parts/sheet.js" */

const FEW = 3; // actors who did the same that are named one by one
const CROWD = 10; // reports beyond which their sections are opened when they are asked for
const MANY = 3; // reports beyond which each has a part of its own, which is filled when it is opened

/** The targets and goals of each alliance, each with what reports say of it. */
export function goalList() {
  const parts = store.core.alliances.flatMap(({ label, targets }) => (store.isMerged ? [spoken(make("h2", "", label)), ...targetList(targets, "h3")] : targetList(targets, "h2")));
  return { title: t("view.goals"), parts };
}

/**
 * @param {Target[]} targets
 * @param {"h2" | "h3"} heading
 */
function targetList(targets, heading) {
  return targets.flatMap((target) => [
    ...(target.goals[0]?.id === target.id ? [] : [make(heading, "", itemLink(target.id))]),
    make("ul", "goals", ...target.goals.map((goal) => make("li", "", itemLink(goal.id), spoken(make("p", "note", goal.label))))),
  ]);
}

/**
 * The goals that an id stands for: one goal, or those of a target.
 * @param {string} id
 * @returns {Goal[]}
 */
export function goalsOf(id) {
  const targets = store.core.alliances.flatMap((alliance) => alliance.targets);
  const target = targets.find((one) => one.id === id);
  return target ? target.goals : targets.flatMap((one) => one.goals.filter((goal) => goal.id === id));
}

/**
 * @param {string} id
 * @param {Reading[]} readings
 */
export function goalView(id, readings) {
  const goals = goalsOf(id);
  const under = new Set([id, ...goals.map((goal) => goal.id)]);
  const all = readings.flatMap((reading) => reading.lines.filter((line) => [...under].some((goal) => line.goals.has(goal))));
  const lines = all.filter(isWanted);
  return {
    title: [goalName(store.core.items[id])],
    before: [crumbs(id)],
    parts: [
      ...wording(id), ...subgoals(id, goals),
      filterBar(["member", "year", "status", "role", "kind"], all),
      make("p", "tools", link([t("network.of")], "network", id, narrowing())),
      ...sections(goals, readings),
      ...memberParts(id, goals, lines, readings),
      ...contributors(lines, isWhollyRead(goals, readings) ? t("goal.nobody") : t("goal.sofar")),
      ...lawParts(lines, readings),
      ...store.core.tables.numbers.flatMap((rule) => sheetTable(recordSheet(rule, lines))),
      ...sheetTable(promiseSheet(lines)),
      ...sheetTable(announcedSheet(lines)),
      ...claims(lines),
      ...(isNarrowed() ? [] : inferredPart(id, readings)),
    ],
  };
}

/**
 * The way to all goals and to the others of the alliance, with the one that is shown.
 * @param {string} id
 */
function crumbs(id) {
  const goals = goalsIn(store.allianceOf(id) ?? { targets: [] });
  const part = make("nav", "crumbs", link([t("view.goals")], "goals"), " › ", make("ul", "", ...goals.map((goal) => make("li", "", crumb(goal, id)))));
  part.setAttribute("aria-label", t("goals.others"));
  return part;
}

/**
 * @param {Goal} goal
 * @param {string} shown the id of what is shown
 */
function crumb(goal, shown) {
  const found = link([foreign(goal.number || headingOf(goal))], "item", goal.id);
  found.title = headingOf(goal);
  if (goal.id === shown) found.setAttribute("aria-current", "page");
  return found;
}

/** @param {string} id */
function wording(id) {
  const alliance = store.isMerged ? [spoken(make("p", "kind", store.allianceOf(id)?.label ?? ""))] : [];
  return [...alliance, spoken(make("p", "wording", quoted(store.core.items[id].label)), store.core.items[id].lang)];
}

/**
 * The laws of which lines speak, and the changes that concern these.
 * @param {Line[]} lines
 * @param {Reading[]} readings
 */
function lawParts(lines, readings) {
  const sheet = lawSheet(lines);
  const told = new Set(sheet.rows.map(({ id }) => id));
  return [...changeParts(readings, (law) => told.has(law)), ...sheetTable(sheet)];
}

/**
 * @param {string} id
 * @param {Goal[]} goals
 */
function subgoals(id, goals) {
  if (goals.length < 2 && goals[0]?.id === id) return [];
  return [make("ul", "goals", ...goals.map((goal) => make("li", "", itemLink(goal.id))))];
}

/**
 * The states of the goals' sections in each report.
 * @param {Goal[]} goals
 * @param {Reading[]} readings
 */
function sections(goals, readings) {
  if (readings.length <= CROWD) return sectionTable(goals, readings);
  return [partHeading("goal.sections"), later(t("goal.sections.show", { n: readings.length }), () => sectionTable(goals, readings))];
}

/**
 * @param {Goal[]} goals
 * @param {Reading[]} readings
 */
function sectionTable(goals, readings) {
  /** @type {Column<Reading>} */
  const first = { title: t("column.report"), cell: ({ report }) => [link([reportName(report)], "briefing", report.id)] };
  /** @type {Column<Reading>[]} */
  const others = goals.map((goal) => ({ title: goals.length > 1 ? goal.number : t("column.sections"), cell: ({ report }) => [stateCell(report, goal.id)] }));
  const legend = markLegend(readings.map(({ report }) => report), goals);
  return [plainTable({ name: "sections", title: t("goal.sections"), columns: [first, ...others], rows: readings }), ...(legend ? [legend] : [])];
}

/**
 * @param {Goal[]} goals
 * @param {Reading[]} readings
 */
function isWhollyRead(goals, readings) {
  const ids = goals.map(({ id }) => id);
  return readings.every(({ report }) => report.sections.every(([, goal, , reading]) => reading === "read" || !ids.includes(goal)));
}

/**
 * Who contributes, by status; many actors in the same role of one initiative stand in one row that opens.
 * @param {Line[]} lines
 * @param {string} none what is said where there are none
 */
export function contributors(lines, none = t("goal.nobody")) {
  const deeds = byStatus(deedsIn(lines));
  const parts = [...deeds].flatMap(([status, own]) => sheetTable(deedSheet(status, own)));
  const nothing = isNarrowed() ? t("nothing.filtered") : store.lost.size ? t("nothing.missing") : none;
  return [make("section", "", partHeading("goal.contributors"), ...(parts.length ? parts : [make("p", "note", nothing)]))];
}

/**
 * @param {string} status
 * @param {Line[]} lines
 */
function deedSheet(status, lines) {
  const deeds = [...group(lines, (line) => JSON.stringify([line.reading.report.id, ...deedOf(line)])).values()];
  const rows = deeds.flatMap((own) => (own.length > FEW ? [own] : own.map((line) => [line]))).map((own) => ({ own, key: firstActor(own) }));
  const sorted = rows.sort((one, other) => compare(one.key, other.key)).map(({ own }) => own);
  return { name: `contributors-${status}`, title: statusWords(status), columns: columns(), rows: sorted };
}

/**
 * The name by which a row stands in the order of the alphabet; what nobody is named for comes last.
 * @param {Line[]} lines
 */
function firstActor(lines) {
  return lines.flatMap(({ record }) => valuesOf(record, "actor").map(([, text]) => text)).sort(compare)[0] ?? "\uffff";
}

/** @returns {Column<Line[]>[]} */
function columns() {
  return [
    { title: columnWords("actor"), cell: (lines) => actorCell(lines.flatMap(({ record }) => valuesOf(record, "actor"))) },
    { title: columnWords("role"), cell: ([{ record }]) => valuesOf(record, "role").map(value) },
    { title: columnWords("initiative"), cell: ([{ record }]) => valuesOf(record, "initiative").map(value) },
    { title: columnWords("period"), cell: ([{ record }]) => valuesOf(record, "period").map(value) },
    { title: columnWords("underLaw"), cell: (lines) => listed(lines.flatMap(({ record }) => valuesOf(record, "underLaw")).map(value)) },
    ...reportColumn((/** @type {Line[]} */ lines) => lines),
    { title: columnWords("goal"), cell: ([{ record }]) => [record.goals.map((goal) => headingOf(store.core.items[goal])).join("; ")], isSaved: true },
    { title: columnWords("status"), cell: ([{ record }]) => [statusWords(record.status)], isSaved: true },
    sentenceColumn((lines) => lines),
  ];
}

/** @param {Line} line */
function deedOf({ record }) {
  return ["role", "initiative", "period", "underLaw"].flatMap((property) => valuesOf(record, property).map(([, text, id]) => id || text));
}

/** @param {import("../data.js").Field[]} actors */
function actorCell(actors) {
  if (!actors.length) return [make("em", "", t("nobody"))];
  if (actors.length <= FEW) return listed(actors.map(value));
  const kinds = [...group(actors, ([, , id]) => store.item(id)?.kind ?? "").keys()].map(kindWords).join(", ");
  const sorted = [...actors].sort(([, one], [, other]) => compare(one, other));
  const crowd = fold("crowd", t("goal.crowd", { n: actors.length, kinds }), make("ul", "", ...sorted.map((actor) => make("li", "", value(actor)))));
  saying(crowd, () => sorted.map(([, text]) => text).join("; "));
  return [crowd];
}

/**
 * All claims: of few reports by section, of many by report.
 * @param {Line[]} lines
 */
function claims(lines) {
  const byReading = [...group(lines, (line) => line.reading)];
  if (!byReading.length) return [];
  const heading = partHeading("goal.claims");
  if (byReading.length <= MANY) return [heading, ...byReading.flatMap(([reading, own]) => bySection(reading, own))];
  return [heading, ...byReading.map(([reading, own]) => later(reading.report.label, () => bySection(reading, own)))];
}

/**
 * @param {Reading} reading
 * @param {Line[]} lines
 */
function bySection(reading, lines) {
  return [...group(lines, (line) => reading.sectionOf(line))].flatMap(([code, own]) => [
    make("h3", "", link([reportName(reading.report), `, ${t("section", { code })}`], "text", reading.report.id, { section: code })),
    spoken(make("p", "note", headingText(reading, code)), reading.chapter.language),
    ...[...byStatus(own)].flatMap(([status, told]) => [make("h4", "", status ? statusWords(status) : t("goal.other")), ...cards(told)]),
  ]);
}

/**
 * The lines by status, in the order of lists; those without one come last.
 * @param {Line[]} lines
 * @returns {Map<string, Line[]>}
 */
function byStatus(lines) {
  const groups = group(lines, ({ record }) => record.status);
  return new Map([...store.statusesOf(lines), ""].flatMap((status) => {
    const own = groups.get(status);
    return own ? [[status, own]] : [];
  }));
}

