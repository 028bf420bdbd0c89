// @ts-check
// Shows results on their page: zones as places to go to, then articles, then notices.

import {
  SEARCH_ARTICLES,
  SEARCH_MORE,
  SEARCH_MORE_ZONES,
  SEARCH_OFFLINE,
  SEARCH_SEARCHING,
  SEARCH_TOO_SHORT,
  SEARCH_ZONES,
} from "#messages";
import { element } from "../element.js";
import { REGISTER_PAGE } from "../generated/paths.js";
import { nothingFound } from "./notices.js";
import { writeQuery } from "./query.js";
import { articleEntry, replaceContent, zoneEntry } from "./result-list.js";
import { countText } from "./words.js";

/** @typedef {import("./engine.js").Hit} Hit */
/** @typedef {import("./engine.js").Query} Query */
/** @typedef {import("./engine.js").Results} Results */

/**
 * Asks for the next page of a query.
 *
 * @typedef {(query: Query, onResults: (results: Results) => void) => void} More
 */

export class ResultsView {
  #zones = element("div", {});
  #articles = element("div", {});
  #notices = element("div", {});
  // Beside the others, not in one of them: an element that stays would be seen to move when results come.
  #searching = element("p", { class: "empty" }, SEARCH_SEARCHING);
  /** @type {HTMLElement} */
  #place;
  /** @type {URL} */
  #base;
  /** @type {More} */
  #more;
  /** @type {(query: Query) => Node[]} */
  #elsewhere;

  /**
   * @param {HTMLElement} place
   * @param {URL} base The edition's folder.
   * @param {More} more
   * @param {(query: Query) => Node[]} elsewhere Returns the links to the same query in another edition.
   */
  constructor(place, base, more, elsewhere) {
    this.#place = place;
    this.#base = base;
    this.#more = more;
    this.#elsewhere = elsewhere;
    place.append(this.#zones, this.#articles, this.#notices);
  }

  /** A question is being asked. What is shown stays until there is an answer, so that nothing flickers as one types. */
  wait() {
    this.#place.dataset.busy = "true";
    if (!this.#place.textContent) this.#place.append(this.#searching);
  }

  /**
   * @param {Results} results
   * @param {boolean} isDone
   * @param {Query} query
   */
  show(results, isDone, query) {
    const { hits, zones } = results;
    if (isDone || hits.length || zones.length) this.#searching.remove();
    this.#showZones(zones, query);
    if (!isDone && hits.length === 0) return;
    if (hits.length || zones.length) this.#showArticles(results, query);
    else this.#articles.replaceChildren();
    this.#notices.replaceChildren();
    if (hits.length === 0) this.#notices.append(nothingFound(results, query, location.pathname));
    if (results.isOffline || !navigator.onLine)
      this.#notices.append(element("p", { class: "notice-plain" }, SEARCH_OFFLINE));
    const others = this.#elsewhere(query);
    if (others.length) this.#notices.append(element("p", { class: "more" }, ...others));
    delete this.#place.dataset.busy;
  }

  /** @param {Element} notice Shown in place of results. */
  fail(notice) {
    this.#searching.remove();
    for (const part of [this.#zones, this.#articles]) part.replaceChildren();
    this.#notices.replaceChildren(notice);
    delete this.#place.dataset.busy;
  }

  /** @param {Query} query Too short to be searched. */
  showTooShort({ q }) {
    this.fail(element("p", { class: "empty" }, q && SEARCH_TOO_SHORT));
  }

  /**
   * @param {Hit[]} zones
   * @param {Query} query
   */
  #showZones(zones, { q }) {
    const entries = zones.map((hit) => zoneEntry(hit, { base: this.#base, heading: "h3" }));
    const more = new URL(`${REGISTER_PAGE}?q=${encodeURIComponent(q)}`, this.#base).href;
    const parts = [
      element("div", { class: "section-head" }, element("h2", {}, SEARCH_ZONES)),
      element("ul", { class: "search-zones" }, ...entries),
      element("p", { class: "more" }, element("a", { href: more, "data-stop": "true" }, SEARCH_MORE_ZONES)),
    ];
    replaceContent(this.#zones, entries.length ? parts : []);
  }

  /**
   * @param {Results} results
   * @param {Query} query
   */
  #showArticles(results, query) {
    const count = element("p", { class: "search-count" }, countText(results));
    const list = element("ul", { class: "items" }, ...this.#entries(results.hits, query));
    const parts = [element("div", { class: "section-head" }, element("h2", {}, SEARCH_ARTICLES), count)];
    if (results.hits.length) parts.push(list);
    if (results.hasMore) parts.push(this.#moreButton(results, query, list, count));
    replaceContent(this.#articles, parts);
  }

  /**
   * @param {Hit[]} hits
   * @param {Query} query
   */
  #entries(hits, query) {
    const onlyZone = (/** @type {Hit} */ { zone }) => writeQuery({ ...query, zone });
    const settings = { base: this.#base, heading: /** @type {const} */ ("h3") };
    return hits.map((hit) => articleEntry(hit, query.zone ? settings : { ...settings, onlyZone }));
  }

  /**
   * @param {Results} results The first page.
   * @param {Query} query
   * @param {HTMLElement} list
   * @param {HTMLElement} count
   */
  #moreButton({ hits }, query, list, count) {
    const button = element(
      "button",
      { class: "button button-quiet", type: "button", "data-stop": "true" },
      SEARCH_MORE,
    );
    const line = element("p", { class: "more" }, button);
    const shown = new Set(hits.map(({ id }) => id));
    button.addEventListener("click", () => {
      let hasMoved = false;
      this.#more(query, (results) => {
        const fresh = results.hits.filter(({ id }) => !shown.has(id));
        for (const { id } of fresh) shown.add(id);
        const entries = this.#entries(fresh, query);
        list.append(...entries);
        count.textContent = countText(results);
        if (!hasMoved) entries[0]?.querySelector("a")?.focus();
        hasMoved ||= entries.length > 0;
        line.hidden = !results.hasMore;
      });
    });
    return line;
  }
}
