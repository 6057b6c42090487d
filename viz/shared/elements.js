// The elements of which a page is made; every text is set as text.

/**
 * The element with that id; a page without it is broken.
 * @param {string} id
 * @returns {HTMLElement}
 */
export function at(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no element '${id}'`);
  return found;
}

/**
 * The field with that id.
 * @param {string} id
 */
export function field(id) {
  return /** @type {HTMLInputElement} */ (at(id));
}

/**
 * An element with a class, holding texts and elements.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {string} className
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, className, ...children) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children.filter((child) => child !== ""));
  return element;
}

/**
 * A button that does something of its own.
 * @param {string} className
 * @param {string} text
 * @param {() => void} onClick
 */
export function makeButton(className, text, onClick) {
  const button = make("button", className, text);
  button.type = "button";
  button.addEventListener("click", onClick);
  return button;
}

/**
 * A part that opens and closes under its words.
 * @param {string} className
 * @param {string} words
 * @param {...(Node | string)} children
 */
export function fold(className, words, ...children) {
  return make("details", className, make("summary", "", words), ...children);
}

/**
 * An element that a script can move the focus to, and the Tab key does not reach.
 * @template {HTMLElement} Found
 * @param {Found} element
 */
export function focusable(element) {
  element.tabIndex = -1;
  return element;
}

/**
 * A part that is filled when it is opened: before it opens by its words, so that nothing jumps, else once it has been opened.
 * @param {string} words
 * @param {() => Node[]} partsOf
 */
export function later(words, partsOf) {
  const part = fold("later", words);
  const fill = () => {
    if (part.childElementCount === 1) part.append(...partsOf());
  };
  part.firstElementChild?.addEventListener("click", fill);
  part.addEventListener("toggle", fill);
  return part;
}
