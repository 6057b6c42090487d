// The briefing, with which the page begins: what one report says of each goal, and what is open. Of several members one is chosen first.

import { compare, group } from "../../shared/collections.js";
import { fold, make } from "../../shared/elements.js";
import { filterBar, reportBar } from "../choosing.js";
import { isWanted, wantedReports } from "../filters.js";
import { goalName, itemLink, link, page, reportName } from "../page.js";
import { isUnnamed, valuesOf } from "../reading.js";
import { goalsIn, store } from "../store.js";
import { columnWords, phrase, readingWords, statusWords, stateWords, t } from "../words.js";
import { countCell, under } from "../parts/counts.js";
import { partHeading } from "../parts/contents.js";
import { ofAlliance, plainTable, sheetTable } from "../parts/sheet.js";
import { cellOf, sentenceCell, sentenceColumn } from "../parts/tables.js";
import { sentence } from "../parts/sentence.js";
import { markLegend, stateCell } from "../parts/states.js";
import { announcedSheet, promiseSheet } from "./ledger.js";

/** @import { Column } from "../parts/sheet.js" */
/** @import { Goal, Report } from "../data.js" */
/** @import { Line, Reading } from "../reading.js" */

const LISTED = 20; // sections that are named without being asked for

/** The report that the briefing is on: the chosen one, or the newest of those wanted; none where these are of several members. */
export function reportsOfBriefing() {
  const chosen = store.core.reports.filter(({ id }) => id === page.place.id);
  const wanted = [...wantedReports()].sort((one, other) => other.year - one.year);
  if (chosen.length || new Set(wanted.map(({ member }) => member)).size > 1) return chosen;
  return wanted.slice(0, 1);
}

/** @param {Reading[]} readings */
export function briefing([reading]) {
  if (!reading) return { title: t("view.briefing"), parts: [filterBar(["member", "year"], []), ...choice(wantedReports())] };
  const { report } = reading;
  const lines = reading.lines.filter(isWanted);
  return {
    title: phrase("briefing.title", { report: reportName(report) }),
    parts: [
      reportBar(report),
      filterBar(["status", "role", "kind"], reading.lines),
      make("p", "", t("briefing.intro")),
      ...goalTable(reading, lines), markLegend([report], store.core.alliances.flatMap(goalsIn)),
      ...open(lines),
      ...blank(report),
      ...unread(report),
      ...unnamed(lines),
      ...sheetTable(announcedSheet(lines)),
      ...sheetTable(promiseSheet(lines)),
    ],
  };
}

/**
 * The reports of which there are briefings, by member; the chosen member and year then go along to the other views.
 * @param {Report[]} reports
 */
function choice(reports) {
  if (!reports.length) return [make("p", "", t("nothing.report"))];
  const byMember = [...group(reports, ({ member }) => member)].sort(([one], [other]) => compare(one, other));
  const [members, goals] = ["members", "goals"].map((view) => link([t(`view.${view}`)], view));
  return [
    make("p", "", ...phrase("briefing.choose", { members, goals })),
    make("ul", "columns", ...byMember.map(([, own]) => make("li", "", ...own.map((report) => make("p", "", ...briefingLink(report)))))),
  ];
}

/** @param {Report} report */
function briefingLink(report) {
  const { id, member, year, reading } = report;
  const found = link([reportName(report)], "briefing", id, { member, year: String(year) });
  return reading === "read" ? [found] : [found, make("span", "note", ` ${readingWords(reading)}`)];
}

/**
 * The goals with the states of their sections, and what is reported under each, by status.
 * @param {Reading} reading
 * @param {Line[]} lines
 */
function goalTable(reading, lines) {
  const deeds = lines.filter(({ record }) => record.status);
  const statuses = store.statusesOf(deeds);
  const { report } = reading;
  /** @type {Record<string, string>} */
  const values = store.core.reports.length > 1 ? { member: report.member, year: String(report.year) } : {};
  /** @type {Column<Goal>[]} */
  const columns = [
    { title: t("column.goal"), cell: (goal) => [link([goalName(goal)], "item", goal.id, values)] },
    { title: t("column.sections"), cell: (goal) => [stateCell(report, goal.id)] },
    ...statuses.map((status) => (
      { title: statusWords(status), cell: (/** @type {Goal} */ goal) => [countCell(under([goal], deeds), goal.id, { ...values, status })] })),
  ];
  return store.core.alliances.filter(({ id }) => id === report.alliance)
    .map((alliance) => plainTable(ofAlliance(alliance, { name: "briefing", title: t("briefing.goals"), columns, rows: goalsIn(alliance) })));
}

/**
 * What is begun, meant or only wished, by status; promises stand in a table of their own.
 * @param {Line[]} lines
 */
function open(lines) {
  const deeds = lines.filter(({ record }) => record.kind !== "Promise"); // promises have a table of their own
  const own = group(deeds.filter(({ record }) => store.core.unfinished.includes(record.status)), ({ record }) => record.status);
  const parts = store.core.unfinished.filter((status) => own.has(status)).flatMap((status) => [
    make("h3", "", statusWords(status)),
    make("ul", "facts", ...(own.get(status) ?? []).map((line) => make("li", "", sentence(line), ...sentenceCell([line])))),
  ]);
  return parts.length ? [partHeading("briefing.open"), ...parts] : [];
}

/** @param {Report} report */
function blank(report) {
  return sectionList(report, "briefing.blank", t("note.blank"), ([, , state]) => (state === "blank" ? stateWords(state) : ""));
}

/** @param {Report} report */
function unread(report) {
  return sectionList(report, "briefing.unread", t("note.unread"), ([, , , reading]) => (reading === "read" ? "" : readingWords(reading)));
}

/**
 * @param {Report} report
 * @param {string} title the key of its words
 * @param {string} note
 * @param {(section: Report["sections"][0]) => string} wordsOf
 */
function sectionList(report, title, note, wordsOf) {
  const found = report.sections.filter((section) => wordsOf(section));
  if (!found.length) return [];
  const entries = found.map((section) => {
    const goal = store.item(section[1]);
    return make("li", "", link([t("section", { code: section[0] })], "text", report.id, { section: section[0] }), ...(goal ? [" ", goalName(goal)] : []));
  });
  const list = make("ul", "", ...entries);
  return [partHeading(title), make("p", "note", note), entries.length > LISTED ? fold("later", t("briefing.sections", { n: entries.length }), list) : list];
}

/** @param {Line[]} lines */
function unnamed(lines) {
  const own = lines.filter(({ record }) => isUnnamed(record));
  /** @type {Column<Line>[]} */
  const columns = ["initiative", "role", "status"].map((name) => ({ title: columnWords(name), cell: (line) => cellOf(line, name) }));
  /** @type {Column<Line>} */
  const goals = { title: t("column.goal"), cell: ({ record }) => record.goals.flatMap((goal) => [itemLink(goal), " "]) };
  const all = [...columns, goals, sentenceColumn((/** @type {Line} */ line) => [line])];
  const [laws, others] = [own.filter(isOfLaw), own.filter((line) => !isOfLaw(line))];
  return [
    ...sheetTable({ name: "nobody-named", title: t("briefing.unnamed"), columns: all, rows: others }),
    ...sheetTable({ name: "laws-nobody-named", title: t("briefing.unnamed.laws"), columns: all, rows: laws }),
  ];
}

/** @param {Line} line */
function isOfLaw({ record }) {
  return valuesOf(record, "initiative").some(([, , id]) => store.item(id)?.group === "law");
}
