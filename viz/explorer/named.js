// Puts names to the ids in the data of a report, which has words only for what the report introduces itself.

/** @import { Chapter, Core, Field, Inferred, Named, Passage, ThingRecord } from "./data.js" */

export const NAMES = "en"; // the language of names for which the data give no other
const NOTHING = ["", "", ""];

/**
 * The report, with what each thing is called that it names; the ids of what is no item are taken out.
 * @param {Chapter} chapter
 * @param {Core} core
 * @returns {Chapter}
 */
export function named(chapter, core) {
  chapter.records.forEach((record) => nameRecord(record, core));
  chapter.inferred.forEach((one) => nameInferred(one, core));
  chapter.passages.forEach((passage) => nameVoice(passage, core));
  return chapter;
}

/**
 * @param {Inferred} inferred
 * @param {Core} core
 */
export function nameInferred({ subject, object }, core) {
  nameEnd(subject, core);
  nameEnd(object, core);
}

/**
 * @param {Named} end
 * @param {Core} core
 */
function nameEnd(end, core) {
  if (!end[1]) return;
  const { label, isItem } = known(end[1], core);
  end[0] = label;
  if (!isItem) end[1] = "";
}

/**
 * @param {ThingRecord} record
 * @param {Core} core
 */
function nameRecord(record, core) {
  record.fields.forEach((field) => nameValue(field, core));
  if (!record.id) return;
  const { label, kind, lang, isItem } = known(record.id, core);
  Object.assign(record, { label, kind }, lang ? { lang } : {}, isItem ? {} : { id: "" });
}

/**
 * @param {Field} field
 * @param {Core} core
 */
function nameValue(field, core) {
  if (!field[2]) return;
  const { label, lang, isItem } = known(field[2], core);
  field[1] = label;
  if (isItem) return;
  field[2] = "";
  field[4] = lang || NAMES;
}

/**
 * @param {Passage} passage
 * @param {Core} core
 */
function nameVoice(passage, core) {
  if (passage.by) passage.by = known(passage.by, core).label;
}

/**
 * What the page knows of an id; the language only where it is not that of most names.
 * @param {string} id
 * @param {Core} core
 * @returns {{ label: string, kind: string, lang?: string, isItem: boolean }}
 */
function known(id, { items, names }) {
  if (Object.hasOwn(items, id)) return { label: items[id].label, kind: items[id].kind, lang: items[id].lang, isItem: true };
  const [label, kind, lang] = Object.hasOwn(names, id) ? names[id] : NOTHING;
  return { label, kind, lang: lang === NAMES ? "" : lang, isItem: false };
}
