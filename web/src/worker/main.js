// @ts-check
// The portal without a network. The publisher writes a line `const RELEASE = …` above the bundle, with the shell's files, a digest of
// them, and how much is stored. Pages and data come from the network first, so that the worker makes no reader wait for news. Files whose names contain a digest
// come from what is stored.
//
// There is no skipWaiting: a new worker takes over when the last page of the old one is closed. Pages come from the network and name
// their own release's files, so none waits for the new worker, and none gets another release's files.

import { cacheFirst, networkFirst, remember } from "./answers.js";
import { ownCaches, SHELL, SHELLS, storeShell } from "./cache.js";
import { canonical, folderOf, OLDER_SHELLS, strategyOf } from "./rules.js";
import { drop, empty, save } from "./saved-pages.js";
import { SCOPE, worker } from "./scope.js";
import { list, tell, work } from "./status.js";

worker.addEventListener("install", (event) => event.waitUntil(install()));
worker.addEventListener("activate", (event) => event.waitUntil(activate()));

worker.addEventListener("fetch", (event) => {
  const address = canonical(event.request.url);
  if (!address.startsWith(SCOPE)) return;
  const strategy = strategyOf(event.request, address.slice(SCOPE.length), RELEASE.shell);
  if (strategy === "cache-first") event.respondWith(cacheFirst(event, address));
  if (strategy === "network-first") event.respondWith(networkFirst(event, address));
});

worker.addEventListener("message", (event) => {
  const { ask, path } = event.data ?? {};
  /** @type {Record<string, () => Promise<void>>} */
  const answers = {
    list,
    keep: () => work(() => save(path)),
    drop: () => work(() => drop(path)),
    empty: () => work(empty),
  };
  if (Object.hasOwn(answers, ask)) event.waitUntil(answers[ask]?.() ?? Promise.resolve());
});

/** The addresses of the pages that are open, also of those that have no worker yet. */
async function openPages() {
  const pages = await worker.clients.matchAll({ includeUncontrolled: true, type: "window" });
  return pages.map(({ url }) => canonical(url)).filter((address) => address.startsWith(SCOPE));
}

/** Stores the shell of the editions that are read now; that of another is stored when the reader opens it. */
async function install() {
  const open = await openPages();
  // One after another: what all editions need is stored once.
  for (const address of open.length ? open : [SCOPE]) await storeShell(address);
}

async function activate() {
  const older = (await ownCaches()).filter((name) => name.startsWith(SHELLS) && name !== SHELL);
  await Promise.all(older.slice(0, -OLDER_SHELLS || undefined).map((name) => caches.delete(name)));
  await worker.clients.claim();
  // The start pages of their editions, and the pages that were opened before there was a worker.
  const open = await openPages();
  const starts = open.map((address) => SCOPE + folderOf(address.slice(SCOPE.length), RELEASE.shell));
  for (const address of new Set([...starts, ...open])) {
    await fetch(address)
      .then((answer) => remember(address, answer))
      .catch(() => {});
  }
  await tell();
}
