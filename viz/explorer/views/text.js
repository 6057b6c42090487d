// The report as it was read: headings, answers, blanks, and the sentences from which claims are taken.

import { group } from "../../shared/collections.js";
import { focusable, make } from "../../shared/elements.js";
import { card } from "../parts/cards.js";
import { highlight } from "../parts/highlight.js";
import { choiceIn, markedText, SENTENCE } from "../parts/marking.js";
import { followSections, sectionFold, sectionsBeside } from "../parts/sections.js";
import { soughtPart, standOf } from "../parts/sought.js";
import { sectionWords } from "../parts/states.js";
import { filterBar, reportBar } from "../choosing.js";
import { isNarrowed, markings, UNCITED, UNNAMED, wantedReports } from "../filters.js";
import { itemLink, link, page, reportName, spoken } from "../page.js";
import { addressOf, placeOf } from "../route.js";
import { phrase, readingWords, t } from "../words.js";
import { Query } from "../query.js";
import { spans } from "../reading.js";

/** @import { Section } from "../data.js" */
/** @import { Hit } from "../hits.js" */
/** @import { Choice } from "../parts/marking.js" */
/** @import { Match } from "../query.js" */
/** @import { Reading, Stretch } from "../reading.js" */

/** @type {Record<string, number>} */
const STEPS = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

export function textList() {
  const entries = wantedReports().map((report) => make("li", "", link([reportName(report)], "text", report.id), ` – ${readingWords(report.reading) || report.reading}`));
  return { title: t("view.text"), parts: [filterBar(["member", "year"], []), entries.length ? make("ul", "", ...entries) : make("p", "", t("nothing.report"))] };
}

/** @param {Reading[]} readings */
export function textView([reading]) {
  const { report, chapter } = reading;
  if (!chapter.text) return { title: [reportName(report)], parts: [make("p", "", t("text.none"))] };
  const stand = standOf(reading, chosenPassage(reading));
  const side = focusable(make("aside", "facts-of-sentence", stand ? soughtPart(reading, stand) : ""));
  side.setAttribute("aria-label", t("text.facts"));
  const body = make("div", "report-text", ...pieces(reading, choiceIn(reading, chosenPassage(reading))));
  body.lang = chapter.language;
  body.addEventListener("click", (event) => showFacts(reading, body, side, event));
  body.addEventListener("keydown", (event) => onKey(reading, body, side, event));
  return {
    title: phrase("text.title", { report: reportName(report) }),
    parts: [
      reportBar(report), filterBar(["marked", "status", "role", "kind"], reading.lines), isThere(reading) ? "" : make("p", "note", t("text.gone")),
      spoken(make("p", "", chapter.title), chapter.language), make("p", "note", `${coverage(reading)} ${markWords(reading)}`), sectionFold(report), make("div", "two", body, side),
    ],
    shown: () => showChosen(reading, body, side, stand?.current),
  };
}

/**
 * Whether the report has the sentence or section that the address names, if it names one.
 * @param {Reading} reading
 */
function isThere(reading) {
  const { claim, passage, section } = page.place.values;
  const isCited = !(claim || passage) || Boolean(reading.passage(chosenPassage(reading)));
  return isCited && (!section || reading.sections.has(section));
}

/**
 * Which sentences are marked.
 * @param {Reading} reading
 */
function markWords(reading) {
  const { marked: choice } = page.place.values;
  if (choice === UNCITED) return t("text.uncited");
  if (choice !== UNNAMED && !isNarrowed()) return t("text.cited");
  const isMarked = choiceIn(reading, -1);
  const marked = reading.chapter.passages.filter((_, number) => isMarked([number]));
  return t("text.marked", { n: marked.length, all: reading.chapter.passages.length });
}

/**
 * How much of the sections is in sentences that prove something.
 * @param {Reading} reading
 */
function coverage({ chapter }) {
  const size = (/** @type {number} */ sum, /** @type {Stretch} */ { start, end }) => sum + chapter.text.slice(start, end).replace(/\s+/g, "").length;
  const stretches = chapter.sections.flatMap(({ body: [start, end] }) => spans(chapter.passages, start, end));
  const [cited, written] = [stretches.filter(({ passages }) => passages.length), stretches].map((own) => own.reduce(size, 0));
  return t("text.coverage", { share: written ? Math.round((100 * cited) / written) : 0, claims: chapter.claims.length });
}

