// @ts-check
// The files of the index: fetches and inflates them, and keeps those that were read in memory, so that typing one more letter fetches
// nothing twice.

import { MissingFileError, SearchError } from "./search-error.js";

/** The most bytes that are kept. */
const MOST = 8_000_000;

/** The most bytes of an inflated file, as in `crates/search/src/pack.rs`: a broken one must not fill the memory. */
const MOST_OF_FILE = 2 ** 21;

/** The first bytes of a gzip file. */
const GZIP = [0x1f, 0x8b];

export class IndexFiles {
  /** The number of bytes that have been fetched, as they were sent. */
  fetched = 0;
  /** @type {Map<string, Uint8Array>} The inflated files, the one read last at the end. */
  #kept = new Map();
  #size = 0;
  /** Nothing is fetched before this time. */
  #start = 0;
  #folder;

  /** @param {URL} folder */
  constructor(folder) {
    this.#folder = folder;
  }

  /** @param {number} pause In milliseconds; what is in memory is not held up. */
  waitFor(pause) {
    this.#start = performance.now() + pause;
  }

  /**
   * Returns the inflated bytes of a file.
   *
   * @param {string} path
   * @param {AbortSignal} signal
   * @param {RequestCache} [cache] Anything but "default" fetches the file even if it is in memory.
   * @returns {Promise<Uint8Array>}
   * @throws {MissingFileError} If the host does not have the file.
   * @throws {SearchError} "network", or "broken" if it cannot be inflated.
   */
  async read(path, signal, cache = "default") {
    const kept = this.#kept.get(path);
    this.#forget(path, kept);
    const isKept = kept !== undefined && cache === "default";
    const bytes = isKept ? kept : await inflate(await this.#fetchTwice(path, signal, cache));
    this.#keep(path, bytes);
    return bytes;
  }

  /**
   * Fetches a file, and once more if the network fails: on the move, single requests are lost.
   *
   * @param {string} path
   * @param {AbortSignal} signal
   * @param {RequestCache} cache
   */
  async #fetchTwice(path, signal, cache) {
    try {
      return await this.#fetch(path, signal, cache);
    } catch (error) {
      if (!(error instanceof SearchError) || !navigator.onLine) throw error;
      return this.#fetch(path, signal, cache);
    }
  }

  /**
   * @param {string} path
   * @param {AbortSignal} signal
   * @param {RequestCache} cache
   */
  async #fetch(path, signal, cache) {
    const pause = this.#start - performance.now();
    if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
    signal.throwIfAborted();
    try {
      const answer = await fetch(new URL(path, this.#folder), { signal, cache });
      if (answer.status < 500 && !answer.ok) throw new MissingFileError(path);
      if (!answer.ok) throw new SearchError("network", answer.status);
      const bytes = new Uint8Array(await answer.arrayBuffer());
      this.fetched += bytes.length;
      return bytes;
    } catch (error) {
      signal.throwIfAborted();
      // Without a network, fetch rejects with a TypeError.
      throw error instanceof TypeError ? new SearchError("network", error) : error;
    }
  }

  /**
   * @param {string} path
   * @param {Uint8Array} bytes
   */
  #keep(path, bytes) {
    this.#forget(path, this.#kept.get(path));
    this.#kept.set(path, bytes);
    this.#size += bytes.length;
    for (const [oldest, { length }] of this.#kept) {
      if (this.#size <= MOST) break;
      this.#kept.delete(oldest);
      this.#size -= length;
    }
  }

  /**
   * @param {string} path
   * @param {Uint8Array | undefined} bytes
   */
  #forget(path, bytes) {
    if (this.#kept.delete(path)) this.#size -= bytes?.length ?? 0;
  }
}

/**
 * Passes bytes on, and fails after too many.
 *
 * @param {number} bytes
 */
function atMost(bytes) {
  let left = bytes;
  return new TransformStream({
    transform(/** @type {Uint8Array} */ chunk, controller) {
      left -= chunk.length;
      if (left < 0) throw new RangeError("the file is too long");
      controller.enqueue(chunk);
    },
  });
}

/**
 * The publisher compresses packs itself, so that no host has to.
 *
 * @param {Uint8Array<ArrayBuffer>} bytes
 */
async function inflate(bytes) {
  if (GZIP.some((byte, at) => bytes[at] !== byte)) return bytes;
  try {
    const inflated = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Uint8Array(await new Response(inflated.pipeThrough(atMost(MOST_OF_FILE))).arrayBuffer());
  } catch (error) {
    throw new SearchError("broken", error);
  }
}
