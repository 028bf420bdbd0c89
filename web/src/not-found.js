// @ts-check
// The inline script of 404.html, which a host shows at any depth. Finds the portal's base, the nearest folder above with an entry
// file, and adds the page's files from there. If there is no portal, or the address belongs to partners' pages, the page shows the
// same text as without scripts.

import { EMBED_FOLDER, ENTRY } from "./generated/paths.js";

/** @param {string} id */
function contentOf(id) {
  return /** @type {HTMLTemplateElement} */ (document.getElementById(id)).content;
}

const assets = contentOf("assets");
const path = location.pathname;
// An empty folder at the beginning would be another host.
const folders = path.includes(`/${EMBED_FOLDER}`) ? [] : ["", ...path.split("/").slice(1, -1).filter(Boolean)];
let isFound = false;
for (; !isFound && folders.length > 0; folders.pop()) {
  const base = `${folders.join("/")}/`;
  const answer = await fetch(base + ENTRY).catch(() => undefined);
  if (!answer?.ok || !answer.headers.get("content-type")?.includes("json")) continue;
  for (const element of document.importNode(assets, true).querySelectorAll("*")) {
    const link = element.getAttribute("href");
    if (link) element.setAttribute("href", base + link.slice(2));
    // A strict policy lets no text become a script's address. The tag stays for its data, and its file is imported.
    const script = element.getAttribute("src");
    element.removeAttribute("src");
    document.head.append(element);
    if (script) import(base + script.slice(2));
  }
  isFound = true;
}
if (!isFound) document.getElementById("app")?.replaceChildren(contentOf("plain"));
