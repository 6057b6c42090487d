// References: how a sentence of a report is cited.

import { quoted } from "../../shared/quoting.js";
import { t } from "../words.js";

/** @import { Reading } from "../reading.js" */

/**
 * The sentence in which a passage stands, with its reference.
 * @param {Reading} reading
 * @param {number} number
 */
export function reference(reading, number) {
  const { section, page } = reading.passage(number);
  const source = reading.chapter.citation || reading.chapter.title || reading.report.label;
  const place = [section && t("section", { code: section }), page && t("page", { page })].filter(Boolean).join(", ");
  return `${quoted(wholeSentence(reading, number))} (${[source, place].filter(Boolean).join(", ")})`;
}

/**
 * The whole sentence around a passage; the passage alone where the page has no text or finds no sentence.
 * @param {Reading} reading
 * @param {number} number
 */
function wholeSentence(reading, number) {
  const { section, start, end, quote } = reading.passage(number);
  const { text, language } = reading.chapter;
  const [from, to] = reading.sections.get(section)?.body ?? [0, 0];
  if (!text || end > to || !("Segmenter" in Intl)) return quote;
  const sentences = [...new Intl.Segmenter(language || "en", { granularity: "sentence" }).segment(inOneLine(text.slice(from, to), 1 + Number(reading.isSpaced)))];
  const touched = sentences.filter(({ index, segment }) => from + index < end && from + index + segment.length > start);
  return touched.map(({ segment }) => segment).join("").replace(/\s+/g, " ").trim() || quote;
}

/**
 * The text with blanks for the ends of its lines, at which no sentence ends; those of paragraphs and before marks of lists stay.
 * @param {string} text
 * @param {number} most line ends between two lines of a paragraph
 */
function inOneLine(text, most) {
  return text.replace(/\s+(?=[^\s•▪*–-])/g, (run) => (run.split("\n").length - 1 > most ? run : " ".repeat(run.length)));
}
