// The elements of which the page is made; every text is set as text.

function at(id) {
  return document.getElementById(id);
}

/** An element with a class, holding texts and elements. */
function make(tag, className, ...children) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children.filter((child) => child !== ""));
  return element;
}

function makeButton(className, text, onClick) {
  const button = make("button", className, text);
  button.type = "button";
  button.addEventListener("click", onClick);
  return button;
}

/** A button that selects an item, or plain text where the text names no item. */
function itemButton(id, label, className) {
  if (!id) return make("span", className === "link" ? "" : className, label);
  const button = make("button", className, label);
  button.type = "button";
  button.dataset.item = id;
  return button;
}

function itemEntry(id) {
  return make("li", "", itemButton(id, labelOf(id), ""));
}

function fold(className, words, ...children) {
  return make("details", className, make("summary", "", words), ...children);
}

function plural(count, word) {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}

/** The parts with a comma between each two. */
function listed(parts) {
  return parts.flatMap((part, index) => (index ? [", ", part] : [part]));
}
