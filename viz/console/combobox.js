// A field that offers values while one types: an editable combobox with a list, as the ARIA practices have it.

import { make, makeButton } from "../shared/elements.js";
import { matching } from "./matching.js";

/** @import { Choice } from "./console.js" */

const MOST = 100; // values that are listed at a time

/** A field of that name; `choices` gives the values that it offers, `onChange` hears of each value that is entered. */
export class Combobox {
  /**
   * @param {string} id
   * @param {string} label
   * @param {() => Promise<Choice[]>} choices
   * @param {() => void} onChange
   */
  constructor(id, label, choices, onChange) {
    this.choices = choices;
    this.onChange = onChange;
    /** The value that was chosen last. */
    this.taken = "";
    this.input = make("input", "");
    this.list = make("ul", "options");
    this.more = make("p", "note options-more");
    const opener = makeButton("opener", "▾", () => this.toggle());
    opener.tabIndex = -1;
    opener.setAttribute("aria-label", `Values of ${label}`);
    this.element = make("div", "combobox", this.input, opener, make("div", "options-room", this.list, this.more));
    this.describe(id, label);
    this.listen();
    this.close();
  }

  /**
   * @param {string} id
   * @param {string} label
   */
  describe(id, label) {
    const { input, list } = this;
    [input.id, list.id] = [id, `${id}-options`];
    input.autocomplete = "off";
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-controls", list.id);
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", `Values of ${label}`);
    this.more.setAttribute("role", "status");
  }

  listen() {
    this.input.addEventListener("input", () => this.open(this.input.value));
    this.input.addEventListener("focus", () => void this.choices());
    this.input.addEventListener("change", () => this.onChange());
    this.input.addEventListener("keydown", (event) => this.press(event));
    this.input.addEventListener("blur", () => this.close());
    this.element.addEventListener("mousedown", (event) => {
      if (event.target !== this.input) event.preventDefault(); // the field keeps the focus
    });
    this.list.addEventListener("click", (event) => {
      const option = event.target instanceof Element ? event.target.closest("li") : null;
      if (option) this.take(option);
    });
  }

  get isOpen() {
    return this.input.getAttribute("aria-expanded") === "true";
  }

  /** @returns {HTMLElement | null} */
  get active() {
    return this.list.querySelector("[aria-selected='true']");
  }

  /** Whether a value that was offered stands in the field: then the others are of interest. */
  get known() {
    return this.taken === this.input.value;
  }

  toggle() {
    this.input.focus();
    if (this.isOpen) this.close();
    else this.open("");
  }

  close() {
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
    this.list.hidden = this.more.hidden = true;
    this.list.replaceChildren();
  }

  /**
   * Lists the values that go with what is typed; what was typed meanwhile counts.
   * @param {string} typed
   */
  async open(typed) {
    const before = this.input.value;
    const all = await this.choices();
    if (this.input.value !== before || document.activeElement !== this.input) return;
    const found = matching(all, typed, ({ value, label, names }) => [value, label, ...names]);
    if (!all.length) return;
    this.list.replaceChildren(...found.slice(0, MOST).map((choice, index) => this.option(choice, index)));
    this.list.hidden = !found.length;
    this.more.hidden = found.length > 0 && found.length <= MOST;
    this.more.textContent = found.length ? `${found.length - MOST} more: type a part of the name` : "None of the known values has that in its name.";
    this.input.setAttribute("aria-expanded", String(found.length > 0));
    this.input.removeAttribute("aria-activedescendant");
  }

  /**
   * @param {Choice} choice
   * @param {number} index
   */
  option({ value, label, names }, index) {
    const others = [value, ...names].filter((name) => name !== label && !label.startsWith(`${name} `) && name.length < 40);
    const option = make("li", "", label, others.length ? make("span", "note", ` ${others.slice(0, 3).join(", ")}`) : "");
    option.id = `${this.list.id}-${index}`;
    option.dataset.value = value;
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    return option;
  }

  /** @param {KeyboardEvent} event */
  press(event) {
    const act = { ArrowDown: () => this.move(1), ArrowUp: () => this.move(-1), Escape: () => this.close(), Enter: () => this.takeActive() }[event.key];
    const isOurs = act && (event.key.startsWith("Arrow") || (this.isOpen && (event.key === "Escape" || this.active)));
    if (!isOurs) return;
    event.preventDefault();
    act();
  }

  /** @param {number} step */
  async move(step) {
    if (!this.isOpen) await this.open(this.known ? "" : this.input.value);
    const options = [...this.list.children];
    const at = this.active ? options.indexOf(this.active) : step > 0 ? -1 : 0;
    const next = options[(at + step + options.length) % options.length];
    if (!next) return;
    this.active?.setAttribute("aria-selected", "false");
    next.setAttribute("aria-selected", "true");
    next.scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", next.id);
  }

  takeActive() {
    if (this.active) this.take(this.active);
  }

  /** @param {HTMLElement} option */
  take(option) {
    this.input.value = this.taken = option.dataset.value ?? "";
    this.close();
    this.onChange();
  }
}
