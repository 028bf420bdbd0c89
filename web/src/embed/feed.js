// @ts-check
// The feeds that the element shows: where they are, how they are requested, and which of their articles are shown. A feed may come from
// a newer portal or a broken host, so no field is trusted.

import { EMBED_LABELS } from "../generated/labels.js";
import { regionPath, zonePath } from "../generated/paths.js";

// How long a request may take, in milliseconds.
const PATIENCE = 20_000;
const LIMIT = { usual: 5, most: 30 };

/** @typedef {import("./contract.js").Reason} Reason */
/** @typedef {keyof typeof EMBED_LABELS} Language */
/** @typedef {Partial<Record<Language, unknown>>} Bilingual A text by language. */

/**
 * @typedef {object} Item
 * @property {unknown} [id]
 * @property {string} title
 * @property {unknown} [url]
 * @property {unknown} [language] The feed's, unless the item has its own.
 * @property {unknown} [date_published]
 * @property {{ name?: unknown }[]} [authors]
 * @property {{ kind?: unknown, published?: unknown, zone_name?: unknown }} [_investchn]
 * @property {Bilingual} [subject] The name of the feed's zone or region.
 */

/**
 * @typedef {object} Feed
 * @property {Item[]} items
 * @property {unknown} [language]
 * @property {unknown} [feed_url]
 * @property {unknown} [home_page_url]
 * @property {{ name?: unknown }[]} [authors]
 * @property {{ name?: Bilingual, facts?: unknown, originals?: unknown }} _investchn
 */

/**
 * The paths of the feeds of zones and regions, below the portal's base. A word that is no id has none.
 *
 * @param {string | null} zones Ids, separated by white space.
 * @param {string | null} regions Codes, separated by white space.
 * @returns {string[]}
 */
export function feedPaths(zones, regions) {
  const ids = (/** @type {string | null} */ words) =>
    (words ?? "").split(/\s+/).filter((word) => /^[a-z0-9-]+$/.test(word));
  const folders = [...ids(zones).map(zonePath), ...ids(regions).map(regionPath)];
  return [...new Set(folders.map((folder) => `${folder}feed.json`))];
}

/** The first language: its edition is the portal's folder, and every article exists in it. */
const ORIGINAL = "zh";

/**
 * The language of labels for the tag of a language.
 *
 * @param {string} tag
 */
export function languageOf(tag) {
  const code = tag.toLowerCase().split(/\W/, 1)[0] ?? "";
  return Object.hasOwn(EMBED_LABELS, code) ? /** @type {Language} */ (code) : ORIGINAL;
}

/**
 * The folder of a language's edition, below the portal's.
 *
 * @param {Language} lang
 */
export function folderOf(lang) {
  return lang === ORIGINAL ? "" : `${lang}/`;
}

/** @typedef {[Feed, ...Feed[]]} Feeds At least one. */
/** @typedef {{ reason: Reason, url: string }} Failure The fields of the event investchn-error. */

/** @type {Map<string, Promise<Feed>>} */
const requests = new Map();

/**
 * Requests a feed once, however many elements show it. After a failure the next call requests it again.
 *
 * @param {string} url
 * @returns {Promise<Feed>} Rejects with an error that is a Failure too.
 */
export function request(url) {
  const feed = requests.get(url) ?? read(url);
  requests.set(url, feed);
  feed.catch(() => requests.delete(url));
  return feed;
}

/**
 * Requests the feed of an edition. That of a zone or region without a translated article names the newest originals, so that one request
 * does. A portal without the edition, or of an older release, has only the original's feed.
 *
 * @param {string} path
 * @param {Language} lang
 * @param {URL} portal
 */
export async function requestIn(path, lang, portal) {
  const original = new URL(path, portal).href;
  if (lang === ORIGINAL) return request(original);
  try {
    const feed = await request(new URL(folderOf(lang) + path, portal).href);
    const { originals } = feed._investchn;
    if (feed.items.length) return feed;
    return { ...feed, items: Array.isArray(originals) ? originals : (await request(original)).items };
  } catch {
    return request(original);
  }
}

/**
 * @param {string} url
 * @returns {Promise<Feed>}
 */
async function read(url) {
  /** @type {(reason: Reason) => never} */
  const fail = (reason) => {
    throw Object.assign(new Error(reason), { reason, url });
  };
  const answer = await fetch(url, {
    credentials: "omit",
    referrerPolicy: "no-referrer",
    // An older browser waits for as long as the host does.
    signal: AbortSignal.timeout?.(PATIENCE) ?? null,
  }).catch(() => fail("network"));
  if (!answer.ok) fail(answer.status === 404 ? "unknown" : "status");
  // A connection that breaks off rejects with another error than a text that is no JSON.
  const data = await answer.json().catch((error) => fail(error instanceof SyntaxError ? "shape" : "network"));
  return Array.isArray(data?.items) && data._investchn ? data : fail("shape");
}

/**
 * The articles of feeds, each once, the newest first.
 *
 * @param {Feed[]} feeds
 * @param {string | null} kind Only articles of this kind.
 * @param {string | null} limit How many at most.
 * @returns {Item[]}
 */
export function articles(feeds, kind, limit) {
  const seen = new Set();
  const all = feeds.flatMap(({ items, language, _investchn: { name } }) =>
    items.map((item) => ({ language, subject: name ?? {}, ...item })),
  );
  const ours = all.filter(({ id, title, _investchn }) => {
    const isWanted = title && typeof title === "string" && (!kind || _investchn?.kind === kind);
    return isWanted && !seen.has(id) && seen.add(id);
  });
  // One feed has the newest first already. Several are merged by their dates, and the sort is stable for equal dates.
  const date = (/** @type {Item} */ { date_published }) => text(date_published);
  if (feeds.length > 1) ours.sort((one, other) => +(date(other) > date(one)) - +(date(other) < date(one)));
  const wanted = Number.parseInt(limit ?? "", 10);
  return ours.slice(0, Math.min(wanted > 0 ? wanted : LIMIT.usual, LIMIT.most));
}

/**
 * True for the address of a page; false for one that would run as a script.
 *
 * @param {unknown} address
 * @returns {address is string}
 */
export function isPage(address) {
  return typeof address === "string" && /^https?:/i.test(address);
}

/**
 * @param {unknown} value
 * @returns {string} Empty for anything but a text.
 */
export function text(value) {
  return typeof value === "string" ? value : "";
}

/**
 * A text beside labels of a language; empty if it is in Chinese and they are not. Sources and some names are known in Chinese alone.
 *
 * @param {unknown} value
 * @param {Language} lang
 */
export function worded(value, lang) {
  const words = text(value);
  return lang !== ORIGINAL && /\p{Script=Han}/u.test(words) ? "" : words;
}
