// What this page was given.

import { at } from "../shared/elements.js";

/** @import { ConsoleData } from "./console.js" */

/** @type {ConsoleData} */
export const data = JSON.parse(at("data").textContent ?? "");
