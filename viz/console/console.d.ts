/** What the page of the endpoint is given, and what its server answers. alliancegraph.viz.console.page and .links write it. */

export interface ConsoleData {
  questions: Record<string, Question>;
  /** Namespaces by prefix. */
  prefixes: Record<string, string>;
  /** How the items at either end of a link look. */
  looks: { from: Look; to: Look };
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

export interface Look {
  words: string;
  shape: string;
  fill: string;
  border: string;
  text: string;
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
