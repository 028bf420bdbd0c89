// @ts-check
// The embed builder: turns what a partner chooses into the lines to copy, and shows them in a preview. The lines name the portal by the
// address at which it is read, so they are right wherever it is hosted. Published as embed/workshop.js.

import {
  BUILDER_COPIED,
  BUILDER_HEIGHT_LATER,
  BUILDER_NO_DATA,
  BUILDER_NO_POLICY,
  BUILDER_NO_ZONE,
  BUILDER_SELECTED,
  BUILDER_WIDTH_LATER,
  builderSeveralZones,
  builderZoneNews,
} from "../generated/messages.js";
import { EMBED_SCRIPT, FIT_SCRIPT, FRAMES_FOLDER, framePath, zonePath } from "../generated/paths.js";
import { NAME } from "./contract.js";

/** @typedef {"element" | "frame" | "none"} Way How the news gets onto the partner's page. */

/**
 * @typedef {object} Choice
 * @property {Way} way
 * @property {{ id: string, name: string }} zone
 * @property {number} limit
 * @property {string} view
 * @property {string} kind
 * @property {string} lang
 * @property {string} theme
 * @property {string} heading
 * @property {boolean} isPinned
 */

/** @typedef {{ width: number, height: number }} Size In CSS pixels. */

const PORTAL = new URL("..", import.meta.url);
const SANDBOX = "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox";
/**
 * A feed has 30 articles, a frame page ten.
 *
 * @type {Record<Way, number>}
 */
const MOST = { element: 30, frame: 10, none: 30 };
const OUTPUTS = /** @type {const} */ (["code", "style", "policy", "feeds"]);

/**
 * An element of the page, which always has it.
 *
 * @template {HTMLElement} [E=HTMLInputElement]
 * @param {string} id
 */
function field(id) {
  return /** @type {E} */ (document.getElementById(id));
}

const form = /** @type {HTMLFormElement} */ (/** @type {HTMLElement} */ (field("workshop")));
const preview = /** @type {HTMLIFrameElement} */ (/** @type {HTMLElement} */ (field("preview")));
const { script: PINNED = "", integrity: INTEGRITY = "" } = form.dataset;
const address = (/** @type {string} */ below) => new URL(below, PORTAL).href;

// The zones' entries in the list. The value of one is like "淮安高新区 huaian-htz".
const zones = [.../** @type {HTMLDataListElement} */ (/** @type {HTMLElement} */ (field("zones"))).options];

/**
 * A name without what people write in different ways.
 *
 * @param {string} text
 */
