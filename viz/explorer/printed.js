// The lines of a text as they are printed: where a line ends because the paper does, and where because something else begins.

const WIDEST = 160; // letters of a printed line; a text with longer ones has a line for each paragraph
const USUAL = 0.9; // of the lines of a text are no longer than its width
const MARK = /^(?:[•▪◦●○*–—-]|\(?(?:\d{1,3}|[A-Za-z]|[ivx]{1,4})[.)])\s/; // with which an entry of a list begins
const COLUMNS = /\S(?:\t| {3,})\S/; // room between the columns of a table

/**
 * Where a line ends only because the next word had no room on it.
 * @param {string} text
 * @param {RegExp} ends what ends a line
 * @returns {Set<number>} the places of these ends
 */
export function softEnds(text, ends) {
  const lines = linesOf(text, ends);
  const width = widthOf(lines.map(({ words }) => words.trim().length).filter((length) => length > 0));
  const soft = lines.slice(0, -1).filter((line, index) => width <= WIDEST && goesOn(line.words.trim(), lines[index + 1].words.trimEnd(), width));
  return new Set(soft.map(({ end }) => end));
}

/**
 * @param {string} text
 * @param {RegExp} ends
 */
function linesOf(text, ends) {
  let start = 0;
  const found = [...text.matchAll(ends)].map((match) => {
    const line = { words: text.slice(start, match.index), end: match.index };
    start = match.index + match[0].length;
    return line;
  });
  return [...found, { words: text.slice(start), end: text.length }];
}

/** @param {number[]} lengths */
function widthOf(lengths) {
  const sorted = [...lengths].sort((one, other) => one - other);
  return sorted[Math.floor(USUAL * (sorted.length - 1))] ?? 0;
}

/**
 * Whether a line goes on in the next: its first word had no room on the line, or stands in the middle of a sentence.
 * @param {string} line
 * @param {string} next
 * @param {number} width
 */
function goesOn(line, next, width) {
  const [word] = next.split(/\s/, 1);
  if (!line || !word || MARK.test(next) || COLUMNS.test(line) || COLUMNS.test(next)) return false;
  return line.length + 1 + word.length > width || (isInSentence(line, next) && line.length > width / 2);
}

/**
 * @param {string} line
 * @param {string} next
 */
function isInSentence(line, next) {
  return line.endsWith(",") || (/^\p{Ll}/u.test(next) && !/[.!?:;]$/.test(line));
}
