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
