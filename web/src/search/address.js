// @ts-check
// The address of the page of results. It follows what a reader types without filling the history: an entry is added only after a query
// that the reader has kept, by Enter or by arriving with it.

import { writeQuery } from "./query.js";

/** @typedef {import("./engine.js").Query} Query */
/** @typedef {Pick<History, "pushState" | "replaceState">} Entries */

export class ResultsAddress {
  /** @type {Entries} */
  #entries;
  /** @type {string} */
  #path;
  #shown = "";
  #isKept = false;

  /**
   * @param {Entries} entries
   * @param {string} path The address without its query.
   */
  constructor(entries, path) {
    this.#entries = entries;
    this.#path = path;
  }

  /**
   * Follows the browser to an entry, whose query stays in the history.
   *
   * @param {Query} query
   */
  arrive(query) {
    this.#shown = writeQuery(query);
    this.#isKept = query.q !== "";
  }

  /**
   * Shows a query in the address.
   *
   * @param {Query} query
   */
  show(query) {
    const search = writeQuery(query);
    if (search === this.#shown) return;
    this.#shown = search;
    const href = this.#path + search;
    try {
      if (this.#isKept) this.#entries.pushState(null, "", href);
      else this.#entries.replaceState(null, "", href);
    } catch {
      // Some browsers refuse too many changes a second; a later one corrects the address.
    }
    this.#isKept = false;
  }

  /**
   * Shows a query and keeps it in the history.
   *
   * @param {Query} query
   */
  keep(query) {
    this.show(query);
    this.#isKept = true;
  }
}
