// @ts-check
// The inline script of 404.html, which a host shows at any depth. Finds the portal's folder and adds the page's files from there. If there
// is no portal, or the address belongs to partners' pages, the page shows the same text as without scripts. In a translated edition it shows
// that text in the edition's language until the app runs, unless the host has sent the edition's own page.

import { EDITION, ENTRY } from "./generated/paths.js";
import { portalFolder } from "./portal-folder.js";

/** @param {string} id */
function contentOf(id) {
  return /** @type {HTMLTemplateElement} */ (document.getElementById(id)).content;
}

const path = location.pathname;
const folder = await portalFolder(path, async (folder) => {
  const answer = await fetch(folder + ENTRY).catch(() => undefined);
  return Boolean(answer?.ok && answer.headers.get("content-type")?.includes("json"));
});
const plain = contentOf("plain");
const place = document.getElementById("app");
if (folder !== undefined) {
  const code = EDITION.exec(path.slice(folder.length))?.[0].slice(0, -1);
  const notice = code && plain.querySelector(`[lang|=${code}]`);
  if (notice) {
    document.documentElement.lang = code;
    place?.replaceChildren(notice.cloneNode(true));
  }
  for (const element of document.importNode(contentOf("assets"), true).querySelectorAll("*")) {
    const link = element.getAttribute("href");
    if (link) element.setAttribute("href", folder + link.slice(2));
    // A strict policy lets no text become a script's address. The tag stays for its data, and its file is imported.
    const script = element.getAttribute("src");
    element.removeAttribute("src");
    document.head.append(element);
    if (script) import(folder + script.slice(2));
  }
} else place?.replaceChildren(plain);
