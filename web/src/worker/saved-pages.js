// @ts-check
// The saved pages: a zone's or a region's lists, articles and pictures, kept until the reader removes them. An index, stored beside the
// files, says what belongs to which page.

import { articleData, CHANGES, KINDS, LATEST, listData, MEDIA_FOLDER, ZONE_FOLDER } from "../generated/paths.js";
import { KEPT, lengthOf, put } from "./cache.js";
import { canBeSaved, editionOf, isHashed, isWhole, nameOfView, renewals } from "./rules.js";
import { SCOPE } from "./scope.js";

/** @typedef {import("./rules.js").Article} Article */
/** @typedef {import("./rules.js").Item} Item */
/** @typedef {import("./rules.js").List} List */
/** @typedef {import("./rules.js").View} View */

/**
 * The index's entry of a page.
 *
 * @typedef {object} Entry
 * @property {string} name
 * @property {number} articles
 * @property {number} bytes
 * @property {number} time When it was saved as a whole, in milliseconds since 1970; 0 if it never was.
 * @property {string[]} files Addresses.
 */

/** @typedef {Record<string, Entry>} Index By portal path. */

/** The address of the index in its cache. No file of the portal has it. */
const INDEX = `${SCOPE}kept.json`;
/** Articles are requested so many at a time. */
const LANES = 4;

/** @type {Promise<unknown>} */
let turn = Promise.resolve();

/**
 * Runs tasks one after another, since each reads the index and writes it back.
 *
 * @template T
 * @param {() => Promise<T>} task
 * @returns {Promise<T>}
 */
export function inTurn(task) {
  const done = turn.then(task);
  turn = done.catch(() => {});
  return done;
}

/** @returns {Promise<Index>} */
export async function readIndex() {
  const stored = await caches.match(INDEX, { cacheName: KEPT });
  return stored ? stored.json() : {};
}

/** @param {Index} index */
async function writeIndex(index) {
  await (await caches.open(KEPT)).put(INDEX, new Response(JSON.stringify(index)));
}

/**
 * Requests a file from the network. Rejects unless it is whole.
 *
 * @param {string} address
 */
async function request(address) {
  const answer = await fetch(address, { cache: isHashed(address.slice(SCOPE.length)) ? "default" : "no-cache" });
  if (!isWhole(answer)) throw new Error(`${answer.status} ${address}`);
  return answer;
}

/** One run of saving a page: what it holds so far. */
class Run {
  name = "";
  articles = 0;
  bytes = 0;
  /** @type {Set<string>} */
  files = new Set();
  /** @type {Set<string>} */
  pictures = new Set();
  #room;

  /** @param {number} room How many bytes the page may have. */
  constructor(room) {
    this.#room = room;
  }

