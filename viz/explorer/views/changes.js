// Before and after: what an act ends or changes, beside what it brings into force, each with penalty and date.

import { compare, group } from "../../shared/collections.js";
import { later, make } from "../../shared/elements.js";
import { partHeading } from "../parts/contents.js";
import { dates, FROM, lawsOf, says, UNTIL } from "../parts/laws.js";
import { penaltiesIn, penaltyCell } from "../parts/penalties.js";
import { sheetTable } from "../parts/sheet.js";
import { reportColumn, sentenceColumn } from "../parts/tables.js";
import { foreign, itemLink } from "../page.js";
import { store } from "../store.js";
import { phrase, t } from "../words.js";

/** @import { Column } from "../parts/sheet.js" */
/** @import { Proof, Reading } from "../reading.js" */
/** @import { Law } from "../parts/laws.js" */
/**
 * That an act ends, changes or brings something into force.
 * @typedef {{ act: string, property: string, touched: string, proof: Proof, inferred: boolean }} Change
 */
/** @typedef {Law & { changes: Change[] }} Provision A provision that an act touches, and what says so of just this one. */
/** @typedef {{ name: string, provisions: Provision[] }} Side */

const ENDS = ["repeals", "amends"];
const BEGINS = ["commences"];
const TOUCHES = [...ENDS, ...BEGINS]; // in the order of the page
const OWN = "own"; // the act itself, and its provisions
/** @type {WeakMap<Reading, Change[]>} */
const CHANGES = new WeakMap();
const MANY = 3; // acts beyond which each is opened when it is asked for

/**
 * For each act that ends or changes something and brings something else: both, side by side.
 * @param {Reading[]} readings
 * @param {(law: string) => boolean} isWanted an act is shown where one of the laws that it concerns is wanted
 * @returns {Node[]}
 */
export function changeParts(readings, isWanted = () => true) {
  const byAct = [...group(readings.flatMap(changesIn), ({ act }) => act)].filter(([act, changes]) => lawsOfChanges(act, changes).some(isWanted));
  const acts = byAct.map(([act, changes]) => ({ act, sides: sidesOf(act, changes, readings) })).filter(hasBoth);
  if (!acts.length) return [];
  const sorted = acts.sort(({ act: one }, { act: other }) => inOrder(one, other));
  const parts = acts.length > MANY
    ? sorted.map((one) => later(labelOf(one.act), () => [both(one)]))
    : sorted.flatMap((one) => [make("h3", "", itemLink(one.act)), both(one)]);
  return [partHeading("changes.title"), make("p", "note", t("changes.why")), ...parts];
}

/**
 * Whether something is ended or changed, and something else brought.
 * @param {{ sides: Side[] }} act
 */
function hasBoth({ sides }) {
  return [ENDS, [...BEGINS, OWN]].every((names) => sides.some(({ name }) => names.includes(name)));
}

/**
 * The laws that the changes of an act concern.
 * @param {string} act
 * @param {Change[]} changes
 */
function lawsOfChanges(act, changes) {
  return [act, ...changes.map(({ touched }) => touched)].flatMap((law) => [law, ...store.provisionsOf(law)]);
}

/** @param {string} law */
function labelOf(law) {
  return store.core.items[law].label;
}

/**
 * What a report says, or what is inferred from it, of acts that touch others; it is gathered once.
 * @param {Reading} reading
 */
function changesIn(reading) {
  const known = CHANGES.get(reading) ?? gathered(reading);
  CHANGES.set(reading, known);
  return known;
}

/**
 * @param {Reading} reading
 * @returns {Change[]}
 */
