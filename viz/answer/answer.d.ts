/** What the script of an answer's page is given. alliancegraph.viz.answer.page writes it; tests/test_viz_javascript.py holds it against this. */

import type { About, DiagramStyle, Link } from "../shared/diagram/diagram.js";

export interface AnswerData {
  items: Record<string, Item>;
  facts: Fact[];
  evidence: Evidence;
  style: DiagramStyle;
  about: About;
}

export interface Item {
  label: string;
  group: string;
  /** In plain words; empty where it is not known. */
  kind: string;
  /** The same of many. */
  kinds: string;
}

/** What the rows of an answer say of two items, or that an item stands in a row. */
export interface Fact {
  /** The id of an item. */
  subject: string;
  words: string;
  /** The id of an item; empty for what is none. */
  object: string;
  /** The words of what is no item; empty else. */
  text: string;
  /** In plain words; empty for what has none. */
  status: string;
  basis: Link["basis"];
  rule: string;
  /** The sort of line that shows it. */
  line: string;
  /** The rows that say so. */
  rows: string[];
  /** What else these rows say. */
  more: string[];
}

/** The sentences, each once, and for each row that has one its place among them. */
export interface Evidence {
  passages: Passage[];
  rows: Record<string, number>;
}

export interface Passage {
  quote: string;
  report: string;
  section: string;
}
