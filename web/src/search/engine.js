// @ts-check
// Searches the index: the state of one query at a time. What the index needs it fetches; what matches, and how text is folded, the
// reader decides (crates/search).

import { countsOf } from "./counts.js";
import { IndexFiles } from "./index-files.js";
import { loadReader } from "./reader.js";
import { MissingFileError, SearchError } from "./search-error.js";
import { matching, storedArticles } from "./stored-articles.js";
import { breathe, SearchWalk } from "./walk.js";

export { SearchError };

/** @typedef {{ text: string, isMatch: boolean }[]} MarkedText */

/**
 * An article, or a zone.
 *
 * @typedef {object} Hit
 * @property {string} id
 * @property {MarkedText} title
 * @property {MarkedText} foundBy The name by which it was found, if neither title nor text has it; else empty.
 * @property {MarkedText} excerpt
 * @property {boolean} isCutBefore True if the article has text before the excerpt.
 * @property {boolean} isCutAfter
 * @property {number} date For example 20261127; 0 for a zone.
 * @property {string} zone An id; empty for none.
 * @property {string} zoneName
 * @property {string} kind
 * @property {string[]} regions
 */

/**
 * A reader's query. Empty ids and years set no limit.
 *
 * @typedef {object} Query
 * @property {string} q
 * @property {string} zone
 * @property {string} region
 * @property {string} kind
 * @property {string} year
 * @property {"newest" | "fit"} order
 */

/**
 * @typedef {object} Results
 * @property {Hit[]} hits The articles of the page.
 * @property {Hit[]} zones
 * @property {number} count The number of articles found so far.
 * @property {boolean} isComplete True if that is all.
 * @property {import("./counts.js").FilterCounts} [counts] How many of all articles found each value of a filter has; not known unless all
 *   have been found.
 * @property {boolean} hasMore
 * @property {string[]} missing The parts of the query that no article has, if nothing was found.
 * @property {string} rest The query without them; empty if nothing is left of it.
 * @property {boolean} isOffline True if only stored articles could be searched.
 */

/** @typedef {(results: Results) => void} OnResults */

/** The folder of the index, and its manifests in it. */
const FOLDER = "data/search/";
const MANIFESTS = ["articles.bin", "zones.bin"];

const ARTICLES_OF_PAGE = 10;
const MOST_ZONES = 3;

/** So many further bytes may be fetched to know the exact count. */
const BYTES_FOR_COUNT = 40_000;

/** In milliseconds; a page may stay open for days. */
const AGE_OF_MANIFESTS = 300_000;

export class SearchEngine {
  #root;
  #base;
  #files;
  /** @type {Promise<import("./reader.js").Reader> | undefined} */
  #reader;
  /** @type {Promise<(Uint8Array | undefined)[]> | undefined} */
  #manifests;
  #loaded = 0;
  /** @type {Query | undefined} */
  #query;
  /** @type {SearchWalk | undefined} */
  #articles;
  /** @type {SearchWalk | undefined} */
  #zones;
  #running = new AbortController();
  /** The number of articles that have been reported. */
  #shown = 0;

  /**
   * @param {URL} root The portal's folder, with the reader of the index.
   * @param {URL} base The folder of the edition, with its index and its articles.
   */
  constructor(root, base = root) {
    this.#root = root;
    this.#base = base;
    this.#files = new IndexFiles(new URL(FOLDER, base));
  }

  /**
   * Searches for a query, and ends an older one. Calls back with the zones, with the first page of articles, and with their exact number
   * if that costs little.
   *
   * @param {Query} query
   * @param {OnResults} onResults
   * @param {AbortSignal} signal
   * @param {number} [pause] Files are fetched after so many milliseconds: the reader may go on to type.
   * @throws {SearchError}
   */
  async search(query, onResults, signal, pause = 0) {
    this.#end();
    this.#files.waitFor(pause);
    this.#query = query;
    this.#shown = 0;
    await this.#page(onResults, signal);
  }

  /**
   * Searches for the next page of the same query.
   *
   * @param {OnResults} onResults
   * @param {AbortSignal} signal
   * @throws {SearchError}
   */
  async more(onResults, signal) {
    await this.#page(onResults, signal);
  }

