// The sections of a report with their states, and which of them the reader has before the eyes.

import { make } from "../../shared/elements.js";
import { markings } from "../filters.js";
import { goalName, link } from "../page.js";
import { store } from "../store.js";
import { t } from "../words.js";
import { sectionWords } from "./states.js";

/** @import { Report } from "../data.js" */

const READ = "0px 0px -75% 0px"; // of the window, the upper quarter, in which one reads on

/**
 * The sections, folded, as they stand before the text.
 * @param {Report} report
 */
export function sectionFold(report) {
  return make("details", "contents", make("summary", "", t("text.contents")), sectionList(report));
}

/**
 * The sections as they stand beside the text.
 * @param {Report} report
 */
export function sectionsBeside(report) {
  const part = make("nav", "sections", make("h2", "", t("text.contents")), sectionList(report));
  part.setAttribute("aria-label", t("text.contents"));
  return part;
}

/** @param {Report} report */
function sectionList(report) {
  const entries = report.sections.map((section) => {
    const [code, goal] = section;
    const item = store.item(goal);
    const found = link([code], "text", report.id, { ...markings(), section: code });
    found.dataset.code = code;
    return make("li", "", found, ` ${sectionWords(section)}`, ...(item ? [" – ", goalName(item)] : []));
  });
  return make("ul", "columns", ...entries);
}

/**
 * Marks in the list beside the text the section that the reader has before the eyes, as long as the text is shown.
 * @param {HTMLElement} body
 * @param {HTMLElement} side
 */
export function followSections(body, side) {
  const sections = [...body.querySelectorAll("section")];
  /** @type {Set<Element>} */
  const seen = new Set();
  const observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) seen[isIntersecting ? "add" : "delete"](target);
    const current = sections.find((section) => seen.has(section));
    if (current) markCurrent(side, current.dataset.section ?? "");
  }, { rootMargin: READ });
  for (const section of sections) observer.observe(section);
}

/**
 * @param {HTMLElement} side
 * @param {string} code
 */
function markCurrent(side, code) {
  for (const one of side.querySelectorAll("a[aria-current]")) one.removeAttribute("aria-current");
  const found = /** @type {HTMLElement | null} */ (side.querySelector(`a[data-code="${CSS.escape(code)}"]`));
  found?.setAttribute("aria-current", "location");
  if (found) keepInSight(side, found);
}

/**
 * Scrolls the side, and never the page, so far that an entry can be seen.
 * @param {HTMLElement} side
 * @param {HTMLElement} entry
 */
function keepInSight(side, entry) {
  const [own, frame] = [entry.getBoundingClientRect(), side.getBoundingClientRect()];
  if (own.top < frame.top || own.bottom > frame.bottom) side.scrollTop += own.top - frame.top - frame.height / 3;
}
