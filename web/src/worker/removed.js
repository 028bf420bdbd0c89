// @ts-check
// Takes the place of the worker where the portal is no longer kept offline: deletes the portal's caches, and then itself. It answers no
// request, so it takes over at once without changing anything for an open page.

import { OWN, worker } from "./scope.js";

worker.addEventListener("install", () => worker.skipWaiting());
worker.addEventListener("activate", (event) => event.waitUntil(remove()));

async function remove() {
  try {
    const own = (await caches.keys()).filter((name) => name.startsWith(OWN));
    await Promise.all(own.map((name) => caches.delete(name)));
  } finally {
    // Also if storage fails.
    await worker.registration.unregister();
  }
}
