// @ts-check
// The feeds that the element shows: where they are, how they are requested, and which of their articles are shown. A feed may come from
// a newer portal or a broken host, so no field is trusted.

import { regionPath, zonePath } from "../generated/paths.js";

// How long a request may take, in milliseconds.
const PATIENCE = 20_000;
const LIMIT = { usual: 5, most: 30 };

/** @typedef {import("./contract.js").Reason} Reason */
/** @typedef {{ zh?: unknown, en?: unknown }} Bilingual */

/**
 * @typedef {object} Item
 * @property {unknown} [id]
 * @property {string} title
 * @property {unknown} [url]
 * @property {unknown} [language] The feed's, unless the item has its own.
 * @property {unknown} [date_published]
 * @property {{ name?: unknown }[]} [authors]
 * @property {{ kind?: unknown, published?: unknown, zone_name?: unknown }} [_investchn]
 */

/**
 * @typedef {object} Feed
 * @property {Item[]} items
 * @property {unknown} [language]
 * @property {unknown} [feed_url]
 * @property {unknown} [home_page_url]
 * @property {{ name?: unknown }[]} [authors]
 * @property {{ name?: Bilingual, facts?: unknown }} _investchn
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
  const all = feeds.flatMap(({ items, language }) => items.map((item) => ({ language, ...item })));
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