/**
 * The whole text, piece by piece: headings, bodies of sections, and what lies between.
 * @param {Reading} reading
 * @param {Choice} isMarked
 */
function pieces(reading, isMarked) {
  const { text, sections } = reading.chapter;
  const ordered = [...sections].sort((one, other) => one.body[0] - other.body[0] || one.body[1] - other.body[1]);
  /** @type {Node[]} */
  const found = [];
  let at = 0;
  for (const section of ordered) {
    const start = Math.min(section.heading[1] > at ? Math.max(section.heading[0], at) : section.body[0], section.body[0]);
    if (start > at) found.push(between(reading, [at, start], isMarked));
    found.push(sectionPart(reading, section, Math.max(at, start), isMarked));
    at = Math.max(at, section.body[1]);
  }
  if (at < text.length) found.push(between(reading, [at, text.length], isMarked));
  return found;
}

/**
 * What lies between the answers, of which no fact is expected.
 * @param {Reading} reading
 * @param {Match} stretch
 * @param {Choice} isMarked
 */
function between(reading, stretch, isMarked) {
  return make("div", "between", ...markedText(reading, stretch, (passages) => passages.length > 0 && isMarked(passages)));
}

/**
 * @param {Reading} reading
 * @param {Section} section
 * @param {number} from
 * @param {Choice} isMarked
 */
function sectionPart(reading, section, from, isMarked) {
  const state = reading.report.sections.find(([code]) => code === section.code);
  const heading = make("h2", "printed", reading.chapter.text.slice(from, section.body[0]).replace(/\s+/g, " ").trim() || section.code);
  const goal = section.goal ? [itemLink(section.goal), " · "] : [];
  const note = make("p", "note", ...goal, t("section", { code: section.code }), " · ", state ? sectionWords(state) : "");
  note.lang = document.documentElement.lang;
  const [start, end] = withoutEdges(reading, section.body);
  const part = make("section", "section", heading, note, start < end ? make("div", "body", ...markedText(reading, [start, end], isMarked)) : "");
  part.dataset.section = section.code;
  return part;
}

/**
 * A stretch without the white space at its start and end.
 * @param {Reading} reading
 * @param {[start: number, end: number]} stretch
 * @returns {[start: number, end: number]}
 */
function withoutEdges(reading, [start, end]) {
  const words = reading.chapter.text.slice(start, end);
  const from = start + words.length - words.replace(/^[^\S\f]+/, "").length;
  return [from, Math.max(from, start + words.trimEnd().length)];
}

/**
 * @param {Reading} reading
 * @param {HTMLElement} body
 * @param {HTMLElement} side
 * @param {Event} event
 */
function showFacts(reading, body, side, event) {
  const found = /** @type {Element} */ (event.target).closest(SENTENCE);
  if (!(found instanceof HTMLElement)) return;
  const passages = (found.dataset.passages ?? "").split(" ");
  showPassages(reading, body, side, passages.map(Number));
  history.replaceState(null, "", addressOf(page.place, "text", reading.report.id, { ...markings(), passage: passages[0], q: page.place.values.q ?? "" }));
  page.place = placeOf(location.hash);
  const stand = standOf(reading, chosenPassage(reading));
  if (stand) side.querySelector(".sought")?.replaceWith(soughtPart(reading, stand));
}

/**
 * The marked sentences that have facts.
 * @param {HTMLElement} body
 * @returns {HTMLElement[]}
 */
function sentencesIn(body) {
  return [...body.querySelectorAll(SENTENCE)].filter((one) => one instanceof HTMLElement);
}

/**
 * The arrow keys go from sentence to sentence, Enter and the space bar choose; the Tab key stops at one sentence.
 * @param {Reading} reading
 * @param {HTMLElement} body
 * @param {HTMLElement} side
 * @param {KeyboardEvent} event
 */
function onKey(reading, body, side, event) {
  const marks = sentencesIn(body);
  const index = marks.findIndex((one) => one === event.target);
  if (index < 0) return;
  const next = marks[index + (STEPS[event.key] ?? 0)];
  if (event.key in STEPS && next) stopAt(marks, next).focus();
  else if (event.key === "Enter" || event.key === " ") showAndEnter(reading, body, side, event);
  else return;
  event.preventDefault();
}

