// The selection: the address of the page is what holds it.

function go(id) {
  const hash = id ? `#${encodeURI(id)}` : "#";
  if ((location.hash || "#") !== hash) history.pushState(null, "", hash);
  select(id);
}

function fromAddress() {
  const id = addressed();
  const known = Object.hasOwn(data.items, id);
  if (id && !known) say("The link names an item that is not on this page.");
  select(known ? id : "");
}

function addressed() {
  try {
    return decodeURI(location.hash.slice(1));
  } catch {
    return location.hash;
  }
}

function select(id) {
  state.selected = id;
  document.body.classList.toggle("chosen", Boolean(id));
  if (id) clearSearch();
  openGoal(goalOf(id) ? id : "");
  renderDetails();
  markCurrent();
  network.selectNodes(id ? [id] : []);
  look();
  paint();
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

function onMark(id) {
  go(id || "");
  if (id) showDetails();
}

/** The reader goes on in the details. */
function showDetails() {
  at("summary").querySelector("h2").focus({ preventScroll: true });
  at("details").scrollIntoView({ block: "start" });
}

function clear() {
  if (state.selected) returnFocus();
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
