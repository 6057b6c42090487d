// The fields with which the reader chooses what is shown.

import { compare } from "../shared/collections.js";
import { fold, make } from "../shared/elements.js";
import { ALL, initiativesOf, narrowing, UNCITED, UNNAMED, wantedYear } from "./filters.js";
import { isUnnamed } from "./reading.js";
import { addressOf } from "./route.js";
import { headingOf, page, spoken } from "./page.js";
import { store } from "./store.js";
import { conceptName, kindWords, roleWords, statusWords, t } from "./words.js";

/** @import { Report } from "./data.js" */
/** @import { Line } from "./reading.js" */

const PHONE = matchMedia("(max-width: 43.75rem)"); // the screen of a phone
const ALONE = ["marked"]; // fields in which one value is a choice: it is not what stands there without it
const OFFERED = 200; // options of a field beyond which they are made when the reader goes to it

/**
 * The fields with which the reader chooses; those without a choice are left out.
 * @param {string[]} names
 * @param {Line[]} lines from which statuses, roles and kinds are taken
 * @param {string[]} kinds
 */
export function filterBar(names, lines, kinds = lines.map(({ record }) => record.kind)) {
  const records = [...new Set(lines.map(({ record }) => record))];
  const fields = names.map((name) => choice(name, valuesFor(name, lines, records, kinds))).filter((field) => field !== null);
  const chosen = names.filter((name) => page.place.values[name]).length;
  if (!fields.length) return "";
  const bar = make("form", "filters", ...fields, chosen ? clearLink(names) : "");
  bar.setAttribute("aria-label", t("filters"));
  bar.addEventListener("submit", (event) => event.preventDefault());
  return foldedBar(bar, chosen);
}

/**
 * On a phone the fields under words that say how many choices are made, closed while there is none; the fields alone in a wider window.
 * @param {HTMLElement} bar
 * @param {number} chosen
 */
function foldedBar(bar, chosen) {
  const part = fold("choices", chosen ? t("filters.chosen", { n: chosen }) : t("filters"));
  part.open = chosen > 0 || Boolean(document.activeElement?.closest(".choices"));
  PHONE.onchange = () => {
    if (!PHONE.matches) return part.replaceWith(bar);
    bar.replaceWith(part);
    part.append(bar);
  };
  if (!PHONE.matches) return bar;
  part.append(bar);
  return part;
}

/**
 * @param {string} name
 * @param {string[]} values
 */
function choice(name, values) {
  const [chosen, every] = name === "year" ? [wantedYear(), ALL] : [page.place.values[name] ?? "", ""];
  if (values.length < (ALONE.includes(name) ? 1 : 2) && !chosen) return null;
  const all = [...new Set([...values, chosen].filter(Boolean))];
  const select = make("select", "");
  const fill = () => select.replaceChildren(new Option(t("all"), every), ...optionsOf(name, all).map(([value, words]) => optionOf(name, value, words, chosen)));
  if (all.length > OFFERED) fillLater(select, chosen ? optionOf(name, chosen, wordsFor(name, chosen), chosen) : new Option(t("all"), every), fill);
  else fill();
  select.addEventListener("change", () => {
    location.hash = addressOf(page.place, page.place.view, page.place.id, { ...page.place.values, [name]: select.value });
  });
  select.dataset.filter = name;
  return make("label", "", `${t(`filter.${name}`)} `, select);
}

/**
 * Has a field with many options made when the reader goes to it; until then it has the one that is chosen.
 * @param {HTMLSelectElement} select
 * @param {HTMLOptionElement} chosen
 * @param {() => void} fill
 */
function fillLater(select, chosen, fill) {
  select.className = "many";
  select.append(chosen);
  const once = () => {
    for (const name of ["focus", "pointerdown"]) select.removeEventListener(name, once);
    fill();
  };
  for (const name of ["focus", "pointerdown"]) select.addEventListener(name, once);
}

/**
 * @param {string} name
 * @param {string} value
 * @param {string} words
 * @param {string} chosen
 */
function optionOf(name, value, words, chosen) {
  return spoken(new Option(words, value, false, value === chosen), languageOf(name, value));
}

/**
 * The words for a choice.
 * @param {string} name
 * @param {string} value
 */
