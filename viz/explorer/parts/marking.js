// A report's text as it is printed, with the sentences marked that the reader has chosen: all with facts, some of them, or what has none.

import { focusable, make } from "../../shared/elements.js";
import { isNarrowed, isWanted, UNCITED, UNNAMED } from "../filters.js";
import { page } from "../page.js";
import { isUnnamed, SOFT, spans } from "../reading.js";
import { t } from "../words.js";

/** @import { Match } from "../query.js" */
/** @import { Line, Reading } from "../reading.js" */
/** @typedef {(passages: number[]) => boolean} Choice Whether a stretch of the text is marked, by the numbers of the passages that cover it. */

const LETTER = /[\p{L}\p{N}]/u; // a stretch without one is only the marks between two sentences
export const SENTENCE = "mark[data-passages]"; // a marked sentence that has facts

/**
 * What is marked in a report's text: what the reader has chosen, and always the passage that the address names.
 * @param {Reading} reading
 * @param {number} named the number of that passage; -1 for none
 * @returns {Choice}
 */
export function choiceIn(reading, named) {
  const { marked } = page.place.values;
  if (marked === UNCITED) return (passages) => !passages.length || passages.includes(named);
  if (marked !== UNNAMED && !isNarrowed()) return (passages) => passages.length > 0;
  const isChosen = (/** @type {Line} */ line) => isWanted(line) && (marked !== UNNAMED || isUnnamed(line.record));
  const chosen = new Set([named, ...reading.lines.filter(isChosen).flatMap(({ passages }) => passages)]);
  return (passages) => passages.some((number) => chosen.has(number));
}

/**
 * A stretch of the text, with what is chosen marked.
 * @param {Reading} reading
 * @param {Match} stretch
 * @param {Choice} isMarked
 */
export function markedText(reading, [start, end], isMarked) {
  return spans(reading.chapter.passages, start, end).map((span) => {
    const printed = reading.asPrinted(span.start, span.end);
    const words = withPages(printed, reading.pagesBefore(span.start));
    if (!LETTER.test(printed) || !isMarked(span.passages)) return make("span", "", ...words);
    return span.passages.length ? sentenceMark(words, span.passages) : make("mark", "uncited", ...words);
  });
}

/**
 * @param {(Node | string)[]} words
 * @param {number[]} passages
 */
function sentenceMark(words, passages) {
  const found = focusable(make("mark", "", ...words));
  found.setAttribute("role", "button");
  found.setAttribute("aria-pressed", "false");
  found.dataset.passages = passages.join(" ");
  return found;
}

/**
 * The words with the number of each page where it begins.
 * @param {string} words
 * @param {number} before the pages that end before them
 */
function withPages(words, before) {
  return words.split("\f").flatMap((part, index) => (index ? [pageMark(before + index + 1), ...withLines(part)] : withLines(part)));
}

/**
 * The words with the ends of lines apart that a narrower window does not need; at a hyphen a word goes on.
 * @param {string} words
 */
function withLines(words) {
  const lines = words.split(SOFT);
  return lines.flatMap((line, index) => (index ? [make("span", /\p{L}-$/u.test(lines[index - 1]) ? "soft within" : "soft", "\n"), line] : [line]));
}

/** @param {number} number */
function pageMark(number) {
  const mark = make("span", "page-break note", t("page", { page: number }));
  mark.dataset.page = String(number);
  return mark;
}
