// @ts-check
// The search for one query in one index, file by file.

import { MissingFileError, SearchError } from "./search-error.js";

/** @typedef {import("./engine.js").Hit} Hit */
/** @typedef {import("./index-files.js").IndexFiles} IndexFiles */
/** @typedef {import("./reader.js").Search} Search */

/** The reader's errors. */
const VERSION = 1;
const FOREIGN = 2;

/** For so long, in milliseconds, the page may be busy at once. */
const SLICE = 8;

let busySince = 0;

/** Lets the browser draw and the reader type, if the page has been busy for a while. */
export async function breathe() {
  if (performance.now() - busySince < SLICE) return;
  // Browsers hold up timers that follow each other.
  const { scheduler } = /** @type {{ scheduler?: { yield?: () => Promise<void> } }} */ (globalThis);
  await (scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve)));
  busySince = performance.now();
}

export class SearchWalk {
  /** @type {Hit[]} All hits so far. */
  hits = [];
  /** True if the index could not be fetched. */
  isOffline;
  /** True if no more can be found. */
  isOver = false;
  /** @type {string[]} */
  missing = [];
  rest = "";
  #search;
  #files;
  /** @type {number | undefined} */
  #stored;

  /**
   * @param {Search} search
   * @param {IndexFiles} files
   * @param {boolean} hasManifest
   */
  constructor(search, files, hasManifest) {
    this.#search = search;
    this.#files = files;
    this.isOffline = this.isOver = !hasManifest;
    if (search.error === VERSION && hasManifest) throw new SearchError("version");
    // Fetched anew it may be whole.
    if (search.error && hasManifest) throw new MissingFileError("manifest");
  }

  get count() {
    return this.#stored ?? this.#search.count;
  }

  /** True if the network is needed, and stored articles have not been searched instead. */
  get needsStored() {
    return this.isOffline && this.#stored === undefined;
  }

  /**
   * Replaces the hits by those among stored articles, which alone can be opened without a network.
   *
   * @param {Hit[]} hits
   */
  useStored(hits) {
    this.hits = hits;
    this.#stored = hits.length;
    this.isOver = true;
  }

  get isComplete() {
    return this.isOver && !this.isOffline;
  }

  get isEmpty() {
    return this.#search.isEmpty;
  }

  free() {
    this.#search.free();
  }

  /**
   * Searches until there are so many hits, or everything has been searched, or about so many bytes have been fetched.
   *
   * @param {number} hits
   * @param {AbortSignal} signal
   * @param {number} [bytes] If it is given, a file that cannot be fetched is an error.
   */
  async goOn(hits, signal, bytes = Number.POSITIVE_INFINITY) {
    const most = this.#files.fetched + bytes;
    // The next file is probably not larger than the largest so far.
    let largest = 0;
    while (!this.isOver && this.hits.length < hits) {
      const paths = this.#search.step().split("\n");
      if (paths[0] === "") {
        this.#takeHits();
        continue;
      }
      if (bytes === Number.POSITIVE_INFINITY) {
        await this.#supplyAll(paths, signal);
        continue;
      }
      for (const path of paths) {
        const before = this.#files.fetched;
        if (before + largest > most) return;
        await this.#supply(path, this.#files.read(path, signal), signal);
        largest = Math.max(largest, this.#files.fetched - before);
      }
    }
  }

  #takeHits() {
    this.hits.push(...JSON.parse(this.#search.takeHits()));
    this.isOver = this.#search.isComplete;
    if (!this.isOver) this.#search.nextPage();
    else if (this.hits.length === 0) {
      this.missing = JSON.parse(this.#search.missing());
      this.rest = this.missing.pop() ?? "";
    }
  }

  /**
   * Fetches files at once, and takes them in one after another.
   *
   * @param {string[]} paths
   * @param {AbortSignal} signal
   */
  async #supplyAll(paths, signal) {
    const reads = paths.map((path) => this.#files.read(path, signal));
    for (const read of reads) read.catch(() => {});
    try {
      for (const [at, path] of paths.entries()) await this.#supply(path, reads[at] ?? Promise.reject(), signal);
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof SearchError) || error.reason !== "network") throw error;
      this.isOffline = this.isOver = true;
    }
  }

  /**
   * Takes in a file. One that is broken is fetched anew, once: what is stored of it may be broken alone.
   *
   * @param {string} path
   * @param {Promise<Uint8Array>} read
   * @param {AbortSignal} signal
   */
  async #supply(path, read, signal) {
    const supply = async (/** @type {Promise<Uint8Array>} */ read) => {
      const bytes = await read;
      await breathe();
      signal.throwIfAborted();
      return this.#search.supply(path, bytes);
    };
    const isBroken = (/** @type {unknown} */ error) => error instanceof SearchError && error.reason === "broken";
    let error = await supply(read).catch((error) => (isBroken(error) ? FOREIGN : Promise.reject(error)));
    if (error > VERSION) error = await supply(this.#files.read(path, signal, "reload"));
    if (error === VERSION) throw new SearchError("version");
    // A host that answers every address has sent a page instead of a file that is gone.
    if (error === FOREIGN) throw new MissingFileError(path);
    if (error) throw new SearchError("broken");
  }
}
