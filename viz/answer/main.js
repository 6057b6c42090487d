// Starts the page of an answer.

import { start } from "../shared/start.js";

start();
