// What the reader has chosen and looks for.

export const state = {
  /** The chosen item, or the two ends of the chosen line. @type {string[]} */
  chosen: [],
  /** What is looked for, folded; empty for nothing. */
  query: "",
  /** The items that were found. @type {Set<string>} */
  found: new Set(),
};

/** The chosen item; empty where none is, or a line. */
export function selected() {
  return state.chosen.length === 1 ? state.chosen[0] : "";
}

/** Whether an item or a line is chosen. */
export function isChosen() {
  return state.chosen.length > 0;
}
