// Starts the page.

const NARROW = 1100; // pixels of the window under which the legend is closed at first

function listenToPage() {
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-item]");
    if (button) onItem(button);
  });
  document.addEventListener("keydown", onEscape);
  document.querySelectorAll("[data-skip]").forEach((link) => link.addEventListener("click", onSkip));
  document.querySelector("form").addEventListener("submit", (event) => event.preventDefault());
  at("query").addEventListener("input", search);
  window.addEventListener("hashchange", fromAddress);
}

function listenToPicture() {
  at("inferred").addEventListener("change", paint);
  at("closer").addEventListener("click", () => zoom(1.4));
  at("wider").addEventListener("click", () => zoom(1 / 1.4));
  at("whole").addEventListener("click", onWhole);
  for (const moved of ["zoom", "dragEnd", "resize"]) network.on(moved, paintSoon);
  network.on("click", onPicture);
}

renderOutline();
renderLists();
renderIndex();
listenToPage();
listenToPicture();
document.querySelectorAll(".vis-network").forEach((frame) => (frame.tabIndex = -1));
at("legend").open = window.innerWidth >= NARROW;
fromAddress();
if (chosen()) at("details").scrollIntoView({ block: "start" });
window.explorer = { network };
