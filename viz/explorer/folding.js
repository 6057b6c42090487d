// Folding: letters without case and accents, one for one, so that places in the folded text are places in the text.

/**
 * The text in lower case and without accents; each unit stays one unit.
 * @param {string} text
 */
export function folded(text) {
  const lower = text.toLowerCase();
  const start = lower.length === text.length ? lower : [...text].map(foldedLetter).join("");
  return start.replace(/[^\u0000-\u007f]+/gu, (run) => [...run].map(foldedLetter).join(""));
}

/** @param {string} letter */
function foldedLetter(letter) {
  const plain = letter.normalize("NFD").replace(/\p{M}+/gu, "").toLowerCase();
  return plain.length === letter.length ? plain : letter;
}

/** @param {string} text */
export function wordsOf(text) {
  return text.split(/[^\p{L}\p{N}]+/u);
}

/**
 * Whether one word becomes the other when at most one letter is put in, left out or changed, or two change places.
 * @param {string} one
 * @param {string} other
 */
export function isNear(one, other) {
  if (Math.abs(one.length - other.length) > 1) return false;
  const start = alike(one, other);
  const end = Math.min(alikeAtEnd(one, other), Math.min(one.length, other.length) - start);
  const [rest, otherRest] = [one.slice(start, one.length - end), other.slice(start, other.length - end)];
  return Math.max(rest.length, otherRest.length) <= 1 || (otherRest.length === 2 && rest === otherRest[1] + otherRest[0]);
}

/**
 * How many units two words begin with alike.
 * @param {string} one
 * @param {string} other
 */
function alike(one, other) {
  let count = 0;
  while (count < one.length && one[count] === other[count]) count += 1;
  return count;
}

/**
 * How many units two words end with alike.
 * @param {string} one
 * @param {string} other
 */
function alikeAtEnd(one, other) {
  let count = 0;
  while (count < one.length && one.at(-1 - count) === other.at(-1 - count)) count += 1;
  return count;
}
