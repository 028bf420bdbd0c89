// @ts-check
/** @typedef {{ text: string, isMatch: boolean }[]} MarkedText */
/** @typedef {{ id: string, title: MarkedText, excerpt: MarkedText, isCutBefore: boolean, isCutAfter: boolean,
 *   date: number, zone: string, zoneName: string, kind: string, regions: string[] }} Hit */
/** @typedef {{ q: string, zone: string, region: string, kind: string, year: string, order: "newest" | "fit" }} Query */
/** @typedef {{ hits: Hit[], zones: Hit[], count: number, isComplete: boolean, hasMore: boolean,
 *   missing: string[], rest: string, isOffline: boolean }} Results */
/** @typedef {(results: Results) => void} OnResults */

export class SearchEngine {
  /** @param {URL} base */
  constructor(base) {
    this.base = base;
  }
  /** @type {(query: Query, onResults: OnResults, signal: AbortSignal) => Promise<void>} */
  async search() {}
  /** @type {(onResults: OnResults, signal: AbortSignal) => Promise<void>} */
  async more() {}
}
