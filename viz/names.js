// Which names have room in the picture when it is so small that they do not all have.

const READABLE = 0.7; // the scale from which on names are legible in the size that they have in the picture
const NAME = { size: 12.5, letter: 6.8, width: 160, line: 15, gap: 6 }; // a name on a smaller scale, in pixels of the screen

/** The items whose names can stand on the screen without covering each other or a goal; where all are shown, no mark. */
function roomForNames(shown, scale) {
  if (!shown && scale < READABLE / 2) return new Set();
  const ids = [...(shown || drawn.keys())];
  const places = network.getPositions(ids);
  const taken = ids.filter((id) => isGoal(id) || !shown).map((id) => markBox(id, places[id], scale));
  const named = new Set();
  for (const id of [...ids].sort((one, other) => (other === state.selected) - (one === state.selected))) {
    const box = isGoal(id) ? null : nameBox(id, places[id], scale);
    if (!box || !onScreen(box) || taken.some((other) => overlap(box, other))) continue;
    taken.push(box);
    named.add(id);
  }
  return named;
}

function markBox(id, place, scale) {
  const { halfWidth, halfHeight } = halves(id);
  return boxAround(network.canvasToDOM(place), halfWidth * scale, halfHeight * scale);
}

/** Half of what an item takes in the picture, without its name. */
function halves(id) {
  const { size, widthConstraint, heightConstraint } = drawn.get(id);
  if (!isGoal(id)) return { halfWidth: size, halfHeight: size };
  return { halfWidth: widthConstraint.minimum / 2, halfHeight: heightConstraint.minimum / 2 };
}

/** Where the name of a mark would stand: below it, on one line or more. */
function nameBox(id, place, scale) {
  const { brief, size } = drawn.get(id);
  const long = brief.length * NAME.letter;
  const half = (Math.ceil(long / NAME.width) * NAME.line) / 2 + NAME.gap;
  const { x, y } = network.canvasToDOM(place);
  return boxAround({ x, y: y + size * scale + half }, Math.min(long, NAME.width) / 2 + NAME.gap, half);
}

function boxAround({ x, y }, halfWidth, halfHeight) {
  return { left: x - halfWidth, right: x + halfWidth, top: y - halfHeight, bottom: y + halfHeight };
}

function overlap(one, other) {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

function onScreen(box) {
  const { clientWidth, clientHeight } = at("network");
  return box.left >= 0 && box.top >= 0 && box.right <= clientWidth && box.bottom <= clientHeight;
}
