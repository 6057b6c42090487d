// Which of the places with the words that are sought the reader is at, and links to the one before and the next.

import { focusable, make } from "../../shared/elements.js";
import { markings } from "../filters.js";
import { Hits } from "../hits.js";
import { foreign, link, page } from "../page.js";
import { Query } from "../query.js";
import { t } from "../words.js";

/** @import { Hit } from "../hits.js" */
/** @import { Reading } from "../reading.js" */
/** @typedef {{ before: Hit | undefined, current: Hit | undefined, next: Hit | undefined, number: number, all: number }} Stand */

/**
 * Where the address stands among the hits of what it looks for; undefined where it looks for nothing.
 * @param {Reading} reading
 * @param {number} passage that the address names; -1 for none
 * @returns {Stand | undefined}
 */
export function standOf(reading, passage) {
  const query = new Query(page.place.values.q ?? "");
  if (!query.words.length) return undefined;
  const hits = new Hits(reading, query).inOrder();
  const index = indexIn(hits, passage);
  const past = index < 0 ? hits.filter(({ at }) => at < placeIn(reading, passage)).length : index;
  return { before: hits[past - 1], current: hits[index], next: hits[index < 0 ? past : past + 1], number: index + 1, all: hits.length };
}

/**
 * The number of the hit that the address names, from 0, and of the first where it names none; -1 where it names what is no hit.
 * @param {Hit[]} hits
 * @param {number} passage
 */
function indexIn(hits, passage) {
  const { at, section } = page.place.values;
  if (at) return hits.findIndex(({ places }) => places.some(([start]) => start === Number(at)));
  return passage < 0 && !section ? 0 : hits.findIndex((hit) => hit.passage === passage && passage >= 0);
}

/**
 * Where in the text stands what the address names.
 * @param {Reading} reading
 * @param {number} passage
 */
function placeIn(reading, passage) {
  const { at, section = "" } = page.place.values;
  return Number(at ?? reading.passage(passage)?.start ?? reading.sections.get(section)?.body[0] ?? 0);
}

/**
 * The words sought, the place that is shown, and the way to the others.
 * @param {Reading} reading
 * @param {Stand} stand
 */
export function soughtPart(reading, { before, current, next, number, all }) {
  const { q } = page.place.values;
  const words = make("p", "", `${t("search")}: `, link([foreign(q, "")], "search", "", { q }));
  const count = make("p", "", current ? t("sought.place", { number, n: all }) : t("sought.all", { n: all }), ...(current ? whereOf(reading, current) : []));
  const ways = make("p", "steps", wayTo(reading, "sought.before", before), wayTo(reading, "sought.next", next));
  const part = make("nav", "sought", words, count, ways);
  part.setAttribute("aria-label", t("sought"));
  return part;
}

/**
 * The section and page of a hit, as far as they are known.
 * @param {Reading} reading
 * @param {Hit} hit
 */
function whereOf(reading, { at }) {
  const [section, number] = [reading.sectionAt(at), reading.pageAt(at)];
  return [section ? ` · ${t("section", { code: section.code })}` : "", number ? ` · ${t("page", { page: number })}` : ""];
}

/**
 * A link to a hit, words alone where there is none; it keeps the focus when it has been followed.
 * @param {Reading} reading
 * @param {string} name
 * @param {Hit | undefined} hit
 */
function wayTo(reading, name, hit) {
  const { q } = page.place.values;
  const found = hit ? link([t(name)], "text", reading.report.id, { ...markings(), q, at: String(hit.at) }) : focusable(make("span", "none", t(name)));
  found.dataset.filter = name;
  return found;
}
