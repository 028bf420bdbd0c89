// @ts-check
// The way to the same query in another edition: a translated one leads to the original, which has every text.

import { ELSEWHERE_FOLDER, ELSEWHERE_LANG, SEARCH_ELSEWHERE } from "#messages";
import { element } from "../element.js";
import { SEARCH_PAGE } from "../generated/paths.js";
import { writeQuery } from "./query.js";

/** @typedef {import("./engine.js").Query} Query */

/**
 * A link to the results in the other edition; none if the portal has one edition, whose header leads nowhere else.
 *
 * @param {URL} root The portal's folder.
 * @param {Query} query
 */
export function elsewhere(root, query) {
  if (!document.querySelector("a[data-switch]")) return [];
  const href = new URL(ELSEWHERE_FOLDER + SEARCH_PAGE, root).href + writeQuery(query);
  return [element("a", { href, hreflang: ELSEWHERE_LANG, "data-stop": "true" }, SEARCH_ELSEWHERE)];
}
