// Sentences of reports with the facts that they prove: a card for each sentence.

import { group, listed } from "../../shared/collections.js";
import { fold, later, make } from "../../shared/elements.js";
import { marksAround, quoted } from "../../shared/quoting.js";
import { foreign, link, reportName } from "../page.js";
import { store } from "../store.js";
import { named, phrase, t } from "../words.js";
import { partHeading } from "./contents.js";
import { copyButton } from "./copying.js";
import { inferredSentence, sentence } from "./sentence.js";
import { reference } from "./citing.js";

/** @import { Inferred } from "../data.js" */
/** @import { Line, Proof, Reading } from "../reading.js" */

/**
 * The lines by the sentence that proves them, in the order of the reports.
 * @param {Line[]} lines
 */
export function cards(lines) {
  const byReading = group(lines, (line) => line.reading);
  return [...byReading].flatMap(([reading, own]) => {
    const byPassage = [...group(own, (line) => line.passages[0])];
    const inOrder = byPassage.sort(([one], [other]) => reading.passage(one).start - reading.passage(other).start);
    return inOrder.map(([passage, told]) => card(reading, passage, told));
  });
}

/**
 * @param {Reading} reading
 * @param {number} passage
 * @param {Line[]} lines
 */
export function card(reading, passage, lines) {
  const isNote = lines.every(({ record }) => record.kind === "SourceNote");
  const others = [...new Set(lines.flatMap((line) => line.passages))].filter((number) => number !== passage);
  const told = [...lines].sort((one, other) => Number(one.minor) - Number(other.minor));
  return make(
    "article", isNote ? "card note-of-reader" : "card",
    make("div", "facts", ...told.map(sentence)),
    quotation(reading, passage, lines),
    ...others.map((number) => fold("also", t("card.also"), quotation(reading, number, []))),
  );
}

/**
 * The exact words, with those that have to be read with them, and where they stand.
 * @param {Reading} reading
 * @param {number} number
 * @param {Proof[]} lines
 */
export function quotation(reading, number, lines) {
  const { quote, context, by } = reading.passage(number);
  const words = make("blockquote", "", quoted(quote));
  const read = inlineQuote(context);
  words.lang = read.lang = reading.chapter.language;
  const claims = [...new Set(lines.flatMap((line) => reading.claimsOf(line)))];
  return make(
    "div", "quotation", words,
    context ? make("p", "context", `${t("card.context")} `, read) : "",
    by ? make("p", "by", ...phrase("card.by", { by: foreign(by) })) : "",
    make("p", "where", placeLink(reading, number, claims[0] ?? ""), " ", copyButton(t("copy.quotation"), () => reference(reading, number)), " ",
      copyButton(t("copy.link"), () => placeLink(reading, number, claims[0] ?? "").href)),
  );
}

/**
 * Quoted words within a line, in the browser's marks for their language, or single ones.
 * @param {string} text
 * @param {(Node | string)[]} words the text, some of it perhaps marked
 */
export function inlineQuote(text, words = [text]) {
  return make("q", marksAround(text)[0] === "‘" ? "single" : "", ...words);
}

/**
 * A link to where a passage stands in the report's text.
 * @param {Reading} reading
 * @param {number} number
 * @param {string} claim
 */
function placeLink(reading, number, claim = "") {
  return link(whereParts(reading, number), "text", reading.report.id, claim ? { claim } : { passage: String(number) });
}

/**
 * The report, section and page of a passage in words.
 * @param {Reading} reading
 * @param {number} number
 */
function whereParts(reading, number) {
  const { section, page } = reading.passage(number);
  return listed([reportName(reading.report), section && t("section", { code: section }), page && t("page", { page })].filter(Boolean));
}

/**
 * What is inferred of an item, to be opened, each fact once; nothing where nothing is inferred.
 * @param {string} id
 * @param {Reading[]} readings
 */
export function inferredPart(id, readings) {
  const stated = readings.flatMap((reading) => reading.inferredAbout(id).map((one) => ({ one, reading })));
  const found = [...group([...stated, ...store.inferredAbout(id).map((one) => ({ one, reading: undefined }))], ({ one }) => factOf(one))];
  if (!found.length) return [];
  const part = later(t("inferred.show", { n: found.length }), () => found.map(([, grounds]) => inferredCard(grounds)));
  return [partHeading("inferred"), make("p", "note", t("note.inferred")), part];
}

/** What two inferences have in common that are of the same fact. @param {Inferred} inferred */
function factOf({ subject, predicate, object, rule, reason }) {
  return JSON.stringify([subject, predicate, object, rule, reason]);
}

/** @param {string} rule */
function ruleName(rule) {
  return named("rule", rule, "") || foreign(store.core.rules[rule]);
}

/**
 * What is inferred, with the sentences on which it rests, in each report of which it has some.
 * @param {{ one: Inferred, reading: Reading | undefined }[]} grounds
 */
function inferredCard(grounds) {
  const [{ one }] = grounds;
  const rests = grounds.flatMap(({ one: { passages }, reading }) => (reading ? passages.map((number) => ({ reading, number })) : []));
  return make(
    "article", "card inferred",
    make("div", "facts", inferredSentence(one)),
    make("p", "rule", ...phrase("inferred.rule", { rule: ruleName(one.rule) }), ...(one.reason ? [" ", foreign(one.reason)] : [])),
    rests.length ? later(t("inferred.rests"), () => rests.map(({ reading, number }) => quotation(reading, number, []))) : "",
  );
}
