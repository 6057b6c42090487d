// The whole answer as a file, and its network as a picture.

import { pngBlob, svgBlob } from "../shared/diagram/saving.js";
import { at } from "../shared/elements.js";
import { save } from "../shared/saving.js";
import { fileName, askedName } from "./asked.js";
import { data } from "./given.js";
import { good, post } from "./results.js";

/** @import { Asked } from "./console.js" */

/** The formats that the server writes, by the endings of files; a picture is made here, and a workbook by a path of its own. */
/** @type {Record<string, string>} */
const MEDIA_TYPES = {
  csv: "text/csv",
  tsv: "text/tab-separated-values",
  json: "application/sparql-results+json",
  ttl: "text/turtle",
};
const OF_ROWS = ["csv", "tsv", "xlsx", "json"];
const OF_TRIPLES = ["ttl"];
const OF_PICTURES = ["svg", "png"];

/** The buttons that save, each with the ending of its file. @returns {Iterable<HTMLElement>} */
export function savers() {
  return document.querySelectorAll("[data-save]");
}

/**
 * Offers the formats that hold such an answer; those of pictures where a picture is shown.
 * @param {boolean} triples
 */
export function offerFormats(triples) {
  const offered = [...(triples ? OF_TRIPLES : OF_ROWS), ...(drawn() ? OF_PICTURES : [])];
  for (const button of savers()) button.hidden = !offered.includes(button.dataset.save ?? "");
}

/**
 * @param {Asked} asked what was asked; `sparql` is the query that was run
 * @param {string} name what the reader calls it; empty for nothing
 * @param {string} ending
 */
export async function saveAnswer(asked, name, ending) {
  Object.assign(drawn()?.dataset ?? {}, { title: name || askedName(asked, data.questions), source: at("reports").innerText });
  save(await content(asked, ending), `${fileName(asked, name)}.${ending}`);
}

/**
 * @param {Asked} asked
 * @param {string} ending
 * @returns {Promise<Blob>}
 */
async function content({ question, values, sparql }, ending) {
  if (OF_PICTURES.includes(ending)) return picture(ending);
  if (ending !== "xlsx") return (await post("sparql", { query: sparql }, { Accept: MEDIA_TYPES[ending] })).blob();
  return (await (question ? fetch(addressOf({ question, values, sparql }, ending)).then(good) : post(`query.${ending}`, { query: sparql }, {}))).blob();
}

/**
 * The address at which programs find what answers this, now and after the next build.
 * @param {Pick<Asked, "question" | "values" | "sparql">} asked
 * @param {string} ending of the file
 */
export function addressOf({ question, values, sparql }, ending) {
  const given = Object.entries(values).filter(([, value]) => value);
  return question ? `answers/${question}.${ending}?${new URLSearchParams(given)}` : `query.${ending}?${new URLSearchParams({ query: sparql })}`;
}

/** The drawing of the network that is shown; null where there is none. @returns {HTMLElement | null} */
function drawn() {
  return at("picture").hidden ? null : at("network").querySelector("figure");
}

/** @param {string} ending */
async function picture(ending) {
  const figure = drawn();
  if (!figure) throw new Error("no network is shown");
  return ending === "png" ? pngBlob(figure) : svgBlob(figure);
}
