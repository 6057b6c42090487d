// Moving from mark to mark: one stop of the Tab key for the whole drawing, arrow keys within it.

/** @import { Layout } from "./diagram.js" */

/** @typedef {{ id: string, column: number, row: number, own: string, middle: number }} Stop `own` is the crowd of a member, else the mark itself */

/**
 * Lets keys and the pointer move over the marks of a drawing; what is reached shows its links. An SVG element that listens
 * itself would be a stop of the Tab key in Chromium.
 * @param {HTMLElement} drawing
 * @param {Layout} layout
 * @param {string} first the mark that the Tab key reaches
 */
export function listen(drawing, layout, first) {
  const marks = new Map([...drawing.querySelectorAll("[data-mark]")].map((mark) => [idOf(mark), /** @type {SVGElement} */ (mark)]));
  const stops = stopsOf(layout);
  reach(marks, marks.has(first) ? first : [...stops.keys()][0]);
  drawing.addEventListener("keydown", (event) => {
    const stop = stops.get(idOf(event.target));
    const next = stop && nextOf(stop, event.key, [...stops.values()], linkedOf(layout, stop.own));
    if (!next) return;
    event.preventDefault();
    reach(marks, next.id);
    marks.get(next.id)?.focus();
  });
  drawing.addEventListener("focusin", ({ target }) => {
    reach(marks, idOf(target));
    show(drawing, stops.get(idOf(target))?.own ?? "");
  });
  drawing.addEventListener("focusout", () => show(drawing, ""));
  drawing.addEventListener("pointerover", ({ target }) => show(drawing, stops.get(idOf(target))?.own ?? ""));
  drawing.addEventListener("pointerleave", () => show(drawing, ""));
}

/**
 * The mark to which an element belongs; empty for none.
 * @param {EventTarget | null} element
 */
export function idOf(element) {
  return element instanceof Element ? element.closest("[data-mark]")?.getAttribute("data-mark") ?? "" : "";
}

/**
 * Makes a mark the one that the Tab key reaches.
 * @param {Map<string, SVGElement>} marks
 * @param {string} id
 */
function reach(marks, id) {
  const next = marks.get(id);
  if (!next) return;
  for (const mark of marks.values()) if (mark.getAttribute("tabindex") === "0") mark.setAttribute("tabindex", "-1");
  next.setAttribute("tabindex", "0");
}

/**
 * Lets the lines of a mark stand out.
 * @param {HTMLElement} drawing
 * @param {string} id
 */
function show(drawing, id) {
  for (const line of drawing.querySelectorAll(".link.near")) line.classList.remove("near");
  if (!id) return;
  const name = CSS.escape(id);
  for (const line of drawing.querySelectorAll(`[data-from="${name}"], [data-to="${name}"]`)) line.classList.add("near");
}

/** @param {Layout} layout */
function stopsOf({ columns }) {
  const stops = columns.flatMap((marks, column) => {
    const own = marks.flatMap((placed) => [placed, ...placed.members].map((one) => ({ one, own: placed.mark.id })));
    return own.map(({ one, own: crowd }, row) => ({ id: one.mark.id, column, row, own: crowd, middle: one.y + one.height / 2 }));
  });
  return new Map(stops.map((stop) => [stop.id, stop]));
}

/**
 * What a mark is linked with.
 * @param {Layout} layout
 * @param {string} id
 */
function linkedOf({ routes }, id) {
  return new Set(routes.flatMap(({ link: { from, to } }) => (from === id ? [to] : to === id ? [from] : [])));
}

/**
 * Where a key leads from a mark; nothing where it leads nowhere.
 * @param {Stop} stop
 * @param {string} key
 * @param {Stop[]} stops
 * @param {Set<string>} linked
 * @returns {Stop | undefined}
 */
export function nextOf(stop, key, stops, linked) {
  const column = stops.filter((other) => other.column === stop.column);
  /** @type {(way: number) => Stop | undefined} */
  const along = (way) => nearest(stop, stops.filter((other) => linked.has(other.id) && Math.sign(other.column - stop.column) === way));
  /** @type {Record<string, () => Stop | undefined>} */
  const keys = {
    ArrowUp: () => column[stop.row - 1],
    ArrowDown: () => column[stop.row + 1],
    Home: () => column[0],
    End: () => column[column.length - 1],
    ArrowLeft: () => along(-1),
    ArrowRight: () => along(1),
  };
  return Object.hasOwn(keys, key) ? keys[key]() : undefined;
}

/**
 * The mark that is fewest columns away, and of those the one that stands nearest in height.
 * @param {Stop} stop
 * @param {Stop[]} found
 */
function nearest({ column, middle }, found) {
  /** @param {Stop} other */
  const distance = (other) => [Math.abs(other.column - column), Math.abs(other.middle - middle)];
  return [...found].sort((one, other) => {
    const [a, b] = [distance(one), distance(other)];
    return a[0] - b[0] || a[1] - b[1];
  })[0];
}
