// @ts-check
// The embed builder: turns what a partner chooses into the lines to copy, and shows them in a preview. Published as embed/workshop.js.

import {
  BUILDER_COPIED,
  BUILDER_NO_DATA,
  BUILDER_NO_ZONE,
  BUILDER_SELECTED,
  BUILDER_WIDTH_LATER,
  builderSeveralZones,
  FOLDER,
  LANG,
} from "#messages";
import { embedOf, linesOf } from "./builder/lines.js";
import { field, form } from "./builder/page.js";
import { preview, show, watch } from "./builder/preview.js";
import { entryOf, matches } from "./builder/zones.js";

/** @typedef {import("./builder/lines.js").Choice} Choice */
/** @typedef {import("./builder/lines.js").Way} Way */
/** @typedef {import("./builder/preview.js").Size} Size */

/**
 * A feed has 30 articles, a frame page ten.
 *
 * @type {Record<Way, number>}
 */
const MOST = { element: 30, frame: 10, none: 30 };

/** @returns {Way} */
function chosenWay() {
  return /** @type {Way} */ (new FormData(form).get("way"));
}

function chosenLimit() {
  return Math.min(Math.max(Number.parseInt(field("limit").value, 10) || 5, 1), MOST[chosenWay()]);
}

/**
 * @param {string} entry The zone's entry in the list.
 * @returns {Choice}
 */
function chosen(entry) {
  const value = (/** @type {string} */ id) => field(id).value.trim();
  // An English name has spaces.
  const end = entry.lastIndexOf(" ");
  const [name, id] = [entry.slice(0, end), entry.slice(end + 1)];
  return {
    way: chosenWay(),
    limit: chosenLimit(),
    zone: { id, name },
    view: value("view"),
    kind: value("kind"),
    lang: value("lang"),
    theme: value("theme"),
    heading: value("heading"),
    isPinned: field("pinned").checked,
  };
}

/** The number of the newest update; an older one that is still waiting has no effect. */
let last = 0;

async function update() {
  const run = ++last;
  const way = chosenWay();
  const entries = matches();
  const [entry = ""] = entries;
  const isOne = entries.length === 1;
  field("zone-wrong").textContent = isOne ? "" : entry ? builderSeveralZones(entries.length) : BUILDER_NO_ZONE;
  for (const part of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-for]"))) {
    part.hidden = !part.matches(`[data-for~=${way}]`);
  }
  field("limit").max = `${MOST[way]}`;
  if (!isOne) return clear();
  const choice = chosen(entry);
  /** @type {HTMLElement | undefined} */
  let node;
  try {
    node = await embedOf(choice);
  } catch {
    // Reported below, unless something else was chosen meanwhile.
  }
  if (run !== last) return;
  if (!node) {
    tellNoData();
    return clear();
  }
  write(choice, node);
  const copy = show(node);
  if (copy) watch(copy, (size) => write(choice, node, size), tellNoData);
}

/** Hides the lines of the zone that was chosen before, so that nobody copies them. */
function clear() {
  for (const id of ["code", "style", "policy", "feeds"]) field(`${id}-output`).hidden = true;
  show();
}

function tellNoData() {
  field("zone-wrong").textContent = BUILDER_NO_DATA;
}

/**
 * Writes the lines to copy.
 *
 * @param {Choice} choice
 * @param {HTMLElement} node
 * @param {Size} [size] The size of the embed in the preview, once it is loaded.
 */
function write(choice, node, size) {
  for (const [id, line] of Object.entries(linesOf(choice, node, size && Math.ceil(size.height)))) {
    field(id).textContent = line;
    field(`${id}-output`).hidden = !line;
  }
  field("width").textContent = size ? `${Math.round(size.width)}` : BUILDER_WIDTH_LATER;
  /** @type {HTMLButtonElement} */ (form.querySelector("[data-copy=style]")).disabled = !size;
}

/** @param {HTMLElement} button */
async function copy(button) {
  const text = field(`${button.dataset.copy}`);
  const outcome = /** @type {Element} */ (button.nextElementSibling);
  try {
    await navigator.clipboard.writeText(text.textContent);
    outcome.textContent = BUILDER_COPIED;
  } catch {
    getSelection()?.selectAllChildren(text);
    outcome.textContent = BUILDER_SELECTED;
  }
}

form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("input", update);
// The field shows the number that the lines have.
field("limit").addEventListener("change", () => {
  field("limit").value = `${chosenLimit()}`;
});
form.addEventListener("click", ({ target }) => {
  /** @type {HTMLElement | null} */
  const button = /** @type {Element} */ (target).closest("[data-copy]");
  if (button) copy(button);
});
preview.addEventListener("load", update);

// A link to this page may name the zone.
const wanted = new URLSearchParams(location.search).get("zone");
// A partner who reads the builder in another language most likely wants the embed in that language.
if (FOLDER) field("lang").value = LANG;
field("zone").value = entryOf(wanted) ?? entryOf(form.dataset.zone) ?? "";
update();
