// Copying: what a button gives the clipboard, and what the page says of it.

import { at, makeButton } from "../../shared/elements.js";
import { t } from "../words.js";

/**
 * A button that copies a text.
 * @param {string} words
 * @param {() => string} textOf
 */
export function copyButton(words, textOf) {
  return makeButton("copy", words, async () => {
    await copy(textOf());
    say(t("copied"));
  });
}

/** @param {string} text */
async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    copyBySelection(text);
  }
}

/**
 * For browsers that keep the clipboard from pages opened from disk.
 * @param {string} text
 */
function copyBySelection(text) {
  const field = document.createElement("textarea");
  const focused = /** @type {HTMLElement | null} */ (document.activeElement);
  field.value = text;
  document.body.append(field);
  field.select();
  document.execCommand("copy");
  field.remove();
  focused?.focus();
}

/**
 * Tells all readers something, those who hear the page, too.
 * @param {string} text
 */
export function say(text) {
  at("status").textContent = text;
}
