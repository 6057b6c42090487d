// Quotation marks around words that may have some of their own.

const DOUBLE = /^["“”„«»]|["“”„«»]$/;

/**
 * The marks to stand around a text: single ones where it begins or ends with double ones, so that it stays as it is.
 * @param {string} text
 */
export function marksAround(text) {
  return DOUBLE.test(text) ? ["‘", "’"] : ["“", "”"];
}

/** @param {string} text */
export function quoted(text) {
  const [start, end] = marksAround(text);
  return `${start}${text}${end}`;
}
