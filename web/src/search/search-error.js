// @ts-check
// The error of a search, with the reason that a reader is told.

/**
 * - `version`: the page and the index are of different releases. A reload mends it.
 * - `broken`: a file of the index is missing or broken, also when it is fetched anew.
 * - `network`: nothing could be fetched, and nothing is stored.
 * - `unsupported`: the browser runs no WebAssembly, or cannot inflate.
 *
 * @typedef {"version" | "broken" | "network" | "unsupported"} Reason
 */

export class SearchError extends Error {
  /**
   * @param {Reason} reason
   * @param {unknown} [cause]
   */
  constructor(reason, cause) {
    super(reason, { cause });
    this.reason = reason;
  }
}

/** A file that the index does not have any more. A newer manifest names others. */
export class MissingFileError extends Error {}
