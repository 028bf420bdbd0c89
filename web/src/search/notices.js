// @ts-check
// Notices in place of results: that nothing was found, or the reason why nothing could be searched.

import {
  SEARCH_BROKEN,
  SEARCH_CLEAR_FILTERS,
  SEARCH_NETWORK,
  SEARCH_NEWS,
  SEARCH_NOTHING_FOUND,
  SEARCH_REGISTER,
  SEARCH_RELOAD,
  SEARCH_RETRY,
  SEARCH_SEPARATOR,
  SEARCH_UNSUPPORTED,
  SEARCH_VERSION,
  searchMissing,
  searchMissingPart,
  searchSearchRest,
} from "#messages";
import { element } from "../element.js";
import { NEWS_PAGE, REGISTER_PAGE } from "../generated/paths.js";
import { isFiltered, writeQuery } from "./query.js";

/** @typedef {import("./engine.js").Query} Query */
/** @typedef {import("./engine.js").Results} Results */

/**
 * @param {string} href
 * @param {string} text
 * @param {Record<string, string>} [attributes]
 */
const link = (href, text, attributes = {}) => element("a", { href, "data-stop": "true", ...attributes }, text);

/**
 * A notice: a sentence, and what a reader can do.
 *
 * @param {string} text
 * @param {Node[]} actions
 */
function notice(text, actions) {
  const box = element("div", { class: "search-notice" });
  if (text) box.append(element("p", {}, text));
  if (actions.length) box.append(element("p", { class: "search-actions" }, ...actions.flatMap((it) => [it, " "])));
  return box;
}

/**
 * No article was found: which parts of the query no article has, what the others would find, and that filters may be in the way.
 *
 * @param {Results} results
 * @param {Query} query
 * @param {string} page The address of the page of results.
 */
export function nothingFound({ zones, missing, rest }, query, page) {
  const text = missing.length ? searchMissing(missing.map(searchMissingPart).join(SEARCH_SEPARATOR)) : "";
  const actions = [];
  const to = (/** @type {Query} */ other) => page + writeQuery(other);
  const own = { "data-query": "true" };
  if (rest) actions.push(link(to({ ...query, q: rest }), searchSearchRest(rest), own));
  if (isFiltered(query)) {
    const everywhere = { ...query, zone: "", region: "", kind: "", year: "" };
    actions.push(link(to(everywhere), SEARCH_CLEAR_FILTERS, own));
  }
  return notice((zones.length ? "" : SEARCH_NOTHING_FOUND) + text, actions);
}

/**
 * The notices for the reasons for which the engine could not search.
 *
 * @param {string} reason
 * @param {URL} base
 * @param {() => void} retry
 */
export function failure(reason, base, retry) {
  const again = element("button", { class: "button button-quiet", type: "button", "data-stop": "true" }, SEARCH_RETRY);
  again.addEventListener("click", retry);
  if (reason === "version") return notice(SEARCH_VERSION, [link("", SEARCH_RELOAD, { target: "_self" })]);
  if (reason === "network") return notice(SEARCH_NETWORK, [again]);
  if (reason !== "unsupported") return notice(SEARCH_BROKEN, [again]);
  const lists = [
    link(new URL(REGISTER_PAGE, base).href, SEARCH_REGISTER),
    link(new URL(NEWS_PAGE, base).href, SEARCH_NEWS),
  ];
  return notice(SEARCH_UNSUPPORTED, lists);
}
