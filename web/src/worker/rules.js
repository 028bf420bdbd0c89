// @ts-check
// The worker's decisions, as pure functions: how a request is answered, what is stored, and what is deleted. Paths are relative to the
// portal's folder; those of a translated edition begin with its folder, and everything below it is as in the portal's.

import {
  DATA_FOLDER,
  EDITION,
  EMBED_FOLDER,
  HASHED,
  HOME_DATA,
  LATEST,
  MEDIA_FOLDER,
  OFFLINE_PAGE,
  REGION_FOLDER,
  SEARCH_FOLDER,
  ZONE_FOLDER,
} from "../generated/paths.js";

/** @typedef {{ readonly count: number, readonly bytes: number }} Limit A number of files and their bytes together. */

/** The search's script and sheet, and its reader, which has a digest in its name. */
const SEARCH_CODE = /^search[-.][^/]+$/;

/** @typedef {{ title: string, summary?: string, corrections?: unknown[] }} Article */
/** @typedef {{ id: string, title: string, summary?: string, zone: { id: string } }} Item */

/**
 * The parts of a view that the worker reads.
 *
 * @typedef {object} View
 * @property {Article} [article]
 * @property {List} [list]
 */

/**
 * The parts of a data file and of a page's data block that the worker reads. A block has the view only if the app needs it.
 *
 * @typedef {object} Block
 * @property {View} [view]
 * @property {string} [name]
 * @property {Article} [article]
 */

/**
 * @typedef {object} List
 * @property {{ zone?: { zone: { name: { value: string } } }, region?: { region: { name: string } } }} subject
 * @property {Item[]} items
 * @property {number} [older] The number of the next older page.
 */

/** Pages that are open may belong to the releases before. */
export const OLDER_SHELLS = 2;
/** How long the network may take if there is a stored copy, in milliseconds. */
export const PATIENCE = 5_000;

/**
 * An address without its query, its fragment and a spelled-out index.html.
 *
 * @param {string} url
 */
