// @ts-check
// Reports to the app: the stored pages, the outcome of the reader's last request, and if one is in progress. A report names messages of the
// app, which has the words of its edition alone. Numbers and dates are formatted here, since the browser does that without any code of the
// app's.

import { LOCALES } from "../generated/labels.js";
import { NAME_HEADER, READ } from "./cache.js";
import { canonical, editionOf, pageOf } from "./rules.js";
import { inTurn, readIndex } from "./saved-pages.js";
import { SCOPE, worker } from "./scope.js";

let busy = false;
let said = "";

/**
 * Carries out a reader's request, unless another one is being carried out, and tells what comes of it.
 *
 * @param {() => Promise<string>} task
 */
export async function work(task) {
  if (busy) return;
  busy = true;
  said = "busy";
  await tell();
  try {
    said = await inTurn(task);
  } catch (error) {
    const isFull = error instanceof Error && error.name === "QuotaExceededError";
    said = isFull ? "no_space" : "no_network";
  }
  busy = false;
  await tell();
}

/** Tells a page that was just opened what is stored, but not what came of the request before. */
export function list() {
  if (!busy) said = "";
  return tell();
}

/**
 * The index's entries for a page, whose address says in which language it shows dates.
 *
 * @param {import("./saved-pages.js").Index} index
 * @param {string} url
 */
function keptFor(index, url) {
  const [folder] = editionOf(canonical(url).slice(SCOPE.length));
  const locale = LOCALES[/** @type {keyof typeof LOCALES} */ (folder)];
  return Object.entries(index).map(([path, { name, articles, bytes, time }]) => {
    const size = bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} KB` : `${(bytes / 1e6).toFixed(1)} MB`;
    const date = new Date(time).toLocaleString(locale, { dateStyle: "long", timeStyle: "short" });
    return { path, name, note: (time ? ["note", articles, size, date] : ["incomplete", size]).join("\n") };
  });
}

/** Tells every page. The message is the app's `OfflineStatus` (crates/model/src/offline_status.rs). */
export async function tell() {
  const index = await readIndex();
  const cache = await caches.open(READ);
  const [requests, answers] = await Promise.all([cache.keys(), cache.matchAll()]);
  const names = new Map();
  for (const [place, { url }] of requests.entries()) {
    const name = answers[place]?.headers.get(NAME_HEADER);
    const path = `/${pageOf(url.slice(SCOPE.length))}`;
    if (name && !(path in index)) names.set(path, decodeURIComponent(name));
  }
  const read = [...names].reverse().map(([path, name]) => ({ path, name, note: "" }));
  for (const client of await worker.clients.matchAll({ type: "window" })) {
    client.postMessage({ kept: keptFor(index, client.url), read, said, busy });
  }
}
