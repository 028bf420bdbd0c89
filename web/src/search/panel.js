// @ts-check
// The panel below the header's box, on every page of the portal: zones and the first articles as a reader types, and a link to all
// results. It covers the page and moves nothing.

import {
  SEARCH_ALL_RESULTS,
  SEARCH_ARTICLES,
  SEARCH_OFFLINE,
  SEARCH_RESULTS,
  SEARCH_SEARCHING,
  SEARCH_ZONES,
} from "#messages";
import { element } from "../element.js";
import { SEARCH_PAGE, SEARCH_SHEET } from "../generated/paths.js";
import { Announcer } from "./announcer.js";
import { listenTo } from "./box.js";
import { elsewhere } from "./elsewhere.js";
import { moveFocus } from "./keys.js";
import { failure, nothingFound } from "./notices.js";
import { isSearchable, readQuery, writeQuery } from "./query.js";
import { articleEntry, replaceContent, zoneEntry } from "./result-list.js";
import { SearchSession } from "./session.js";
import { announcement, countText } from "./words.js";

/** @typedef {import("./engine.js").Query} Query */
/** @typedef {import("./engine.js").Results} Results */

/** The header's box. */
const BOX = "[data-search] input";
const MOST_ZONES = 3;
const MOST_ARTICLES = 5;

/**
 * Loads the sheet of the panel.
 *
 * @param {URL} root
 */
function loadSheet(root) {
  return new Promise((onload, onerror) => {
    const sheet = Object.assign(document.createElement("link"), { onload, onerror, rel: "stylesheet" });
    sheet.href = new URL(SEARCH_SHEET, root).href;
    document.head.append(sheet);
  });
}

/**
 * @param {import("./session.js").Engine} engine
 * @param {URL} root The portal's folder.
 * @param {URL} base The edition's folder.
 */
export function startPanel(engine, root, base) {
  const page = new URL(SEARCH_PAGE, base).href;
  const content = element("div", {});
  const all = element("a", { "data-stop": "true" }, SEARCH_ALL_RESULTS);
  const panel = element("section", { class: "search-panel", "aria-label": SEARCH_RESULTS });
  const more = element("p", { class: "more" });
  panel.append(content, more);
  panel.hidden = true;
  const region = element("p", { class: "visually-hidden", role: "status" });
  const announcer = new Announcer(region);
  const sheet = loadSheet(root);
  sheet.catch(() => {});
  /** @type {string | undefined} */
  let dismissed;

  const findBox = () => /** @type {HTMLInputElement | null} */ (document.querySelector(BOX));
  const contains = (/** @type {EventTarget | null} */ target) =>
    target instanceof Element && (panel.contains(target) || target.closest("[data-search]") !== null);

  /** Opens the panel, unless the reader has left the box meanwhile. It is the last part of the header, which the app never rebuilds. */
  const open = () => {
    const header = findBox()?.closest("header");
    if (!header || !contains(document.activeElement)) return;
    if (panel.parentElement !== header) header.append(panel, region);
    panel.hidden = false;
  };

  const close = () => {
    session.stop();
    announcer.quiet();
    panel.hidden = true;
  };

  /** Closes the panel for as long as the reader leaves the text as it is. */
  const dismiss = () => {
    dismissed = findBox()?.value;
    close();
  };

  /** @param {(Node | string)[]} parts */
  const show = (...parts) => {
    replaceContent(content, parts);
    open();
  };

  /**
   * @param {Results} results
   * @param {Query} query
   */
  const listsOf = ({ zones, hits, ...results }, query) => {
    const settings = { base, heading: /** @type {const} */ ("h3") };
    const parts = [];
    if (zones.length) {
      const entries = zones.slice(0, MOST_ZONES).map((hit) => zoneEntry(hit, settings));
      parts.push(element("h2", {}, SEARCH_ZONES), element("ul", { class: "search-zones" }, ...entries));
    }
    if (hits.length) {
      const entries = hits.slice(0, MOST_ARTICLES).map((hit) => articleEntry(hit, settings));
      const count = element("span", { class: "search-count" }, countText(results));
      parts.push(element("h2", {}, SEARCH_ARTICLES, " ", count), element("ul", { class: "items" }, ...entries));
    }
    if (parts.length === 0) parts.push(nothingFound({ zones, hits, ...results }, query, page));
    if (results.isOffline || !navigator.onLine) parts.push(element("p", { class: "notice-plain" }, SEARCH_OFFLINE));
    return parts;
  };

  const session = new SearchSession(engine, {
    onStart: () => panel.hidden && show(element("p", { class: "empty" }, SEARCH_SEARCHING)),
    onResults(results, isDone, query) {
      if (!isDone && results.hits.length === 0 && results.zones.length === 0) return;
      show(...listsOf(results, query));
      if (isDone || results.hits.length) announcer.say(announcement(results));
    },
    onError({ reason }) {
      const box = findBox();
      const notice = failure(reason, base, () => box && ask(box, 0));
      show(notice);
      announcer.say(notice.textContent);
    },
    onNothing: close,
  });

  /**
   * @param {HTMLInputElement} box
   * @param {number} [pause] In milliseconds.
   */
  const ask = async (box, pause) => {
    announcer.quiet();
    const query = { ...readQuery(""), q: box.value.trim() };
    all.setAttribute("href", page + writeQuery(query));
    replaceContent(more, [all, ...elsewhere(root, query)]);
    // Without its sheet the panel is not shown: the form leads to the page of results.
    await sheet;
    if (query.q === box.value.trim()) session.ask(query, pause);
  };

  listenTo(BOX, {
    onText: (box) => ask(box).catch(() => {}),
    onKey(event, box) {
      if (event.key === "Escape" && !panel.hidden) {
        // Some browsers empty the box.
        event.preventDefault();
        dismiss();
      } else if (!panel.hidden) moveFocus(event, box, panel);
    },
  });
  panel.addEventListener("keydown", (event) => {
    const box = findBox();
    if (event.key === "Escape") {
      // While the panel is open, the focus does not open it.
      box?.focus();
      dismiss();
    } else if (box) moveFocus(event, box, panel);
  });
  // The app takes the click on its way up; the panel is in the way of the page that it shows.
  panel.addEventListener("click", ({ target }) => {
    if (/** @type {Element} */ (target).closest("a")) close();
  });
  addEventListener("popstate", close);
  for (const type of ["pointerdown", "focusin"]) {
    addEventListener(type, ({ target }) => contains(target) || panel.hidden || close());
  }

  const reopen = () => {
    const box = findBox();
    if (!box || box !== document.activeElement || !panel.hidden || box.value === dismissed) return;
    if (isSearchable(box.value)) ask(box, 0).catch(() => {});
  };
  addEventListener("focusin", reopen);
  reopen();
}
