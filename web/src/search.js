// @ts-check
// The search, which the start script loads when a reader first uses it.

import { SearchEngine } from "./search/engine.js";

export const engine = new SearchEngine(new URL(".", import.meta.url));
