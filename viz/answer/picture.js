// The answer as a drawing.

import { hashOf } from "../shared/address.js";
import { crowdOf, drawDiagram } from "../shared/diagram/drawing.js";
import { savers } from "../shared/diagram/saving.js";
import { at } from "../shared/elements.js";
import { fileNameOf } from "../shared/saving.js";
import { data } from "./given.js";

/** @import { Network } from "../shared/diagram/diagram.js" */

/** @type {Network} */
const network = {
  nodes: Object.entries(data.items).map(([id, item]) => ({ id, ...item })),
  links: data.facts.flatMap(({ subject, object, words, status, line, basis }) => {
    const said = status ? `${words} (${status.toLowerCase()})` : words;
    return object ? [{ from: subject, to: object, words: said, line, basis }] : [];
  }),
};
/** The crowds that are open. @type {Set<string>} */
const open = new Set();

/**
 * Draws the network, in which an item may be chosen.
 * @param {string} chosen empty for none
 */
export function renderPicture(chosen) {
  const figure = drawDiagram(network, {
    style: data.style,
    about: data.about,
    href: (id) => hashOf([id]),
    lineHref: ({ from, to }) => hashOf([from, to]),
    chosen,
    width: at("network").clientWidth,
    open,
    onOpen: (crowd) => {
      if (!open.delete(crowd)) open.add(crowd);
      renderPicture(chosen);
    },
  });
  at("network").replaceChildren(figure);
  for (const button of at("tools").querySelectorAll("button")) button.remove();
  if (figure.querySelector("svg")) at("tools").append(...savers(figure, fileNameOf(data.about.title)));
}

/**
 * Opens the crowd in which an item stands.
 * @param {string} id
 */
export function uncover(id) {
  const crowd = crowdOf(network, id);
  if (crowd) open.add(crowd);
}
