// @ts-check
// Finds the portal's folder from an address in it, on a page that a host shows for any unknown address.

import { EDITION, EMBED_FOLDER } from "./generated/paths.js";

/**
 * The path of the nearest folder above that has an entry file: the portal's. A translated edition has an entry too, but the files that the
 * page needs are in the folder above. Addresses of partners' pages have none.
 *
 * @param {string} path
 * @param {(folder: string) => Promise<boolean>} hasEntry
 */
export async function portalFolder(path, hasEntry) {
  // An empty folder at the beginning would be another host.
  const folders = path.includes(`/${EMBED_FOLDER}`) ? [] : ["", ...path.split("/").slice(1, -1).filter(Boolean)];
  /** @type {string | undefined} */
  let found;
  for (; folders.length > 0; folders.pop()) {
    const folder = `${folders.join("/")}/`;
    const isThere = await hasEntry(folder);
    if (isThere) found = folder;
    if (found && !(isThere && EDITION.test(`${folders.at(-1)}/`))) break;
  }
  return found;
}
