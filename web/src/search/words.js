// @ts-check
// Counts and dates in words.

import { SEARCH_NOTHING_FOUND, searchFound, searchFoundAtLeast } from "#messages";

/** @typedef {import("./engine.js").Results} Results */

/**
 * The number of articles: exact, or how many at least if the search stopped early.
 *
 * @param {Pick<Results, "count" | "isComplete">} results
 */
export function countText({ count, isComplete }) {
  return isComplete ? searchFound(count) : searchFoundAtLeast(count);
}

/**
 * The text that a screen reader announces.
 *
 * @param {Pick<Results, "count" | "isComplete" | "zones">} results
 */
export function announcement({ count, isComplete, zones }) {
  const isNothing = count === 0 && zones.length === 0;
  return isNothing && isComplete ? SEARCH_NOTHING_FOUND : countText({ count, isComplete });
}

/**
 * A date as the portal writes it, as exact as it is known: 20220214 is 2022-02-14, 20220200 is 2022-02, 20220000 is 2022.
 *
 * @param {number} date
 */
export function dateText(date) {
  const digits = `${date}`.padStart(8, "0");
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)];
  return [year, month, day].filter((part) => Number(part)).join("-");
}
