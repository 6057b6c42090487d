// The selection: the address of the page is what holds it.

function go(id) {
  const hash = id ? `#${encodeURI(id)}` : "#";
  if ((location.hash || "#") !== hash) history.pushState(null, "", hash);
  select(id);
}

function fromAddress() {
  const address = addressed();
  const known = address.split(" ").every((id) => Object.hasOwn(data.items, id));
  if (address && !known) say("The link names an item that is not on this page.");
  select(known ? address : "");
}

function addressed() {
  try {
    return decodeURI(location.hash.slice(1));
  } catch {
    return location.hash;
  }
}

/** Select what the address names: an item, or the two ends of a line with a space between them. */
function select(address) {
  const ends = address ? address.split(" ") : [];
  state.pair = ends.length === 2 ? ends : [];
  state.selected = ends.length === 1 ? address : "";
  document.body.classList.toggle("chosen", chosen());
  if (chosen()) clearSearch();
  openGoal(goalOf(state.selected) ? state.selected : "");
  renderDetails();
  markCurrent();
  network.selectNodes(ends);
  look();
  paint();
}

function chosen() {
  return Boolean(state.selected || state.pair.length);
}

function markCurrent() {
  for (const button of document.querySelectorAll("nav [data-item]")) {
    button.setAttribute("aria-current", String(button.dataset.item === state.selected));
  }
}

function onItem(button) {
  if (button.getAttribute("aria-expanded") === "true" && button.dataset.item === state.selected) return closeGoal();
  state.opener = button.closest("nav") ? button : state.opener;
  go(button.dataset.item);
  if (!button.dataset.opens) showDetails();
}

/** A mark of the picture, or else a line, was pressed; or neither. */
function onPicture({ nodes: [id], edges: [line] }) {
  const edge = line === undefined ? null : edges.get(line);
  go(id || (edge ? pairOf(edge.from, edge.to) : ""));
  if (chosen()) showDetails();
}

/** The reader goes on in the details. */
function showDetails() {
  at("summary").querySelector("h2").focus({ preventScroll: true });
  at("details").scrollIntoView({ block: "start" });
}

function clear() {
  if (chosen()) returnFocus();
  clearSearch();
  go("");
  state.opener = null;
}

/** Back to what opened the details; a hit of the search is gone, so its field stands for it. */
function returnFocus() {
  const { opener } = state;
  if (document.activeElement === at("query")) return;
  if (opener && opener.isConnected && opener.offsetParent) opener.focus();
  else at(opener ? "query" : "goals").focus();
}

function onEscape(event) {
  if (event.key === "Escape") clear();
}

function onSkip(event) {
  event.preventDefault();
  at(event.currentTarget.dataset.skip).focus();
}
