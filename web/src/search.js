// @ts-check
// The search: the panel below the header's box, and the page of results. The start script imports it when a reader first uses the box,
// and the page of results loads it. There is a bundle for each language; the portal is the folder of this script.

import { FOLDER } from "#messages";
import { SearchEngine } from "./search/engine.js";
import { startPage } from "./search/page.js";
import { startPanel } from "./search/panel.js";

const root = new URL(".", import.meta.url);
const base = new URL(FOLDER, root);
const engine = new SearchEngine(root, base);
const form = document.getElementById("search-form");
if (form instanceof HTMLFormElement) startPage(form, engine, root, base);
else startPanel(engine, root, base);
