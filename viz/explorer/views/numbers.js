// Numbers: every figure as it is printed, and what it is.

import { make } from "../../shared/elements.js";
import { recordSheet } from "../parts/tables.js";
import { sheetTable } from "../parts/sheet.js";
import { filterBar, isWanted } from "../filters.js";
import { store } from "../store.js";
import { t } from "../words.js";

/** @import { Reading } from "../reading.js" */

/** @param {Reading[]} readings */
export function numberView(readings) {
  const all = readings.flatMap((reading) => reading.lines);
  const tables = store.core.tables.numbers.flatMap((rule) => sheetTable(recordSheet(rule, all.filter(isWanted))));
  const parts = tables.length ? tables : [make("p", "note", t("nothing.filtered"))];
  return { title: t("view.numbers"), parts: [make("p", "", t("numbers.intro")), filterBar(["member", "year", "kind"], all), ...parts] };
}