function plain(text) {
  return text.toLowerCase().replace(/[\s'’-]/g, "");
}

/** The entries of the zones that the typed text may mean: those with exactly that name or id, or else all that contain it. */
function matches() {
  const typed = plain(field("zone").value);
  if (!typed) return [];
  const all = zones.map(({ value, text, dataset }) => ({
    value,
    words: [value, ...value.split(" "), text, ...(dataset.also ?? "").split("|")].map(plain),
  }));
  const exact = all.filter(({ words }) => words.includes(typed));
  const found = exact.length ? exact : all.filter(({ words }) => words.some((word) => word.includes(typed)));
  return found.map(({ value }) => value);
}

/** @returns {Way} */
function chosenWay() {
  return /** @type {Way} */ (/** @type {RadioNodeList} */ (form.elements.namedItem("way")).value);
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
  const [name = "", id = ""] = entry.split(" ");
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

/**
 * @param {string} name
 * @param {Record<string, string | number | undefined>} attributes Those that are empty are left out.
 * @param {(Node | string)[]} children
 */
function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value) made.setAttribute(key, `${value}`);
  made.append(...children);
  return made;
}

/** @param {Choice} choice */
function scriptLine({ way, isPinned }) {
  const pinned = isPinned ? ` integrity="${INTEGRITY}" crossorigin="anonymous"` : "";
  const src = address(isPinned ? PINNED : way === "frame" ? FIT_SCRIPT : EMBED_SCRIPT);
  // Of the characters that HTML escapes, an address has no other.
  return `<script type="module" src="${src.replaceAll("&", "&amp;")}"${pinned}></script>`;
}

/** @param {Choice["zone"]} zone */
function linkTo({ id, name }) {
  return element("a", { href: address(zonePath(id)) }, builderZoneNews(name));
}

/**
 * The nodes of a choice. The preview shows the nodes, and the line to copy is their HTML.
 *
 * @param {Choice} choice
 */
function elementOf({ zone, limit, view, kind, lang, theme, heading }) {
  const shown = view === "profile" ? "" : limit;
  return element(NAME, { zone: zone.id, limit: shown, view, kind, lang, theme, heading }, linkTo(zone));
}

/**
 * @param {Choice} choice
 * @param {number} [height]
 */
function frameOf({ zone, limit, lang, theme }, height) {
  const src = new URL(address(framePath(zone.id)));
  for (const [key, value] of Object.entries({ limit, lang, theme })) if (value) src.searchParams.set(key, `${value}`);
  const title = builderZoneNews(zone.name);
  return element("iframe", {
    src: src.href,
    title,
    width: "100%",
    height,
    loading: "lazy",
    sandbox: SANDBOX,
    frameborder: "0",
  });
}

/**
 * The newest headlines as they are now, which request nothing from the portal later.
 *
 * @param {Choice} choice
 */
async function snippetOf({ zone, limit }) {
  const answer = await fetch(address(`${zonePath(zone.id)}feed.json`));
  /** @type {{ items: { title: string, url: string, _investchn: { published: string } }[] }} */
  const { items } = await answer.json();
  const rows = items.slice(0, limit).map(({ title, url, _investchn: { published } }) => {
    const time = element("time", { datetime: published }, published);
    return element("li", {}, element("a", { href: url }, title), " ", time);
  });
  return element("section", {}, element("h3", {}, linkTo(zone)), element("ul", {}, ...rows));
}

/**
 * @param {Choice} choice
 * @param {number} [height]
 */
function styleOf({ way }, height) {
  if (way === "none") return "";
  if (!height) return BUILDER_HEIGHT_LATER;
  return way === "frame"
    ? `iframe[src*="/${FRAMES_FOLDER}"] { height: ${height}px; }`
    : `${NAME} { display: block; height: ${height}px; }`;
}

/** @param {Choice} choice */
function policyOf({ way }) {
  const { origin } = PORTAL;
  if (way === "none") return BUILDER_NO_POLICY;
  return way === "frame" ? `frame-src ${origin}; script-src ${origin}` : `script-src ${origin}; connect-src ${origin}`;
}

/** The number of the newest update; an older one that is still waiting has no effect. */
let last = 0;
/**
 * Observes the size of the embed in the preview.
 *
 * @type {MutationObserver | ResizeObserver | undefined}
 */
let observer;

async function update() {
  const run = ++last;
  const way = chosenWay();
  const [entry, ...others] = matches();
  const isOne = entry !== undefined && !others.length;
  field("zone-wrong").textContent = isOne ? "" : entry ? builderSeveralZones(others.length + 1) : BUILDER_NO_ZONE;
  for (const part of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-for]"))) {
    part.hidden = !part.matches(`[data-for~=${way}]`);
  }
  field("limit").max = `${MOST[way]}`;
  if (!isOne) return clear();
  const choice = chosen(entry);
  /** @type {HTMLElement | undefined} */
  let node;
  try {
    node = await { element: elementOf, frame: frameOf, none: snippetOf }[way](choice);
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
  if (copy) watch(copy, (size) => write(choice, node, size));
}

/** Hides the lines of the zone that was chosen before, so that nobody copies them. */
function clear() {
  for (const id of OUTPUTS) field(`${id}-output`).hidden = true;
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
  const { way, zone } = choice;
  const height = size && Math.ceil(size.height);
  const line = (way === "frame" ? frameOf(choice, height) : node).outerHTML;
  const lines = {
    code: { element: scriptLine(choice) + line, frame: line + scriptLine(choice), none: line }[way],
    style: styleOf(choice, height),
    policy: policyOf(choice),
    feeds: ["feed.xml", "feed.json"].map((file) => address(zonePath(zone.id) + file)).join("\n"),
  };
  for (const id of OUTPUTS) {
    field(id).textContent = lines[id];
    field(`${id}-output`).hidden = !lines[id];
  }
  field("width").textContent = size ? `${Math.round(size.width)}` : BUILDER_WIDTH_LATER;
  /** @type {HTMLButtonElement} */ (form.querySelector("[data-copy=style]")).disabled = !size;
}

/**
 * Shows a copy of a node in the preview, or nothing.
 *
 * @param {HTMLElement} [node]
 * @returns {HTMLElement | undefined} The copy; none while the preview is loading, which calls `update` when it is done.
 */
function show(node) {
  observer?.disconnect();
  const page = preview.contentDocument;
  const here = page?.getElementById("here");
  if (!page || !here) return;
  page.body.className = field("look").value;
  const copy = node && page.importNode(node, true);
  here.replaceChildren(copy ?? "");
  return copy;
}

/**
 * Reports the size of the embed in the preview whenever it changes.
 *
 * @param {HTMLElement} embed
 * @param {(size: Size) => void} report
 */
function watch(embed, report) {
  if (embed.localName === "iframe") {
    // The script in the preview gives the frame the height of its content.
    observer = new MutationObserver(() =>
      report({ width: embed.clientWidth, height: Number.parseFloat(embed.style.height) }),
    );
    return observer.observe(embed, { attributeFilter: ["style"] });
  }
  const { ResizeObserver } = /** @type {Window & typeof globalThis} */ (embed.ownerDocument.defaultView);
  embed.addEventListener("investchn-load", () => {
    observer?.disconnect();
    // Measures the box, since the page around may lay out the element itself in any way.
    const box = /** @type {Element} */ (embed.shadowRoot?.querySelector("[part=box]"));
    observer = new ResizeObserver(() => report(box.getBoundingClientRect()));
    observer.observe(box);
  });
  embed.addEventListener("investchn-error", tellNoData);
}

/** @param {HTMLElement} button */
async function copy(button) {
  const text = field(button.dataset.copy ?? "");
  const outcome = /** @type {Element} */ (button.nextElementSibling);
  try {
    await navigator.clipboard.writeText(text.textContent ?? "");
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
const entryOf = (/** @type {string | null | undefined} */ id) =>
  zones.find(({ value }) => value.endsWith(` ${id}`))?.value;
field("zone").value = entryOf(wanted) ?? entryOf(form.dataset.zone) ?? "";
update();
