// Starts a page: listens to its lists, its search and its picture.

import { renderDetails, showDetails } from "./details/details.js";
import { at, field } from "./elements.js";
import { markCurrent, renderIndex } from "./items.js";
import { endsOf, network, paint, paintSoon, showChosen, showWhole, zoom } from "./picture/picture.js";
import { clearSearch, search } from "./searchfield.js";
import { fromAddress, go, whenChosen } from "./selection.js";
import { isChosen } from "./state.js";

const NARROW = 1100; // pixels of the window under which the legend is closed at first
/** The button of a list that led to the details. @type {HTMLElement | null} */
let opener = null;

/** Fills the page, and shows what the address names. */
export function start() {
  renderIndex();
  for (const follow of [renderDetails, markCurrent, showChosen]) whenChosen(follow);
  listenToPage();
  listenToPicture();
  for (const frame of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".vis-network"))) frame.tabIndex = -1;
  /** @type {HTMLDetailsElement} */ (at("legend")).open = window.innerWidth >= NARROW;
  fromAddress();
  if (isChosen()) at("details").scrollIntoView({ block: "start" });
  Object.assign(window, { explorer: { network } });
}

function listenToPage() {
  document.addEventListener("click", onClick);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") clear();
  });
  for (const link of document.querySelectorAll("[data-skip]")) link.addEventListener("click", onSkip);
  document.querySelector("form")?.addEventListener("submit", (event) => event.preventDefault());
  at("query").addEventListener("input", search);
  window.addEventListener("hashchange", fromAddress);
}

function listenToPicture() {
  at("inferred").addEventListener("change", paint);
  at("closer").addEventListener("click", () => zoom(1.4));
  at("wider").addEventListener("click", () => zoom(1 / 1.4));
  at("whole").addEventListener("click", showWhole);
  network.on("zoom", paintSoon);
  network.on("dragEnd", paintSoon);
  network.on("resize", paintSoon);
  network.on("click", onPicture);
}

/** @param {MouseEvent} event */
function onClick(event) {
  const target = /** @type {Element} */ (event.target);
  if (target.closest("[data-clear]")) clear();
  const button = /** @type {HTMLElement | null} */ (target.closest("[data-item]"));
  if (button) onItem(button);
}

/** @param {HTMLElement} button */
function onItem(button) {
  if (button.closest("nav")) opener = button;
  go([button.dataset.item ?? ""]);
  if (!button.dataset.opens) showDetails();
}

/**
 * A mark of the picture, or else a line, was pressed; or neither.
 * @param {vis.Pressed} pressed
 */
function onPicture({ nodes: [id], edges: [line] }) {
  go(id ? [id] : line === undefined ? [] : endsOf(line));
  if (isChosen()) showDetails();
}

function clear() {
  if (isChosen()) returnFocus();
  clearSearch();
  go([]);
  opener = null;
}

/** Back to what opened the details; a hit of the search is gone, so its field stands for it. */
function returnFocus() {
  if (document.activeElement === at("query")) return;
  if (opener?.isConnected && opener.offsetParent) opener.focus();
  else (opener ? field("query") : at("goals")).focus();
}

/** @param {Event} event */
function onSkip(event) {
  event.preventDefault();
  const link = /** @type {HTMLElement} */ (event.currentTarget);
  at(link.dataset.skip ?? "").focus();
}
