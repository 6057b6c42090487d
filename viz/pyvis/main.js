// Shows a network that pyvis has collected.

import { at, make } from "../shared/elements.js";

/** @type {{ nodes: object[], edges: object[], options: object, size: [string, string] }} */
const { nodes, edges, options, size } = JSON.parse(at("data").textContent ?? "");

/**
 * What vis-network would take for more than a text becomes an element with that text.
 * @template {{ title?: string }} Part
 * @param {Part} part
 */
function titled(part) {
  return part.title === undefined ? part : { ...part, title: make("div", "title", String(part.title)) };
}

[at("mynetwork").style.width, at("mynetwork").style.height] = size;
const network = new vis.Network(at("mynetwork"), { nodes: nodes.map(titled), edges: edges.map(titled) }, options);
Object.assign(window, { network });