export function canonical(url) {
  return url.replace(/[?#].*/, "").replace(/index\.html$/, "");
}

/**
 * The folder of a path's edition, which is empty for the first one, and the path below that folder.
 *
 * @param {string} path
 * @returns {[folder: string, below: string]}
 */
export function editionOf(path) {
  const folder = EDITION.exec(path)?.[0] ?? "";
  return [folder, path.slice(folder.length)];
}

/** The words of the app in one language, whose code is the folder of the edition. */
const WORDS = /^words-([a-z]+)/;

/**
 * The shell's files that the pages of an edition need: none of another edition's pages and words.
 *
 * @param {readonly string[]} shell
 * @param {string} folder The edition's.
 */
export function shellOf(shell, folder) {
  return shell.filter((file) => {
    const code = WORDS.exec(file)?.[1];
    const [own, below] = editionOf(code ? `${code}/` : file);
    // A file of the portal's folder that the edition has as well is the first edition's own.
    return own === folder || !(own || code || shell.includes(folder + below));
  });
}

/**
 * The edition of a page, if the portal has it; else the first one.
 *
 * @param {string} path
 * @param {readonly string[]} shell
 */
export function folderOf(path, shell) {
  const [folder] = editionOf(path);
  return shell.includes(folder + OFFLINE_PAGE) ? folder : "";
}

/**
 * True if the file's name contains a digest of its bytes, so that a stored copy never goes stale.
 *
 * @param {string} path
 */
export function isHashed(path) {
  return HASHED.test(path);
}

/**
 * How a request below the portal's base is answered: by the browser alone, from the network with a stored copy as the fallback, or from
 * the stored copy if there is one.
 *
 * @param {Pick<Request, "method" | "mode" | "destination" | "headers">} request
 * @param {string} path
 * @param {readonly string[]} shell
 * @returns {"ignored" | "network-first" | "cache-first"} As OfflineRule in crates/artifacts/src/treatment.rs.
 */
export function strategyOf({ method, mode, destination, headers }, path, shell) {
  if (method !== "GET" || headers.has("range")) return "ignored";
  const [, below] = editionOf(path);
  if (mode === "navigate") {
    // Pages in frames and pages for partners are not a reader's to keep.
    return destination === "document" && !below.startsWith(EMBED_FOLDER) ? "network-first" : "ignored";
  }
  // The browser's own cache has the files of the index. Without a network the stored articles are searched.
  if (below.startsWith(SEARCH_FOLDER)) return "ignored";
  if (isHashed(path)) return "cache-first";
  return below.startsWith(DATA_FOLDER) || shell.includes(path) || isOfSearch(path) ? "network-first" : "ignored";
}

/**
 * True for a complete file of this address: not an error, a part, another origin's file or a redirect.
 *
 * @param {Pick<Response, "status" | "type" | "redirected">} answer
 */
export function isWhole({ status, type, redirected }) {
  return status === 200 && type === "basic" && !redirected;
}

/**
 * Returns the cache for a file whose name contains a digest, when the network has answered. The shell's files are stored with the release.
 *
 * @param {Pick<Response, "status" | "type" | "redirected" | "headers">} answer
 * @param {string} path
 * @returns {"pictures" | "search" | undefined}
 */
export function storeOf(answer, path) {
  if (!isWhole(answer)) return undefined;
  if (path.startsWith(MEDIA_FOLDER)) return "pictures";
  return isOfSearch(path) && !isPage(answer) ? "search" : undefined;
}

/**
 * True for the search's script, sheet and reader, which only who searches loads. They are stored on use.
 *
 * @param {string} path
 */
export function isOfSearch(path) {
  return SEARCH_CODE.test(path);
}

/**
 * True for a page, which some hosts send instead of a file that is not there.
 *
 * @param {Pick<Response, "headers">} answer
 */
function isPage({ headers }) {
  return headers.get("content-type")?.startsWith("text/html") ?? false;
}

/**
 * Decides about the stored copy when the network has answered.
 *
 * @param {Pick<Response, "status" | "type" | "redirected" | "headers">} answer
 * @param {string} path
 * @param {readonly string[]} shell Has its own cache, which changes only with the release.
 * @returns {"store" | "delete" | "leave"}
 */
export function fateOf(answer, path, shell) {
  if (answer.status === 404 || answer.status === 410) return "delete";
  if (isOfSearch(path)) return storeOf(answer, path) ? "store" : "leave";
  const type = editionOf(path)[1].startsWith(DATA_FOLDER) ? "application/json" : "text/html";
  const isStored = isWhole(answer) && answer.headers.get("content-type")?.startsWith(type) && !shell.includes(path);
  return isStored ? "store" : "leave";
}

/**
 * How many of the oldest files must go.
 *
 * @param {number[]} sizes In bytes, the oldest first.
 * @param {Limit} limit
 */
export function excess(sizes, { count, bytes }) {
  let sum = sizes.reduce((sum, size) => sum + size, 0);
  let gone = 0;
  for (; gone < sizes.length && (sizes.length - gone > count || sum > bytes); gone += 1) sum -= sizes[gone] ?? 0;
  return gone;
}

/**
 * The limit that halves what is stored, for a device that is full.
 *
 * @param {number[]} sizes
 * @returns {Limit}
 */
export function half(sizes) {
  return { count: sizes.length / 2, bytes: sizes.reduce((sum, size) => sum + size, 0) / 2 };
}

/**
 * The page of a data file: that of data/zone/x/latest.json is zone/x/. Other paths are returned as they are.
 *
 * @param {string} path
 */
export function pageOf(path) {
  const [folder, below] = editionOf(path);
  if (below === HOME_DATA) return folder;
  if (!below.startsWith(DATA_FOLDER)) return path;
  const page = folder + below.slice(DATA_FOLDER.length).replace(/\.json$/, "/");
  return page.endsWith(`/${LATEST}/`) ? page.slice(0, -LATEST.length - 1) : page;
}

/**
 * The data block of a page, as JSON.
 *
 * @param {string} html
 */
export function blockOf(html) {
  return html.match(/<script type="application\/json" id="page-data">(.*?)<\/script>/s)?.[1];
}

/**
 * The name under which a reader looks for a page or a data file: an article's, a zone's or a region's. A picture or a file of the search
 * has none, nor has a page of another release that is built differently.
 *
 * @param {string} path
 * @param {ArrayBuffer} body
 */
export function nameOf(path, body) {
  if (path.startsWith(MEDIA_FOLDER) || isOfSearch(path)) return undefined;
  const text = new TextDecoder().decode(body);
  try {
    /** @type {Block} */
    const { view, name, article } = JSON.parse((path.endsWith(".json") ? text : blockOf(text)) ?? "");
    return nameOfView(view) ?? name ?? article?.title;
  } catch {
    return undefined;
  }
}

/**
 * The name under which a reader looks for a view.
 *
 * @param {View | undefined} view
 */
export function nameOfView(view) {
  const { zone, region } = view?.list?.subject ?? {};
  return view?.article?.title ?? zone?.zone.name.value ?? region?.region.name;
}

/**
 * True for the portal path of what can be saved: a zone or a region.
 *
 * @param {string} path
 */
export function canBeSaved(path) {
  const [, below] = editionOf(path.slice(1));
  const folder = [ZONE_FOLDER, REGION_FOLDER].find((folder) => below.startsWith(folder));
  return folder !== undefined && /^[a-z0-9-]+\/$/.test(below.slice(folder.length));
}

/**
 * The articles whose stored data may be outdated: those that are new, those next to a new one of their zone, whose neighbours changed,
 * and those whose title, summary or corrections changed.
 *
 * @param {Item[]} items The newest first.
 * @param {{ article: string }[]} corrections The public list: an entry has the portal path of its article.
 * @param {Map<string, Article>} stored The stored articles, by their ids.
 * @returns {Set<string>} Ids.
 */
export function renewals(items, corrections, stored) {
  const corrected = new Map();
  // The last part of an article's path is its id.
  const ids = corrections.map(({ article }) => article.split("/").at(-2));
  for (const id of ids) corrected.set(id, (corrected.get(id) ?? 0) + 1);
  const renewed = new Set();
  const newer = new Map();
  for (const { id, title, summary, zone } of items) {
    const article = stored.get(id);
    const before = newer.get(zone.id);
    const isSame =
      article?.title === title &&
      article.summary === summary &&
      (article.corrections?.length ?? 0) === (corrected.get(id) ?? 0);
    if (!isSame) renewed.add(id);
    if (before && !stored.has(before)) renewed.add(id);
    if (before && !article) renewed.add(before);
    newer.set(zone.id, id);
  }
  return renewed;
}
