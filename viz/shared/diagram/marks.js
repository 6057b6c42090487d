// Marks as boxes with their whole names, each a link; a crowd is a button.

import { draw, shape } from "./shapes.js";
import { headHeight, ICON, PAD } from "./sizes.js";
import { TEXT } from "./text.js";

/** @import { DiagramOptions, GroupLook, PlacedMark } from "./diagram.js" */

/** @typedef {{ options: DiagramOptions, nameOf: (placed: PlacedMark) => string }} How */

const FILLED = "box"; // the shape of marks whose whole box has the colour of their group
const PAPER = "#ffffff";

/**
 * A mark, and after it those of an open crowd.
 * @param {PlacedMark} placed
 * @param {How} how
 * @returns {SVGElement[]}
 */
export function drawnMark(placed, how) {
  return [placed.mark.members ? crowd(placed, how) : single(placed, how), ...placed.members.flatMap((member) => drawnMark(member, how))];
}

/**
 * The look of a group, or that of other things.
 * @param {DiagramOptions} options
 * @param {string} group
 */
export function lookOf({ style }, group) {
  return style.groups[group] ?? style.groups[style.other];
}

/**
 * @param {PlacedMark} placed
 * @param {How} how
 */
function single(placed, how) {
  const { options, nameOf } = how;
  const { id } = placed.mark;
  const isChosen = id === options.chosen;
  return draw("a", {
    class: isChosen ? "mark chosen" : "mark", href: options.href(id), tabindex: -1, "data-mark": id,
    "aria-label": nameOf(placed), "aria-current": isChosen ? "true" : undefined,
  }, ...box(placed, options));
}

/**
 * @param {PlacedMark} placed
 * @param {How} how
 */
function crowd(placed, { options, nameOf }) {
  const isOpen = placed.members.length > 0;
  return draw("g", {
    class: "mark crowd", role: "button", tabindex: -1, "data-mark": placed.mark.id,
    "aria-label": nameOf(placed), "aria-expanded": String(isOpen),
  }, ...box(placed, options), sign(placed, isOpen, lookOf(options, placed.mark.group)));
}

/**
 * @param {PlacedMark} placed
 * @param {DiagramOptions} options
 * @returns {SVGElement[]}
 */
function box(placed, options) {
  const look = lookOf(options, placed.mark.group);
  const { x, y, width, height } = placed;
  const isFilled = look.shape === FILLED;
  const rect = draw("rect", {
    class: isFilled ? "box filled" : "box", x, y, width, height, rx: 5, fill: isFilled ? look.fill : PAPER,
    color: look.border, stroke: "currentColor", "stroke-width": placed.mark.id === options.chosen ? 4 : 1.5,
  });
  const middle = y + headOf(placed) / 2;
  return [rect, ...icon(look, { x: x + PAD, y: middle - ICON / 2 }, isFilled), name(placed, look, middle)];
}

/** The height of the part of a box that has its name. @param {PlacedMark} placed */
function headOf({ lines, members, height }) {
  return members.length ? headHeight(lines) : height;
}

/**
 * @param {GroupLook} look
 * @param {{ x: number, y: number }} corner
 * @param {boolean} isFilled
 */
function icon(look, corner, isFilled) {
  return isFilled ? [] : [shape(look, corner, ICON)];
}

/**
 * The name on its lines around that height.
 * @param {PlacedMark} placed
 * @param {GroupLook} look
 * @param {number} middle
 */
function name({ mark, x, lines }, look, middle) {
  const isFilled = look.shape === FILLED;
  const left = x + PAD + (isFilled ? 0 : ICON + PAD);
  const first = middle - (lines.length * TEXT.line) / 2 + TEXT.size;
  const parts = lines.map((line, index) => draw("tspan", { x: left, y: first + index * TEXT.line }, line));
  return draw("text", { class: isFilled ? "filled" : undefined, fill: look.text, lang: mark.members ? undefined : mark.lang }, ...parts);
}

/**
 * A plus on what opens, a minus on what closes.
 * @param {PlacedMark} placed
 * @param {boolean} isOpen
 * @param {GroupLook} look
 */
function sign(placed, isOpen, look) {
  const [x, y] = [placed.x + placed.width - PAD - ICON / 2, placed.y + headOf(placed) / 2];
  const path = `M${x - 5} ${y}h10${isOpen ? "" : `M${x} ${y - 5}v10`}`;
  return draw("path", { class: look.shape === FILLED ? "sign filled" : "sign", d: path, fill: "none", stroke: look.text, "stroke-width": 2 });
}
