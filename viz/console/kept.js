// What the browser keeps of this page between two visits: tabs, history, layout. Nothing of it leaves the browser.

const PREFIX = "alliancegraph.";

/**
 * What was kept under that name; `otherwise` where there is nothing, or the browser keeps nothing.
 * @template Kept
 * @param {string} name
 * @param {Kept} otherwise
 * @returns {Kept}
 */
export function kept(name, otherwise) {
  try {
    return JSON.parse(localStorage.getItem(PREFIX + name) ?? "") ?? otherwise;
  } catch {
    return otherwise;
  }
}

/**
 * @param {string} name
 * @param {unknown} value
 */
export function keep(name, value) {
  try {
    localStorage.setItem(PREFIX + name, JSON.stringify(value));
  } catch {
    // the browser keeps nothing, or has no room: the page works without
  }
}
