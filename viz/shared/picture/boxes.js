// Boxes on the screen or in the picture, and which of them have room beside each other.

/** @typedef {{ left: number, right: number, top: number, bottom: number }} Box */
/** @typedef {{ x: number, y: number }} Place */

/** A name on a small scale, in pixels of the screen. */
export const NAME = { size: 12.5, letter: 6.8, width: 160, line: 15, gap: 6 };

/**
 * @param {Place} middle
 * @param {number} halfWidth
 * @param {number} halfHeight
 * @returns {Box}
 */
export function boxAround({ x, y }, halfWidth, halfHeight) {
  return { left: x - halfWidth, right: x + halfWidth, top: y - halfHeight, bottom: y + halfHeight };
}

/**
 * Where a name would stand below a mark: on one line or more.
 * @param {string} name
 * @param {Place} place the middle of the mark on the screen
 * @param {number} size half the height of the mark on the screen
 */
export function nameBox(name, { x, y }, size) {
  const long = name.length * NAME.letter;
  const half = (Math.ceil(long / NAME.width) * NAME.line) / 2 + NAME.gap;
  return boxAround({ x, y: y + size + half }, Math.min(long, NAME.width) / 2 + NAME.gap, half);
}

/**
 * The ids of the boxes that fit into a frame at 0, 0 without covering each other or what is taken; the first come first.
 * @param {Iterable<[string, Box]>} boxes
 * @param {Box[]} taken
 * @param {{ width: number, height: number }} frame
 */
export function withRoom(boxes, taken, frame) {
  const occupied = [...taken];
  /** @type {Set<string>} */
  const placed = new Set();
  for (const [id, box] of boxes) {
    if (!inside(box, frame) || occupied.some((other) => overlap(box, other))) continue;
    occupied.push(box);
    placed.add(id);
  }
  return placed;
}

/**
 * The box around all of them.
 * @param {Box[]} boxes
 * @returns {Box}
 */
export function around(boxes) {
  return {
    left: Math.min(...boxes.map((box) => box.left)),
    right: Math.max(...boxes.map((box) => box.right)),
    top: Math.min(...boxes.map((box) => box.top)),
    bottom: Math.max(...boxes.map((box) => box.bottom)),
  };
}

/**
 * @param {Box} one
 * @param {Box} other
 */
function overlap(one, other) {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

/**
 * @param {Box} box
 * @param {{ width: number, height: number }} frame
 */
function inside(box, { width, height }) {
  return box.left >= 0 && box.top >= 0 && box.right <= width && box.bottom <= height;
}
