// @ts-check
// Reports to the app: the stored pages, the outcome of the reader's last request, and if one is in progress. The words are put together
// here, since the browser formats numbers and dates without any code of the app's.

import {
  SAVED_BUSY,
  SAVED_LOCALE,
  SAVED_NO_NETWORK,
  SAVED_NO_SPACE,
  savedIncomplete,
  savedNote,
} from "../generated/messages.js";
import { NAME_HEADER, READ } from "./cache.js";
import { pageOf } from "./rules.js";
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
  said = SAVED_BUSY;
  await tell();
  try {
    said = await inTurn(task);
  } catch (error) {
    const isFull = error instanceof Error && error.name === "QuotaExceededError";
    said = isFull ? SAVED_NO_SPACE : SAVED_NO_NETWORK;
  }
  busy = false;
  await tell();
}

/** Tells a page that was just opened what is stored, but not what came of the request before. */
export function list() {
  if (!busy) said = "";
  return tell();
}

/** Tells every page. The message is the app's `OfflineStatus` (crates/model/src/offline_status.rs). */
export async function tell() {
  const index = await readIndex();
  const kept = Object.entries(index).map(([path, { name, articles, bytes, time }]) => {
    const size = bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} KB` : `${(bytes / 1e6).toFixed(1)} MB`;
    const date = new Date(time).toLocaleString(SAVED_LOCALE, { dateStyle: "long", timeStyle: "short" });
    return { path, name, note: time ? savedNote(articles, size, date) : savedIncomplete(size) };
  });
  const cache = await caches.open(READ);
  const [requests, answers] = await Promise.all([cache.keys(), cache.matchAll()]);
  const names = new Map();
  for (const [place, { url }] of requests.entries()) {
    const name = answers[place]?.headers.get(NAME_HEADER);
    const path = `/${pageOf(url.slice(SCOPE.length))}`;
    if (name && !(path in index)) names.set(path, decodeURIComponent(name));
  }
  const read = [...names].reverse().map(([path, name]) => ({ path, name, note: "" }));
  const message = { kept, read, said, busy };
  for (const client of await worker.clients.matchAll({ type: "window" })) client.postMessage(message);
}
