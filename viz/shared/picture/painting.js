// How a mark or a line looks, by what is chosen and on which scale it is seen.

import { NAME } from "./boxes.js";

/** @import { Dimmed, PictureEdge, PictureNode } from "../data.js" */

/** How a mark looks that stays in the background. @type {(node: PictureNode, isGoal: boolean, dimmed: Dimmed) => object} */
export function dimmedNode({ font }, isGoal, { fill, border, text }) {
  return { color: { background: fill, border }, font: { ...font, size: isGoal ? font.size : 0, color: text } };
}

/** How a mark looks with its whole name, in the size that this has in the picture. @type {(node: PictureNode) => object} */
export function wholeNode({ color, font, label, widthConstraint }) {
  return { color, label, font: { strokeWidth: 0, ...font }, widthConstraint };
}

/** How a mark looks on a small scale: with its brief name, legible, or with none. @type {(node: PictureNode, isNamed: boolean, scale: number) => object} */
export function smallNode({ color, font, brief }, isNamed, scale) {
  const legible = { ...font, size: isNamed ? NAME.size / scale : 0, strokeWidth: 3 / scale, strokeColor: "#ffffff" };
  return { color, label: brief, font: legible, widthConstraint: { maximum: NAME.width / scale } };
}

/**
 * How a line looks: as a chosen one, as one in the background, or as all where nothing is chosen.
 * @param {PictureEdge} edge
 * @param {{ hidden: boolean, chosen: boolean, background: string }} how the background is the colour of lines in it; empty where all stand out
 * @param {number} scale
 */
export function paintedEdge(edge, { hidden, chosen, background }, scale) {
  const width = chosen ? enlarged(0.6 * edge.width, edge.width, scale) : edge.width;
  const looks = { hidden, width, dashes: hidden ? edge.dashes : dashes(edge, scale) };
  if (chosen) return { ...looks, color: oneColour(edge.color, 1) };
  return { ...looks, color: background ? oneColour(background, 1) : oneColour(edge.color, 0.6) };
}

/**
 * Gaps and strokes that can be told apart on every scale.
 * @param {PictureEdge} edge
 * @param {number} scale
 */
function dashes(edge, scale) {
  return edge.dashes && edge.dashes.map((length) => enlarged(length, length, scale));
}

/**
 * A length of the picture, but at least so many pixels of the screen.
 * @param {number} pixels
 * @param {number} length
 * @param {number} scale
 */
function enlarged(pixels, length, scale) {
  return Math.max(length, pixels / scale);
}

/**
 * The same colour also while the edge is pointed at.
 * @param {string} color
 * @param {number} opacity
 */
function oneColour(color, opacity) {
  return { color, highlight: color, hover: color, opacity };
}
