// The not-found page is shown at any depth. The portal's base is the nearest folder above that has its entry file. Where there
// is none, or partners' pages look for a zone's frame, what it says without scripts stands there alone.
const assets = document.getElementById("assets").content;
// An empty folder at the beginning would be another host.
const folders = location.pathname.includes("/embed/") ? [] : ["", ...location.pathname.split("/").slice(1, -1).filter(Boolean)];
let isFound = false;
for (; !isFound && folders.length > 0; folders.pop()) {
  const base = folders.join("/") + "/";
  const answer = await fetch(base + "data/site.json").catch(() => undefined);
  if (!answer?.ok || !answer.headers.get("content-type")?.includes("json")) continue;
  for (const element of document.importNode(assets, true).querySelectorAll("*")) {
    const link = element.getAttribute("href");
    if (link) element.setAttribute("href", base + link.slice(2));
    // A strict policy lets no text become a script's address: the tag stays for what it says, and its file is imported.
    const script = element.getAttribute("src");
    element.removeAttribute("src");
    document.head.append(element);
    if (script) import(base + script.slice(2));
  }
  isFound = true;
}
if (!isFound) document.getElementById("app").replaceChildren(document.getElementById("plain").content);
