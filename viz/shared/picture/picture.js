// The picture: what stands out in it, and how much of it is seen.

import { at, field } from "../elements.js";
import { content } from "../given.js";
import { isChosen, selected, state } from "../state.js";
import { around, boxAround, NAME, nameBox, withRoom } from "./boxes.js";
import { dimmedNode, paintedEdge, smallNode, wholeNode } from "./painting.js";

/** @import { PictureEdge, PictureNode } from "../data.js" */

const READABLE = 0.7; // the scale from which on names are legible in the size that they have in the picture
const LEAST = 0.02; // the smallest scale, for a picture that has no room on the page

const { nodes: marks, edges: lines } = content.data.picture;
/** How each node and edge was last painted, as text. @type {Map<vis.Id, string>} */
const painted = new Map();
const drawn = new Map(marks.map((node) => [node.id, node]));
const nodes = new vis.DataSet(marks);
const edges = new vis.DataSet(lines.map((edge, index) => ({ ...edge, id: index })));
let isPainting = false;

export const network = new vis.Network(at("network"), { nodes, edges }, {
  physics: false,
  layout: { improvedLayout: false },
  interaction: { hover: true, tooltipDelay: 150, selectConnectedEdges: false },
  nodes: { borderWidth: 2, borderWidthSelected: 4, scaling: { label: { drawThreshold: 9 } } },
  edges: { selectionWidth: 0, hoverWidth: 0, arrowStrikethrough: false },
});

/** Shows what is chosen: in the room that the picture has now, with or without the advice above it. */
export function showChosen() {
  network.selectNodes(state.chosen);
  at("advice").hidden = isChosen();
  network.setSize("100%", "100%");
  fit([...(isChosen() ? standingOut() ?? [] : drawn.keys())]);
  paint();
}

export function showWhole() {
  fit([...drawn.keys()]);
  paint();
}

/** @param {number} factor */
export function zoom(factor) {
  network.moveTo({ scale: network.getScale() * factor });
  paint();
}

/**
 * The ends of a line.
 * @param {vis.Id} line
 */
export function endsOf(line) {
  const edge = edges.get(line);
  return edge ? [edge.from, edge.to] : [];
}

/** Paint once before the screen is next drawn, however often the picture moves. */
export function paintSoon() {
  if (isPainting) return;
  isPainting = true;
  requestAnimationFrame(() => {
    isPainting = false;
    paint();
  });
}

export function paint() {
  const shown = standingOut();
  const scale = network.getScale();
  const named = scale < READABLE ? roomForNames(shown, scale) : null;
  const pairs = new Set(serving().map(({ subject, object }) => pairOf(subject, object)));
  const background = shown ? content.data.dimmed.line : "";
  nodes.update(changed(marks.map((node) => ({ id: node.id, ...paintedNode(node, shown, named, scale) }))));
  edges.update(changed(lines.map((edge, id) => ({ id, ...paintedEdge(edge, { ...standing(edge, pairs), background }, scale) }))));
}

/**
 * Those that are to look unlike before; a large picture is slow to paint anew.
 * @template {{ id: vis.Id }} Look
 * @param {Look[]} looks
 */
function changed(looks) {
  return looks.filter((look) => {
    const text = JSON.stringify(look);
    const differs = painted.get(look.id) !== text;
    painted.set(look.id, text);
    return differs;
  });
}

/** What stands out: the ends of a line, the selected item and its neighbours, what the search finds; null when all do. */
function standingOut() {
  if (selected()) return new Set([selected(), ...network.getConnectedNodes(selected()), ...servants()]);
  if (isChosen()) return new Set(state.chosen);
  return state.query ? new Set(content.itemIds.filter((id) => state.found.has(id))) : null;
}

/** The stated facts that serve the selected goal. */
function serving() {
  return content.factsOf(selected(), "stated").filter((fact) => fact.serves.includes(selected()));
}

function servants() {
  return serving().flatMap((fact) => [fact.subject, fact.object]).filter(Boolean);
}

