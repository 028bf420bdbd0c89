// @ts-check
// Starts the app on a published page. The portal's base is the folder of this script; its own tag names the app's files. The address says
// which edition the page is of, and the words of that edition alone are loaded. If the app cannot start, the page stays readable and says so.

import { ENTRY } from "./generated/paths.js";

/** @typedef {{ js: string, wasm: string, css: string, words: string }} Release The names of a release's files. */

/**
 * @typedef {object} App
 * @property {(options: { module_or_path: unknown }) => Promise<unknown>} default Compiles the wasm.
 * @property {(base: string, folder: string, words: string | undefined, pause: () => Promise<unknown>) => Promise<void> | void} start
 */

const tag = /** @type {HTMLScriptElement} */ (document.querySelector("script[data-wasm]"));
const sheet = /** @type {HTMLLinkElement | null} */ (document.querySelector("link[rel=stylesheet]"));
const base = new URL(".", import.meta.url);
/** @param {string} name Of a file of words. Returns the code of its language. */
const codeOf = (name) => name.split(/\W/)[1];
/**
 * The files of words, that of the first edition first. Pages of earlier releases, whose app has its words, name none.
 *
 * @type {string[]}
 */
const files = (tag.dataset.words ?? "").split(" ");
// Every edition but the first is in a folder that has the code of its language as its name.
const translated = files.find((name) => location.href.startsWith(`${base.href + codeOf(name)}/`));
const words = /** @type {string} */ (translated ?? files[0]);
const language = codeOf(words);

/**
 * Tries a second way if the first fails. If both fail it rejects with the first error, since the second follows from it.
 *
 * @template T
 * @param {Promise<T>} first
 * @param {() => Promise<T>} another
 * @returns {Promise<T>}
 */
function orElse(first, another) {
  return first.catch((error) => another().catch(() => Promise.reject(error)));
}

/** @param {string} name */
function addressOf(name) {
  return new URL(name, base).href;
}

/** @param {string} name */
function load(name) {
  return import(addressOf(name));
}

/**
 * Loads a release whose files are at the host.
 *
 * @param {Omit<Release, "css">} release
 */
async function fetchRelease({ js, wasm, words }) {
  const [app, answer, text] = await Promise.all([
    /** @type {Promise<App>} */ (load(js)),
    fetch(addressOf(wasm)),
    words && load(words),
  ]);
  if (!answer.ok) throw new Error(answer.url);
  return { app, answer, js, text };
}

/**
 * Loads a release's style sheet into the element that the page has for it.
 *
 * @param {Release} release
 */
function dress({ css }) {
  return new Promise((onload, onerror) => Object.assign(sheet ?? {}, { onload, onerror, href: addressOf(css) }));
}

/** True without a style sheet: one that failed to load has no rules, or does not show them. */
function isBare() {
  try {
    return sheet?.sheet?.cssRules.length === 0;
  } catch {
    return true;
  }
}

/** The app does not wait for a style sheet. */
function dressIfBare() {
  if (sheet && isBare()) withAnother(dress).catch(() => {});
}

/**
 * Uses another release: the one that the portal's entry file names, or the one before. While a release is being uploaded, a page can
 * arrive before the files that it names.
 *
 * @template T
 * @param {(release: Release) => Promise<T>} use
 * @returns {Promise<T>}
 */
async function withAnother(use) {
  const entry = await fetch(addressOf(ENTRY), { cache: "no-cache" });
  /** @type {{ files: string[], earlier?: string[] }} */
  const { files, earlier = [] } = await entry.json();
  /** @type {(all: string[]) => Release} */
  const release = (all) => {
    // Without a wasm there is no release, and `replace` throws.
    const named = (/** @type {RegExp} */ name) => /** @type {string} */ (all.find((file) => name.test(file)));
    // The list is sorted, so that the app's wasm comes before the search's. Only the app's sheet has a digest.
    const wasm = named(/_bg.wasm$/);
    return {
      wasm,
      js: wasm.replace("_bg.wasm", ".js"),
      css: named(/-\w+.css$/),
      words: named(RegExp(`^words-${language}`)),
    };
  };
  return use(release(files)).catch(() => use(release(earlier)));
}

/**
 * Registers the worker, last, so that it delays nothing. In a browser without workers, or at a host without the file, the portal works
 * without one.
 *
 * @param {DOMStringMap} names
 */
async function keepOffline({ worker }) {
  if (!worker) return;
  const address = addressOf(worker);
  // The page's policy allows no other script's address to be made from text.
  const policy = window.trustedTypes?.createPolicy("investchn", { createScriptURL: () => address });
  await navigator.serviceWorker.register(policy?.createScriptURL("") ?? address);
}

/**
 * Loads the search's script if an element belongs to the header's box. Without the script the box is a plain form.
 *
 * @param {EventTarget | null} element
 */
function loadSearch(element) {
  if (/** @type {Element} */ (element).closest?.("[data-search]"))
    load(`search${translated ? `-${language}` : ""}.js`).catch(() => {});
}

addEventListener("focusin", ({ target }) => loadSearch(target));
addEventListener("keydown", (event) => {
  const box = /** @type {HTMLInputElement | null} */ (document.querySelector("[data-search] input"));
  const { key, ctrlKey, metaKey, altKey, target } = event;
  if (!box || key !== "/" || ctrlKey || metaKey || altKey) return;
  if (/** @type {Element} */ (target).matches("input,select,textarea")) return;
  event.preventDefault();
  // On a narrow screen the header has only the button.
  if (box.offsetParent) box.focus();
  else box.form?.submit();
});
loadSearch(document.activeElement);

// not-found.js has only just added the style sheet, so on its page the sheet is still loading.
const isLate = document.getElementById("assets") !== null;
if (!isLate) dressIfBare();
/** @type {typeof WebAssembly | undefined} */
let wasm;
try {
  // Some readers have WebAssembly switched off. This throws then, and nothing is wrong.
  wasm = WebAssembly;
  const names = /** @type {Release} */ (/** @type {unknown} */ ({ ...tag.dataset, words }));
  const { app, answer, js, text } = await orElse(fetchRelease(names), () => withAnother(fetchRelease));
  // An error from here on would come with another release too.
  const compile = (/** @type {unknown} */ module_or_path) => app.default({ module_or_path });
  // Some browsers and proxies do not allow compiling while streaming.
  await orElse(compile(answer), () => compile(fetch(answer.url).then((whole) => whole.arrayBuffer())));
  // The app compares the release that runs with the portal's newest.
  tag.dataset.js = js;
  // Compiling, mounting and the rest are tasks of their own, so that a reader's touch does not wait for all of them.
  const pause = () => new Promise((resolve) => setTimeout(resolve));
  await pause();
  await app.start(base.href, translated ? `${language}/` : "", text?.default, pause);
} catch (error) {
  if (wasm) console.error(error);
  const message = document.getElementById("boot-message");
  // The page has it in its own language.
  if (message) message.textContent = /** @type {string} */ (message.dataset.failed);
}
if (isLate) dressIfBare();
// Loaded only where another edition may be the better one to read.
if (!navigator.languages.some((name) => name.startsWith(`${language}`))) load("hint.js").catch(() => {});
keepOffline(tag.dataset).catch(() => {});
