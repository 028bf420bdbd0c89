// @ts-check
// Zones and articles that were found, as lists of links.

import { SEARCH_ELLIPSIS, SEARCH_ONLY_ZONE, SEARCH_PHOTO_NEWS, SEARCH_VIDEO_NEWS, searchOnlyThisZone } from "#messages";
import { element } from "../element.js";
import { articlePath, zonePath } from "../generated/paths.js";
import { dateText } from "./words.js";

/** @typedef {import("./engine.js").Hit} Hit */
/** @typedef {import("./engine.js").MarkedText} MarkedText */
/**
 * @typedef {object} ListSettings
 * @property {URL} base The edition's folder.
 * @property {"h3" | "h4"} heading The element of titles.
 * @property {(hit: Hit) => string} [onlyZone] Returns the address of the results in the article's zone.
 */

/** @type {Record<string, string>} */
const KIND_NAMES = { photo: SEARCH_PHOTO_NEWS, video: SEARCH_VIDEO_NEWS };

/** @param {MarkedText} parts */
function marked(parts) {
  return parts.map(({ text, isMatch }) => (isMatch ? element("mark", {}, text) : text));
}

/**
 * The name of a hit's zone, with the match marked in it.
 *
 * @param {Hit} hit
 */
function zoneNameOf({ zoneName, foundBy }) {
  return textOf(foundBy) === zoneName ? marked(foundBy) : [zoneName];
}

/**
 * The name by which a hit was found, if nothing else that is shown has it: another name of a zone, or an article's source.
 *
 * @param {Hit} hit
 */
function otherName({ zoneName, foundBy }) {
  const isShown = foundBy.length === 0 || textOf(foundBy) === zoneName;
  return isShown ? [] : [element("span", {}, ...marked(foundBy))];
}

/** @param {MarkedText} parts */
function textOf(parts) {
  return parts.map(({ text }) => text).join("");
}

/** @param {Hit} hit */
function excerpt({ excerpt, isCutBefore, isCutAfter }) {
  const text = [isCutBefore ? SEARCH_ELLIPSIS : "", ...marked(excerpt), isCutAfter ? SEARCH_ELLIPSIS : ""];
  return element("p", { class: "search-excerpt" }, ...text.filter((part) => part !== ""));
}

/**
 * @param {string} address
 * @param {Hit} hit
 * @param {string} heading
 */
function titleLink(address, { title }, heading) {
  return element(heading, {}, element("a", { href: address, "data-stop": "true" }, ...marked(title)));
}

/**
 * A zone as a place to go to.
 *
 * @param {Hit} hit
 * @param {ListSettings} settings
 */
export function zoneEntry(hit, { base, heading }) {
  const address = new URL(zonePath(hit.id), base).href;
  const entry = element("li", { class: "search-zone" }, titleLink(address, hit, heading));
  const names = textOf(hit.title) === hit.zoneName ? [] : [element("span", {}, ...zoneNameOf(hit))];
  names.push(...otherName(hit));
  if (names.length) entry.append(element("p", { class: "item-meta" }, ...names));
  return entry;
}

/**
 * @param {Hit} hit
 * @param {ListSettings} settings
 */
export function articleEntry(hit, { base, heading, onlyZone }) {
  const { id, date, zone, zoneName, kind } = hit;
  const written = dateText(date);
  const meta = element("p", { class: "item-meta" }, element("time", { datetime: written }, written));
  if (zone)
    meta.append(element("a", { class: "item-zone", href: new URL(zonePath(zone), base).href }, ...zoneNameOf(hit)));
  meta.append(...otherName(hit));
  if (KIND_NAMES[kind]) meta.append(element("span", { class: "badge" }, KIND_NAMES[kind]));
  if (zone && onlyZone) {
    const attributes = { class: "item-zone", href: onlyZone(hit), "aria-label": searchOnlyThisZone(zoneName) };
    meta.append(element("a", { ...attributes, "data-query": "true" }, SEARCH_ONLY_ZONE));
  }
  const text = element("div", { class: "item-text" }, titleLink(new URL(articlePath(id), base).href, hit, heading));
  if (hit.excerpt.length) text.append(excerpt(hit));
  text.append(meta);
  return element("li", { class: "item" }, text);
}

/**
 * Replaces the content of an element. If the link with the focus is there again, it keeps the focus.
 *
 * @param {Element} place
 * @param {(Node | string)[]} content
 */
export function replaceContent(place, content) {
  const { activeElement } = document;
  const focused = place.contains(activeElement) ? activeElement?.getAttribute("href") : null;
  place.replaceChildren(...content);
  if (focused) /** @type {HTMLElement | null} */ (place.querySelector(`a[href="${CSS.escape(focused)}"]`))?.focus();
}
