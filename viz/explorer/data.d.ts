/**
 * What the scripts of the explorer are given. alliancegraph.viz.explorer.core and .chapter write it;
 * tests/test_viz_javascript.py holds what they write against it.
 */

import type { DiagramStyle } from "../shared/diagram/diagram.js";

/** A text, and the id of the item that it names; empty where it names none. */
export type Named = [text: string, id: string];

export interface Core {
  /** In the order of their names. */
  alliances: Alliance[];
  reports: Report[];
  items: Record<string, Item>;
  /** What reports name or quote that is no item, by id. */
  names: Record<string, Name>;
  groups: Record<string, string>;
  look: DiagramStyle;
  /** By the short name of the status, in the order of lists. */
  statuses: Record<string, { words: string; line: string }>;
  /** The statuses of what is open. */
  unfinished: string[];
  states: Record<string, string>;
  readings: Record<string, string>;
  kinds: Record<string, string>;
  /** Kinds that are looked for together, by a name for them. */
  families: Record<string, string[]>;
  landmarks: Landmarks;
  predicates: Record<string, string>;
  /** The titles of rules, by their short names. */
  rules: Record<string, string>;
  /** What is inferred without a sentence of a report. */
  inferred: Inferred[];
  /** The key of the words for a value that is a term of the vocabulary, by its property and its English text. */
  terms: Record<string, Record<string, string>>;
  /** How a record of a kind is told in one line, by language. */
  sentences: Record<string, Record<string, string[]>>;
  tables: Record<string, TableRule[]>;
  judgements: Judgement[];
  languages: Record<string, Record<string, string>>;
  stories: Story[];
}

export type Name = [label: string, kind: string, lang: string];

/** Those who report on one scheme of goals. */
export interface Alliance {
  id: string;
  label: string;
  short: string;
  targets: Target[];
}

export interface Goal {
  id: string;
  number: string;
  label: string;
  short: string;
}

export interface Target extends Goal {
  goals: Goal[];
}

/** A section of a form: its code, the id of its goal (empty outside the form), its state, how far it is read, and what is ticked. */
export type SectionState = [code: string, goal: string, state: string, reading: string, ticks: string];

export interface Report {
  id: string;
  label: string;
  member: string;
  year: number;
  /** The id of the alliance to which it is made. */
  alliance: string;
  reading: string;
  /** An ISO interval; empty if unknown. */
  asOf: string;
  sections: SectionState[];
}

export interface Item {
  label: string;
  kind: string;
  group: string;
  names: string[];
  /** The reports that speak of it, by number. */
  in: number[];
  number?: string;
  short?: string;
  /** The language of the name, where it is not English. */
  lang?: string;
  /** The articles and the law of which it is a provision, the nearest first. */
  within?: string[];
}

/** Records of these kinds make a table, with these properties as columns. */
export interface TableRule {
  id: string;
  kinds: string[];
  columns: string[];
}

/** Where the page's own words lead; words are given by the keys of the language. */
export interface Landmarks {
  /** The keys of the words by which each view is found. */
  views: Record<string, string[]>;
  parts: { view: string; part: string; words: string }[];
  /** The filters whose values are found, and the view that they narrow; of kinds those of items of a group. */
  filters: { view: string; filter: string; group?: string }[];
  /** The views in which an initiative can be chosen. */
  subjects: string[];
}

export interface Judgement {
  ends: Named[];
  verdict: string;
  words: string;
  reason: string;
  by: string;
}

/** The same words by language. */
export type Translated = Record<string, string>;

export interface Story {
  id: string;
  title: Translated;
  /** Items and reports that have to be on the page. */
  needs: string[];
  steps: { address: string; text: Translated }[];
}

/**
 * A report; offsets are in UTF-16 units of its text. As it is written, what it does not introduce itself has an id and no words:
 * `named.js` puts those in, and takes out the ids of what is no item.
 */
export interface Chapter {
  id: string;
  title: string;
  language: string;
  citation: string;
  text: string;
  sections: Section[];
  records: ThingRecord[];
  inferred: Inferred[];
  /** The id of each claim, and the number of its passage. */
  claims: [id: string, passage: number][];
  passages: Passage[];
}

export interface Section {
  code: string;
  goal: string;
  heading: [start: number, end: number];
  body: [start: number, end: number];
}

/** What claims state of one thing; the id is empty where the thing is no item of the page. */
export interface ThingRecord {
  id: string;
  kind: string;
  label: string;
  status: string;
  goals: string[];
  fields: Field[];
  /** The language of the label, where it is not English. */
  lang?: string;
}

/** A property, its value, the item that the value names, the number of the claim, and the language of what is neither item nor number. */
export type Field = [property: string, text: string, id: string, claim: number, lang?: string];

export interface Passage {
  section: string;
  start: number;
  end: number;
  page: string;
  quote: string;
  context: string;
  /** Who states it, unless it is the reporting member. */
  by: string;
}

export interface Inferred {
  subject: Named;
  predicate: string;
  object: Named;
  /** The rule's short name. */
  rule: string;
  reason: string;
  /** The numbers of the passages on which it rests. */
  passages: number[];
}
