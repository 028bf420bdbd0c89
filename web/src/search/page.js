// @ts-check
// The page of results: finds as a reader types, and keeps the query in the address.

import { ResultsAddress } from "./address.js";
import { Announcer } from "./announcer.js";
import { listenTo } from "./box.js";
import { elsewhere } from "./elsewhere.js";
import { SearchForm } from "./form.js";
import { isShortcut, moveFocus } from "./keys.js";
import { failure } from "./notices.js";
import { readQuery } from "./query.js";
import { ResultsView } from "./results-view.js";
import { SearchSession } from "./session.js";
import { announcement } from "./words.js";

/** @typedef {import("./engine.js").Query} Query */

/** @param {string} id Of an element that the page always has. */
const place = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/**
 * @param {HTMLFormElement} element
 * @param {import("./session.js").Engine} engine
 * @param {URL} root The portal's folder.
 * @param {URL} base The edition's folder.
 */
export function startPage(element, engine, root, base) {
  const results = place("search-results");
  const announcer = new Announcer(place("search-said"));
  const address = new ResultsAddress(history, location.pathname);
  const form = new SearchForm(element, () => ask(0));
  const { box } = form;
  const title = document.title;

  /** @type {import("./results-view.js").More} */
  const more = (query, onResults) => {
    session.more(query, (found) => {
      form.showCounts(found.counts);
      onResults(found);
    });
  };
  const view = new ResultsView(results, base, more, (query) => elsewhere(root, query));
  const session = new SearchSession(engine, {
    onStart: () => view.wait(),
    onResults(found, isDone, query) {
      for (const { zone, zoneName } of found.hits) form.nameZone(zone, zoneName);
      form.showCounts(found.counts);
      view.show(found, isDone, query);
      if (isDone || found.hits.length) announcer.say(announcement(found));
    },
    onError({ reason }) {
      form.showCounts();
      const notice = failure(reason, base, () => ask(0));
      view.fail(notice);
      announcer.say(notice.textContent);
    },
    onNothing(query) {
      form.showCounts();
      view.showTooShort(query);
    },
  });

  /** @param {number} [pause] In milliseconds. */
  const ask = (pause) => {
    const { query } = form;
    announcer.quiet();
    address.show(query);
    document.title = query.q ? `${query.q} - ${title}` : title;
    session.ask(query, pause);
  };

  const arrive = () => {
    form.query = readQuery(location.search);
    address.arrive(form.query);
    ask(0);
  };

  listenTo("#search-form input", {
    onText: () => ask(),
    onKey: (event) => moveFocus(event, box, results),
  });
  element.addEventListener("submit", (event) => {
    event.preventDefault();
    address.keep(form.query);
    ask(0);
    // Hides the keyboard of a phone.
    if (matchMedia("(pointer: coarse)").matches) box.blur();
  });
  results.addEventListener("keydown", (event) => {
    if (event.key === "Escape") box.focus();
    else moveFocus(event, box, results);
  });
  // Other queries for the same page: the reader follows a link, and the page stays.
  results.addEventListener("click", (event) => {
    const link = /** @type {Element} */ (event.target).closest("a[data-query]");
    if (!(link instanceof HTMLAnchorElement) || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
      return;
    event.preventDefault();
    address.keep(form.query);
    form.query = readQuery(link.search);
    address.keep(form.query);
    ask(0);
    box.focus();
  });
  document.addEventListener("keydown", (event) => {
    if (!isShortcut(event)) return;
    event.preventDefault();
    box.focus();
    box.select();
  });
  addEventListener("popstate", arrive);
  arrive();
  if (!box.value) box.focus({ preventScroll: true });
}
