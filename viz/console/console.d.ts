/** What the page of the endpoint is given, and what its server answers. alliancegraph.viz.console.page and .links write it. */

import type { DiagramStyle } from "../shared/diagram/diagram.js";

export interface ConsoleData {
  questions: Record<string, Question>;
  /** Namespaces by prefix. */
  prefixes: Record<string, string>;
  /** How marks and lines look. */
  style: DiagramStyle;
  /** The groups of the things that columns name, by the columns' names without "Name" or "Number". */
  groups: Record<string, string>;
  telling: Telling;
  /** The rows that the page asks for at the most. */
  most: number;
}

export interface Question {
  title: string;
  /** In words; names of other questions stand in backquotes. */
  question: string;
  parameters: Parameter[];
}

export interface Parameter {
  name: string;
  /** The name as people read it. */
  title: string;
  /** Which values it takes. */
  type: string;
  help: string;
  example: string;
  required: boolean;
}

/** The columns that say of a row what its links rest on. */
export interface Telling {
  /** The column that says so in a word. */
  basis: string;
  /** Columns that are filled where a rule infers the link. */
  inferred: string[];
  /** Columns with the sentence. */
  quote: string[];
}

/** A term as SPARQL 1.1 Query Results JSON has it. */
export interface Term {
  type: "uri" | "bnode" | "literal";
  value: string;
  "xml:lang"?: string;
  datatype?: string;
}

export type Row = Record<string, Term | undefined>;

export interface Answer {
  columns: string[];
  rows: Row[];
  /** The titles of the columns, for people. */
  titles: Record<string, string>;
  /** Whether the rows are triples. */
  triples: boolean;
  /** The number of rows after which the server stopped; empty where it gave all. */
  cut: string;
}

/** The columns that are linked: a link for each row that has both ends, named by a third column, or by none. */
export interface Linked {
  from: string;
  to: string;
  by: string;
}

/** A value of a parameter, its words for people, other names by which it is found, and the thing's IRI. */
export interface Choice {
  value: string;
  label: string;
  names: string[];
  iri: string;
}

/** A class or a property of the vocabulary; `short` is its prefixed name. */
export interface Word {
  iri: string;
  kind: string;
  name: string;
  definition: string;
  short: string;
}

/** What the editor knows to offer. */
export interface Known {
  words: Word[];
  things: Choice[];
  prefixes: Record<string, string>;
}

/** What a query can go on with: what is shown of it, and what is written. */
export interface Offer {
  label: string;
  detail: string;
  type: string;
  apply: string;
  info?: string;
  names?: string[];
}

/** What is asked: a question of the library with its values, or else a query. */
export interface Asked {
  /** The name of the question; empty for a query of one's own. */
  question: string;
  values: Record<string, string>;
  sparql: string;
  /** Whether the answer is shown as a network. */
  asNetwork: boolean;
}

export interface Tab extends Asked {
  id: number;
  /** What the reader calls it; empty for nothing. */
  name: string;
  /** Columns that are not shown. */
  hidden: string[];
}

export interface Run extends Asked {
  /** What came of it, in words. */
  outcome: string;
  /** When, as ISO 8601. */
  at: string;
}
