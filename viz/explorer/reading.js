// A report as it was read: its lines, each a fact with the passages that prove it.

import { group } from "../shared/collections.js";
import { folded, wordsOf } from "./folding.js";
import { softEnds } from "./printed.js";
import { placeOfStart } from "./query.js";

/** @import { Match, Query } from "./query.js" */
/** @import { Chapter, Field, ThingRecord, Report } from "./data.js" */

export const SOFT = "\u2028"; // the end of a line that goes on in the next
const MINOR = new Set(["type", "nameAsWritten", "title", "label"]); // what only names a thing or its class

/**
 * A fact of a report: some fields of a record, what they speak of, and the passages that prove them.
 * @typedef {object} Line
 * @property {Reading} reading
 * @property {ThingRecord} record
 * @property {Field[]} fields
 * @property {number[]} passages The first is where the line stands.
 * @property {Set<string>} ends The items of which it speaks.
 * @property {Set<string>} goals
 * @property {boolean} minor Whether it only names a thing or its class.
 */

/** @typedef {{ start: number, end: number, passages: number[] }} Stretch A part of the text that the same passages cover. */
/** @typedef {Pick<Line, "reading" | "fields" | "passages">} Proof What proves something: passages, and the fields of claims that cite them. */

export class Reading {
  /**
   * @param {Chapter} chapter
   * @param {Report} report
   */
  constructor(chapter, report) {
    this.chapter = chapter;
    this.report = report;
    /** @type {string | undefined} */
    this.foldedText = undefined;
    /** @type {number[] | undefined} */
    this.pageEnds = undefined;
    /** @type {Set<number> | undefined} */
    this.foundSoftEnds = undefined;
    /** @type {number[] | undefined} */
    this.foundParagraphs = undefined;
    /** @type {boolean | undefined} */
    this.spaced = undefined;
    /** @type {string[] | undefined} */
    this.foldedQuotes = undefined;
    /** @type {string[] | undefined} */
    this.foldedWords = undefined;
    /** @type {number[] | undefined} */
    this.sortedPassages = undefined;
    this.sections = new Map(chapter.sections.map((section) => [section.code, section]));
    this.lines = chapter.records.flatMap((record) => this.linesOf(record));
    this.byItem = group(this.lines.flatMap((line) => [...line.ends].map((id) => ({ id, line }))), ({ id }) => id);
    this.byPassage = group(this.lines.flatMap((line) => line.passages.map((passage) => ({ passage, line }))), ({ passage }) => passage);
  }

  /** The report's text, folded letter by letter. */
  get text() {
    this.foldedText ??= folded(this.chapter.text);
    return this.foldedText;
  }

  /** The quotes, folded, by the number of the passage. */
  get quotes() {
    this.foldedQuotes ??= this.chapter.passages.map(({ quote }) => folded(quote));
    return this.foldedQuotes;
  }

  /** What a search looks through; it is made once. */
  searchable() {
    return [this.text, this.quotes, this.words, this.paragraphs, this.inOrder];
  }

  /** The numbers of the passages in the order of the text, the longest first of those that begin at the same place. */
  get inOrder() {
    const { passages } = this.chapter;
    this.sortedPassages ??= [...passages.keys()].sort((one, other) => passages[one].start - passages[other].start || passages[other].end - passages[one].end);
    return this.sortedPassages;
  }

  /**
   * The wanted passages in the order of the text, without those that stand within another one of them.
   * @param {(passage: number) => boolean} isWanted
   */
  outermost(isWanted) {
    let last = 0;
    return this.inOrder.filter((number) => {
      const { end } = this.passage(number);
      const isOwn = end > last && isWanted(number);
      if (isOwn) last = end;
      return isOwn;
    });
  }

  /**
   * The passages that hold a place of the text.
   * @param {number} place
   */
  passagesAt(place) {
    return this.inOrder.filter((number) => this.passage(number).start <= place && place < this.passage(number).end);
  }

  /**
   * The section in which a place of the text stands; undefined between sections.
   * @param {number} place
   */
  sectionAt(place) {
    return this.chapter.sections.find(({ heading, body }) => place >= Math.min(heading[0], body[0]) && place < body[1]);
  }

  /** Where the paragraphs of the text begin, and where the text ends. */
  get paragraphs() {
    this.foundParagraphs ??= this.paragraphStarts();
    return this.foundParagraphs;
  }

  paragraphStarts() {
    const ends = [...this.chapter.text.matchAll(this.lineEnds)].filter(({ index }) => !this.softEnds.has(index));
    return [0, ...ends.map(({ index, 0: end }) => index + end.length), this.chapter.text.length];
  }

  /**
   * Where words of a query begin words of the text, by paragraphs that have all of them, but not as they stand.
   * @param {Query} query
   * @returns {Match[][]}
   */
  paragraphsWith(query) {
    const found = [];
    for (let at = placeOfStart(this.text, query.rarest[0], 0), next = 0; at >= 0; at = placeOfStart(this.text, query.rarest[0], next)) {
      const [start, end] = this.paragraphAt(at);
      const words = this.text.slice(start, end);
      if (query.isScattered(words) && !query.isPhraseIn(words)) found.push(query.starts(words).map((place) => placeFrom(place, start)));
      next = Math.max(end, at + 1);
    }
    return found;
  }

  /**
   * The paragraph around a place.
   * @param {number} place
   */
  paragraphAt(place) {
    const starts = this.paragraphs;
    let [low, high] = [0, starts.length - 1];
    while (low + 1 < high) {
      const middle = Math.floor((low + high) / 2);
      if (starts[middle] <= place) low = middle;
      else high = middle;
    }
    return [starts[low], starts[low + 1]];
  }

