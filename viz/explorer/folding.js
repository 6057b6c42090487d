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

/**
 * Whether one word becomes the other when at most one letter is put in, left out or changed, or two change places.
 * @param {string} one
 * @param {string} other
 */
export function isNear(one, other) {
  if (Math.abs(one.length - other.length) > 1) return false;
  const start = alike(one, other);
  const [left, right] = [one.slice(start), other.slice(start)];
  const end = alike([...left].reverse().join(""), [...right].reverse().join(""));
  const [rest, otherRest] = [left.slice(0, left.length - end), right.slice(0, right.length - end)];
  return Math.max(rest.length, otherRest.length) <= 1 || (rest.length === 2 && rest === [...otherRest].reverse().join(""));
}

/**
 * How many letters two words begin with alike.
 * @param {string} one
 * @param {string} other
 */
function alike(one, other) {
  const first = [...one].findIndex((letter, index) => letter !== other[index]);
  return first < 0 ? one.length : first;
}
