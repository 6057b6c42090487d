// Starts the explorer.

import { whenChosen } from "../shared/selection.js";
import { start } from "../shared/start.js";
import { renderLists } from "./lists.js";
import { openChosenGoal, renderOutline } from "./outline.js";

renderOutline();
renderLists();
whenChosen(openChosenGoal);
start();
