// Numbers: every figure as it is printed, and what it is.

import { make } from "../../shared/elements.js";
import { recordSheet, rowsOf } from "../parts/tables.js";
import { sheetTable } from "../parts/sheet.js";
import { periodParts } from "../parts/periods.js";
import { filterBar } from "../choosing.js";
import { isWantedKind, isWantedSubject, nothing } from "../filters.js";
import { store } from "../store.js";
import { t } from "../words.js";

/** @import { Reading } from "../reading.js" */

/** @param {Reading[]} readings */
export function numberView(readings) {
  const lines = readings.flatMap((reading) => reading.lines);
  const all = store.core.tables.numbers.flatMap((rule) => rowsOf(rule, lines));
  const wanted = all.filter((line) => isWantedKind(line.record.kind) && isWantedSubject(line));
  const tables = store.core.tables.numbers.flatMap((rule) => sheetTable(recordSheet(rule, wanted)));
  const parts = tables.length ? [...periodParts(wanted), ...tables] : [nothing()];
  return { title: t("view.numbers"), parts: [make("p", "", t("numbers.intro")), filterBar(["member", "year", "goal", "initiative", "kind"], all), ...parts] };
}
