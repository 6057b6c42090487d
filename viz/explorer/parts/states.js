// The states of a form's sections as marks: each has a shape of its own, and words for those who hear the page.

import { make } from "../../shared/elements.js";
import { link } from "../page.js";
import { readingWords, stateWords, t } from "../words.js";

/** @import { Goal, Report, SectionState } from "../data.js" */

/** The marks, in the order of the legend; the reading comes before the state. @type {Record<string, string>} */
export const MARKS = { answered: "●", "nothing-to-report": "∅", "refers-elsewhere": "↗", blank: "○", "in-part": "◐", "not-yet": "◌", outside: "◇" };

/**
 * The sections of a goal in a report, each as a link with its mark; what is said where the form has none.
 * @param {Report} report
 * @param {string} goal
 * @param {string} only the code of the one section that is shown; empty for all of the goal
 */
export function stateCell(report, goal, only = "") {
  const sections = report.sections.filter(([code, own]) => own === goal && (!only || code === only));
  if (!sections.length) return make("span", "none", t("members.nothing"));
  return make("span", "states", ...sections.map((section) => sectionMark(report, section)));
}

/**
 * @param {Report} report
 * @param {SectionState} section
 */
function sectionMark(report, section) {
  const [code, , state, reading, ticks] = section;
  const short = code.split("/").at(-1) ?? code;
  const found = link([`${short} `, MARKS[markOf(state, reading)] ?? "●", ticks && ` ${ticks}`], "text", report.id, { section: code });
  found.title = `${t("section", { code })}: ${sectionWords(section)}`;
  found.setAttribute("aria-label", `${report.label}, ${[t("section", { code }), ticks].filter(Boolean).join(" ")}: ${sectionWords(section)}`);
  found.className = `state ${markOf(state, reading)}`;
  return found;
}

/**
 * @param {string} state
 * @param {string} reading
 */
function markOf(state, reading) {
  return state === "blank" || reading === "read" || !reading ? state : reading;
}

/**
 * The state of a section in words, what is ticked in it, and how far it is read.
 * @param {SectionState} section
 */
export function sectionWords([, , state, reading, ticks]) {
  const unread = markOf(state, reading) === state ? "" : readingWords(reading);
  return [stateWords(state), ticks && t("ticked", { ticks }), unread].filter(Boolean).join(", ");
}

/**
 * What the marks mean that stand for the sections of some goals in reports, and no others.
 * @param {Report[]} reports
 * @param {Goal[]} goals
 */
export function markLegend(reports, goals) {
  const shown = new Set(goals.map(({ id }) => id));
  const sections = reports.flatMap((report) => report.sections).filter(([, goal]) => shown.has(goal));
  const drawn = new Set(sections.map(([, , state, reading]) => markOf(state, reading)));
  const words = Object.entries(MARKS).filter(([name]) => drawn.has(name)).map(([name, mark]) => make("li", "", make("span", `state ${name}`, mark), ` ${["in-part", "not-yet"].includes(name) ? readingWords(name) : stateWords(name)}`));
  return words.length ? make("ul", "legend", ...words) : "";
}
