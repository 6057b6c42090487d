// An actor, initiative, event, law or place: what it is, what is said of it, where.

import { compare, group } from "../../shared/collections.js";
import { fold, later, make } from "../../shared/elements.js";
import { cards, inferredPart } from "../parts/cards.js";
import { partHeading } from "../parts/contents.js";
import { ofAlliance, sheetTable } from "../parts/sheet.js";
import { recordSheet, sentenceColumn } from "../parts/tables.js";
import { wholeLine, wholesOf } from "../parts/wholes.js";
import { filterBar } from "../choosing.js";
import { isNarrowed, isWanted, isWantedDeed, isWantedKind, narrowing, nothing, wantedReports } from "../filters.js";
import { foreign, itemLink, link, page, spoken } from "../page.js";
import { deedsIn, valuesOf } from "../reading.js";
import { goalsIn, store } from "../store.js";
import { groupWords, kindWords, named, phrase, roleWords, statusWords, t } from "../words.js";
import { changeParts } from "./changes.js";
import { contributors } from "./goal.js";
import { lawSheet } from "./laws.js";
import { partnerParts } from "./partners.js";

/** @import { Column } from "../parts/sheet.js" */
/** @import { Goal, Item, Named } from "../data.js" */
/** @import { Line, Reading } from "../reading.js" */

const LISTED = 600; // items from which on those of a class are listed when they are asked for
const SHOWN = 40; // lines from which on the sentences wait to be opened

/**
 * The items of some groups, by class, in the order of the alphabet.
 * @param {string[]} groups
 * @param {Reading[]} readings
 */
export function itemList(groups, readings) {
  const all = reportedItems().filter(([, item]) => groups.includes(item.group));
  const ids = new Set(all.map(([id]) => id));
  const deeds = readings.flatMap(({ lines }) => deedsIn(lines)).filter(({ ends }) => isAnyIn(ends, ids));
  const { status, role } = narrowing();
  const taking = status || role ? new Set(deeds.filter(isWantedDeed).flatMap(({ ends }) => [...ends])) : ids;
  const own = all.filter(([id, { kind }]) => isWantedKind(kind) && taking.has(id));
  const byKind = [...group(own, ([, item]) => item.kind)].sort(([one], [other]) => compare(kindWords(one), kindWords(other)));
  /** @type {(Node | string)[]} */
  const parts = byKind.flatMap(([kind, items]) => (
    own.length > LISTED ? later(`${kindWords(kind)} (${items.length})`, () => [listOf(items)]) : make("div", "", partHeading(kind, kindWords(kind)), listOf(items))));
  const bar = filterBar(["member", "year", "status", "role", "kind"], deeds, all.map(([, { kind }]) => kind));
  return { title: t(`view.${page.place.view}`), parts: [bar, ...(parts.length ? parts : [nothing()])] };
}

/**
 * @param {Set<string>} some
 * @param {Set<string>} all
 */
function isAnyIn(some, all) {
  for (const one of some) if (all.has(one)) return true;
  return false;
}

/** The items of which the wanted reports speak; where all reports are wanted, all items. */
function reportedItems() {
  const wanted = new Set(wantedReports());
  const all = Object.entries(store.core.items);
  return wanted.size === store.core.reports.length ? all : all.filter(([, item]) => item.in.some((number) => wanted.has(store.core.reports[number])));
}

/** @param {[id: string, item: Item][]} items */
function listOf(items) {
  const sorted = items.sort(([, one], [, other]) => compare(one.label, other.label));
  return make("ul", "columns", ...sorted.map(([id]) => make("li", "", itemLink(id))));
}

/**
 * @param {string} id
 * @param {Reading[]} readings
 */
export function itemView(id, readings) {
  const item = store.core.items[id];
  const all = readings.flatMap((reading) => reading.linesAbout(id));
  const lines = all.filter(isWanted);
  return {
    title: [foreign(item.label, item.lang)],
    parts: [
      make("p", "kind", kindWords(item.kind), item.group === "actor" ? "" : ` · ${groupWords(item.group)}`),
      make("p", "note", counts(lines, readings)),
      filterBar(["member", "year", "status", "role", "kind"], all),
      make("p", "tools", link([t("network.of")], "network", id, narrowing())),
      ...goalMatrix(id, lines),
      ...(item.group === "actor" ? partnerParts(id, lines, readings) : []),
      ...(item.group === "actor" ? [] : contributors(deedsIn(lines), t("item.nobody"))),
      ...wholesOf(id, all).map(wholeLine),
      ...laws(id, lines, readings),
      ...store.core.tables.numbers.flatMap((rule) => sheetTable(recordSheet(rule, lines))),
      ...sentences(lines),
      ...inferredPart(id, readings),
      ...judgements(id),
      ...names(item, id),
    ],
  };
}

