// @ts-check
// The worker's caches: finding stored copies, and storing within the limits. Which file is stored is decided in rules.js.

import { OFFLINE_PAGE } from "../generated/paths.js";
import { excess, folderOf, half, isHashed, nameOf, shellOf } from "./rules.js";
import { OWN, SCOPE } from "./scope.js";

/** Begins the names of the shells' caches, one of each release. */
export const SHELLS = `${OWN}shell:`;
export const SHELL = SHELLS + RELEASE.version;
export const READ = `${OWN}read`;
const PICTURES = `${OWN}pictures`;
export const SEARCH = `${OWN}search`;
/** The saved pages. */
export const KEPT = `${OWN}kept`;

/** The header with the name of a stored view, percent-encoded. */
export const NAME_HEADER = "x-name";

/** Names of this portal's caches, in the order in which they were made. */
export async function ownCaches() {
  return (await caches.keys()).filter((name) => name.startsWith(OWN));
}

/**
 * The stored copy of a file; this release's shell goes before any other cache.
 *
 * @param {string} address
 */
export async function find(address) {
  for (const cacheName of [SHELL, ...(await ownCaches())]) {
    const found = await caches.match(address, { cacheName, ignoreVary: true });
    if (found) return found;
  }
  return undefined;
}

/**
 * Stores what the edition of an address needs of the shell, unless it is there: its pages and its words, and what every edition needs.
 *
 * @param {string} address
 */
export async function storeShell(address) {
  const folder = folderOf(address.slice(SCOPE.length), RELEASE.shell);
  const cache = await caches.open(SHELL);
  if (await cache.match(SCOPE + folder + OFFLINE_PAGE)) return;
  const stored = new Set((await cache.keys()).map(({ url }) => url));
  const missing = shellOf(RELEASE.shell, folder).filter((file) => !stored.has(SCOPE + file));
  const request = (/** @type {string} */ file) =>
    new Request(SCOPE + file, { cache: isHashed(file) ? "default" : "no-cache" });
  await cache.addAll(missing.map(request));
}

/**
 * Stores a file within the limits. On a full device older files make room; in the worst case this one is not stored.
 *
 * @param {"read" | "pictures" | "search"} kind
 * @param {string} address
 * @param {Response} answer
 */
export async function store(kind, address, answer) {
  const cacheName = { read: READ, pictures: PICTURES, search: SEARCH }[kind];
  const copy = answer.clone();
  try {
    await put(cacheName, address, answer);
  } catch {
    await trim(cacheName, half);
    await put(cacheName, address, copy).catch(() => {});
  }
  await trim(cacheName, () => RELEASE.limits[kind]);
}

/**
 * Stores a file as a response of its own: without a redirect, with its real length and its view's name.
 *
 * @param {string} cacheName
 * @param {string} address
 * @param {Response} answer
 */
export async function put(cacheName, address, answer) {
  const body = await answer.arrayBuffer();
  const headers = new Headers(answer.headers);
  headers.delete("content-encoding");
  headers.set("content-length", `${body.byteLength}`);
  const name = nameOf(address.slice(SCOPE.length), body);
  if (name) headers.set(NAME_HEADER, encodeURIComponent(name));
  const cache = await caches.open(cacheName);
  // Deleted first, so that the newest are last.
  await cache.delete(address);
  await cache.put(address, new Response(body, { headers }));
}

/**
 * The length of a stored file in bytes.
 *
 * @param {Response} answer
 */
export function lengthOf(answer) {
  return Number(answer.headers.get("content-length"));
}

/**
 * @param {string} cacheName
 * @param {(sizes: number[]) => Limit} limit
 */
async function trim(cacheName, limit) {
  const cache = await caches.open(cacheName);
  const [requests, answers] = await Promise.all([cache.keys(), cache.matchAll()]);
  const sizes = answers.map(lengthOf);
  for (const request of requests.slice(0, excess(sizes, limit(sizes)))) await cache.delete(request);
}