  /** The words of the text, each once, folded. */
  get words() {
    this.foldedWords ??= [...new Set(wordsOf(this.text))];
    return this.foldedWords;
  }

  /**
   * A stretch of the text with its lines; where each second line is empty, without those. A line that ends only because the paper
   * does ends with `SOFT`.
   * @param {number} start
   * @param {number} end
   */
  asPrinted(start, end) {
    return this.chapter.text.slice(start, end).replace(this.lineEnds, (_, place) => (this.softEnds.has(start + place) ? SOFT : "\n"));
  }

  /** Where printed lines end only because the paper does. */
  get softEnds() {
    this.foundSoftEnds ??= softEnds(this.chapter.text, this.lineEnds);
    return this.foundSoftEnds;
  }

  /** What ends a printed line: with the empty line behind it where each second one is empty. */
  get lineEnds() {
    return this.isSpaced ? /[^\S\n\f]*\n(?:[^\S\n\f]*\n)?/g : /[^\S\n\f]*\n/g;
  }

  /**
   * How many pages end before a place of the text.
   * @param {number} place
   */
  pagesBefore(place) {
    this.pageEnds ??= [...this.chapter.text.matchAll(/\f/g)].map(({ index }) => index);
    return this.pageEnds.filter((end) => end < place).length;
  }

  /**
   * The number of the page on which a place of the text stands; 0 where the text has no pages.
   * @param {number} place
   */
  pageAt(place) {
    return this.chapter.text.includes("\f") ? this.pagesBefore(place) + 1 : 0;
  }

  /** Whether an empty line stands between most lines of the text, as some programs leave them. */
  get isSpaced() {
    this.spaced ??= (this.chapter.text.match(/\n[^\S\n]*\n/g) ?? []).length > (this.chapter.text.match(/\S[^\S\n]*\n[^\S\n]*\S/g) ?? []).length;
    return this.spaced;
  }

  /** @param {string} id */
  linesAbout(id) {
    return (this.byItem.get(id) ?? []).map(({ line }) => line);
  }

  /** @param {number} passage */
  linesAt(passage) {
    return (this.byPassage.get(passage) ?? []).map(({ line }) => line);
  }

  /** @param {string} id */
  inferredAbout(id) {
    return this.chapter.inferred.filter((one) => one.subject[1] === id || one.object[1] === id);
  }

  /** @param {number} number */
  passage(number) {
    return this.chapter.passages[number];
  }

  /** @param {Line} line */
  sectionOf(line) {
    return this.passage(line.passages[0]).section;
  }

  /** @param {Proof} line */
  claimsOf(line) {
    return [...new Set(line.fields.map((field) => this.chapter.claims[field[3]][0]))];
  }

  /**
   * The passage that a claim cites; undefined where the report has no such claim.
   * @param {string} claim
   */
  passageOf(claim) {
    return this.chapter.claims.find(([id]) => id === claim)?.[1];
  }

  /**
   * One line for what is no item of the page; for an item, one for each of its properties.
   * @param {ThingRecord} record
   */
  linesOf(record) {
    if (!record.id) return [this.line(record, record.fields)];
    return record.fields.map((field) => this.line(record, [field]));
  }

  /**
   * @param {ThingRecord} record
   * @param {Field[]} fields
   * @returns {Line}
   */
  line(record, fields) {
    const passages = [...new Set(fields.map((field) => this.chapter.claims[field[3]][1]))];
    const under = passages.map((number) => this.sections.get(this.passage(number).section)?.goal ?? "");
    const ends = new Set([record.id, ...fields.map((field) => field[2]), ...record.goals].filter(Boolean));
    const minor = fields.every(([property]) => MINOR.has(property));
    return { reading: this, record, fields, passages, ends, goals: new Set([...record.goals, ...under].filter(Boolean)), minor };
  }
}

/**
 * A place of a part of a text that begins there, as a place of the text.
 * @param {Match} place
 * @param {number} start
 * @returns {Match}
 */
function placeFrom([from, to], start) {
  return [from + start, to + start];
}

/**
 * A stretch of the text cut where passages begin or end.
 * @param {{ start: number, end: number }[]} passages
 * @param {number} start
 * @param {number} end
 * @returns {Stretch[]}
 */
export function spans(passages, start, end) {
  const own = passages.map((passage, number) => ({ ...passage, number })).filter((passage) => passage.start < end && passage.end > start);
  const cuts = [...new Set([start, end, ...own.flatMap((passage) => [passage.start, passage.end])])];
  const ordered = cuts.filter((cut) => cut >= start && cut <= end).sort((one, other) => one - other);
  return ordered.slice(0, -1).map((cut, index) => ({
    start: cut, end: ordered[index + 1], passages: own.filter((passage) => passage.start <= cut && passage.end > cut).map(({ number }) => number),
  }));
}

/**
 * The values of a property of a record.
 * @param {ThingRecord} record
 * @param {string} property
 */
export function valuesOf(record, property) {
  return record.fields.filter(([name]) => name === property);
}

/**
 * The lines that say who contributes to what.
 * @param {Line[]} lines
 */
export function deedsIn(lines) {
  return lines.filter(({ record }) => record.kind === "Contribution");
}

/**
 * Whether a record is a contribution for which the text names nobody.
 * @param {ThingRecord} record
 */
export function isUnnamed(record) {
  return record.kind === "Contribution" && !valuesOf(record, "actor").length;
}

/**
 * The heading of a section as it is printed, on one line; empty where the report has no such section.
 * @param {Reading} reading
 * @param {string} code
 */
export function headingText(reading, code) {
  const { heading: [start, end] } = reading.sections.get(code) ?? { heading: [0, 0] };
  return reading.chapter.text.slice(start, end).replace(/\s+/g, " ").trim();
}