/**
 * @param {string} from
 * @param {string} to
 */
function pairOf(from, to) {
  return `${from} ${to}`;
}

/**
 * @param {PictureNode} node
 * @param {Set<string> | null} shown
 * @param {Set<string> | null} named
 * @param {number} scale
 */
function paintedNode(node, shown, named, scale) {
  const isGoal = content.isGoal(node.id);
  if (shown && !shown.has(node.id)) return dimmedNode(node, isGoal, content.data.dimmed);
  return isGoal || !named ? wholeNode(node) : smallNode(node, named.has(node.id), scale);
}

/**
 * Whether a line is chosen, and whether it is drawn at all.
 * @param {PictureEdge} edge
 * @param {Set<string>} pairs
 */
function standing({ from, to, inferred }, pairs) {
  const ends = [from, to];
  const own = selected() ? ends.includes(selected()) : isChosen() && ends.every((end) => state.chosen.includes(end));
  return { chosen: own || (!inferred && pairs.has(pairOf(from, to))), hidden: inferred && !own && !field("inferred").checked };
}

/**
 * The items whose names can stand on the screen without covering each other or a goal; where all are shown, no mark.
 * @param {Set<string> | null} shown
 * @param {number} scale
 * @returns {Set<string>}
 */
function roomForNames(shown, scale) {
  if (!shown && scale < READABLE / 2) return new Set();
  const ids = [...(shown ?? drawn.keys())];
  const places = network.getPositions(ids);
  const taken = ids.filter((id) => content.isGoal(id) || !shown).map((id) => markBox(id, places[id], scale));
  const [first, others] = [ids.filter((id) => id === selected()), ids.filter((id) => id !== selected())];
  const boxes = [...first, ...others].filter((id) => !content.isGoal(id)).map((id) => boxOfName(id, places[id], scale));
  const { clientWidth: width, clientHeight: height } = at("network");
  return withRoom(boxes, taken, { width, height });
}

/**
 * @param {string} id
 * @param {vis.Place} place
 * @param {number} scale
 * @returns {[string, import("./boxes.js").Box]}
 */
function boxOfName(id, place, scale) {
  const { brief, size = 0 } = markOf(id);
  return [id, nameBox(brief, network.canvasToDOM(place), size * scale)];
}

/**
 * @param {string} id
 * @param {vis.Place} place
 * @param {number} scale
 */
function markBox(id, place, scale) {
  const { halfWidth, halfHeight } = halves(markOf(id));
  return boxAround(network.canvasToDOM(place), halfWidth * scale, halfHeight * scale);
}

/**
 * Half of what a mark takes in the picture, without its name.
 * @param {PictureNode} node
 */
function halves({ size = 0, widthConstraint, heightConstraint }) {
  const box = { halfWidth: (widthConstraint.minimum ?? 0) / 2, halfHeight: (heightConstraint?.minimum ?? 0) / 2 };
  return heightConstraint ? box : { halfWidth: size, halfHeight: size };
}

/** @param {string} id */
function markOf(id) {
  const mark = drawn.get(id);
  if (!mark) throw new Error(`the picture has no mark '${id}'`);
  return mark;
}

/**
 * Show these items as large as they go, with room for the names at the edges.
 * @param {string[]} ids
 */
function fit(ids) {
  if (!ids.length) return;
  const { left, right, top, bottom } = around(ids.map((id) => extent(markOf(id))));
  const { clientWidth, clientHeight } = at("network");
  const wide = (clientWidth - NAME.width) / (right - left);
  const high = (clientHeight - 5 * NAME.line) / (bottom - top);
  const scale = Math.max(LEAST, Math.min(wide, high, 1));
  network.moveTo({ scale, position: { x: (left + right) / 2, y: (top + bottom) / 2 + NAME.line / scale } });
}

/** @param {PictureNode} node */
function extent(node) {
  const { halfWidth, halfHeight } = halves(node);
  return boxAround(node, halfWidth, halfHeight);
}
