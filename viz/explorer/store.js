// The data of the page: what it begins with, and the reports, each read when it is needed.

import { compare, group } from "../shared/collections.js";
import { folded, wordsOf } from "./folding.js";
import { named, nameInferred } from "./named.js";
import { Reading } from "./reading.js";

/** @import { Alliance, Core, Goal, Item, Report } from "./data.js" */
/** @import { Line } from "./reading.js" */

const TOGETHER = 8; // reports that are read at the same time

class Store {
  constructor() {
    /** @type {Core} */
    this.core = /** @type {Core} */ ({});
    /** @type {Map<string, Reading>} The reports that have been read, by id. */
    this.read = new Map();
    /** @type {Map<string, Promise<void>>} The reports that are read or being read, by id. */
    this.asked = new Map();
    /** @type {Set<Report>} The reports that could not be read when they were last asked for. */
    this.lost = new Set();
    /** @type {Map<string, string[]>} What items go by, folded, by id. */
    this.terms = new Map();
    /** @type {Map<string, { id: string }[]> | undefined} The provisions of each law, by its id. */
    this.provisions = undefined;
    /** @type {Map<string, Report[]> | undefined} The reports of each member. */
    this.byMember = undefined;
    /** @type {string[] | undefined} */
    this.sorted = undefined;
    /** @type {string[] | undefined} */
    this.foundWords = undefined;
    /** @type {Map<string, (text: string) => void>} Those that wait for a report. */
    this.waiting = new Map();
  }

  /** Reads what the page begins with. */
  async open() {
    this.core = await unpacked(document.getElementById("core")?.textContent ?? "");
    this.core.inferred.forEach((one) => nameInferred(one, this.core));
    Object.assign(window, { chapterOf: (/** @type {string} */ id, /** @type {string} */ text) => this.waiting.get(id)?.(text) });
  }

  /** @param {string} id */
  item(id) {
    return /** @type {Item | undefined} */ (Object.hasOwn(this.core.items, id) ? this.core.items[id] : undefined);
  }

  /** Whether the page has the goals of several alliances, which are then told apart. */
  get isMerged() {
    return this.core.alliances.length > 1;
  }

  /**
   * The alliance of a goal or target; undefined of anything else.
   * @param {string} id
   */
  allianceOf(id) {
    return this.core.alliances.find(({ targets }) => targets.some((target) => target.id === id || target.goals.some((goal) => goal.id === id)));
  }

  /**
   * What tells a goal from those of other alliances, to stand after its name; nothing where there is one alliance only.
   * @param {string} id
   */
  whose(id) {
    const alliance = this.isMerged ? this.allianceOf(id) : undefined;
    return alliance ? ` · ${alliance.short}` : "";
  }

  /**
   * What an item goes by, folded: its name, number and short name, then its other names.
   * @param {string} id
   */
  termsOf(id) {
    const { label, number = "", short = "", names } = this.core.items[id];
    const terms = this.terms.get(id) ?? [label, number, short, ...names].map(folded);
    this.terms.set(id, terms);
    return terms;
  }

  /** What a search looks through besides the reports; it is made once. */
  searchable() {
    return [this.alphabet.map((id) => this.termsOf(id)), this.nameWords];
  }

  /** The ids of the items in the order of the alphabet. */
  get alphabet() {
    this.sorted ??= Object.entries(this.core.items).sort(([, one], [, other]) => compare(one.label, other.label)).map(([id]) => id);
    return this.sorted;
  }

  /** The words of the items' names, each once, folded. */
  get nameWords() {
    this.foundWords ??= [...new Set(Object.keys(this.core.items).flatMap((id) => wordsOf(this.termsOf(id)[0])))];
    return this.foundWords;
  }

  /**
   * The provisions of an act or article, however deep, as far as they are on the page.
   * @param {string} law
   */
  provisionsOf(law) {
    this.provisions ??= group(Object.entries(this.core.items).flatMap(([id, { within = [] }]) => within.map((one) => ({ id, one }))), ({ one }) => one);
    return (this.provisions.get(law) ?? []).map(({ id }) => id);
  }

  /**
   * What is inferred of an item without a sentence of a report.
   * @param {string} id
   */
  inferredAbout(id) {
    return this.core.inferred.filter(({ subject, object }) => subject[1] === id || object[1] === id);
  }

  /**
   * The later reports of the same member to the same alliance, which may come back to what this one promises.
   * @param {Report} report
   */
  laterThan({ member, alliance, year }) {
    this.byMember ??= group(this.core.reports, (report) => report.member);
    return (this.byMember.get(member) ?? []).filter((later) => later.alliance === alliance && later.year > year);
  }

  /**
   * The statuses of what lines say, in the order of lists; those that no file gives words for come last.
   * @param {Line[]} lines
   */
  statusesOf(lines) {
    const there = new Set(lines.map(({ record }) => record.status).filter(Boolean));
    return [...new Set([...Object.keys(this.core.statuses), ...there])].filter((status) => there.has(status));
  }

  /**
   * Those reports, in the order of the page, without those that cannot be read.
   * @param {Report[]} reports
   * @param {(done: number) => void} progress
   * @returns {Promise<Reading[]>}
   */
  async chapters(reports, progress = () => {}) {
    const missing = reports.filter(({ id }) => !this.read.has(id));
    for (let done = 0; done < missing.length; done += TOGETHER) {
      progress(done / missing.length);
      await Promise.all(missing.slice(done, done + TOGETHER).map((report) => this.chapter(report).catch(() => {})));
    }
    return reports.flatMap(({ id }) => this.read.get(id) ?? []);
  }

  /**
   * Reads a report once, however often it is asked for meanwhile; what has failed can be asked for again.
   * @param {Report} report
   */
  chapter(report) {
    const asked = this.asked.get(report.id) ?? this.taken(report).catch((error) => {
      this.asked.delete(report.id);
      this.lost.add(report);
      throw error;
    });
    this.asked.set(report.id, asked);
    return asked;
  }

  /** @param {Report} report */
  async taken(report) {
    const inline = document.getElementById(`chapter-${report.id}`);
    const text = inline ? inline.textContent ?? "" : await this.sent(report.id);
    this.read.set(report.id, new Reading(named(await unpacked(text), this.core), report));
    this.lost.delete(report);
  }

  /**
   * The text of a report that stands in a file of its own beside the page; an error where the file is not there or hands over nothing.
   * @param {string} id
   * @returns {Promise<string>}
   */
  sent(id) {
    return new Promise((resolve, reject) => {
      this.waiting.set(id, resolve);
      const script = document.createElement("script");
      script.src = fileOf(encodeURIComponent(id));
      script.onerror = script.onload = () => reject(new Error(fileOf(id)));
      document.head.append(script);
    });
  }
}

export const store = new Store();

/**
 * The file of a report of which the text does not stand in the page.
 * @param {string} id
 */
export function fileOf(id) {
  return `${document.body.dataset.folder}/${id}.js`;
}

/**
 * The goals of an alliance, in order.
 * @param {Pick<Alliance, "targets">} alliance
 * @returns {Goal[]}
 */
export function goalsIn({ targets }) {
  return targets.flatMap((target) => target.goals);
}

/**
 * What was packed as JSON, gzip and base64.
 * @param {string} text
 */
async function unpacked(text) {
  const bytes = Uint8Array.from(atob(text.trim()), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return JSON.parse(await new Response(stream).text());
}
