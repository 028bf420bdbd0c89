// The loaders: what a route shows, from the published JSON.

import { dataFile } from "shared/navigation.js";

async function get(file, signal) {
  const response = await fetch(file, { signal });
  if (!response.ok) throw response;
  return response.json();
}

/** The portal's own facts, once. */
export async function site({ request }) {
  return (await get("/data/site.json", request.signal)).site;
}

/** The view of a path. */
export async function view({ request }) {
  return (await get(dataFile(new URL(request.url).pathname), request.signal)).view;
}
