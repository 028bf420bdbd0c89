// @ts-check
// Loads the reader of the index, a small wasm. Its script and it have one name, so that both are fetched at once.

import { SearchError } from "./search-error.js";

/**
 * The search for one query in one index: `Search` in crates/search-wasm. Results of 1 to 3 of `error` and `supply` are errors: another
 * version, no file of an index, a broken file.
 *
 * @typedef {object} Search
 * @property {() => void} free
 * @property {number} error
 * @property {number} count
 * @property {boolean} isComplete
 * @property {boolean} isEmpty True if the query names nothing that an article must have.
 * @property {() => string} step Returns the paths of the files that it needs, one a line.
 * @property {(path: string, bytes: Uint8Array) => number} supply
 * @property {() => void} nextPage
 * @property {() => string} takeHits
 * @property {() => string} missing
 */

/**
 * @typedef {new (manifest: Uint8Array, typed: string, zone: string, region: string, kind: string, year: number, titlesFirst: boolean,
 *   page: number) => Search} SearchConstructor
 */

/**
 * A query to be compared with articles that are at hand: `ArticleMatcher` in crates/search-wasm.
 *
 * @typedef {object} ArticleMatcher
 * @property {() => void} free
 * @property {(id: string, title: string, date: number, zone: string, zoneName: string, regions: string, kind: string, body: string,
 *   extra: string) => string} compare
 */

/**
 * @typedef {object} Reader
 * @property {SearchConstructor} Search
 * @property {new (typed: string, zone: string, region: string, kind: string, year: number) => ArticleMatcher} ArticleMatcher
 */

/** The optimizer of a release writes the final name here. */
const SCRIPT = "investchn-search-wasm.js";

/**
 * @param {URL} root The portal's folder.
 * @returns {Promise<Reader>}
 */
export async function loadReader(root) {
  // Some readers have WebAssembly switched off.
  if (typeof WebAssembly !== "object" || typeof DecompressionStream !== "function")
    throw new SearchError("unsupported");
  const loading = import(new URL(SCRIPT, root).href).catch((error) =>
    Promise.reject(new SearchError("network", error)),
  );
  loading.catch(() => {});
  const bytes = await bytesOf(new URL(SCRIPT.replace(".js", "_bg.wasm"), root));
  const reader = await loading;
  try {
    await reader.default({ module_or_path: bytes });
  } catch (error) {
    throw new SearchError("unsupported", error);
  }
  return reader;
}

/** @param {URL} address */
async function bytesOf(address) {
  const answer = await fetch(address).catch((error) => Promise.reject(new SearchError("network", error)));
  // The script that asks is of a release that the host does not have any more.
  if (!answer.ok) throw new SearchError(answer.status < 500 ? "version" : "network");
  return answer.arrayBuffer().catch((error) => Promise.reject(new SearchError("network", error)));
}
