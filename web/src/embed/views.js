// @ts-check
// The views of the element as nodes of its shadow root: news, profile, ticker. The data comes from feeds; see feed.js.

import { EMBED_LABELS } from "../generated/messages.js";
import { isPage, text } from "./feed.js";

/** @typedef {import("./contract.js").Part} Part */
/** @typedef {import("./feed.js").Feeds} Feeds */
/** @typedef {import("./feed.js").Item} Item */
/** @typedef {keyof typeof EMBED_LABELS} Language */

// The element is in the bundle embed.js, which is in the folder of the portal's base.
export const PORTAL = new URL(".", import.meta.url);

// How long a ticker shows a headline, in milliseconds.
const TURN = 6_000;

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Part} part
 * @param {(Node | string)[]} children
 */
export function make(tag, part, ...children) {
  const element = document.createElement(tag);
  element.part.value = element.className = part;
  element.append(...children);
  return element;
}

/**
 * @param {Part} part
 * @param {unknown} address
 * @param {string} text
 */
function link(part, address, text) {
  const element = make("a", part, text);
  if (isPage(address)) Object.assign(element, { href: address, target: "_blank", rel: "noopener" });
  return element;
}

/**
 * The heading that is set by default: the zone's name, or a general one for several zones. Of several profiles each has its own.
 *
 * @param {Feeds} feeds
 * @param {Language} lang
 * @param {string | null} view
 */
export function headingOf(feeds, lang, view) {
  if (view === "ticker") return "";
  const label = EMBED_LABELS[lang];
  const name = text(feeds[0]._investchn.name?.[lang]);
  if (view === "profile") return feeds.length > 1 ? "" : name;
  return feeds.length > 1 ? label.many : label.news(name);
}

/**
 * @param {Feeds} feeds
 * @param {Language} lang
 * @param {Item[]} items
 */
export function news(feeds, lang, items) {
  const label = EMBED_LABELS[lang];
  const rows = items.map(({ title, url, language, authors, _investchn }) => {
    const date = make("time", "date", text(_investchn?.published));
    const meta = make("p", "meta", date, " ", make("span", "source", text(authors?.[0]?.name)));
    if (feeds.length > 1) meta.append(" ", make("span", "zone", text(_investchn?.zone_name)));
    const row = make("li", "item", link("link", url, title), meta);
    row.lang = text(language);
    return row;
  });
  return [rows.length ? make("ul", "list", ...rows) : make("p", "empty", label.none), foot(feeds, label.more)];
}

/**
 * @param {Feeds} feeds
 * @param {Language} lang
 */
export function profile(feeds, lang) {
  const lists = feeds.flatMap(({ _investchn: { facts, name } }) => {
    const rows = (Array.isArray(facts) ? facts : [])
      .filter(Boolean)
      .flatMap(({ label, value }) => [
        make("dt", "term", text(label?.[lang])),
        make("dd", "value", text(value?.[lang])),
      ]);
    const heading = feeds.length > 1 ? [make("h3", "heading", text(name?.[lang]))] : [];
    return [...heading, make("dl", "facts", ...rows)];
  });
  return [...lists, foot(feeds, EMBED_LABELS[lang].facts)];
}

/**
 * One headline at a time. It rests where the visitor wants no motion, while it is pointed at or has the focus, and when it is stopped.
 *
 * @param {Language} lang
 * @param {Item[]} items
 */
export function ticker(lang, items) {
  const label = EMBED_LABELS[lang];
  if (!items.length) return make("p", "empty", label.none);
  let place = -1;
  let isStopped = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const row = make("p", "ticker");
  const next = () => {
    place = (place + 1) % items.length;
    const { url, title, language } = /** @type {Item} */ (items[place]);
    const shown = link("link", url, title);
    shown.lang = text(language);
    row.firstChild?.remove();
    row.prepend(shown);
  };
  /** @type {(part: Part, name: string, act: () => void) => HTMLButtonElement} */
  const button = (part, name, act) => {
    const element = make("button", part, name);
    element.onclick = act;
    row.append(element);
    return element;
  };
  const state = () => (isStopped ? label.go : label.stop);
  next();
  const pause = button("pause", state(), () => {
    isStopped = !isStopped;
    pause.textContent = state();
  });
  button("next", label.next, next);
  const timer = setInterval(() => {
    if (!row.isConnected) clearInterval(timer);
    else if (!isStopped && !row.matches(":hover,:focus-within")) next();
  }, TURN);
  return row;
}

/**
 * @param {Feeds} feeds
 * @param {string} more
 */
function foot([{ home_page_url, authors }], more) {
  return make("p", "foot", link("more", home_page_url, more), link("brand", PORTAL.href, text(authors?.[0]?.name)));
}
