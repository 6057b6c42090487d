// Promises and announcements: what is to come, who says so, and what a later report says of it.

import { make } from "../../shared/elements.js";
import { recordSheet, rowsOf, sentenceCell } from "../parts/tables.js";
import { sheetTable } from "../parts/sheet.js";
import { statusChip } from "../parts/sentence.js";
import { filterBar } from "../choosing.js";
import { isWanted, isWantedSubject, nothing } from "../filters.js";
import { valuesOf } from "../reading.js";
import { store } from "../store.js";
import { t } from "../words.js";

/** @import { Line, Reading } from "../reading.js" */
/** @import { Cell, Sheet } from "../parts/sheet.js" */

/** @param {Reading[]} readings */
export function ledgerView(readings) {
  const all = store.core.tables.ledger.flatMap((rule) => rowsOf(rule, readings.flatMap((reading) => reading.lines)));
  const lines = all.filter((line) => isWanted(line) && isWantedSubject(line));
  const tables = [...sheetTable(promiseSheet(lines)), ...sheetTable(announcedSheet(lines))];
  return {
    title: t("view.ledger"),
    parts: [make("p", "", t("ledger.intro")), filterBar(["member", "year", "status", "kind", "goal", "initiative"], all), ...(tables.length ? tables : [nothing()])],
  };
}

/**
 * The promises, each once, with what the member's next report says of them.
 * @param {Line[]} lines
 * @returns {Sheet<Line>}
 */
export function promiseSheet(lines) {
  const [rule] = store.core.tables.ledger;
  const sheet = recordSheet(rule, lines);
  return { ...sheet, columns: [...sheet.columns, { title: t("column.later"), cell: laterCell }] };
}

/**
 * What was announced before, and what has become of it.
 * @param {Line[]} lines
 */
export function announcedSheet(lines) {
  return recordSheet(store.core.tables.ledger[1], lines);
}

/**
 * What later reports of the member say of what a promise is about; why they say nothing, where they do not.
 * @param {Line} line
 * @returns {Cell}
 */
function laterCell({ reading, record }) {
  const later = store.laterThan(reading.report);
  if (!later.length) return [t("later.none")];
  const begun = later.filter((report) => report.reading !== "not-yet");
  if (!begun.length) return [t("later.unread")];
  const read = begun.flatMap(({ id }) => store.read.get(id) ?? []);
  const about = new Set(valuesOf(record, "initiative").flatMap(([, , id]) => sameAs(id)));
  const told = read.flatMap((one) => [...about].flatMap((id) => one.linesAbout(id))).filter((one) => !one.minor);
  if (!told.length && begun.some((report) => store.lost.has(report))) return [t("later.missing")];
  if (!told.length) return [t(read.every(({ report }) => report.reading === "read") ? "later.silent" : "later.part")];
  return [...statuses(told), ...sentenceCell(told)];
}

/** @param {Line[]} lines */
function statuses(lines) {
  return [...new Set(lines.map(({ record }) => record.status))].flatMap((status) => statusChip(status));
}

/**
 * An item, and those that readers judged to be the same.
 * @param {string} id
 */
function sameAs(id) {
  const found = new Set([id].filter(Boolean));
  for (const one of found) {
    const judged = store.core.judgements.filter(({ verdict, ends }) => verdict === "same" && ends.some(([, end]) => end === one));
    judged.flatMap(({ ends }) => ends).filter(([, end]) => end).forEach(([, end]) => found.add(end));
  }
  return [...found];
}
