// @ts-check
// Counts the articles that each value of a filter leaves of those that were found.

/** @typedef {import("./engine.js").Hit} Hit */

/**
 * The counts of the values of each filter.
 *
 * @typedef {{ region: Map<string, number>, kind: Map<string, number>, year: Map<string, number> }} FilterCounts
 */

/**
 * @param {Pick<Hit, "regions" | "kind" | "date">[]} hits All of them.
 * @returns {FilterCounts}
 */
export function countsOf(hits) {
  const count = (/** @type {string[]} */ values) => {
    const counts = new Map();
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
    return counts;
  };
  return {
    region: count(hits.flatMap(({ regions }) => regions)),
    kind: count(hits.map(({ kind }) => kind)),
    year: count(hits.map(({ date }) => `${Math.floor(date / 10_000)}`)),
  };
}
