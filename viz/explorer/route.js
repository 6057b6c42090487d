// The address behind "#": a view or an item, and after "?" what is chosen in it. It holds all that the page shows.

/** @typedef {{ view: string, id: string, values: Record<string, string> }} Place */

const KEPT = ["member", "year", "status", "lang", "story", "step"]; // what goes along to the next view; roles and kinds differ from view to view
export const VIEWS = ["briefing", "goals", "text", "actors", "initiatives", "laws", "timeline", "numbers", "ledger", "network", "members", "search"];

/**
 * The place that an address names; an item where it begins with no view.
 * @param {string} hash
 * @returns {Place}
 */
export function placeOf(hash) {
  const [path, query = ""] = hash.replace(/^#/, "").split("?");
  const values = Object.fromEntries(new URLSearchParams(query));
  const [first, ...rest] = path.split("/");
  if (!path) return { view: "briefing", id: "", values };
  return VIEWS.includes(first) ? { view: first, id: decoded(rest.join("/")), values } : { view: "item", id: decoded(path), values };
}

/**
 * The address of a place; what is chosen for the whole page goes along, unless it is given anew.
 * @param {Place} from
 * @param {string} view
 * @param {string} id
 * @param {Record<string, string>} values
 */
export function addressOf(from, view, id = "", values = {}) {
  const kept = KEPT.filter((name) => from.values[name]).map((name) => [name, from.values[name]]);
  const all = Object.entries({ ...Object.fromEntries(kept), ...values }).filter(([, value]) => value);
  const path = view === "item" ? encoded(id) : [view, encoded(id)].filter(Boolean).join("/");
  return `#${path}${all.length ? `?${new URLSearchParams(all)}` : ""}`;
}

/** @param {string} id */
function encoded(id) {
  return id.split("/").map(encodeURIComponent).join("/");
}

/** @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
