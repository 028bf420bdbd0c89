// The queries: what a route shows, from the published JSON.

import { query } from "@solidjs/router";
import { dataFile } from "shared/navigation.js";

async function get(file) {
  const response = await fetch(file);
  if (!response.ok) throw new Error(`${file}: ${response.status}`);
  return response.json();
}

/** The portal's own facts. */
export const getSite = query(async () => (await get("/data/site.json")).site, "site");

/** What a JSON file says of a view. */
export const getView = query(async (file) => (await get(file)).view, "view");

/** Begins with a view's JSON when its link is hovered or followed. */
export const preloadView = ({ location }) => void getView(dataFile(location.pathname));
