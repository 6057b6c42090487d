// Saving: files that a page makes itself.

import { makeButton } from "../../shared/elements.js";
import { save } from "../../shared/saving.js";
import { t } from "../words.js";
import { say } from "./copying.js";

/**
 * A button that saves a file.
 * @param {string} words
 * @param {string} name
 * @param {() => Blob | Promise<Blob>} blobOf
 */
export function saveButton(words, name, blobOf) {
  const button = makeButton("save", words, async () => {
    save(await blobOf(), name.replace(/[^\p{L}\p{N}.-]+/gu, "-"));
    say(t("saved", { name }));
  });
  button.setAttribute("aria-label", t("save.as", { kind: words, name }));
  return button;
}

/**
 * The rows as CSV (RFC 4180), with the mark by which spreadsheets know UTF-8; no cell begins as a formula does.
 * @param {string[][]} rows
 */
export function csv(rows) {
  return `\ufeff${rows.map((row) => row.map(csvCell).join(",")).join("\r\n")}\r\n`;
}

/** @param {string} text */
function csvCell(text) {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
