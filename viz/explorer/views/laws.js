// Laws: what each provision punishes or protects, with which penalty, from when and until when, before and after.

import { group } from "../../shared/collections.js";
import { make } from "../../shared/elements.js";
import { changeLines, dates, FROM, lawsOf, says, UNTIL } from "../parts/laws.js";
import { penaltiesIn, penaltyCell } from "../parts/penalties.js";
import { sheetTable } from "../parts/sheet.js";
import { reportColumn, sentenceColumn } from "../parts/tables.js";
import { filterBar } from "../choosing.js";
import { isWantedKind, nothing } from "../filters.js";
import { itemLink } from "../page.js";
import { store } from "../store.js";
import { t } from "../words.js";
import { changeParts } from "./changes.js";

/** @import { Line, Reading } from "../reading.js" */
/** @import { Law } from "../parts/laws.js" */
/** @import { Column, Sheet } from "../parts/sheet.js" */

/** @param {Reading[]} readings */
export function lawView(readings) {
  const isWanted = (/** @type {string} */ law) => isWantedKind(kindOf(law));
  const { rows, ...sheet } = lawSheet(readings.flatMap((reading) => reading.lines));
  const tables = [...changeParts(readings, isWanted), ...sheetTable({ ...sheet, rows: rows.filter(({ id }) => isWanted(id)) })];
  const bar = filterBar(["member", "year", "kind"], [], rows.map(({ id }) => kindOf(id)));
  return { title: t("view.laws"), parts: [make("p", "", t("laws.intro")), bar, ...(tables.length ? tables : [nothing()])] };
}

/** @param {string} law */
function kindOf(law) {
  return store.item(law)?.kind ?? "";
}

/**
 * The laws and provisions of which lines speak: those that are out of force first, then those in force, then the others.
 * @param {Line[]} lines
 * @param {string} only the one law that is wanted; empty for all
 * @returns {Sheet<Law>}
 */
export function lawSheet(lines, only = "") {
  const own = lines.flatMap((line) => lawsOf(line).map((id) => ({ id, line })));
  const byLaw = [...group(own, ({ id }) => id)].filter(([id]) => !only || id === only);
  const kept = byLaw.map(([id, found]) => ({ id, lines: found.map(({ line }) => line) })).filter(({ id, lines: told }) => isTold(id, told));
  const ordered = kept.map((law) => ({ law, period: period(law.id, law.lines) })).sort((one, other) => one.period - other.period);
  return { name: "laws", title: t("table.laws"), columns: columns(), rows: ordered.map(({ law }) => law) };
}

/**
 * Whether anything but its name is said of a law.
 * @param {string} id
 * @param {Line[]} lines
 */
function isTold(id, lines) {
  return penaltiesIn(lines).length > 0 || [says(id, lines), dates(id, lines, [...FROM, ...UNTIL]), changeLines(id, lines)].some((cell) => cell.length);
}

/** @returns {Column<Law>[]} */
function columns() {
  return [
    { title: t("column.provision"), cell: ({ id }) => [itemLink(id)] },
    { title: t("column.says"), cell: ({ id, lines }) => says(id, lines) },
    { title: t("column.penalty"), cell: ({ lines }) => penaltyCell(lines) },
    { title: t("column.from"), cell: ({ id, lines }) => dates(id, lines, FROM) },
    { title: t("column.until"), cell: ({ id, lines }) => dates(id, lines, UNTIL) },
    { title: t("column.changes"), cell: ({ id, lines }) => changeLines(id, lines) },
    ...reportColumn((/** @type {Law} */ { lines }) => lines),
    sentenceColumn(({ lines }) => lines.filter((line) => !line.minor)),
  ];
}

/**
 * Out of force before in force before what has no date.
 * @param {string} id
 * @param {Line[]} lines
 */
function period(id, lines) {
  if (dates(id, lines, UNTIL).length) return 0;
  return dates(id, lines, FROM).length ? 1 : 2;
}
