// Where the reader left a view: kept with its address, so that Back leads to the same place of it, and to the same link.

import { at } from "../shared/elements.js";

/** Keeps, whenever a link of the page is followed, which one it was and how far the page was scrolled. */
export function keepPlaces() {
  document.addEventListener("click", ({ target }) => {
    const followed = target instanceof Element ? target.closest('a[href^="#"]')?.getAttribute("href") : undefined;
    if (followed) history.replaceState({ followed, top: window.scrollY }, "");
  }, true);
}

/** Goes to where the reader left the view that is shown; false where it is new to the reader. */
export function returned() {
  const { followed = "", top = 0 } = history.state ?? {};
  const found = at("view").querySelector(`a[href="${CSS.escape(followed)}"]`);
  if (found instanceof HTMLElement) found.focus({ preventScroll: true });
  if (followed) window.scrollTo(0, top);
  return found !== null;
}
