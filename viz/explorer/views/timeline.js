// The timeline: what has a date, in order, and events for which the report gives none.

import { group, listed } from "../../shared/collections.js";
import { make } from "../../shared/elements.js";
import { reportColumn, sentenceColumn } from "../parts/tables.js";
import { sheetTable } from "../parts/sheet.js";
import { periodOf, statusChip, value } from "../parts/sentence.js";
import { wholeLine, wholesOf } from "../parts/wholes.js";
import { filterBar } from "../choosing.js";
import { isWantedDeed, isWantedKind, isWantedSubject, narrowing, nothing } from "../filters.js";
import { itemLink } from "../page.js";
import { deedsIn, isUnnamed, valuesOf } from "../reading.js";
import { store } from "../store.js";
import { kindWords, roleWords, t } from "../words.js";

/** @import { Field } from "../data.js" */
/** @import { Line, Reading } from "../reading.js" */
/** @import { Column } from "../parts/sheet.js" */
/**
 * Something, the lines that are shown of all that are told of it, and what is said of when it was.
 * @typedef {{ id: string, lines: Line[], told: Line[], periods: string[], written: Field[] }} Dated
 */

const GROUPS = new Set(["event", "initiative"]);

/** @param {Reading[]} readings */
export function timelineView(readings) {
  const all = readings.flatMap((reading) => thingsOf(reading.lines)).filter((thing) => isDated(thing) || store.item(thing.id)?.group === "event");
  const things = all.filter(isShown).map(narrowed);
  const tables = [...sheetTable(sheetOf("timeline", things.filter(isDated).sort(inTime))), ...sheetTable(sheetOf("undated", things.filter((thing) => !isDated(thing))))];
  const bar = filterBar(["member", "year", "status", "role", "kind", "goal"], all.flatMap(({ lines }) => lines), all.map(kindOf));
  return { title: t("view.timeline"), parts: [make("p", "", t("timeline.intro")), bar, ...(tables.length ? tables : [nothing()])] };
}

/** @param {Dated} thing */
function isDated({ periods, written }) {
  return periods.length > 0 || written.length > 0;
}

/** @param {Dated} thing */
function kindOf({ id }) {
  return store.item(id)?.kind ?? "";
}

/**
 * Whether a thing is of the chosen kind and goal, and somebody has a part of the chosen status and role in it.
 * @param {Dated} thing
 */
function isShown(thing) {
  const { status, role } = narrowing();
  return isWantedKind(kindOf(thing)) && thing.lines.some(isWantedSubject) && (!(status || role) || deedsIn(thing.lines).some(isWantedDeed));
}

/**
 * The thing with its dates and places, and of those who have a part in it the chosen ones.
 * @param {Dated} thing
 * @returns {Dated}
 */
function narrowed(thing) {
  return { ...thing, lines: thing.lines.filter((line) => line.record.kind !== "Contribution" || isWantedDeed(line)) };
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
    return { id, lines: told, periods: valuesIn(told, "period").map(([, text]) => text), written: valuesIn(told, "dateAsWritten"), told };
  });
}

/** @param {Line} line */
function aboutOf({ record }) {
  if (record.id) return GROUPS.has(store.item(record.id)?.group ?? "") ? [record.id] : [];
  return record.kind === "Contribution" ? valuesOf(record, "initiative").map(([, , id]) => id).filter(Boolean) : [];
}

/**
 * The values of a property in lines, each text once.
 * @param {Line[]} lines
 * @param {string} property
 */
function valuesIn(lines, property) {
  const own = lines.flatMap(({ fields }) => fields.filter(([name]) => name === property));
  return [...new Map(own.map((field) => [field[1], field])).values()];
}

/**
 * By the start of the first period, or its end where only that is given; what has none comes last.
 * @param {Dated} one
 * @param {Dated} other
 */
function inTime(one, other) {
  const [first, second] = [one, other].map(({ periods }) => periods.map((period) => period.replace(/^\.\.\//, "")).sort()[0] ?? "9999");
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
    { title: t("column.period"), cell: ({ periods }) => periods.flatMap((period, index) => [index ? "; " : "", periodOf(period)]) },
    { title: t("column.dateAsWritten"), cell: ({ written }) => listed(written.map(value), "; ") },
    { title: t("column.what"), cell: ({ id }) => [itemLink(id)] },
    { title: t("column.kind"), cell: (thing) => [kindWords(kindOf(thing))] },
    { title: t("column.place"), cell: placeCell },
    { title: t("column.who"), cell: whoCell },
    ...reportColumn((/** @type {Dated} */ { lines }) => lines),
    sentenceColumn(proofsOf),
  ];
}

/** @param {Dated} thing */
function placeCell({ id, lines }) {
  const own = lines.filter(({ record }) => record.id === id);
  return listed(own.flatMap(({ fields }) => fields.filter(([property]) => property === "place" || property === "location").map(value)));
}

/**
 * The lines that say when and where; those that say who, where there are none.
 * @param {Dated} thing
 */
function proofsOf({ lines }) {
  const when = lines.filter(({ fields }) => fields.some(([property]) => ["period", "dateAsWritten", "place"].includes(property)));
  return when.length ? when : deedsIn(lines);
}

/**
 * Who has a part in a thing, those of the same role and status together; then who takes part in what it is part of.
 * @param {Dated} thing
 * @returns {Node[]}
 */
function whoCell({ id, lines, told }) {
  const deeds = deedsIn(lines).map(({ record }) => record);
  const own = [...group(deeds, (record) => JSON.stringify([record.status, partOf(record)])).values()].map((alike) => {
    const actors = alike.flatMap((record) => /** @type {(Node | string)[]} */ (isUnnamed(record) ? [t("nobody")] : valuesOf(record, "actor").map(value)));
    return make("p", "cell", ...listed(actors), ` ${partOf(alike[0])}`, ...statusChip(alike[0].status));
  });
  return [...own, ...wholesOf(id, told).filter((whole) => whole.deeds.some(isWantedDeed)).map(wholeLine)];
}

/**
 * The role in which somebody has a part, and how many represent them.
 * @param {Line["record"]} record
 */
function partOf(record) {
  const [role = "", number = ""] = ["role", "representatives"].map((property) => valuesOf(record, property)[0]?.[1]);
  const words = roleWords(role);
  return number ? `${words} (${t("representatives", { n: number })})` : words;
}
