// The field of the search, and the list of what it finds.

import { at, field, make } from "./elements.js";
import { content } from "./given.js";
import { itemEntry, markCurrent } from "./items.js";
import { paint } from "./picture/picture.js";
import { folded, SearchIndex } from "./search.js";
import { state } from "./state.js";

const index = new SearchIndex(content);

export function search() {
  state.query = folded(field("query").value);
  const hits = state.query ? index.find(state.query) : [];
  state.found = new Set(hits);
  at("browse").hidden = Boolean(state.query);
  at("matches").hidden = !state.query;
  at("matches").replaceChildren(...hits.map(hit));
  say(state.query ? `${hits.length} of ${content.itemIds.length} items have this in a name or status.` : "");
  markCurrent();
  paint();
}

export function clearSearch() {
  if (!state.query && !field("query").value) return;
  field("query").value = "";
  search();
}

/** @param {string} text */
export function say(text) {
  at("status").textContent = text;
}

/**
 * An item that was found, with the other name or status by which it was.
 * @param {string} id
 */
function hit(id) {
  const entry = itemEntry(id);
  const by = index.foundBy(id, state.query);
  if (by) entry.append(make("span", "note", ` ${by}`));
  return entry;
}
