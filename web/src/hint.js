// @ts-check
// The hint that there is an edition in the reader's language: a notice in that language, below the page's text, which can be closed. The
// start script loads it if the browser's languages do not have that of the page. It is shown once on a device; a browser that stores
// nothing could not know that, and shows none. Nothing is sent, and no page is chosen for the reader.

import { element } from "./element.js";
import { HINTS } from "./generated/labels.js";

/** The key in the browser's storage. */
const SHOWN = "investchn-hint";

const CODES = /** @type {(keyof typeof HINTS)[]} */ (Object.keys(HINTS));

/**
 * The language of a hint: the first that the reader prefers and that the page leads to.
 *
 * @param {readonly string[]} preferred The browser's languages.
 * @param {string[]} others The languages of the other editions that the page leads to.
 */
export function hintLanguage(preferred, others) {
  const code = (/** @type {string} */ tag) => tag.toLowerCase().split("-")[0];
  const wanted = preferred.map(code).find((it) => others.map(code).includes(it));
  return CODES.find((it) => it === wanted);
}

/** The header's links to the other editions. The app renders them anew on each page. */
const switches = () => /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("a[data-switch]"));

/** @returns {boolean} False if the hint has been shown on this device. */
function isFirst() {
  try {
    const isShown = localStorage.getItem(SHOWN) !== null;
    localStorage.setItem(SHOWN, "1");
    return !isShown;
  } catch {
    return false;
  }
}

function show() {
  const lang = hintLanguage(
    navigator.languages,
    [...switches()].map(({ hreflang }) => hreflang),
  );
  if (!lang || !isFirst()) return;
  const { text, link, close } = HINTS[lang];
  const find = () => [...switches()].find(({ hreflang }) => hreflang.startsWith(lang));
  const anchor = element("a", { href: find()?.href, hreflang: find()?.hreflang }, link);
  const button = element("button", { class: "button button-quiet", type: "button" }, close);
  const hint = element("aside", { class: "hint", lang, "aria-label": text }, text, " ", anchor, " ", button);
  // The reader may have gone on to another page.
  anchor.addEventListener("click", () => anchor.setAttribute("href", find()?.href ?? ""));
  button.addEventListener("click", () => hint.remove());
  // Without its sheet the hint would move the page.
  const sheet = element("link", { rel: "stylesheet", href: new URL("hint.css", import.meta.url).href });
  sheet.addEventListener("load", () => document.body.append(hint));
  document.head.append(sheet);
}

if ("document" in globalThis) show();
