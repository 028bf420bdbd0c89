// @ts-check
// Asks the engine as a reader types: one question at a time, and only the newest counts.

import { isSearchable } from "./query.js";

/** @typedef {import("./engine.js").Query} Query */
/** @typedef {import("./engine.js").Results} Results */

/** The pause in typing after which files are fetched for a question, in milliseconds. */
export const PAUSE = 120;

/**
 * @typedef {object} Engine
 * @property {(query: Query, onResults: (results: Results) => void, signal: AbortSignal, pause: number) => Promise<void>} search
 * @property {(onResults: (results: Results) => void, signal: AbortSignal) => Promise<void>} more
 */

/**
 * @typedef {object} Shown
 * @property {(query: Query) => void} onStart A question is being asked.
 * @property {(results: Results, isDone: boolean, query: Query) => void} onResults May be called more than once for a question.
 * @property {(error: { reason: string }) => void} onError
 * @property {(query: Query) => void} onNothing Too little to ask.
 */

export class SearchSession {
  /** @type {Engine} */
  #engine;
  /** @type {Shown} */
  #shown;
  #running = new AbortController();

  /**
   * @param {Engine} engine
   * @param {Shown} shown
   */
  constructor(engine, shown) {
    this.#engine = engine;
    this.#shown = shown;
  }

  /** Drops the question that is running. */
  stop() {
    this.#running.abort();
  }

  /**
   * Asks for the first page of a query. What is at hand answers at once; files are fetched after a pause.
   *
   * @param {Query} query
   * @param {number} [pause] In milliseconds.
   */
  ask(query, pause = PAUSE) {
    this.stop();
    if (!isSearchable(query.q)) return this.#shown.onNothing(query);
    this.#shown.onStart(query);
    return this.#run(query, (onResults, signal) => this.#engine.search(query, onResults, signal, pause));
  }

  /**
   * Asks for the next page.
   *
   * @param {Query} query The query of the first page.
   * @param {(results: Results) => void} onResults
   */
  more(query, onResults) {
    this.stop();
    return this.#run(query, (_, signal) =>
      this.#engine.more((results) => signal.aborted || onResults(results), signal),
    );
  }

  /**
   * @param {Query} query
   * @param {(onResults: (results: Results) => void, signal: AbortSignal) => Promise<void>} ask
   */
  async #run(query, ask) {
    const running = new AbortController();
    const { signal } = running;
    this.#running = running;
    /** @type {Results | undefined} */
    let last;
    const onResults = (/** @type {Results} */ results) => {
      if (signal.aborted) return;
      last = results;
      this.#shown.onResults(results, false, query);
    };
    try {
      await ask(onResults, signal);
      if (last && !signal.aborted) this.#shown.onResults(last, true, query);
    } catch (error) {
      if (signal.aborted) return;
      const { reason } = /** @type {{ reason?: string }} */ (error);
      if (!reason) throw error;
      this.#shown.onError({ reason });
    }
  }
}
