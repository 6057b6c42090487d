// Texts on several lines, none of which is broader than its room.

/** @import { Measure } from "./diagram.js" */

export const TEXT = { size: 13, line: 17, face: "system-ui, -apple-system, 'Segoe UI', 'Liberation Sans', sans-serif" };
const AVERAGE = 0.62; // breadth of a letter, in the size of the text

/** What measures texts: the browser, or an estimate where there is none. @returns {Measure} */
export function measure() {
  const brush = typeof document === "undefined" ? null : document.createElement("canvas").getContext("2d");
  if (!brush) return (text) => text.length * AVERAGE * TEXT.size;
  brush.font = `${TEXT.size}px ${TEXT.face}`;
  return (text) => brush.measureText(text).width;
}

/**
 * The lines of a text, which together are the text; a word that is too broad for one is broken where it must be.
 * @param {string} text
 * @param {number} room in pixels
 * @param {Measure} breadth
 */
export function wrapped(text, room, breadth) {
  const [first = "", ...words] = text.split(/\s+/).filter(Boolean);
  const lines = broken(first, room, breadth);
  for (const word of words) {
    const last = lines.length - 1;
    const longer = `${lines[last]} ${word}`;
    if (breadth(longer) <= room) lines[last] = longer;
    else lines.splice(last, 1, `${lines[last]} `, ...broken(word, room, breadth));
  }
  return lines;
}

/**
 * @param {string} word
 * @param {number} room
 * @param {Measure} breadth
 * @returns {string[]}
 */
function broken(word, room, breadth) {
  if (breadth(word) <= room) return [word];
  const parts = [""];
  for (const letter of word) {
    const longer = parts[parts.length - 1] + letter;
    if (breadth(longer) <= room || longer === letter) parts[parts.length - 1] = longer;
    else parts.push(letter);
  }
  return parts;
}
