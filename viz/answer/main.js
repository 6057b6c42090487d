// Starts the page of an answer: the address holds what is chosen.

import { idsOf } from "../shared/address.js";
import { at } from "../shared/elements.js";
import { renderDetails } from "./details.js";
import { data } from "./given.js";
import { renderPicture, uncover } from "./picture.js";

/** The items that the address names: one, the two ends of a line, or none. */
function chosen() {
  return idsOf(location.hash, (id) => Object.hasOwn(data.items, id)) ?? [];
}

function render() {
  const ids = chosen();
  ids.forEach(uncover);
  renderDetails(ids);
  renderPicture(ids.length === 1 ? ids[0] : "");
}

/** Shows what was chosen; the reader goes on in the details. */
function follow() {
  render();
  /** @type {HTMLElement | null} */ (at("details").querySelector("h2"))?.focus();
}

/** Nothing is chosen any more; the reader goes on at the mark that was. */
function clear() {
  const [id] = chosen();
  if (!id) return;
  history.pushState(null, "", "#");
  render();
  /** @type {SVGElement | null} */ (at("network").querySelector(`[data-mark="${CSS.escape(id)}"]`))?.focus();
}

function start() {
  at("picture").hidden = false;
  render();
  window.addEventListener("hashchange", follow);
  window.addEventListener("resize", render);
  document.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") clear();
  });
}

if (Object.keys(data.items).length) start();
else document.getElementById("bare")?.removeAttribute("hidden");
