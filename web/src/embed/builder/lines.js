// @ts-check
// The lines of a choice: the embed's nodes and HTML, its height as a style, the policy that it needs, and the zone's feeds. The lines name
// the portal by the address at which it is read, so they are right wherever it is hosted. What visitors see before the news has loaded is in
// the language of the choice, and leads to the edition in that language.

import { BUILDER_HEIGHT_LATER, BUILDER_NO_POLICY, FOLDER, LANG } from "#messages";
import { element } from "../../element.js";
import { EMBED_LABELS } from "../../generated/labels.js";
import { EMBED_SCRIPT, FIT_SCRIPT, FRAMES_FOLDER, framePath, zonePath } from "../../generated/paths.js";
import { NAME } from "../contract.js";
import { articles, folderOf, languageOf, request, requestIn, text } from "../feed.js";
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

/**
 * The language of a choice, and the folder of the edition in it: the portal's own if there is no such edition, to which the header would
 * lead.
 *
 * @param {Choice} choice
 */
function editionOf({ lang }) {
  const language = languageOf(lang || LANG);
  const isThere = document.querySelector("a[data-switch]") !== null;
  return { language, folder: isThere ? folderOf(language) : "" };
}

/**
 * The heading of a zone's news in the language of a choice. The page knows the zone's name in its own language alone.
 *
 * @param {Choice} choice
 */
async function headingOf(choice) {
  const { zone } = choice;
  const { language } = editionOf(choice);
  const isOwn = language === languageOf(LANG);
  const name = isOwn ? zone.name : (await request(address(feedOf(zone, ""))))._investchn.name?.[language];
  return EMBED_LABELS[language].news(text(name));
}

/**
 * @param {Choice["zone"]} zone
 * @param {string} folder The edition's.
 */
function feedOf({ id }, folder) {
  return `${folder}${zonePath(id)}feed.json`;
}

/** @param {Choice} choice */
async function linkTo(choice) {
  const { folder } = editionOf(choice);
  return element("a", { href: address(folder + zonePath(choice.zone.id)) }, await headingOf(choice));
}

/**
 * The nodes of a choice. The preview shows the nodes, and the line to copy is their HTML.
 *
 * @param {Choice} choice
 */
async function elementOf(choice) {
  const { zone, limit, view, kind, lang, theme, heading } = choice;
  const shown = view === "profile" ? "" : limit;
  return element(NAME, { zone: zone.id, limit: shown, view, kind, lang, theme, heading }, await linkTo(choice));
}

/** @param {Choice} choice */
async function frameOf(choice) {
  const { zone, limit, theme } = choice;
  const { language } = editionOf(choice);
  const own = languageOf(LANG);
  const src = new URL(address((language === own ? FOLDER : "") + framePath(zone.id)));
  // The first edition's page leads to that of another edition, if the zone has one there.
  const lang = language === own || language === languageOf("") ? "" : language;
  for (const [key, value] of Object.entries({ limit, lang, theme })) if (value) src.searchParams.set(key, `${value}`);
  return element("iframe", {
    src: src.href,
    title: await headingOf(choice),
    width: "100%",
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
async function snippetOf(choice) {
  const { language, folder } = editionOf(choice);
  const feed = await requestIn(feedOf(choice.zone, ""), folder ? language : languageOf(""), PORTAL);
  const rows = articles([feed], null, `${choice.limit}`).map((item) => {
    const published = text(item._investchn?.published);
    const lang = languageOf(text(item.language)) === language ? "" : text(item.language);
    const link = element("a", { href: text(item.url), lang }, item.title);
    return element("li", {}, link, " ", element("time", { datetime: published }, published));
  });
  return element("section", {}, element("h3", {}, await linkTo(choice)), element("ul", {}, ...rows));
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
 * @returns {Promise<HTMLElement>}
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
  const copy = /** @type {HTMLElement} */ (embed.cloneNode(true));
  if (way === "frame" && height) copy.setAttribute("height", `${height}`);
  const line = copy.outerHTML;
  const { folder } = editionOf(choice);
  return {
    code: way === "none" ? line : way === "frame" ? line + scriptLine(choice) : scriptLine(choice) + line,
    style: styleOf(way, height),
    policy: policyOf(way),
    feeds: ["feed.xml", "feed.json"].map((file) => address(folder + zonePath(zone.id) + file)).join("\n"),
  };
}
