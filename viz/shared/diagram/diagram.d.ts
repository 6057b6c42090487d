/** What a diagram is drawn from, and what is known of it while it is drawn. */

export interface Network {
  nodes: Mark[];
  links: Link[];
}

export interface Mark {
  id: string;
  label: string;
  /** The language of the label, where it is not that of the page. */
  lang?: string;
  /** A group of shared/style.yaml. */
  group: string;
  /** What it is, in words: "broadcaster"; that of its group where it is not given. */
  kind?: string;
  /** The same of many: "broadcasters". */
  kinds?: string;
  /** From left to right; chosen by the group where no mark has one. */
  column?: number;
  /** Those that this mark stands for; only crowds have them. */
  members?: Mark[];
}

export interface Link {
  from: string;
  to: string;
  words: string;
  /** A kind of line of shared/style.yaml. */
  line: string;
  /** Whether a sentence states it, a rule infers it, the form gives it, or a row of an answer has it without a sentence. */
  basis: "stated" | "inferred" | "structure" | "row";
  /** Whether it leads both ways; only links that were joined are. */
  mutual?: boolean;
}

/** How marks of a group look, as in shared/style.yaml. */
export interface GroupLook {
  /** Its place in the legend. */
  rank: number;
  words: string;
  many: string;
  shape: string;
  fill: string;
  border: string;
  text: string;
}

/** How a kind of line looks, as in shared/style.yaml. */
export interface LineLook {
  rank: number;
  words: string;
  colour: string;
  width: number;
  arrow: string;
  dashes: boolean;
}

export interface DiagramStyle {
  groups: Record<string, GroupLook>;
  /** The group of what is of no known one. */
  other: string;
  lines: Record<string, LineLook>;
}

export interface DiagramOptions {
  style: DiagramStyle;
  /** The address to which a mark leads. */
  href: (id: string) => string;
  /** The address to which a line leads; lines lead nowhere without it, and links of crowds never do. */
  lineHref?: (link: Link) => string;
  /** The chosen mark; empty for none. */
  chosen?: string;
  /** The room on the page, in pixels. */
  width?: number;
  /** The crowds that are open. */
  open?: Set<string>;
  /** A crowd is to be opened or closed: the page draws anew. Without it the diagram draws itself anew. */
  onOpen?: (crowd: string) => void;
  /** What a saved picture says of itself. */
  about?: About;
  /** Words in another language than English, in place of those of words.js. */
  words?: Partial<Words>;
}

export interface About {
  title: string;
  /** Where it is from, and of which date. */
  source: string;
}

export type Words = Record<string, string>;

/** The breadth of a text in pixels. */
export type Measure = (text: string) => number;

export interface Point {
  x: number;
  y: number;
}

/** A mark with the size that its name takes. */
export interface SizedMark {
  mark: Mark;
  /** The lines of its name. */
  lines: string[];
  width: number;
  height: number;
  /** Those of an open crowd, which stand in it. */
  members: SizedMark[];
}

/** A mark where it stands: x and y are its left upper corner. */
export interface PlacedMark extends SizedMark, Point {
  members: PlacedMark[];
}

/** What takes room in a column: a mark, or the free lane of a link that passes the column; y is its middle. */
export interface Item {
  id: string;
  column: number;
  height: number;
  y: number;
}

/** A link and what it passes, from its start to its end. */
export interface Strand {
  link: Link;
  way: Item[];
}

/** A link where it runs: from place to place, straight through columns and in curves between them. */
export interface Route {
  link: Link;
  /** The pieces of its way, of which each begins where the one before ends. */
  pieces: Piece[];
}

/** A straight piece where the bends are 0, else a curve that is level at both ends. */
export interface Piece {
  from: Point;
  to: Point;
  /** How far the two control points lie from the ends, in pixels to the right. */
  bends: [number, number];
}

export interface Layout {
  width: number;
  height: number;
  /** By column from left to right, in each from above. */
  columns: PlacedMark[][];
  routes: Route[];
}
