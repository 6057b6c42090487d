// The network of what is chosen: a goal, an item, or the ways between two.

import { compare } from "../../shared/collections.js";
import { make } from "../../shared/elements.js";
import { drawDiagram } from "../../shared/diagram/drawing.js";
import { aroundOf, pathOf } from "../../shared/diagram/columns.js";
import { pngBlob, svgText } from "../../shared/diagram/saving.js";
import { filterBar } from "../choosing.js";
import { isWanted } from "../filters.js";
import { folded } from "../folding.js";
import { NAMES } from "../named.js";
import { goalName, headingOf, itemLink, link, page, spoken } from "../page.js";
import { valuesOf } from "../reading.js";
import { addressOf } from "../route.js";
import { goalsIn, store } from "../store.js";
import { diagramWords, groupWords, kindWords, lineWords, named, phrase, predicateWords, roleWords, t } from "../words.js";
import { say } from "../parts/copying.js";
import { saveButton } from "../parts/saving.js";
import { sheetTable } from "../parts/sheet.js";
import { goalsOf } from "./goal.js";

/** @import { Link, Mark, Network } from "../../shared/diagram/diagram.js" */
/** @import { Column } from "../parts/sheet.js" */
/** @import { Inferred } from "../data.js" */
/** @import { Line, Reading } from "../reading.js" */

const INFERRED = "inferred"; // in the address: whether inferred links are drawn
const NARROWEST = 320; // pixels
const OFFERED = 50; // names that are offered at once

/** @param {Reading[]} readings */
export function networkView(readings) {
  const { id } = page.place;
  if (!store.item(id)) return { title: t("view.network"), parts: [make("p", "", t("network.choose")), chooser(""), ...goalLinks()] };
  const all = readings.flatMap((reading) => reading.lines);
  const network = networkOf(id, page.place.values.to ?? "", readings, all.filter(isWanted));
  const room = make("div", "room");
  return {
    title: phrase("network.title", { item: goalName(store.core.items[id]) }),
    parts: [
      make("p", "", itemLink(id), page.place.values.to ? " – " : "", page.place.values.to ? itemLink(page.place.values.to) : ""),
      filterBar(["member", "year", "status", "role", "kind"], all.filter((line) => linksOf(line).length)),
      inferredSwitch(), chooser(id), room, ...table(network),
    ],
    shown: () => draw(room, network, id),
  };
}

/** The goals of each alliance, each as a link to its network. */
function goalLinks() {
  return store.core.alliances.flatMap((alliance) => [
    store.isMerged ? spoken(make("h2", "", alliance.short)) : "",
    make("ul", "goals", ...goalsIn(alliance).map((goal) => make("li", "", link([goalName(goal)], "network", goal.id)))),
  ]);
}

/**
 * @param {HTMLElement} room
 * @param {Network} network
 * @param {string} id
 */
function draw(room, network, id) {
  const drawing = drawDiagram(network, {
    style: look(),
    words: diagramWords(),
    href: (item) => addressOf(page.place, "item", item),
    chosen: goalsOf(id).length ? "" : id,
    width: Math.max(NARROWEST, room.clientWidth),
    about: { title: document.title, source: location.href },
  });
  room.replaceChildren(drawing, make("p", "tools", ...savers(drawing, id)));
}

/** The looks of groups and lines, in the words of the page's language. */
function look() {
  const { groups, lines, other } = store.core.look;
  /** @type {<Look>(looks: Record<string, Look>, wordsOf: (name: string, look: Look) => object) => Record<string, Look>} */
  const worded = (looks, wordsOf) => Object.fromEntries(Object.entries(looks).map(([name, one]) => [name, { ...one, ...wordsOf(name, one) }]));
  return {
    groups: worded(groups, (name, { many }) => ({ words: groupWords(name), many: named("many", name, many) })),
    lines: worded(lines, (name) => ({ words: lineWords(name) })),
    other,
  };
}

/**
 * @param {HTMLElement} drawing
 * @param {string} id
 */
function savers(drawing, id) {
  if (!drawing.querySelector("svg")) return [];
  const name = id.replaceAll("/", "-");
  return [
    saveButton("SVG", `${name}.svg`, () => new Blob([svgText(drawing)], { type: "image/svg+xml" })),
    saveButton("PNG", `${name}.png`, () => pngBlob(drawing, 2)),
  ];
}

function inferredSwitch() {
  const on = page.place.values[INFERRED] === "yes";
  const box = make("input", "");
  box.type = "checkbox";
  box.dataset.filter = INFERRED;
  box.checked = on;
  box.addEventListener("change", () => go({ [INFERRED]: on ? "" : "yes" }));
  return make("p", "tools", make("label", "", box, ` ${t("network.inferred")}`));
}

/** @param {Record<string, string>} values */
function go(values) {
  location.hash = addressOf(page.place, "network", page.place.id, { ...page.place.values, ...values });
}

/**
 * A field for the item at the other end of the ways that are shown.
 * @param {string} id
 */
function chooser(id) {
  const input = make("input", "");
  const names = make("datalist", "");
  names.id = "items";
  input.setAttribute("list", "items");
  input.name = "item";
  const byName = new Map(Object.entries(store.core.items).map(([item, { label, number = "" }]) => [`${number} ${label}${store.whose(item)}`.trim(), item]));
  input.addEventListener("input", () => names.replaceChildren(...offered([...byName.keys()], input.value)));
  const form = make("form", "filters", make("label", "", `${t(id ? "network.to" : "network.from")} `, input), names, make("button", "", t("network.show")));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const found = byName.get(input.value.trim());
    if (!found) say(t("network.unknown", { name: input.value }));
    else if (id) go({ to: found });
    else location.hash = addressOf(page.place, "network", found);
  });
  return form;
}

