// The answer as a network: two columns are the ends of links, a third names them.

import { drawDiagram } from "../shared/diagram/drawing.js";
import { at, field, make } from "../shared/elements.js";
import { data } from "./given.js";
import { columnsAsked, drawnWords, linksOf, termsOf } from "./links.js";
import { called, learnNames } from "./names.js";
import { good } from "./results.js";

/** @import { Network } from "../shared/diagram/diagram.js" */
/** @import { Answer, Linked, Term } from "./console.js" */
/** @import { Links } from "./links.js" */

/** The kinds of line by what a link rests on. */
const LINES = { stated: "relation", inferred: "inferred", row: "row" };
const state = { turn: 0 };

/**
 * Offers the columns; those that the server links are chosen.
 * @param {Answer} answer
 * @param {string} question of the library, by name; empty for none
 * @param {AbortSignal} signal
 */
export async function renderColumns(answer, question, signal) {
  const asked = new URLSearchParams([["question", question], ...columnsAsked(answer)]);
  const { from, to, by } = await (await good(await fetch(`links?${asked}`, { signal }))).json();
  offer("from", answer.titles, from);
  offer("to", answer.titles, to);
  offer("by", { "": "(nothing)", ...answer.titles }, by);
}

/** @param {Answer} answer */
export async function renderNetwork(answer) {
  const linked = { from: field("from").value, to: field("to").value, by: field("by").value };
  const links = linksOf(answer, linked, data.telling);
  const turn = state.turn += 1;
  await learnNames(termsOf(links));
  if (turn !== state.turn) return;
  at("drawn").textContent = drawnWords(links, { ...linked, from: answer.titles[linked.from], to: answer.titles[linked.to] });
  if (links.nodes.size) draw(networkOf(links, linked), "");
  else at("network").replaceChildren();
}

/**
 * @param {string} id
 * @param {Record<string, string>} titles by column
 * @param {string} chosen
 */
function offer(id, titles, chosen) {
  at(id).replaceChildren(...Object.entries(titles).map(([column, title]) => {
    const option = make("option", "", title);
    option.value = column;
    option.selected = column === chosen;
    return option;
  }));
}

/**
 * @param {Links} links
 * @param {Linked} linked
 * @returns {Network}
 */
function networkOf({ nodes, lines }, linked) {
  return {
    nodes: [...nodes].map(([id, { end, term }]) => ({ id, label: called(term), group: groupOf(linked[end]) })),
    links: [...lines.values()].map(({ names, basis, ...ends }) => ({ ...ends, basis, line: LINES[basis], words: wordsOf(names) })),
  };
}

/** @param {Map<string, Term>} names */
function wordsOf(names) {
  return [...new Set([...names.values()].map(called))].join("; ") || "–";
}

/**
 * The group of the things that a column names.
 * @param {string} column
 */
function groupOf(column) {
  return data.groups[column.replace(/(?<=.)(Name|Number)$/, "")] ?? data.style.other;
}

/**
 * Draws the network; a mark that is chosen says below what links it.
 * @param {Network} network
 * @param {string} chosen
 */
function draw(network, chosen) {
  const source = [...at("reports").children].map(({ textContent }) => textContent).join("; ");
  const figure = drawDiagram(network, {
    style: data.style, href: () => "#network", chosen, width: at("network").clientWidth, about: { title: document.title, source },
  });
  const said = figure.querySelector(".mark.chosen")?.getAttribute("aria-label");
  const picture = make("div", "", figure, ...(said ? [make("p", "note", said)] : []));
  picture.addEventListener("click", (event) => {
    const mark = event.target instanceof Element && event.target.closest("a.mark");
    if (!mark) return;
    event.preventDefault();
    draw(network, mark.getAttribute("data-mark") ?? "");
  });
  at("network").replaceChildren(picture);
  /** @type {SVGElement | null} */ (figure.querySelector(".mark.chosen"))?.focus();
}
