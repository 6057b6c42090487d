// A network as a drawing in columns: every mark by its whole name, those that are alike as one, no line behind a name.

import { make } from "../elements.js";
import { columnsOf } from "./columns.js";
import { crowded } from "./crowds.js";
import { idOf, listen } from "./keys.js";
import { layoutOf } from "./layout.js";
import { legendOf, sheet } from "./legend.js";
import { drawnLine } from "./lines.js";
import { drawnMark } from "./marks.js";
import { Names } from "./names.js";
import { draw, INKED } from "./shapes.js";
import { measure } from "./text.js";
import { wordsOf } from "./words.js";

/** @import { DiagramOptions, Layout, Link, Mark, Network } from "./diagram.js" */

const MOST = 500; // marks that are drawn
const WIDTH = 960; // pixels that a page has for the drawing where it does not say so
const LEAST = 200; // pixels of the rows of a legend
const BAR = 16; // pixels of a bar to scroll with

/**
 * The drawing of a network; where there is nothing to draw or too much, a paragraph that says so.
 * @param {Network} network
 * @param {DiagramOptions} options
 * @returns {HTMLElement}
 */
export function drawDiagram(network, options) {
  const say = wordsOf(options.words);
  const shown = crowded(columnsOf(network));
  if (!shown.nodes.length) return make("p", "diagram-notice", say("nothing"));
  if (shown.nodes.length > MOST) return make("p", "diagram-notice", say("tooMany", { count: network.nodes.length }));
  const figure = figureOf(shown, options);
  listenToCrowds(figure, options, (open) => drawDiagram(network, { ...options, open }));
  return figure;
}

/**
 * The crowd of which a mark is a member; empty where it is drawn by itself.
 * @param {Network} network
 * @param {string} id
 */
export function crowdOf(network, id) {
  return crowded(columnsOf(network)).nodes.find(({ members = [] }) => members.some((member) => member.id === id))?.id ?? "";
}

/**
 * The drawing with its legend, and its links in words.
 * @param {Network} shown
 * @param {DiagramOptions} options
 */
function figureOf(shown, options) {
  const names = new Names(shown, options);
  const [breadth, width] = [measure(), options.width ?? WIDTH];
  /** @param {Mark} mark */
  const isOpen = (mark) => options.open?.has(mark.id) ?? false;
  const layout = layoutOf(shown, { width, breadth, labelOf: (mark) => names.labelOf(mark), isOpen });
  const room = make("div", "diagram-room");
  room.append(picture(layout, names, options));
  listen(room, layout, options.chosen ?? "");
  const legend = legendOf(shown, options, { width: Math.max(width - BAR, LEAST), breadth, title: names.say("legend") });
  const figure = make("figure", "diagram", room, make("p", "diagram-note", names.say("size")), spoken(shown.links, names));
  room.after(legend);
  Object.assign(figure.dataset, options.about);
  return figure;
}

/**
 * @param {Layout} layout
 * @param {Names} names
 * @param {DiagramOptions} options
 */
function picture({ width, height, columns, routes }, names, options) {
  const { lineHref } = options;
  const isCrowd = new Set(columns.flat().flatMap(({ mark }) => (mark.members ? mark.id : [])));
  const lines = routes.map((route) => {
    const { link } = route;
    const address = isCrowd.has(link.from) || isCrowd.has(link.to) ? "" : lineHref?.(link);
    return drawnLine(route, options.style.lines[link.line], { words: names.saidOf(link), address });
  });
  const marks = columns.flat().flatMap((placed) => drawnMark(placed, { options, nameOf: ({ mark }) => names.nameOf(mark) }));
  const label = names.say("drawing", { marks: names.labels.size, links: routes.length });
  return draw(
    "svg", { ...sheet(width, height), class: "diagram-drawing", role: "group", "aria-label": label },
    draw("g", { "aria-hidden": "true", ...INKED }, ...lines), ...marks,
  );
}

/**
 * All links as a list, for those who do not see the lines.
 * @param {Link[]} links
 * @param {Names} names
 */
function spoken(links, names) {
  const list = make("ul", "diagram-links", ...links.map((link) => make("li", "", names.saidOf(link))));
  list.setAttribute("aria-label", names.say("links"));
  return list;
}

/**
 * Opens and closes crowds, and leaves the focus where it was.
 * @param {HTMLElement} figure
 * @param {DiagramOptions} options
 * @param {(open: Set<string>) => HTMLElement} again
 */
function listenToCrowds(figure, { open, onOpen }, again) {
  /** @param {Event} event */
  const turn = (event) => {
    const crowd = event.target instanceof Element && event.target.closest(".crowd");
    if (!crowd) return;
    event.preventDefault();
    const [page, id] = [figure.parentElement, idOf(crowd)];
    if (onOpen) onOpen(id);
    else figure.replaceWith(again(turned(open, id)));
    const now = page?.querySelector(`[data-mark="${CSS.escape(id)}"]`);
    if (now instanceof SVGElement) now.focus();
  };
  figure.addEventListener("click", turn);
  figure.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === " ") turn(event);
  });
}

/**
 * The open crowds, when one of them was closed or one more opened.
 * @param {Set<string> | undefined} open
 * @param {string} id
 */
function turned(open, id) {
  return open?.has(id) ? new Set([...open].filter((other) => other !== id)) : new Set([...open ?? [], id]);
}
