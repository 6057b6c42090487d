// What is looked for: words as they stand, or in any order; in quotation marks only as they stand. Texts are folded ones.

import { folded } from "./folding.js";

/** @typedef {[start: number, end: number]} Match Where in a text something stands that is looked for. */

const QUOTED = /^["“”„«»](.+)["“”„«»]$/s;
const LETTER = /[\p{L}\p{M}\p{N}]/u;

export class Query {
  /** @param {string} typed */
  constructor(typed) {
    /** What was typed, as the address has it. */
    this.typed = typed;
    const [, quoted] = typed.trim().match(QUOTED) ?? [];
    /** Whether the words are looked for only as they stand. */
    this.isQuoted = quoted !== undefined;
    /** The words, folded. */
    this.words = folded((quoted ?? typed).trim()).split(/\s+/).filter(Boolean);
    /** @type {RegExp | undefined} several words with white space between them, such as the end of a line */
    this.pattern = this.words.length > 1 ? new RegExp(this.words.map(escaped).join("\\s+"), "g") : undefined;
    /** The words with the longest first, which stands in the fewest texts. */
    this.rarest = [...this.words].sort((one, other) => other.length - one.length);
  }

  /** Whether the words may stand in any order. */
  get isLoose() {
    return this.words.length > 1 && !this.isQuoted;
  }

  /** The query with other words. @param {string[]} words */
  withWords(words) {
    return new Query(this.isQuoted ? `"${words.join(" ")}"` : words.join(" "));
  }

  /**
   * Whether a text has the words, as they stand or in another order.
   * @param {string} text
   */
  isIn(text) {
    return this.isPhraseIn(text) || this.isScattered(text);
  }

  /** @param {string} text */
  isPhraseIn(text) {
    return this.pattern ? text.includes(this.rarest[0]) && text.search(this.pattern) >= 0 : text.includes(this.words[0]);
  }

  /**
   * Whether each word is the beginning of one of the text's.
   * @param {string} text
   */
  isScattered(text) {
    return this.isLoose && this.rarest.every((word) => placeOfStart(text, word, 0) >= 0);
  }

  /**
   * Where the words stand as they are.
   * @param {string} text
   * @returns {Match[]}
   */
  phrases(text) {
    /** @type {Match[]} */
    const found = [];
    this.visit(text, (start, end) => found.push([start, end]));
    return found;
  }

  /**
   * Calls `visit` for each place where the words stand as they are, in the order of the text.
   * @param {string} text
   * @param {(start: number, end: number) => void} visit
   */
  visit(text, visit) {
    if (!this.pattern) visitWord(text, this.words[0], visit);
    else if (text.includes(this.rarest[0])) for (const { index, 0: words } of text.matchAll(this.pattern)) visit(index, index + words.length);
  }

  /**
   * Where words of the text begin with one of the query's, in the order of the text.
   * @param {string} text
   * @returns {Match[]}
   */
  starts(text) {
    const all = this.words.flatMap((word) => placesOf(text, word).filter(([start]) => isStart(text, start)));
    return all.sort(([one], [other]) => one - other).filter(([start], index, sorted) => !index || start >= sorted[index - 1][1]);
  }

  /**
   * What is to be marked in a text: the words as they stand, else each of them.
   * @param {string} text
   */
  marks(text) {
    const phrases = this.phrases(text);
    return phrases.length || !this.isLoose ? phrases : this.starts(text);
  }
}

/**
 * @param {string} text
 * @param {string} word
 * @returns {Match[]}
 */
function placesOf(text, word) {
  /** @type {Match[]} */
  const found = [];
  visitWord(text, word, (start, end) => found.push([start, end]));
  return found;
}

/**
 * @param {string} text
 * @param {string} word
 * @param {(start: number, end: number) => void} visit
 */
function visitWord(text, word, visit) {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) visit(at, at + word.length);
}

/**
 * The next place at which a word of the text begins with a word; -1 for none.
 * @param {string} text
 * @param {string} word
 * @param {number} from
 */
export function placeOfStart(text, word, from) {
  let at = text.indexOf(word, from);
  while (at >= 0 && !isStart(text, at)) at = text.indexOf(word, at + 1);
  return at;
}

/**
 * Whether a word begins at a place of a text.
 * @param {string} text
 * @param {number} at
 */
export function isStart(text, at) {
  return at === 0 || !LETTER.test(text[at - 1]);
}

/**
 * Whether a word ends at a place of a text.
 * @param {string} text
 * @param {number} at
 */
export function isEnd(text, at) {
  return at === text.length || !LETTER.test(text[at]);
}

/** @param {string} word */
function escaped(word) {
  return word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
