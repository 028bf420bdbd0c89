// @ts-check
// The views of the element as nodes of its shadow root: news, profile, ticker. The data comes from feeds; see feed.js.

import { EMBED_LABELS } from "../generated/labels.js";
import { isPage, text, worded } from "./feed.js";

/** @typedef {import("./contract.js").Part} Part */
/** @typedef {import("./feed.js").Feeds} Feeds */
/** @typedef {import("./feed.js").Item} Item */
/** @typedef {import("./feed.js").Language} Language */

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
 * The link of an article, in the language of its title.
 *
 * @param {Item} item
 */
function headline({ url, title, language }) {
  const shown = link("link", url, title);
  shown.lang = text(language);
  return shown;
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
  const name = worded(feeds[0]._investchn.name?.[lang], lang);
  if (view === "profile") return feeds.length > 1 ? "" : name;
  return feeds.length > 1 || !name ? label.many : label.news(name);
}

/**
 * @param {Feeds} feeds
 * @param {Language} lang
 * @param {Item[]} items
 */
export function news(feeds, lang, items) {
  const label = EMBED_LABELS[lang];
  const rows = items.map((item) => {
    const { authors, _investchn, subject } = item;
    const date = make("time", "date", text(_investchn?.published));
    const meta = make("p", "meta", date, " ", make("span", "source", worded(authors?.[0]?.name, lang)));
    const zone = worded(_investchn?.zone_name, lang) || worded(subject?.[lang], lang);
    if (feeds.length > 1) meta.append(" ", make("span", "zone", zone));
    return make("li", "item", headline(item), meta);
  });
  return [rows.length ? make("ul", "list", ...rows) : make("p", "empty", label.none), foot(feeds, lang, label.more)];
}

/**
 * @param {Feeds} feeds
 * @param {Language} lang
 */
export function profile(feeds, lang) {
  const lists = feeds.flatMap(({ _investchn: { facts, name } }) => {
    const rows = (Array.isArray(facts) ? facts : [])
      .filter((fact) => worded(fact?.value?.[lang], lang))
      .flatMap(({ label, value }) => [
        make("dt", "term", worded(label?.[lang], lang)),
        make("dd", "value", text(value[lang])),
      ]);
    const heading = feeds.length > 1 ? [make("h3", "heading", worded(name?.[lang], lang))] : [];
    return [...heading, make("dl", "facts", ...rows)];
  });
  return [...lists, foot(feeds, lang, EMBED_LABELS[lang].facts)];
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
    row.firstChild?.remove();
    row.prepend(headline(/** @type {Item} */ (items[place])));
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
 * @param {Language} lang
 * @param {string} more
 */
function foot([{ home_page_url, authors }], lang, more) {
  const brand = worded(authors?.[0]?.name, lang) || PORTAL.host;
  return make("p", "foot", link("more", home_page_url, more), link("brand", PORTAL.href, brand));
}
