/**
 * What the script of an explorer or of an answer is given. alliancegraph.viz.explorer.page and alliancegraph.viz.answer.page
 * write it; tests/test_viz_javascript.py holds what they write against it.
 */

/** Whether a sentence states a link, a rule infers it, the form gives it, or a row of an answer has it without a sentence. */
export type Basis = "stated" | "inferred" | "structure" | "row";

export interface PageData {
  items: Record<string, Item>;
  facts: Fact[];
  evidence: Evidence;
  targets: Target[];
  judgements: Judgement[];
  /** The statuses of the list "Not finished", in its order. */
  unfinished: string[];
  reports: Report[];
  /** Whether there are several reports, so that each has to be named. */
  several: boolean;
  picture: { nodes: PictureNode[]; edges: PictureEdge[] };
  /** The words of each group of items, in the order of the legend. */
  groups: Record<string, string>;
  dimmed: Dimmed;
}

export interface Item {
  label: string;
  names: string[];
  kind: string;
  group: string;
  number: string;
  short: string;
}

/** One end of a fact; the id is empty where the page has no such item. */
export interface End {
  id: string;
  label: string;
}

export interface Fact {
  subject: string;
  subjectLabel: string;
  words: string;
  object: string;
  objectLabel: string;
  /** In plain words; empty for what has none. */
  status: string;
  /** The short name of the status, by which a search finds it. */
  statusName: string;
  basis: Basis;
  rule: string;
  claims: string[];
  /** The ids of the goals that it serves. */
  serves: string[];
  laws: End[];
  period: string;
  /** The sort of line that shows it. */
  line: string;
  /** The numbers of the goals that it serves, with commas. */
  goal: string;
  representatives?: string;
  /** What else the rows of an answer say that state it. */
  more?: string[];
}

/** The sentences, each once, and for each claim the place of its sentence among them. */
export interface Evidence {
  passages: Passage[];
  claims: Record<string, number>;
}

/** Offsets are in characters of the report's text; an answer has none. */
export interface Passage {
  quote: string;
  report: string;
  section: string;
  start?: number;
  end?: number;
  context?: string;
}

interface Heading {
  id: string;
  number: string;
  label: string;
  short: string;
}

/** A target with its goals; a goal without a target is a group of its own. */
export interface Target extends Heading {
  goals: Goal[];
}

export interface Goal extends Heading {
  sections: Section[];
  statuses: ByStatus[];
}

export interface Section {
  report: string;
  section: string;
  blank: boolean;
  /** Its state in words. */
  words: string;
  /** How far it is read, in words; empty where it is. */
  unread: string;
}

export interface ByStatus {
  words: string;
  actors: Actor[];
  crowds: Crowd[];
}

export interface Actor extends End {
  through: Deed[];
}

/** Many actors in the same role of one initiative. */
export interface Crowd extends Deed {
  actors: Actor[];
}

export interface Deed extends End {
  role: string;
  section: string;
  report: string;
  period: string;
}

export interface Judgement {
  ends: End[];
  words: string;
  reason: string;
  by: string;
}

export interface Report {
  label: string;
  reading: string;
  as_of: string;
}

export interface PictureNode {
  id: string;
  x: number;
  y: number;
  label: string;
  brief: string;
  title: string;
  shape: string;
  color: object;
  font: { color: string; size: number; face: string };
  size?: number;
  widthConstraint: { minimum?: number; maximum: number };
  heightConstraint?: { minimum: number };
  scaling?: object;
}

export interface PictureEdge {
  from: string;
  to: string;
  title: string;
  inferred: boolean;
  color: string;
  width: number;
  dashes: false | number[];
  arrows: object;
  smooth: object | false;
}

export interface Dimmed {
  fill: string;
  border: string;
  text: string;
  line: string;
}
