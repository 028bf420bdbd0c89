// @ts-check
// The lines of a choice: the embed's nodes and HTML, its height as a style, the policy that it needs, and the zone's feeds. The lines name
// the portal by the address at which it is read, so they are right wherever it is hosted.

import { element } from "../../element.js";
import { BUILDER_HEIGHT_LATER, BUILDER_NO_POLICY, builderZoneNews } from "#messages";
import { EMBED_SCRIPT, FIT_SCRIPT, FRAMES_FOLDER, framePath, zonePath } from "../../generated/paths.js";
import { NAME } from "../contract.js";
import { form } from "./page.js";

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

// The bundle is in a folder of the portal.
const PORTAL = new URL("..", import.meta.url);
const SANDBOX = "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox";
const address = (/** @type {string} */ below) => new URL(below, PORTAL).href;

/** @param {Choice} choice */
function scriptLine({ way, isPinned }) {
  const { script, integrity } = form.dataset;
  const pinned = isPinned ? ` integrity="${integrity}" crossorigin="anonymous"` : "";
  const src = address(isPinned ? `${script}` : way === "frame" ? FIT_SCRIPT : EMBED_SCRIPT);
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
 * @param {Way} way
 * @param {number} [height]
 */
function styleOf(way, height) {
  if (way === "none") return "";
  if (!height) return BUILDER_HEIGHT_LATER;
  return way === "frame"
    ? `iframe[src*="/${FRAMES_FOLDER}"] { height: ${height}px; }`
    : `${NAME} { display: block; height: ${height}px; }`;
}

/** @param {Way} way */
function policyOf(way) {
  const { origin } = PORTAL;
  if (way === "none") return BUILDER_NO_POLICY;
  return way === "frame" ? `frame-src ${origin}; script-src ${origin}` : `script-src ${origin}; connect-src ${origin}`;
}

/**
 * The embed of a choice, whose HTML is the line to copy. The preview shows a copy of it.
 *
 * @param {Choice} choice
 * @returns {HTMLElement | Promise<HTMLElement>}
 */
export function embedOf(choice) {
  return { element: elementOf, frame: frameOf, none: snippetOf }[choice.way](choice);
}

/**
 * The lines by the page's fields for them. An empty one is not needed.
 *
 * @param {Choice} choice
 * @param {HTMLElement} embed
 * @param {number} [height] Of the embed in the preview, in CSS pixels.
 */
export function linesOf(choice, embed, height) {
  const { way, zone } = choice;
  const line = (way === "frame" ? frameOf(choice, height) : embed).outerHTML;
  return {
    code: way === "none" ? line : way === "frame" ? line + scriptLine(choice) : scriptLine(choice) + line,
    style: styleOf(way, height),
    policy: policyOf(way),
    feeds: ["feed.xml", "feed.json"].map((file) => address(zonePath(zone.id) + file)).join("\n"),
  };
}