  #end() {
    this.#running.abort();
    for (const walk of [this.#articles, this.#zones]) walk?.free();
    this.#articles = this.#zones = undefined;
  }

  /**
   * Searches for the page after the articles that have been reported. If a file is missing, a newer index may have replaced the one
   * whose manifest is known: the query begins again with that one, once.
   *
   * @param {OnResults} onResults
   * @param {AbortSignal} outer
   */
  async #page(onResults, outer) {
    try {
      await this.#run(onResults, outer, "no-cache");
    } catch (error) {
      if (!(error instanceof MissingFileError)) throw error;
      this.#end();
      this.#manifests = undefined;
      await this.#run(onResults, outer, "reload").catch((error) => {
        throw error instanceof MissingFileError ? new SearchError("broken", error) : error;
      });
    }
  }

  /**
   * @param {OnResults} onResults
   * @param {AbortSignal} outer
   * @param {RequestCache} cache For the manifests.
   */
  async #run(onResults, outer, cache) {
    outer.throwIfAborted();
    this.#running.abort();
    const running = new AbortController();
    this.#running = running;
    const abort = () => running.abort(outer.reason);
    outer.addEventListener("abort", abort);
    try {
      await this.#attempt(onResults, running.signal, cache);
    } catch (error) {
      running.signal.throwIfAborted();
      throw error;
    } finally {
      outer.removeEventListener("abort", abort);
      // After an error, the search of the other index may still be going on.
      running.abort();
    }
  }

  /**
   * @param {OnResults} onResults
   * @param {AbortSignal} signal
   * @param {RequestCache} cache For the manifests.
   */
  async #attempt(onResults, signal, cache) {
    const { articles, zones } = await this.#walks(signal, cache);
    const [before, after] = [this.#shown, this.#shown + ARTICLES_OF_PAGE];
    const report = (/** @type {boolean} */ isFound) => {
      const { count, isComplete, isOffline, missing, rest } = articles;
      const hits = isFound ? articles.hits.slice(before, after) : [];
      const hasMore = isFound && (articles.hits.length > after || !articles.isOver);
      const places = zones?.hits.slice(0, MOST_ZONES) ?? [];
      const results = { hits, zones: places, count, isComplete, hasMore, missing, rest, isOffline };
      onResults(isFound && articles.isOver ? { ...results, counts: countsOf(articles.hits) } : results);
    };
    let areArticlesFound = false;
    const ofZones = async () => {
      await zones?.goOn(MOST_ZONES, signal);
      if (before === 0 && !areArticlesFound && zones?.hits.length) report(false);
    };
    const ofArticles = async () => {
      // Without a network only stored articles can be opened, whatever of the index is at hand.
      if (!navigator.onLine) articles.isOffline = true;
      else await articles.goOn(after, signal);
      if (articles.needsStored) await this.#useStored(articles, signal);
      areArticlesFound = true;
    };
    await Promise.all([ofZones(), ofArticles()]);
    this.#shown = Math.min(after, Math.max(articles.hits.length, before));
    report(true);
    if (articles.isOver || savesData()) return;
    try {
      await articles.goOn(Number.POSITIVE_INFINITY, signal, BYTES_FOR_COUNT);
    } catch {
      // The page is whole; who asks for the next one is told.
      signal.throwIfAborted();
    }
    report(true);
  }

  /**
   * Searches the articles that the browser has stored.
   *
   * @param {SearchWalk} articles
   * @param {AbortSignal} signal
   */
  async #useStored(articles, signal) {
    const [reader, stored] = await Promise.all([this.#load(), storedArticles(this.#base, signal)]);
    signal.throwIfAborted();
    if (stored.length === 0) throw new SearchError("network");
    articles.useStored(matching(stored, this.#query ?? NOTHING, reader));
  }

  /**
   * Returns the walks of the query, and begins them if there are none.
   *
   * @param {AbortSignal} signal
   * @param {RequestCache} cache
   */
  async #walks(signal, cache) {
    const known = this.#articles;
    if (known) return { articles: known, zones: this.#zones };
    const [{ Search }, manifests] = await Promise.all([this.#load(), this.#manifestsOf(cache)]);
    signal.throwIfAborted();
    const { q, zone, region, kind, year, order } = this.#query ?? NOTHING;
    const walk = (/** @type {Uint8Array | undefined} */ manifest, /** @type {number} */ page) => {
      const search = new Search(
        manifest ?? new Uint8Array(),
        q,
        zone,
        region,
        kind,
        Number(year),
        order === "fit",
        page,
      );
      return new SearchWalk(search, this.#files, manifest !== undefined);
    };
    const articles = walk(manifests[0], ARTICLES_OF_PAGE);
    this.#articles = articles;
    // A zone has no date and no kind, and is not news of itself.
    if (!zone && !kind && !year && !articles.isEmpty) this.#zones = walk(manifests[1], MOST_ZONES);
    await breathe();
    signal.throwIfAborted();
    return { articles, zones: this.#zones };
  }

  #load() {
    this.#reader ??= loadReader(this.#root).catch((error) => {
      this.#reader = undefined;
      throw error;
    });
    return this.#reader;
  }

  /**
   * Returns both manifests; one that can neither be fetched nor is stored is left out. An older query's end does not abort this.
   *
   * @param {RequestCache} cache
   */
  #manifestsOf(cache) {
    if (!this.#manifests || Date.now() - this.#loaded > AGE_OF_MANIFESTS) {
      const { signal } = new AbortController();
      const before = this.#manifests;
      this.#loaded = Date.now();
      const reads = MANIFESTS.map((name) => this.#files.read(name, signal, cache));
      this.#manifests = Promise.allSettled(reads).then(async (all) => {
        const manifests = all.map((it) => (it.status === "fulfilled" ? it.value : undefined));
        const errors = all.flatMap((it) => (it.status === "rejected" ? [it.reason] : []));
        const isOffline = (/** @type {unknown} */ error) => error instanceof SearchError && error.reason === "network";
        const fault = errors.find((error) => !isOffline(error));
        if (errors.length === 0) return manifests;
        this.#manifests = before;
        if (fault) throw fault;
        return (await before) ?? manifests;
      });
    }
    return this.#manifests;
  }
}

/** @type {Query} */
const NOTHING = { q: "", zone: "", region: "", kind: "", year: "", order: "newest" };

function savesData() {
  const { connection } = /** @type {{ connection?: { saveData?: boolean } }} */ (navigator);
  return connection?.saveData ?? false;
}