/**
 * The first names with what is typed, as options.
 * @param {string[]} names
 * @param {string} typed
 */
function offered(names, typed) {
  const sought = folded(typed.trim());
  return names.filter((name) => folded(name).includes(sought)).slice(0, OFFERED).sort(compare).map((name) => spoken(new Option("", name)));
}

/**
 * Who, through what, for which goal: the links of the lines that speak of what is chosen.
 * @param {string} id
 * @param {string} to
 * @param {Reading[]} readings
 * @param {Line[]} lines
 * @returns {Network}
 */
function networkOf(id, to, readings, lines) {
  const under = new Set([id, ...goalsOf(id).map((goal) => goal.id)]);
  const isGoal = goalsOf(id).length > 0;
  const inferred = page.place.values[INFERRED] === "yes" ? [...readings.map(({ chapter }) => chapter.inferred), store.core.inferred].flatMap(inferredLinks) : [];
  const links = once([...lines.flatMap(linksOf), ...inferred]);
  if (to) return pathOf(withMarks(links), id, to);
  if (!isGoal) return aroundOf(withMarks(around(links, id)), id);
  const chosen = lines.filter((line) => [...under].some((goal) => line.goals.has(goal)));
  const drawn = [...chosen.flatMap(linksOf), ...inferred.filter((one) => under.has(one.from) || under.has(one.to))];
  return withMarks(once(drawn).filter((one) => !isOtherGoal(one, under)));
}

/**
 * @param {Link} one
 * @param {Set<string>} under
 */
function isOtherGoal({ from, to }, under) {
  return [from, to].some((end) => store.item(end)?.group === "goal" && !under.has(end));
}

/**
 * The links of an item, and those of its initiatives to goals and other actors.
 * @param {Link[]} links
 * @param {string} id
 */
function around(links, id) {
  const own = links.filter(({ from, to }) => from === id || to === id);
  const near = new Set(own.flatMap(({ from, to }) => [from, to]).filter((end) => ["initiative", "event"].includes(store.item(end)?.group ?? "")));
  return [...own, ...links.filter((one) => !own.includes(one) && (near.has(one.from) || near.has(one.to)))];
}

/**
 * @param {Line} line
 * @returns {Link[]}
 */
function linksOf(line) {
  return line.record.kind === "Contribution" ? deedLinks(line) : plainLinks(line);
}

/**
 * @param {Line} line
 * @returns {Link[]}
 */
function deedLinks({ record }) {
  const line = store.core.statuses[record.status]?.line ?? "relation";
  const [role] = valuesOf(record, "role").map(([, text]) => roleWords(text));
  const initiatives = endsOf(record, "initiative");
  const stated = (/** @type {string} */ from, /** @type {string} */ to, /** @type {string} */ words) => ({ from, to, words, line, basis: /** @type {const} */ ("stated") });
  return initiatives.flatMap((initiative) => [
    ...endsOf(record, "actor").map((actor) => stated(actor, initiative, role)),
    ...endsOf(record, "underLaw").map((law) => stated(initiative, law, predicateWords("underLaw"))),
    ...record.goals.map((goal) => stated(initiative, goal, t("network.serves"))),
  ]);
}

/**
 * @param {Line} line
 * @returns {Link[]}
 */
function plainLinks({ record, fields }) {
  if (!record.id) return [];
  const others = fields.filter(([, , id]) => id && id !== record.id);
  return others.map(([property, , id]) => ({ from: record.id, to: id, words: predicateWords(property), line: "relation", basis: "stated" }));
}

/**
 * @param {Line["record"]} record
 * @param {string} property
 */
function endsOf(record, property) {
  return valuesOf(record, property).map(([, , id]) => id).filter(Boolean);
}

/**
 * @param {Inferred[]} inferred
 * @returns {Link[]}
 */
function inferredLinks(inferred) {
  return inferred.filter(({ subject, object }) => subject[1] && object[1]).map(({ subject, predicate, object }) => ({
    from: subject[1], to: object[1], words: predicateWords(predicate), line: predicate === "plansToContributeTo" ? "foreseen" : "inferred", basis: "inferred",
  }));
}

/** @param {Link[]} links */
function once(links) {
  return [...new Map(links.map((one) => [JSON.stringify(one), one])).values()];
}

/**
 * @param {Link[]} links
 * @returns {Network}
 */
function withMarks(links) {
  const ids = [...new Set(links.flatMap(({ from, to }) => [from, to]))];
  return { nodes: ids.map(markOf), links };
}

/**
 * @param {string} id
 * @returns {Mark}
 */
function markOf(id) {
  const item = store.core.items[id];
  return { id, label: headingOf(item), group: item.group, kind: kindWords(item.kind), lang: item.lang ?? NAMES };
}

/** @param {Network} network */
function table({ links }) {
  const withStatus = new Set(Object.values(store.core.statuses).map(({ line }) => line));
  /** @type {Column<Link>[]} */
  const columns = [
    { title: t("column.who"), cell: ({ from }) => [itemLink(from)] },
    { title: t("column.how"), cell: ({ words }) => [words] },
    { title: t("column.what"), cell: ({ to }) => [itemLink(to)] },
    { title: t("column.line"), cell: ({ line }) => [withStatus.has(line) ? lineWords(line) : ""] },
    { title: t("column.basis"), cell: ({ basis }) => [t(`basis.${basis}`)] },
  ];
  return sheetTable({ name: "network", title: t("network.table"), columns, rows: links });
}