function wordsFor(name, value) {
  const wordsOf = { status: statusWords, kind: kindOrFamily, role: roleWords, goal: itemWords, initiative: itemWords, marked: markWords }[name];
  return wordsOf?.(value) ?? value;
}

/** @param {string} name of a kind, or of kinds that are looked for together */
function kindOrFamily(name) {
  return name in store.core.families ? t(`kinds.${name}`) : kindWords(name);
}

/** @param {string} name of what is marked in a text */
function markWords(name) {
  return t(`marked.${name}`);
}

/** @param {string} id of an item; what is none stands for itself */
function itemWords(id) {
  const item = store.item(id);
  return item ? `${headingOf(item)}${store.whose(id)}` : id;
}

/**
 * The language of the words for a choice.
 * @param {string} name
 * @param {string} value
 */
function languageOf(name, value) {
  const isOwn = ["status", "kind", "role", "marked"].includes(name);
  return isOwn ? document.documentElement.lang : store.item(value)?.lang;
}

/**
 * A field for the report of a view that shows one at a time; nothing where there is one only.
 * @param {Report} shown
 */
export function reportBar(shown) {
  const { reports } = store.core;
  if (reports.length < 2) return "";
  const select = make("select", "", ...reports.map(({ id, label }) => spoken(new Option(label, id, false, id === shown.id))));
  select.dataset.filter = "report";
  select.addEventListener("change", () => {
    const { id, member, year } = reports[select.selectedIndex];
    location.hash = addressOf(page.place, page.place.view, id, { ...narrowing(), member, year: String(year) });
  });
  const bar = make("form", "filters", make("label", "", `${t("column.report")} `, select));
  bar.addEventListener("submit", (event) => event.preventDefault());
  return bar;
}

/** @param {string[]} names */
function clearLink(names) {
  const found = make("a", "", t("filters.clear"));
  const none = Object.fromEntries(names.map((name) => [name, ""]));
  found.setAttribute("href", addressOf(page.place, page.place.view, page.place.id, { ...page.place.values, ...none }));
  return found;
}

/**
 * The values with their words: statuses in the order of lists, all else in that of the alphabet.
 * @param {string} name
 * @param {string[]} values
 * @returns {[value: string, words: string][]}
 */
function optionsOf(name, values) {
  /** @type {[value: string, words: string][]} */
  const options = values.map((value) => [value, wordsFor(name, value)]);
  return name === "status" ? options : options.sort(([, one], [, other]) => compare(one, other));
}

/**
 * The values of which a filter leaves something, each once.
 * @param {string} name
 * @param {Line[]} lines
 * @param {Line["record"][]} records of the lines
 * @param {string[]} kinds
 */
function valuesFor(name, lines, records, kinds) {
  const { reports, statuses } = store.core;
  /** @type {Record<string, () => string[]>} */
  const values = {
    member: () => reports.map(({ member }) => member),
    year: () => reports.map(({ year }) => String(year)),
    status: () => inOrder(Object.keys(statuses), [...records.map(({ status }) => status), ...textsIn(records, "outcome").map((text) => conceptName("outcome", text))].filter(Boolean)),
    kind: () => [...kinds, ...familiesOf(kinds)],
    role: () => textsIn(records, "role"),
    goal: () => [...new Set(lines.map(({ goals }) => goals))].flatMap((goals) => [...goals]),
    initiative: () => records.flatMap(initiativesOf),
    marked: () => [...(records.some(isUnnamed) ? [UNNAMED] : []), UNCITED],
  };
  return [...new Set(values[name]())];
}

/**
 * The texts of a property in records, each once.
 * @param {Line["record"][]} records
 * @param {string} property
 */
function textsIn(records, property) {
  const found = new Set();
  for (const [name, text] of records.flatMap(({ fields }) => fields)) if (name === property) found.add(text);
  return /** @type {string[]} */ ([...found]);
}

/**
 * Values in the order of a list; what is not in it comes last.
 * @param {string[]} list
 * @param {string[]} values
 */
function inOrder(list, values) {
  const there = new Set(values);
  return [...list.filter((one) => there.has(one)), ...there];
}

/**
 * Kinds that are looked for together, of which several are there.
 * @param {string[]} kinds
 */
function familiesOf(kinds) {
  const there = new Set(kinds);
  return Object.entries(store.core.families).filter(([, own]) => own.filter((kind) => there.has(kind)).length > 1).map(([name]) => name);
}
