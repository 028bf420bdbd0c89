// @ts-check
// The search: the panel below the header's box, and the page of results. The start script imports it when a reader first uses the box,
// and the page of results loads it. The portal's base is the folder of this script.

import { SearchEngine } from "./search/engine.js";
import { startPage } from "./search/page.js";
import { startPanel } from "./search/panel.js";

const base = new URL(".", import.meta.url);
const engine = new SearchEngine(base);
const form = document.getElementById("search-form");
if (form instanceof HTMLFormElement) startPage(form, engine, base);
else startPanel(engine, base);
