// @ts-check
// The answers to requests, from the network or from what is stored, and storing what came from the network. How a request is answered is
// decided in rules.js.

import { DATA_FOLDER, OFFLINE_PAGE, ONLY_AS_PAGE } from "../generated/paths.js";
import { find, KEPT, put, READ, SEARCH, store, storeShell } from "./cache.js";
import { blockOf, editionOf, fateOf, folderOf, isOfSearch, PATIENCE, pageOf, storeOf } from "./rules.js";
import { renewIfOld } from "./saved-pages.js";
import { SCOPE } from "./scope.js";
import { tell } from "./status.js";

/** The host's own report of a failure. */
class HostError extends Error {
  /** @param {Response} answer */
  constructor(answer) {
    super(`${answer.status} ${answer.url}`);
    this.answer = answer;
  }
}

/**
 * @param {FetchEvent} event
 * @param {string} address
 */
export async function cacheFirst(event, address) {
  // If storage fails, or has been blocked since, the network answers alone.
  // A page that asks for a file anew has found the stored copy to be broken.
  const stored = event.request.cache === "reload" ? undefined : await find(address).catch(() => undefined);
  if (stored) return stored;
  const answer = await fetch(event.request);
  const kind = storeOf(answer, address.slice(SCOPE.length));
  if (kind) event.waitUntil(store(kind, address, answer.clone()));
  return answer;
}

/**
 * @param {FetchEvent} event
 * @param {string} address
 */
export async function networkFirst(event, address) {
  const asked = ask(event, address);
  event.waitUntil(asked.catch(() => {}));
  const stored = await copyOf(event.request, address).catch(() => undefined);
  try {
    return await (stored ? Promise.race([asked, failAfter(PATIENCE)]) : asked);
  } catch (error) {
    if (stored) return stored;
    if (error instanceof HostError) return error.answer;
    return event.request.mode === "navigate" ? offlinePage(address) : Response.error();
  }
}

/**
 * @param {FetchEvent} event
 * @param {string} address
 */
async function ask(event, address) {
  const answer = await fetch(event.request);
  if (answer.status >= 500) throw new HostError(answer);
  // Storing does not delay the answer.
  const stored = remember(address, answer.clone()).then(() => renew(address));
  event.waitUntil(stored.catch(() => {}));
  if (event.request.mode === "navigate") event.waitUntil(storeShell(address).catch(() => {}));
  return answer;
}

/**
 * The stored copy for an address: the file, a view's data out of its page, an answer that only the page is stored, or, for a page without
 * its slash, a redirect.
 *
 * @param {Request} request
 * @param {string} address
 */
async function copyOf(request, address) {
  const stored = (await find(address)) ?? (await dataOfPage(address));
  if (stored || !(await find(`${address}/`))) return stored;
  // The page's own addresses are relative to its folder.
  return Response.redirect(request.url.replace(address, "$&/"));
}

/** @param {number} milliseconds */
function failAfter(milliseconds) {
  /** @type {Promise<never>} */
  const failing = new Promise((_, reject) => {
    setTimeout(() => reject(new Error("the network is slow")), milliseconds);
  });
  return failing;
}

/**
 * The offline page of an address's edition, made to work at any depth. The app shows the view of the address, if its data is stored.
 *
 * @param {string} address
 */
async function offlinePage(address) {
  const own = SCOPE + folderOf(address.slice(SCOPE.length), RELEASE.shell) + OFFLINE_PAGE;
  const page = await find(own);
  if (!page) return Response.error();
  const headers = new Headers(page.headers);
  headers.delete("content-length");
  const absolute = (/** @type {string} */ _, /** @type {string} */ name, /** @type {string} */ path) =>
    ` ${name}="${new URL(path, own)}"`;
  return new Response((await page.text()).replace(/ (href|src)="(\.\.\/[^"]*)"/g, absolute), { headers });
}

/**
 * Stores a page, a view's data or the search's script that was read, or deletes the copy of one that is gone.
 *
 * @param {string} address
 * @param {Response} answer
 */
export async function remember(address, answer) {
  const path = address.slice(SCOPE.length);
  const isSearch = isOfSearch(path);
  const fate = fateOf(answer, path, RELEASE.shell);
  if (fate === "delete") await (await caches.open(isSearch ? SEARCH : READ)).delete(address);
  if (fate !== "store") return;
  if (await caches.match(address, { cacheName: KEPT })) await put(KEPT, address, answer.clone());
  await store(isSearch ? "search" : "read", address, answer);
}

/**
 * Renews the saved page of an address, unless the reader saves data.
 *
 * @param {string} address
 */
async function renew(address) {
  const { connection } = /** @type {{ connection?: { saveData: boolean } }} */ (navigator);
  if (connection?.saveData) return;
  if (await renewIfOld(`/${pageOf(address.slice(SCOPE.length))}`)) await tell();
}

/**
 * A view's data out of its page, if only the page was read. Most pages do not have them: the app opens the page then.
 *
 * @param {string} address
 */
async function dataOfPage(address) {
  const path = address.slice(SCOPE.length);
  if (!editionOf(path)[1].startsWith(DATA_FOLDER)) return undefined;
  const page = await caches.match(SCOPE + pageOf(path), { cacheName: READ });
  const block = page && blockOf(await page.text());
  if (!block) return undefined;
  const headers = { "content-type": "application/json" };
  return JSON.parse(block).view ? new Response(block, { headers }) : new Response(null, { status: ONLY_AS_PAGE });
}
