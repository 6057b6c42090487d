// What this page was given.

import { at } from "../shared/elements.js";

/** @import { AnswerData } from "./answer.js" */

/** @type {AnswerData} */
export const data = JSON.parse(at("data").textContent ?? "");