/**
 * Shows the facts of a sentence and goes to them; Escape leads back.
 * @param {Reading} reading
 * @param {HTMLElement} body
 * @param {HTMLElement} side
 * @param {KeyboardEvent} event
 */
function showAndEnter(reading, body, side, event) {
  const sentence = /** @type {HTMLElement} */ (event.target);
  showFacts(reading, body, side, event);
  side.focus();
  side.onkeydown = ({ key }) => key === "Escape" && sentence.focus();
}

/**
 * @param {HTMLElement[]} marks
 * @param {HTMLElement | undefined} stop the one at which the Tab key stops
 */
function stopAt(marks, stop = marks[0]) {
  for (const mark of marks) mark.tabIndex = mark === stop ? 0 : -1;
  return stop;
}

/**
 * @param {Reading} reading
 * @param {HTMLElement} body
 * @param {HTMLElement} side
 * @param {number[]} passages
 */
function showPassages(reading, body, side, passages) {
  const lines = passages.flatMap((number) => reading.linesAt(number).filter((line) => line.passages[0] === number));
  const wanted = new Set(passages.map(String));
  const marks = sentencesIn(body);
  for (const mark of marks) {
    const isChosen = (mark.dataset.passages ?? "").split(" ").some((number) => wanted.has(number));
    mark.classList.toggle("chosen", isChosen);
    mark.setAttribute("aria-pressed", String(isChosen));
  }
  stopAt(marks, marks.find((mark) => mark === document.activeElement) ?? marks.find((mark) => mark.matches(".chosen")));
  const byPassage = group(lines, (line) => line.passages[0]);
  const told = [...byPassage].map(([number, own]) => card(reading, number, own));
  tell(side, make("h2", "", t("text.facts")), ...(told.length ? told : [make("p", "note", t("text.context"))]));
}

/**
 * Fills the side, in which the way from hit to hit stays where it is, with the focus that it may have.
 * @param {HTMLElement} side
 * @param {...Node} parts
 */
function tell(side, ...parts) {
  for (const other of side.querySelectorAll(":scope > :not(.sought)")) other.remove();
  side.append(...parts);
}

/**
 * What the address names: a section, a passage or a claim; and the words that are looked for.
 * @param {Reading} reading
 * @param {HTMLElement} body
 * @param {HTMLElement} side
 * @param {Hit | undefined} hit
 */
function showChosen(reading, body, side, hit) {
  const { q } = page.place.values;
  const number = chosenPassage(reading);
  const passages = hit ? reading.passagesAt(hit.at) : [number].filter((own) => reading.passage(own));
  const hint = hit ? "sought.nofact" : sentencesIn(body).length ? "text.hint" : "";
  tell(side, ...(hint ? [make("p", "note", t(hint))] : []), sectionsBeside(reading.report));
  stopAt(sentencesIn(body));
  followSections(body, side);
  if (passages.length) showPassages(reading, body, side, passages);
  if (q) markSought(reading, body, new Query(q), hit);
  if (!hit) goToChosen(body);
}

/**
 * Scrolls to the sentence that is chosen, else to the section that the address names.
 * @param {HTMLElement} body
 */
function goToChosen(body) {
  const { section = "" } = page.place.values;
  const [mark, part] = [body.querySelector("mark.chosen"), body.querySelector(`[data-section="${CSS.escape(section)}"]`)];
  if (mark) mark.scrollIntoView({ block: "center" });
  else part?.scrollIntoView({ block: "start" });
}

/**
 * The passage that the address names, by its number or by a claim that cites it; -1 where it names none.
 * @param {Reading} reading
 */
function chosenPassage(reading) {
  const { passage, claim } = page.place.values;
  return (claim ? reading.passageOf(claim) : Number(passage ?? -1)) ?? -1;
}

/**
 * Marks what is looked for, and moves to a hit: the words as they stand, or each of them where the hit has them in another order.
 * @param {Reading} reading
 * @param {HTMLElement} body
 * @param {Query} query
 * @param {Hit | undefined} hit
 */
function markSought(reading, body, query, hit) {
  const isPhrase = query.phrases(reading.text).some(([start]) => !hit || start === hit.at);
  const placesOf = (/** @type {string} */ text) => (isPhrase || !query.isLoose ? query.phrases(text) : query.starts(text));
  highlight(body, placesOf, placesOf(reading.text).filter(([start]) => start < (hit?.at ?? 0)).length);
}
