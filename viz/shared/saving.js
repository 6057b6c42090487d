// Saving: files that a page makes itself.

import { make } from "./elements.js";

const LONGEST = 60; // characters of a name

/**
 * Saves a file.
 * @param {Blob} blob
 * @param {string} name
 */
export function save(blob, name) {
  const link = make("a", "");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

/**
 * The name of a file, without its ending, made of words.
 * @param {string} words
 */
export function fileNameOf(words) {
  return words.normalize("NFC").replace(/[^\p{L}\p{M}\p{N}.]+/gu, "-").replace(/^[-.]+|[-.]+$/g, "").slice(0, LONGEST) || "answer";
}
