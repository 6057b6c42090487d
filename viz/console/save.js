// The whole answer as a file.

import { make } from "../shared/elements.js";
import { post } from "./results.js";

const TURTLE = "text/turtle";
/** @type {Record<string, string>} */
const ENDINGS = { "text/csv": "csv", "application/sparql-results+json": "json", [TURTLE]: "ttl" };

/** The buttons that save, each with its media type. @returns {Iterable<HTMLElement>} */
export function savers() {
  return document.querySelectorAll("[data-save]");
}

/**
 * Offers the formats that hold such an answer.
 * @param {boolean} triples
 */
export function offerFormats(triples) {
  for (const button of savers()) button.hidden = (button.dataset.save === TURTLE) !== triples;
}

/**
 * @param {string} sparql
 * @param {string} mediaType
 */
export async function save(sparql, mediaType) {
  const response = await post("sparql", { query: sparql }, { Accept: mediaType });
  const link = make("a", "");
  link.href = URL.createObjectURL(await response.blob());
  link.download = `answer.${ENDINGS[mediaType]}`;
  link.click();
  URL.revokeObjectURL(link.href);
}
