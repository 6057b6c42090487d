// The answer as a network: two columns are the ends of links, a third names them.

import { at, field, make } from "../shared/elements.js";
import { data } from "./given.js";
import { columnsAsked, drawnWords, linksOf } from "./links.js";
import { good } from "./results.js";

/** @import { Answer, Look } from "./console.js" */
/** @import { Links } from "./links.js" */

const WRAP = 160; // pixels of a name
/** @type {vis.Network | null} */
let network = null;

/**
 * Offers the columns; those that the server links are chosen.
 * @param {Answer} answer
 * @param {string} question of the library, by name; empty for none
 * @param {AbortSignal} signal
 */
export async function renderColumns(answer, question, signal) {
  const asked = new URLSearchParams([["question", question], ...columnsAsked(answer)]);
  const { from, to, by } = await (await good(await fetch(`links?${asked}`, { signal }))).json();
  offer("from", answer.columns, from);
  offer("to", answer.columns, to);
  offer("by", ["", ...answer.columns], by);
}

/** @param {Answer} answer */
export function renderNetwork(answer) {
  const linked = { from: field("from").value, to: field("to").value, by: field("by").value };
  const links = linksOf(answer, linked, data.prefixes);
  network?.destroy();
  network = null;
  at("drawn").textContent = drawnWords(links, linked);
  if (links.nodes.size) network = drawn(links);
}

/** @param {number} factor */
export function zoom(factor) {
  network?.moveTo({ scale: network.getScale() * factor });
}

export function showWhole() {
  network?.fit();
}

/**
 * @param {string} id
 * @param {string[]} columns
 * @param {string} chosen
 */
function offer(id, columns, chosen) {
  at(id).replaceChildren(...columns.map((column) => {
    const option = make("option", "", column || "(nothing)");
    option.value = column;
    option.selected = column === chosen;
    return option;
  }));
}

/** @param {Links} links */
function drawn({ nodes, lines }) {
  const dots = [...nodes].map(([name, end]) => ({ id: name, label: name, title: name, ...look(data.looks[end]) }));
  const edges = [...lines.values()].map(({ from, to, names }) => ({ from, to, label: [...names].join(", ") }))
    .map((line) => ({ ...line, title: line.label }));
  const made = new vis.Network(at("network"), { nodes: dots, edges }, {
    layout: { randomSeed: 1, improvedLayout: dots.length < 100 },
    physics: { solver: "forceAtlas2Based", forceAtlas2Based: { springLength: 130, avoidOverlap: 0.6 }, stabilization: { iterations: 250 } },
    interaction: { hover: true, tooltipDelay: 150 },
    nodes: { size: 14, borderWidth: 2, widthConstraint: { maximum: WRAP }, font: { size: 14 } },
    edges: { arrows: "to", color: { color: "#7d8894", highlight: "#00507d" }, font: { size: 12, align: "middle", strokeWidth: 4 }, widthConstraint: { maximum: WRAP } },
  });
  made.once("stabilizationIterationsDone", () => {
    made.setOptions({ physics: false });
    made.fit();
  });
  return made;
}

/** @param {Look} look */
function look({ shape, fill, border }) {
  return { shape, color: { background: fill, border, highlight: { background: fill, border } } };
}
