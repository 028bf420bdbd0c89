// The not-found page is shown at any depth. The portal's base is the nearest folder above that has its entry file.
const assets = document.getElementById("assets").content;
for (const folders = location.pathname.split("/").slice(0, -1); folders.length > 0; folders.pop()) {
  const base = folders.join("/") + "/";
  const answer = await fetch(base + "data/site.json").catch(() => undefined);
  if (!answer?.ok || !answer.headers.get("content-type")?.includes("json")) continue;
  for (const element of document.importNode(assets, true).querySelectorAll("*")) {
    for (const name of ["href", "src"]) {
      const file = element.getAttribute(name);
      if (file) element.setAttribute(name, base + file.slice(2));
    }
    document.head.append(element);
  }
  break;
}
