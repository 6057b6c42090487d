// What this page was given.

import { Content } from "./content.js";
import { at } from "./elements.js";

export const content = new Content(JSON.parse(at("data").textContent ?? ""));
