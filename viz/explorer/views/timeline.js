// The timeline: what has a date, in order, and events for which the report gives none.

import { group, listed } from "../../shared/collections.js";
import { make } from "../../shared/elements.js";
import { sentenceColumn } from "../parts/tables.js";
import { sheetTable } from "../parts/sheet.js";
import { statusChip, value } from "../parts/sentence.js";
import { filterBar, isWanted } from "../filters.js";
import { itemLink } from "../page.js";
import { valuesOf } from "../reading.js";
import { store } from "../store.js";
import { kindWords, periodWords, t } from "../words.js";

/** @import { Line, Reading } from "../reading.js" */
/** @import { Column } from "../parts/sheet.js" */
/** @typedef {{ id: string, lines: Line[], periods: string[], written: string[] }} Dated Something and what is said of when it was. */

const GROUPS = new Set(["event", "initiative"]);

/** @param {Reading[]} readings */
export function timelineView(readings) {
  const all = readings.flatMap((reading) => reading.lines);
  const things = readings.flatMap((reading) => thingsOf(reading.lines.filter(isWanted)));
  const dated = things.filter(({ periods, written }) => periods.length || written.length).sort(inTime);
  const undated = things.filter(({ id, periods, written }) => store.item(id)?.group === "event" && !periods.length && !written.length);
  const tables = [...sheetTable(sheetOf("timeline", dated)), ...sheetTable(sheetOf("undated", undated))];
  return { title: t("view.timeline"), parts: [make("p", "", t("timeline.intro")), filterBar(["member", "year", "status", "role", "kind"], all), ...(tables.length ? tables : [make("p", "note", t("nothing.filtered"))])] };
}

/**
 * The events and initiatives of a report, each with the lines that speak of it.
 * @param {Line[]} lines
 * @returns {Dated[]}
 */
function thingsOf(lines) {
  const own = lines.flatMap((line) => aboutOf(line).map((id) => ({ id, line })));
  return [...group(own, ({ id }) => id)].map(([id, found]) => {
    const told = found.map(({ line }) => line);
    return { id, lines: told, periods: textsOf(told, "period"), written: textsOf(told, "dateAsWritten") };
  });
}

/** @param {Line} line */
function aboutOf({ record }) {
  if (record.id) return GROUPS.has(store.item(record.id)?.group ?? "") ? [record.id] : [];
  return record.kind === "Contribution" ? valuesOf(record, "initiative").map(([, , id]) => id).filter(Boolean) : [];
}

/**
 * @param {Line[]} lines
 * @param {string} property
 */
function textsOf(lines, property) {
  return [...new Set(lines.flatMap(({ fields }) => fields.filter(([name]) => name === property).map(([, text]) => text)))];
}

/**
 * By the start of the first period, open ones before all; what has none comes last.
 * @param {Dated} one
 * @param {Dated} other
 */
function inTime(one, other) {
  const [first, second] = [one, other].map(({ periods }) => [...periods].sort()[0]?.replace(/^\.\./, "0") ?? "9999");
  return first.localeCompare(second);
}

/**
 * @param {string} name
 * @param {Dated[]} things
 */
function sheetOf(name, things) {
  return { name, title: t(`table.${name}`), columns: columns(), rows: things };
}

/** @returns {Column<Dated>[]} */
function columns() {
  return [
    { title: t("column.period"), cell: ({ periods }) => [periods.map(periodWords).join("; ")] },
    { title: t("column.dateAsWritten"), cell: ({ written }) => [written.join("; ")] },
    { title: t("column.what"), cell: ({ id }) => [itemLink(id)] },
    { title: t("column.kind"), cell: ({ id }) => [kindWords(store.item(id)?.kind ?? "")] },
    { title: t("column.place"), cell: placeCell },
    { title: t("column.who"), cell: whoCell },
    { title: t("column.status"), cell: statusCell },
    sentenceColumn(proofsOf),
  ];
}

/** @param {Dated} thing */
function placeCell({ id, lines }) {
  const own = lines.filter(({ record }) => record.id === id);
  return listed(own.flatMap(({ fields }) => fields.filter(([property]) => property === "place" || property === "location").map(value)));
}

/** @param {Dated} thing */
function statusCell({ lines }) {
  return [...new Set(deedsOf(lines).map(({ record }) => record.status))].flatMap((status) => statusChip(status));
}

/**
 * The lines that say when and where; those that say who, where there are none.
 * @param {Dated} thing
 */
function proofsOf({ lines }) {
  const when = lines.filter(({ fields }) => fields.some(([property]) => ["period", "dateAsWritten", "place"].includes(property)));
  return when.length ? when : deedsOf(lines);
}

/** @param {Line[]} lines */
function deedsOf(lines) {
  return lines.filter(({ record }) => record.kind === "Contribution");
}

/** @param {Dated} thing */
function whoCell({ lines }) {
  return deedsOf(lines).map(({ record }) => {
    const actors = valuesOf(record, "actor").map(value);
    const [[, role] = ["", ""]] = valuesOf(record, "role");
    const [[, number] = ["", ""]] = valuesOf(record, "representatives");
    return make("p", "cell", ...(actors.length ? listed(actors) : [t("nobody")]), ` ${role}`, number ? ` (${t("representatives", { n: number })})` : "");
  });
}