function gathered(reading) {
  const stated = reading.lines.filter(({ record, fields: [[property]] }) => record.id && TOUCHES.includes(property))
    .map((line) => ({ act: line.record.id, property: line.fields[0][0], touched: line.fields[0][2], proof: line, inferred: false }));
  const inferred = reading.chapter.inferred.filter(({ predicate }) => TOUCHES.includes(predicate))
    .map(({ subject: [, act], predicate: property, object: [, touched], passages }) => (
      { act, property, touched, proof: { reading, passages, fields: [] }, inferred: true }));
  return [...stated, ...inferred].filter(({ act, touched }) => store.item(act) && store.item(touched));
}

/**
 * The sides of an act on which something stands.
 * @param {string} act
 * @param {Change[]} changes
 * @param {Reading[]} readings
 * @returns {Side[]}
 */
function sidesOf(act, changes, readings) {
  const touched = TOUCHES.map((name) => ({ name, provisions: provisionsOf(changes.filter(({ property }) => property === name), readings) }));
  const others = new Set(touched.flatMap(({ provisions }) => provisions.map(({ id }) => id)));
  const own = [act, ...store.provisionsOf(act)].filter((id) => !others.has(id)).map((id) => provision(id, [], readings)).filter(isDated);
  return [...touched, { name: OWN, provisions: own }].filter(({ provisions }) => provisions.length);
}

/**
 * What is touched, and of its provisions those with a penalty or a date.
 * @param {Change[]} changes
 * @param {Reading[]} readings
 */
function provisionsOf(changes, readings) {
  const touched = group(changes, ({ touched: law }) => law);
  const ids = new Set([...touched.keys()].sort(inOrder).flatMap((id) => [id, ...store.provisionsOf(id).sort(inOrder)]));
  return [...ids].map((id) => provision(id, touched.get(id) ?? [], readings)).filter((one) => one.changes.length || isDated(one));
}

/**
 * @param {string} one
 * @param {string} other
 */
function inOrder(one, other) {
  return compare(labelOf(one), labelOf(other));
}

/**
 * @param {string} id
 * @param {Change[]} changes
 * @param {Reading[]} readings
 * @returns {Provision}
 */
function provision(id, changes, readings) {
  return { id, changes, lines: readings.flatMap((reading) => reading.linesAbout(id)).filter((line) => lawsOf(line).length) };
}

/** @param {Provision} provision */
function isDated({ id, lines }) {
  return penaltiesIn(lines).length > 0 || dates(id, lines, [...FROM, ...UNTIL]).length > 0;
}

/** @param {{ act: string, sides: Side[] }} act */
function both({ act, sides }) {
  const titled = (/** @type {string} */ name) => ({ name: `changes-${name}`, title: t(`changes.${name}`, { act: labelOf(act) }), caption: phrase(`changes.${name}`, { act: foreign(labelOf(act)) }), columns: columns() });
  const tables = sides.flatMap(({ name, provisions }) => sheetTable({ ...titled(name), rows: provisions }));
  return make("div", "beside", ...tables);
}

/** @returns {Column<Provision>[]} */
function columns() {
  return [
    { title: t("column.provision"), cell: ({ id, changes }) => [itemLink(id), changes.some(({ inferred }) => !inferred) || !changes.length ? "" : ` ${t("changes.inferred")}`] },
    { title: t("column.says"), cell: ({ id, lines }) => says(id, lines), isSaved: true },
    { title: t("column.penalty"), cell: ({ lines }) => penaltyCell(lines) },
    { title: t("column.from"), cell: ({ id, lines }) => dates(id, lines, FROM) },
    { title: t("column.until"), cell: ({ id, lines }) => dates(id, lines, UNTIL) },
    ...reportColumn(proofsOf),
    sentenceColumn(proofsOf),
  ];
}

/**
 * What proves the change, the penalty and the dates.
 * @param {Provision} provision
 * @returns {Proof[]}
 */
function proofsOf({ id, lines, changes }) {
  const own = lines.filter(({ record, fields }) => record.kind === "Penalty" || (record.id === id && fields.some(([property]) => [...FROM, ...UNTIL].includes(property))));
  return [...changes.map(({ proof }) => proof), ...own];
}
