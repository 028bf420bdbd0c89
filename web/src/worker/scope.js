// @ts-check
// The worker's place: its folder, and the names of its caches.

export const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

/** The address of the portal's folder, with a slash at its end. */
export const SCOPE = worker.registration.scope;

/** Begins the name of every cache. Other programs on the same origin, and portals in other folders of it, have their own. */
export const OWN = `investchn:${new URL(SCOPE).pathname}:`;
