// Shapes of marks, and ends of lines: each tells a group or a kind of line from the others without its colour.

/** @import { GroupLook, LineLook, Point } from "./diagram.js" */

const SPACE = "http://www.w3.org/2000/svg";
/** The shapes of style.yaml in a square of 24 units. @type {Record<string, string>} */
const SHAPES = {
  dot: "M3 12a9 9 0 1 1 18 0a9 9 0 1 1-18 0z",
  square: "M4 4h16v16H4z",
  triangle: "M12 3l10 18H2z",
  triangleDown: "M2 3h20L12 21z",
  diamond: "M12 1l10 11-10 11L2 12z",
  hexagon: "M7 3h10l6 9-6 9H7l-6-9z",
  box: "M1 6h22v12H1z",
};
/** The ends of lines of style.yaml, which point to the right, to 0 0. @type {Record<string, string>} */
const HEADS = {
  arrow: "M0 0l-9-4v8z",
  circle: "M0 0a3.5 3.5 0 1 0-7 0a3.5 3.5 0 1 0 7 0z",
  box: "M0-3.5v7h-7v-7z",
  bar: "M-1-5h-3v10h3z",
  vee: "M0 0l-9-4 4 4-4 4z",
  diamond: "M0 0l-5-4-5 4 5 4z",
};
/** What lines take from the group in which they are: the colour of their kind. */
export const INKED = { fill: "currentColor", stroke: "currentColor" };
const UNITS = 24;
const DASHES = "7 5";

/**
 * An SVG element with attributes, holding texts and elements.
 * @template {keyof SVGElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string | number | undefined>} attributes what is undefined is left out
 * @param {...(Node | string)} children
 * @returns {SVGElementTagNameMap[Tag]}
 */
export function draw(tag, attributes, ...children) {
  const element = /** @type {SVGElementTagNameMap[Tag]} */ (document.createElementNS(SPACE, tag));
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined) element.setAttribute(name, String(value));
  element.append(...children);
  return element;
}

/**
 * The shape of a group, so many pixels high.
 * @param {GroupLook} look
 * @param {Point} corner
 * @param {number} size
 */
export function shape({ shape: name, fill, border }, { x, y }, size) {
  const place = `translate(${x} ${y}) scale(${size / UNITS})`;
  return draw("path", { class: "shape", d: SHAPES[name] ?? SHAPES.box, transform: place, fill, color: border, stroke: "currentColor", "stroke-width": 2 });
}

/**
 * A line along a path.
 * @param {LineLook} look
 * @param {string} path
 */
export function stroke({ width, dashes }, path) {
  return draw("path", { d: path, fill: "none", "stroke-width": 0.6 * width, "stroke-dasharray": dashes ? DASHES : undefined });
}

/**
 * The end of a line; none where a kind of line has none.
 * @param {LineLook} look
 * @param {Point} tip
 * @param {number} way 1 where it points to the right, -1 where to the left
 */
export function head({ arrow }, { x, y }, way) {
  if (!HEADS[arrow]) return [];
  return [draw("path", { class: "head", d: HEADS[arrow], transform: `translate(${x} ${y}) scale(${way} 1)`, stroke: "none" })];
}
