// The partners' workshop: from what is chosen to the lines that a partner copies, and a preview of them. Lines name the portal by
// the address that it is read at, so they hold wherever it stands.

const PORTAL = new URL("..", import.meta.url);
const SANDBOX = "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox";
// Of a feed 30 articles can be shown, of a frame page ten.
const MOST = { element: 30, frame: 10, none: 30 };
const OUTPUTS = ["code", "style", "policy", "feeds"];

const form = document.getElementById("workshop");
const preview = document.getElementById("preview");
const { script: PINNED, integrity: INTEGRITY } = form.dataset;
const field = (id) => document.getElementById(id);
const address = (below) => new URL(below, PORTAL).href;

// "淮安高新区 huaian-htz", as the list offers it.
const zones = new Map([...field("zones").options].map((option) => [option.value, option]));

// What of a name people write in one way or another.
const plain = (text) => text.toLowerCase().replace(/[\s'’-]/g, "");

// The zones that the typed may mean: the one of that name or id, or else all that have it somewhere.
function meant() {
  const typed = plain(field("zone").value);
  if (!typed) return [];
  const all = [...zones].map(([value, { text, dataset }]) => ({ value, words: [value, ...value.split(" "), text, ...dataset.also.split("|")].map(plain) }));
  const exact = all.filter(({ words }) => words.includes(typed));
  return exact.length ? exact : all.filter(({ words }) => words.some((word) => word.includes(typed)));
}

function chosen() {
  const way = form.elements.way.value;
  const limit = Math.min(Math.max(Number.parseInt(field("limit").value, 10) || 5, 1), MOST[way]);
  const value = (id) => field(id).value.trim();
  const found = meant();
  const [name, id] = found.length === 1 ? found[0].value.split(" ") : [];
  return { way, limit, found: found.length, zone: id && { id, name }, view: value("view"), kind: value("kind"), lang: value("lang"), theme: value("theme"), heading: value("heading"), isPinned: field("pinned").checked };
}

function escape(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

function scriptLine({ way, isPinned }) {
  // Words of markup are put together from parts: this page may not make a script out of text, and does not.
  const tag = (rest) => `<${"script"} type="module" ${rest}></${"script"}>`;
  if (isPinned) return tag(`src="${escape(address(PINNED))}" integrity="${INTEGRITY}" crossorigin="anonymous"`);
  return tag(`src="${escape(address(way === "frame" ? "embed/fit.js" : "embed.js"))}"`);
}

// The nodes of a choice: what the preview shows is what the line says.
function elementOf({ zone, limit, view, kind, lang, theme, heading }) {
  const link = element("a", { href: address(`zone/${zone.id}/`) }, `${zone.name}新闻`);
  return element("investchn-zone", { zone: zone.id, limit: view === "profile" ? "" : `${limit}`, view, kind, lang, theme, heading }, link);
}

function frameOf({ zone, limit, lang, theme }, height) {
  const src = new URL(address(`embed/zone/${zone.id}/`));
  for (const [key, value] of Object.entries({ limit, lang, theme })) if (value) src.searchParams.set(key, value);
  return element("iframe", { src: src.href, title: `${zone.name}新闻`, width: "100%", height, loading: "lazy", sandbox: SANDBOX, frameborder: "0" });
}

// What it is now, without anything that would be asked of the portal later.
async function snippetOf({ zone, limit }) {
  const answer = await fetch(address(`zone/${zone.id}/feed.json`));
  const { items } = await answer.json();
  const rows = items.slice(0, limit).map(({ title, url, _investchn }) =>
    element("li", {}, element("a", { href: url }, title), " ", element("time", { datetime: _investchn.published }, _investchn.published)),
  );
  return element("section", {}, element("h3", {}, element("a", { href: address(`zone/${zone.id}/`) }, `${zone.name}新闻`)), element("ul", {}, ...rows));
}

function styleOf({ way }, height) {
  if (way === "none") return "";
  if (!height) return "预览载入后，高度写在这里。";
  return way === "frame" ? `iframe[src*="/embed/zone/"] { height: ${height}px; }` : `investchn-zone { display: block; height: ${height}px; }`;
}

function policyOf({ way }) {
  const { origin } = PORTAL;
  if (way === "none") return "不需要。";
  return way === "frame" ? `frame-src ${origin}; script-src ${origin}` : `script-src ${origin}; connect-src ${origin}`;
}

let last = 0;
// Observes the size of the embed in the preview.
let observer;

async function update() {
  const run = ++last;
  const choice = chosen();
  field("zone-wrong").textContent = choice.zone ? "" : choice.found ? `有 ${choice.found} 家，请从列表里选一家。` : "没有找到，请从列表里选一家。";
  for (const part of document.querySelectorAll("[data-for]")) part.hidden = !part.dataset.for.split(" ").includes(choice.way);
  field("limit").max = MOST[choice.way];
  if (!choice.zone) return clear();
  let node;
  try {
    node = await { element: elementOf, frame: frameOf, none: snippetOf }[choice.way](choice);
  } catch {
    // It is told below, unless something else was chosen meanwhile.
  }
  if (run !== last) return;
  if (!node) {
    tellUnread();
    return clear();
  }
  write(choice, node);
  const put = show(node);
  if (put) watch(put, (size) => write(choice, node, size));
}

// Nobody copies the lines of a zone that was chosen before.
function clear() {
  for (const id of OUTPUTS) field(`${id}-output`).hidden = true;
  show("");
}

function tellUnread() {
  field("zone-wrong").textContent = "没有取到数据，请稍后再试。";
}

// The lines to copy. `size` is that of what is chosen as it stands in the preview, once it does.
function write(choice, node, size) {
  const height = size && Math.ceil(size.height);
  const line = (choice.way === "frame" ? frameOf(choice, height) : node).outerHTML;
  const code = { element: scriptLine(choice) + line, frame: line + scriptLine(choice), none: line }[choice.way];
  const feeds = ["feed.xml", "feed.json"].map((file) => address(`zone/${choice.zone.id}/${file}`)).join("\n");
  for (const [place, text] of [code, styleOf(choice, height), policyOf(choice), feeds].entries()) {
    const id = OUTPUTS[place];
    field(id).textContent = text;
    field(`${id}-output`).hidden = !text;
  }
  field("width").textContent = size ? Math.round(size.width) : "……";
  form.querySelector("[data-copy=style]").disabled = !size;
}

// Puts it into the preview, and returns what stands there now.
function show(node) {
  observer?.disconnect();
  const page = preview.contentDocument;
  const here = page?.getElementById("here");
  // Not loaded yet: it comes here again when it is.
  if (!here) return;
  page.body.className = field("look").value;
  const put = node && page.importNode(node, true);
  here.replaceChildren(put);
  return put;
}

// Tells the size of what stands in the preview, in CSS pixels, whenever it has another one.
function watch(put, tell) {
  if (put.localName === "iframe") {
    // The script in the preview gives it the height of its content.
    observer = new MutationObserver(() => tell({ width: put.clientWidth, height: Number.parseFloat(put.style.height) }));
    return observer.observe(put, { attributeFilter: ["style"] });
  }
  const { ResizeObserver } = put.ownerDocument.defaultView;
  observer = new ResizeObserver(([{ target }]) => tell(target.getBoundingClientRect()));
  put.addEventListener("investchn-load", () => {
    observer.disconnect();
    // Measures the box, since the page around may lay out the element itself in any way.
    observer.observe(put.shadowRoot.querySelector("[part=box]"));
  });
  put.addEventListener("investchn-error", tellUnread);
}

async function copy(button) {
  const text = field(button.dataset.copy);
  const said = button.nextElementSibling;
  try {
    await navigator.clipboard.writeText(text.textContent);
    said.textContent = "已复制。";
  } catch {
    getSelection().selectAllChildren(text);
    said.textContent = "已选中，请按 Ctrl+C 复制。";
  }
}

form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("input", update);
// What the lines say stands in the field too.
field("limit").addEventListener("change", () => {
  field("limit").value = chosen().limit;
});
form.addEventListener("click", ({ target }) => {
  const button = target.closest("[data-copy]");
  if (button) copy(button);
});
preview.addEventListener("load", update);

// A link may name the zone.
const wanted = new URLSearchParams(location.search).get("zone");
const named = (id) => [...zones.keys()].find((value) => value.endsWith(` ${id}`));
field("zone").value = named(wanted) ?? named(form.dataset.zone) ?? "";
update();
