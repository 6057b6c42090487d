// With whom an actor works: as a sentence says of the two, and through what both take part in.

import { compare, group } from "../../shared/collections.js";
import { make } from "../../shared/elements.js";
import { sentence } from "../parts/sentence.js";
import { sheetTable } from "../parts/sheet.js";
import { reportColumn, sentenceColumn } from "../parts/tables.js";
import { itemLink } from "../page.js";
import { valuesOf } from "../reading.js";
import { store } from "../store.js";
import { t } from "../words.js";

/** @import { Column } from "../parts/sheet.js" */
/** @import { Line, Reading } from "../reading.js" */
/** @typedef {{ other: string, line: Line, through: string, label: string }} Partner Another actor, a line that names it, and what both take part in. */

const LINKS = ["cooperatesWith", "memberOf"]; // of one actor with another
const PAIRS = [["actor", "togetherWith"], ["memberBody", "organization"]]; // of two that a record names

/**
 * The partners of an actor: those stated, those of the same initiatives, and those at the same events.
 * @param {string} id
 * @param {Line[]} lines
 * @param {Reading[]} readings
 */
export function partnerParts(id, lines, readings) {
  const shared = sharing(id, lines, readings);
  return [
    ...statedTable(lines.flatMap((line) => statedIn(line, id).map((other) => ({ other, line, through: "", label: "" })))),
    ...sharedTable("partners", shared.filter(({ through }) => store.item(through)?.group !== "event")),
    ...sharedTable("meetings", shared.filter(({ through }) => store.item(through)?.group === "event")),
  ];
}

/**
 * Those of whom a line says that the actor is with them.
 * @param {Line} line
 * @param {string} id
 */
function statedIn({ record, fields }, id) {
  const linked = record.id ? fields.filter(([property]) => LINKS.includes(property)).map(([, , other]) => [record.id, other]) : [];
  const named = PAIRS.flatMap((pair) => {
    const [ones, others] = pair.map((property) => valuesOf(record, property).map(([, , one]) => one));
    return ones.flatMap((one) => others.map((other) => [one, other]));
  });
  const own = [...linked, ...named].filter((pair) => pair.includes(id)).flat();
  return [...new Set(own)].filter((other) => store.item(other) && other !== id);
}

/**
 * Those who take part in what the actor takes part in, each with the lines of both.
 * @param {string} id
 * @param {Line[]} lines
 * @param {Reading[]} readings
 * @returns {Partner[]}
 */
function sharing(id, lines, readings) {
  const own = group(lines.flatMap((line) => deedsOf(line).map((deed) => ({ ...deed, line }))), ({ through }) => through);
  return [...own].flatMap(([through, mine]) => {
    const told = readings.flatMap((reading) => reading.linesAbout(through)).flatMap((line) => deedsOf(line).map((deed) => ({ ...deed, line })));
    const others = told.filter(({ actors }) => actors.some((actor) => actor !== id)).flatMap((deed) => [deed, ...mine].map(({ line }) => ({ deed, line })));
    return others.flatMap(({ deed: { actors, label }, line }) => actors.filter((other) => other !== id).map((other) => ({ other, line, through, label })));
  });
}

/**
 * What a contribution is made to, and by whom.
 * @param {Line} line
 */
function deedsOf({ record }) {
  if (record.kind !== "Contribution") return [];
  const actors = valuesOf(record, "actor").map(([, , actor]) => actor).filter(Boolean);
  return valuesOf(record, "initiative").filter(([, , through]) => through).map(([, label, through]) => ({ through, label, actors }));
}

/** @param {Partner[]} found */
function statedTable(found) {
  /** @type {Column<[string, Partner[]]>} */
  const how = { title: t("column.how"), cell: ([, own]) => [make("ul", "cell", ...once(own).map(({ line }) => make("li", "", sentence(line))))] };
  return partnerTable("stated", how, found);
}

/**
 * Each once: a membership says what the plain link of the same sentence says.
 * @param {Partner[]} found
 */
function once(found) {
  const told = new Set(found.filter(({ line }) => line.record.kind === "Membership").map(({ line }) => line.passages[0]));
  return found.filter(({ line }) => line.fields[0][0] !== "memberOf" || !told.has(line.passages[0]));
}

/**
 * @param {string} name
 * @param {Partner[]} found
 */
function sharedTable(name, found) {
  /** @type {Column<[string, Partner[]]>} */
  const through = { title: t("item.through"), cell: ([, own]) => [throughList(new Map(own.map((one) => [one.through, one.label])))] };
  return partnerTable(name, through, found);
}

/**
 * @param {string} name
 * @param {Column<[string, Partner[]]>} how
 * @param {Partner[]} found
 */
function partnerTable(name, how, found) {
  const rows = [...group(found, ({ other }) => other)].sort(([one], [other]) => compare(store.core.items[one].label, store.core.items[other].label));
  /** @type {Column<[string, Partner[]]>} */
  const who = { title: t("column.actor"), cell: ([other]) => [itemLink(other)] };
  const linesOf = (/** @type {[string, Partner[]]} */ [, own]) => own.map(({ line }) => line);
  return sheetTable({ name, title: t(`item.${name}`), columns: [who, how, ...reportColumn(linesOf), sentenceColumn(linesOf)], rows });
}

/** @param {Map<string, string>} things names by id */
function throughList(things) {
  return make("ul", "cell", ...[...things].map(([through, label]) => make("li", "", itemLink(through, label))));
}
