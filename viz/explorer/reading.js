// A report as it was read: its lines, each a fact with the passages that prove it.

import { group } from "../shared/collections.js";
import { folded } from "./folding.js";

/** @import { Chapter, Field, ThingRecord, Report } from "./data.js" */

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
    /** @type {boolean | undefined} */
    this.spaced = undefined;
    /** @type {string[] | undefined} */
    this.foldedQuotes = undefined;
    /** @type {string[] | undefined} */
    this.foldedWords = undefined;
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

  /** The words of the text, each once, folded. */
  get words() {
    this.foldedWords ??= [...new Set(this.text.split(/[^\p{L}\p{N}]+/u))];
    return this.foldedWords;
  }

  /**
   * A stretch of the text with its lines; where each second line is empty, without those.
   * @param {number} start
   * @param {number} end
   */
  asPrinted(start, end) {
    const words = this.chapter.text.slice(start, end);
    return this.isSpaced ? words.replace(/\n[^\S\n\f]*\n/g, "\n") : words;
  }

  /**
   * How many pages end before a place of the text.
   * @param {number} place
   */
  pagesBefore(place) {
    this.pageEnds ??= [...this.chapter.text.matchAll(/\f/g)].map(({ index }) => index);
    return this.pageEnds.filter((end) => end < place).length;
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
 * The values of a property of a record.
 * @param {ThingRecord} record
 * @param {string} property
 */
export function valuesOf(record, property) {
  return record.fields.filter(([name]) => name === property);
}

/**
 * Whether a record is a contribution for which the text names nobody.
 * @param {ThingRecord} record
 */
export function isUnnamed(record) {
  return record.kind === "Contribution" && !valuesOf(record, "actor").length;
}
