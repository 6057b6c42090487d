// What a search finds in a report's text, each place once: sentences with facts, and places that none of these holds.

/** @import { Match, Query } from "./query.js" */
/** @import { Reading } from "./reading.js" */
/** @typedef {{ at: number, places: Match[], passage: number }} Hit Where it begins, the words, and the sentence with facts; -1 for none. */

export class Hits {
  /**
   * @param {Reading} reading
   * @param {Query} query
   */
  constructor(reading, query) {
    this.reading = reading;
    this.query = query;
    const isPhraseIn = (/** @type {number} */ number) => query.isPhraseIn(reading.quotes[number]);
    const sentences = reading.outermost((number) => query.isIn(reading.quotes[number]));
    /** The sentences that have the words as they stand, in the order of the text; none that stands within another. */
    this.phrases = sentences.filter(isPhraseIn);
    /** Those that have the words in another order. */
    this.scattered = query.isLoose ? sentences.filter((number) => !isPhraseIn(number)) : [];
    /** @type {Match[]} */
    this.held = sentences.map((number) => [reading.passage(number).start, reading.passage(number).end]);
    /** How many places of the text outside of the sentences have the words as they stand. */
    this.outside = 0;
    this.visitOutside(() => (this.outside += 1));
    /** The words in another order, by paragraphs that have all of them outside of the sentences. */
    this.paragraphs = query.isLoose ? this.paragraphsOutside() : [];
  }

  get count() {
    return this.held.length + this.outside + this.paragraphs.length;
  }

  /** The places outside of the sentences where the words stand as they are. */
  get placesOutside() {
    /** @type {Match[]} */
    const found = [];
    this.visitOutside((start, end) => found.push([start, end]));
    return found;
  }

  /**
   * Calls `visit` for each place outside of the sentences where the words stand as they are, in the order of the text.
   * @param {(start: number, end: number) => void} visit
   */
  visitOutside(visit) {
    const isHeld = this.holder();
    this.query.visit(this.reading.text, (start, end) => isHeld(start, end) || visit(start, end));
  }

  paragraphsOutside() {
    const isHeld = this.holder();
    return this.reading.paragraphsWith(this.query).flatMap((places) => {
      const own = places.filter(([start, end]) => !isHeld(start, end));
      return this.query.words.every((word) => own.some(([start]) => this.reading.text.startsWith(word, start))) ? [own] : [];
    });
  }

  /** What tells whether a sentence holds a place, for places in the order of the text. */
  holder() {
    let next = 0;
    return (/** @type {number} */ start, /** @type {number} */ end) => {
      while (next < this.held.length && this.held[next][1] < end) next += 1;
      return next < this.held.length && this.held[next][0] <= start;
    };
  }

  /**
   * All hits in the order of the text.
   * @returns {Hit[]}
   */
  inOrder() {
    const sentences = [...this.phrases, ...this.scattered].map((number) => this.sentenceHit(number));
    const others = [...this.placesOutside.map((place) => [place]), ...this.paragraphs].map((places) => ({ at: places[0][0], places, passage: -1 }));
    return [...sentences, ...others].sort((one, other) => one.at - other.at);
  }

  /**
   * @param {number} passage
   * @returns {Hit}
   */
  sentenceHit(passage) {
    const { start, end } = this.reading.passage(passage);
    const places = this.query.marks(this.reading.text.slice(start, end)).map(([from, to]) => /** @type {Match} */ ([from + start, to + start]));
    return { at: places[0]?.[0] ?? start, places, passage };
  }
}
