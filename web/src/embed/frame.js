// @ts-check
// The script of a frame page. Applies what the page's address asks for (limit, theme, lang, article) and tells the partner's page its
// height. Without scripts the page shows its ten newest articles, in the language of its edition and in light colours.

import { articleData, articlePath } from "../generated/paths.js";

const root = document.documentElement;
const search = new URLSearchParams(location.search);
/** @type {(name: string) => string} */
const asked = (name) => search.get(name) ?? "";
const list = /** @type {HTMLUListElement} */ (document.querySelector("ul"));
const portal = new URL("..", /** @type {HTMLScriptElement} */ (document.currentScript).src);
/** The folder of the edition: a frame page is embed/zone/<id>/ below it. */
const edition = new URL("../../..", location.href);
const rows = () => /** @type {HTMLElement[]} */ ([...list.children]);

/**
 * The origin of the page around, once that has asked for the height. No other page is told it.
 *
 * @type {string | undefined}
 */
let partner;

function tell() {
  if (!partner) return;
  // The frame is as high as its content from now on, so nothing is left to scroll.
  root.dataset.fit = "";
  parent.postMessage({ investchn: "height", height: document.body.getBoundingClientRect().height }, partner);
}

// WordPress shows a frame once the frame has told its height in WordPress's own words. Its sandbox opens no tabs, so the frame asks the
// page around to follow a link.
const secret = /secret=(\w+)/.exec(location.hash)?.[1];

/**
 * @param {"height" | "link"} message
 * @param {number | string} value
 */
function tellWordPress(message, value) {
  if (secret) parent.postMessage({ message, value, secret }, "*");
}

addEventListener("click", (event) => {
  const link = /** @type {Element} */ (event.target).closest("a");
  if (!secret || !link) return;
  event.preventDefault();
  tellWordPress("link", link.href);
});

function limit() {
  const wanted = Number.parseInt(asked("limit"), 10);
  if (wanted > 0) for (const [place, row] of rows().entries()) row.hidden = place >= wanted;
}

/** Shows the page of the edition that is asked for, or at least its labels in that language, if the portal has no such edition. */
function translate() {
  const lang = asked("lang").slice(0, 2).toLowerCase();
  if (!/^[a-z]+$/.test(lang) || root.lang.startsWith(lang)) return;
  const other = document.querySelector("main")?.getAttribute(`data-edition-${lang}`);
  if (other) return location.replace(other + location.search + location.hash);
  if (lang !== "en") return;
  root.lang = lang;
  // Sources and the portal's name are known in Chinese alone.
  for (const place of document.querySelectorAll(".source, .foot a")) {
    if (/\p{Script=Han}/u.test(place.textContent)) place.textContent = place.matches("a") ? portal.host : "";
  }
  for (const labelled of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-en]"))) {
    labelled.textContent = /** @type {string} */ (labelled.dataset.en);
  }
  document.title = /** @type {Element} */ (document.querySelector("h1")).textContent;
}

/** Moves the article that was pasted to the top, also if it is older than the ten. */
async function lead() {
  const id = asked("article");
  if (!/^[a-z0-9-]+$/.test(id)) return;
  let row = rows().find(({ dataset }) => dataset.id === id);
  if (!row) {
    // An article that the edition does not have is shown as the original.
    const read = async (/** @type {URL} */ base) => ({ base, answer: await fetch(new URL(articleData(id), base)) });
    const found = await read(edition);
    const { base, answer } = found.answer.ok ? found : await read(portal);
    const { title, published, source, lang } = (await answer.json()).view.article;
    row = /** @type {HTMLElement} */ (list.children[0]?.cloneNode(true));
    const [link, time, origin] = /** @type {[HTMLAnchorElement, HTMLTimeElement, HTMLElement]} */ ([
      ...row.querySelectorAll("a, time, .source"),
    ]);
    row.lang = lang;
    link.href = new URL(articlePath(id), base).href;
    link.textContent = title;
    time.dateTime = time.textContent = published;
    origin.textContent = source;
  }
  list.prepend(row);
  row.classList.add("lead");
}

addEventListener("message", ({ source, origin, data }) => {
  if (source !== parent || data?.investchn !== "fit") return;
  // A page from a file has no origin that could be named, and a height is no secret.
  partner = origin === "null" ? "*" : origin;
  tell();
});

/** Loads the page's style as a file, if a host has changed a byte of it, so that the policy refuses it. */
function dress() {
  if (document.styleSheets.length > 0) return;
  const sheet = document.createElement("link");
  sheet.rel = "stylesheet";
  sheet.href = new URL("frame.css", /** @type {HTMLScriptElement} */ (document.currentScript).src).href;
  document.head.append(sheet);
}

dress();
// The sheet has rules for the themes that there are.
root.dataset.theme = asked("theme");
translate();
// Without the article the newest stay.
lead()
  .catch(() => {})
  .finally(() => {
    limit();
    if (parent === window) return;
    parent.postMessage({ investchn: "ready" }, "*");
    const follow = () => {
      tell();
      tellWordPress("height", document.body.offsetHeight);
    };
    // Once at the start: WordPress hides a frame until it speaks, and a hidden frame observes no change of size.
    follow();
    try {
      new ResizeObserver(follow).observe(document.body);
    } catch {
      // An older browser reports changes of the window at least.
      addEventListener("resize", follow);
    }
  });
