// The portal is no longer kept offline: browsers that have its worker take this one instead, which removes what is the
// portal's and then itself. It answers nothing, so taking over at once changes nothing for an open page.

const OWN = `investchn:${new URL(self.registration.scope).pathname}:`;

addEventListener("install", () => self.skipWaiting());
addEventListener("activate", (event) => event.waitUntil(remove()));

async function remove() {
  try {
    const own = (await caches.keys()).filter((name) => name.startsWith(OWN));
    await Promise.all(own.map((name) => caches.delete(name)));
  } finally {
    // Also where storage fails.
    await self.registration.unregister();
  }
}