  /**
   * Holds a file: the stored copy, or one from the network.
   *
   * @param {string} address
   * @param {boolean} isRenewed Requests it even if there is a copy.
   */
  async hold(address, isRenewed) {
    const stored = () => caches.match(address, { cacheName: KEPT });
    let answer = isRenewed ? undefined : await stored();
    if (!answer) {
      await put(KEPT, address, await request(address));
      answer = await stored();
    }
    if (!answer) throw new Error(`${address} was deleted`);
    if (!this.files.has(address)) this.bytes += lengthOf(answer);
    this.files.add(address);
    if (this.bytes > this.#room) throw new DOMException("the saved pages are at their limit", "QuotaExceededError");
    return answer;
  }

  /**
   * Holds a data file, and notes the pictures that it names.
   *
   * @param {string} path
   * @param {boolean} isRenewed
   * @returns {Promise<View>}
   */
  async read(path, isRenewed) {
    const text = await (await this.hold(SCOPE + path, isRenewed)).text();
    for (const [, picture] of text.matchAll(new RegExp(`"(${MEDIA_FOLDER}[^"]+)"`, "g")))
      this.pictures.add(`${picture}`);
    return JSON.parse(text).view;
  }

  /** @param {string} path Of a zone or a region, in an edition. */
  async all(path) {
    const [edition, folder] = editionOf(path);
    /** @type {Item[]} */
    const items = [];
    const { articles } = RELEASE.limits.saved;
    for (let page = LATEST; page && items.length < articles; ) {
      const { list } = await this.read(edition + listData(folder, page), true);
      const { items: more, older } = /** @type {List} */ (list);
      this.name ||= nameOfView({ list: /** @type {List} */ (list) }) ?? "";
      items.push(...more);
      page = `${older ?? ""}`;
    }
    items.length = Math.min(items.length, articles);
    if (folder.startsWith(ZONE_FOLDER)) {
      for (const kind of KINDS) await this.read(edition + listData(`${folder}${kind}/`, LATEST), true);
    }
    const outdated = await outdatedAmong(items, edition);
    const queue = items.map(({ id }) => id);
    const lane = async () => {
      for (let id = queue.shift(); id; id = queue.shift()) await this.read(edition + articleData(id), outdated.has(id));
    };
    await Promise.all(Array.from({ length: LANES }, lane));
    for (const picture of this.pictures) await this.hold(SCOPE + picture, false);
    this.articles = items.length;
  }
}

/**
 * Saves the page at a portal path, or renews it. Requests its lists, and only those articles and pictures that are new or changed.
 *
 * @param {string} path
 * @returns {Promise<string>} The outcome: the name of a message of the app (crates/messages), and its values, one a line.
 */
export async function save(path) {
  if (!canBeSaved(path)) return "";
  const index = await readIndex();
  const before = index[path];
  const time = Date.now();
  const others = Object.entries(index).reduce((sum, [other, { bytes }]) => (other === path ? sum : sum + bytes), 0);
  const run = new Run(RELEASE.limits.saved.bytes - others);
  try {
    await run.all(path.slice(1));
  } catch (error) {
    // What came stays, so that the next try has less to request.
    const files = [...new Set([...run.files, ...(before?.files ?? [])])];
    const { name, articles, bytes } = run;
    index[path] = { name: name || path, articles, bytes, time: before?.time ?? 0, files };
    await writeIndex(index);
    throw error;
  }
  const { name, articles, bytes, files } = run;
  index[path] = { name, articles, bytes, time, files: [...files] };
  await writeIndex(index);
  await sweep(index);
  return ["done", name, articles].join("\n");
}

/**
 * The ids of the articles whose stored data may be outdated.
 *
 * @param {Item[]} items
 * @param {string} edition
 */
async function outdatedAmong(items, edition) {
  const corrections = await (await request(SCOPE + edition + CHANGES)).json();
  /** @type {Map<string, Article>} */
  const stored = new Map();
  for (const { id } of items) {
    const answer = await caches.match(SCOPE + edition + articleData(id), { cacheName: KEPT });
    if (answer) stored.set(id, (await answer.json()).view.article);
  }
  return renewals(items, corrections, stored);
}

/**
 * Renews a saved page if it is old. Nobody is told if that fails.
 *
 * @param {string} path Its portal path.
 * @returns {Promise<boolean>} Whether it was renewed.
 */
export function renewIfOld(path) {
  return inTurn(async () => {
    const entry = (await readIndex())[path];
    const isOld = entry !== undefined && Date.now() - entry.time > RELEASE.limits.renewAfter;
    if (isOld) await save(path);
    return isOld;
  });
}

/**
 * @param {string} path
 * @returns {Promise<string>} The outcome.
 */
export async function drop(path) {
  const index = await readIndex();
  delete index[path];
  await writeIndex(index);
  await sweep(index);
  return "dropped";
}

/** @returns {Promise<string>} The outcome. */
export async function empty() {
  await caches.delete(KEPT);
  return "emptied";
}

/**
 * Deletes the files that no entry names any more.
 *
 * @param {Index} index
 */
async function sweep(index) {
  const named = new Set([INDEX, ...Object.values(index).flatMap(({ files }) => files)]);
  const cache = await caches.open(KEPT);
  for (const request of await cache.keys()) {
    if (!named.has(request.url)) await cache.delete(request);
  }
}