/**
 * @param {Line[]} lines
 * @param {Reading[]} readings
 */
function counts(lines, readings) {
  const claims = new Set(lines.flatMap((line) => line.reading.claimsOf(line))).size;
  const reports = new Set(lines.map((line) => line.reading)).size;
  const unread = readings.some(({ report }) => report.reading !== "read") ? ` ${t("item.sofar")}` : "";
  return `${t("item.claims", { n: claims })} ${t("item.reports", { n: reports })}${unread}`;
}

/**
 * The goals that the item takes part in, with its roles, by status.
 * @param {string} id
 * @param {Line[]} lines
 */
function goalMatrix(id, lines) {
  const deeds = deedsIn(lines).filter(({ record }) => valuesOf(record, "actor").some(([, , actor]) => actor === id));
  if (!deeds.length) return [];
  const statuses = store.statusesOf(deeds);
  /** @type {Column<Goal>[]} */
  const columns = statuses.map((status) => ({ title: statusWords(status), cell: (goal) => rolesIn(deeds, goal.id, status) }));
  /** @type {Column<Goal>} */
  const first = { title: t("column.goal"), cell: (goal) => [itemLink(goal.id)] };
  return store.core.alliances.flatMap((alliance) => {
    const rows = goalsIn(alliance).filter((goal) => deeds.some((line) => line.record.goals.includes(goal.id)));
    return sheetTable(ofAlliance(alliance, { name: "goals-of-actor", title: t("item.goals"), columns: [first, ...columns], rows }));
  });
}

/**
 * @param {Line[]} deeds
 * @param {string} goal
 * @param {string} status
 */
function rolesIn(deeds, goal, status) {
  const own = deeds.filter(({ record }) => record.goals.includes(goal) && record.status === status);
  const entries = own.map(({ record }) => {
    const [[, role] = ["", ""]] = valuesOf(record, "role");
    const [initiative] = valuesOf(record, "initiative");
    return make("li", "", `${roleWords(role)} `, initiative ? itemLink(initiative[2], initiative[1]) : "");
  });
  return entries.length ? [make("ul", "cell", ...entries)] : [];
}

/**
 * What a law says; of all else, the laws under which it is reported.
 * @param {string} id
 * @param {Line[]} lines
 * @param {Reading[]} readings
 */
function laws(id, lines, readings) {
  if (store.core.items[id].group === "law") return [...changeParts(readings, (law) => law === id), ...sheetTable(lawSheet(lines, id))];
  const told = lines.flatMap((line) => [...line.ends].filter((end) => store.item(end)?.group === "law").map((law) => ({ law, line })));
  /** @type {Column<[string, typeof told]>[]} */
  const columns = [
    { title: t("column.provision"), cell: ([law]) => [itemLink(law)] },
    sentenceColumn(([, own]) => own.map(({ line }) => line)),
  ];
  return sheetTable({ name: "laws-of-item", title: t("item.laws"), columns, rows: [...group(told, ({ law }) => law)] });
}

/** @param {Line[]} lines */
function sentences(lines) {
  const major = lines.filter((line) => !line.minor);
  if (!major.length) return [make("p", "note", isNarrowed() ? t("nothing.filtered") : t("item.nothing"))];
  const heading = partHeading("item.sentences");
  return major.length > SHOWN ? [heading, later(t("item.show", { n: major.length }), () => cards(major))] : [heading, ...cards(major)];
}

/** @param {string} id */
function judgements(id) {
  const own = store.core.judgements.filter(({ ends }) => ends.some(([, end]) => end === id));
  if (!own.length) return [];
  return [partHeading("item.same"), make("p", "note", t("note.judgement")), ...own.map((judgement) => make(
    "article", "card judgement", make("p", "", `${named("verdict", judgement.verdict, judgement.words)} `, ...others(judgement.ends, id), " – ", foreign(judgement.reason)),
    spoken(make("p", "where", judgement.by)),
  ))];
}

/**
 * @param {Named[]} ends
 * @param {string} id
 */
function others(ends, id) {
  return ends.filter(([, end]) => end !== id).map(([label, end]) => itemLink(end, label));
}

/**
 * Other spellings, and by what the graph knows the item.
 * @param {Item} item
 * @param {string} id
 */
function names(item, id) {
  return [fold(
    "names", t("item.names"),
    item.names.length ? make("ul", "", ...item.names.map((name) => make("li", "", foreign(name, "")))) : make("p", "note", t("item.nonames")),
    make("p", "note", ...phrase("item.id", { id: foreign(id, "") })),
  )];
}

