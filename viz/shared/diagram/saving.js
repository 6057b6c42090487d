// A drawing as a file: SVG that needs no style sheet, or PNG.

import { makeButton } from "../elements.js";
import { save } from "../saving.js";
import { draw } from "./shapes.js";

const MOST = 16_000; // pixels of the longer side of a picture, which browsers can draw
const GAP = 12;
const LINE = 18;
const SEEN_ONLY = ["class", "tabindex", "href", "role", "aria-label", "aria-current", "aria-expanded", "aria-hidden", "data-mark", "data-from", "data-to"];

/**
 * The text of an SVG file: the drawing with its legend, on white, with its title, source and date.
 * @param {HTMLElement} figure what `drawDiagram` gave
 */
export function svgText(figure) {
  return new XMLSerializer().serializeToString(whole(figure));
}

/**
 * The drawing as an SVG file.
 * @param {HTMLElement} figure
 */
export function svgBlob(figure) {
  return new Blob([svgText(figure)], { type: "image/svg+xml" });
}

/**
 * The drawing as PNG, so many pixels for each of its own. The page's policy must allow `img-src data:`.
 * @param {HTMLElement} figure
 * @param {number} [scale]
 * @returns {Promise<Blob>}
 */
export async function pngBlob(figure, scale = 2) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgText(figure))}`;
  await image.decode();
  const times = Math.min(scale, MOST / Math.max(image.width, image.height));
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [Math.round(image.width * times), Math.round(image.height * times)];
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("the picture is too large"))));
  });
}

/**
 * Buttons that save a drawing.
 * @param {HTMLElement} figure
 * @param {string} name of the file, without its ending
 */
export function savers(figure, name) {
  return [
    makeButton("save", "SVG", () => save(svgBlob(figure), `${name}.svg`)),
    makeButton("save", "PNG", async () => save(await pngBlob(figure), `${name}.png`)),
  ];
}

/** @param {HTMLElement} figure */
function whole(figure) {
  const { title = "", source = "" } = figure.dataset;
  const parts = [...figure.querySelectorAll("svg")].map((part) => ({ part, width: Number(part.getAttribute("width")), height: Number(part.getAttribute("height")) }));
  const width = Math.max(...parts.map((one) => one.width));
  let y = 0;
  const placed = parts.map(({ part, height }) => {
    const own = draw("g", { transform: `translate(0 ${y})` }, ...[...part.childNodes].map((node) => node.cloneNode(true)));
    y += height + GAP;
    return own;
  });
  const foot = [title, source].filter(Boolean).map((text, index) => draw("text", { x: GAP, y: y + LINE * (index + 1), fill: "#1b1b1b" }, text));
  const height = y + LINE * foot.length + GAP;
  const face = { "font-family": parts[0].part.getAttribute("font-family") ?? "", "font-size": parts[0].part.getAttribute("font-size") ?? "" };
  const sheet = draw(
    "svg", { width, height, viewBox: `0 0 ${width} ${height}`, ...face },
    draw("title", {}, title), draw("desc", {}, source), draw("rect", { width, height, fill: "#ffffff" }), ...placed, ...foot,
  );
  return bare(sheet);
}

/**
 * Without what only a page needs.
 * @param {SVGElement} sheet
 */
function bare(sheet) {
  for (const reach of sheet.querySelectorAll(".reach")) reach.remove();
  for (const element of sheet.querySelectorAll("*")) for (const name of SEEN_ONLY) element.removeAttribute(name);
  return sheet;
}
