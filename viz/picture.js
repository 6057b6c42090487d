// The picture: what is drawn how, and how much of it is seen.

const LEAST = 0.02; // the smallest scale, for a picture that has no room on the page

const painted = new Map(); // how each node and edge was last painted, as text
const drawn = new Map(data.picture.nodes.map((node) => [node.id, node]));
const nodes = new vis.DataSet(data.picture.nodes);
const edges = new vis.DataSet(data.picture.edges.map((edge, index) => ({ ...edge, id: index })));
const network = new vis.Network(at("network"), { nodes, edges }, {
  physics: false,
  layout: { improvedLayout: false },
  interaction: { hover: true, tooltipDelay: 150, selectConnectedEdges: false },
  nodes: { borderWidth: 2, borderWidthSelected: 4, scaling: { label: { drawThreshold: 9 } } },
  edges: { selectionWidth: 0, hoverWidth: 0, arrowStrikethrough: false },
});

/** What stands out: the ends of a line, the selected item and its neighbours, what the search finds; null when all do. */
function focus() {
  if (state.pair.length) return new Set(state.pair);
  if (state.selected) return new Set([state.selected, ...network.getConnectedNodes(state.selected), ...servants()]);
  return state.query ? new Set(itemIds.filter(matches)) : null;
}

/** The stated facts that serve the selected goal. */
function serving() {
  return factsOf(state.selected, "stated").filter((fact) => fact.serves.includes(state.selected));
}

function servants() {
  return serving().flatMap((fact) => [fact.subject, fact.object]).filter(Boolean);
}

function pairOf(from, to) {
  return `${from} ${to}`;
}

function paint() {
  const shown = focus();
  const scale = network.getScale();
  const named = scale < READABLE ? roomForNames(shown, scale) : null;
  const pairs = new Set(serving().map((fact) => pairOf(fact.subject, fact.object)));
  nodes.update(changed(data.picture.nodes.map((node) => paintedNode(node, shown, named, scale))));
  edges.update(changed(data.picture.edges.map((edge, index) => ({ id: index, ...paintedEdge(edge, shown, scale, pairs) }))));
}

/** Those that are to look unlike before; a large picture is slow to paint anew. */
function changed(looks) {
  return looks.filter((look) => {
    const text = JSON.stringify(look);
    const differs = painted.get(look.id) !== text;
    painted.set(look.id, text);
    return differs;
  });
}

function paintedNode(node, shown, named, scale) {
  if (shown && !shown.has(node.id)) return { id: node.id, ...dimmed(node) };
  const { id, color, font, label, brief, widthConstraint } = node;
  if (isGoal(id) || !named) return { id, color, label, font: { strokeWidth: 0, ...font }, widthConstraint };
  const size = named.has(id) ? NAME.size / scale : 0;
  const room = { maximum: NAME.width / scale };
  return { id, color, label: brief, font: { ...font, size, strokeWidth: 3 / scale, strokeColor: "#ffffff" }, widthConstraint: room };
}

function dimmed(node) {
  const { fill, border, text } = data.dimmed;
  return { color: { background: fill, border }, font: { ...node.font, size: isGoal(node.id) ? node.font.size : 0, color: text } };
}

function paintedEdge(edge, shown, scale, pairs) {
  const ends = [edge.from, edge.to];
  const own = ends.includes(state.selected) || (state.pair.length && ends.every((end) => state.pair.includes(end)));
  const chosen = own || (!edge.inferred && pairs.has(pairOf(edge.from, edge.to)));
  const hidden = edge.inferred && !own && !at("inferred").checked;
  const width = chosen ? enlarged(0.6 * edge.width, edge.width, scale) : edge.width;
  const looks = { hidden, width, dashes: hidden ? edge.dashes : dashes(edge, scale) };
  if (chosen) return { ...looks, color: oneColour(edge.color, 1) };
  return { ...looks, color: shown ? oneColour(data.dimmed.line, 1) : oneColour(edge.color, 0.6) };
}

/** Gaps and strokes that can be told apart on every scale. */
function dashes(edge, scale) {
  return edge.dashes && edge.dashes.map((length) => enlarged(length, length, scale));
}

/** A length of the picture, but at least so many pixels of the screen. */
function enlarged(pixels, length, scale) {
  return Math.max(length, pixels / scale);
}

/** The same colour also while the edge is pointed at. */
function oneColour(color, opacity) {
  return { color, highlight: color, hover: color, opacity };
}

/** Fit what is selected into the room that the picture has now, with or without the advice above it. */
function look() {
  at("advice").hidden = chosen();
  network.setSize("100%", "100%");
  fit(chosen() ? [...focus()] : [...drawn.keys()]);
}

/** Show these items as large as they go, with room for the names at the edges. */
function fit(ids) {
  if (!ids.length) return;
  const boxes = ids.map(extent);
  const [left, top] = ["left", "top"].map((side) => Math.min(...boxes.map((box) => box[side])));
  const [right, bottom] = ["right", "bottom"].map((side) => Math.max(...boxes.map((box) => box[side])));
  const { clientWidth, clientHeight } = at("network");
  const wide = (clientWidth - NAME.width) / (right - left);
  const high = (clientHeight - 5 * NAME.line) / (bottom - top);
  const scale = Math.max(LEAST, Math.min(wide, high, 1));
  network.moveTo({ scale, position: { x: (left + right) / 2, y: (top + bottom) / 2 + NAME.line / scale } });
}

function extent(id) {
  const { halfWidth, halfHeight } = halves(id);
  return boxAround(drawn.get(id), halfWidth, halfHeight);
}

function zoom(factor) {
  network.moveTo({ scale: network.getScale() * factor });
  paint();
}

function onWhole() {
  fit([...drawn.keys()]);
  paint();
}

/** Paint once before the screen is next drawn, however often the picture moves. */
function paintSoon() {
  if (state.painting) return;
  state.painting = true;
  requestAnimationFrame(() => {
    state.painting = false;
    paint();
  });
}
