// What a frame page does where scripts run: it follows what its address asks for (limit, theme, lang, article), and tells the
// partner's page how high it is. Without it the page shows its ten newest articles in Chinese and in light colours.

const root = document.documentElement;
const asked = new URLSearchParams(location.search);
const list = document.querySelector("ul");
const portal = new URL("..", document.currentScript.src);

// Who is told the height: the page around, once it has asked, by the origin that it asked from.
let partner;

function tell() {
  if (!partner) return;
  // The frame is as high as its content from now on: nothing is left to scroll.
  root.dataset.fit = "";
  parent.postMessage({ investchn: "height", height: document.body.getBoundingClientRect().height }, partner);
}

// WordPress shows a frame once it has told its height in WordPress's own words, and its sandbox opens no tabs: it is asked to
// follow a link.
const secret = /secret=(\w+)/.exec(location.hash)?.[1];

function tellWordPress(message, value) {
  if (secret) parent.postMessage({ message, value, secret }, "*");
}

addEventListener("click", (event) => {
  const link = event.target.closest("a");
  if (!secret || !link) return;
  event.preventDefault();
  tellWordPress("link", link.href);
});

function limit() {
  const wanted = Number.parseInt(asked.get("limit"), 10);
  if (!(wanted > 0)) return;
  for (const [place, row] of [...list.children].entries()) row.hidden = place >= wanted;
}

function look() {
  const theme = asked.get("theme");
  if (["light", "dark", "auto"].includes(theme)) root.dataset.theme = theme;
}

function speak() {
  if (!asked.get("lang")?.toLowerCase().startsWith("en")) return;
  root.lang = "en";
  for (const labelled of document.querySelectorAll("[data-en]")) labelled.textContent = labelled.dataset.en;
  document.title = document.querySelector("h1").textContent;
}

// The article that was pasted stands on top, also where it is older than the ten.
async function lead() {
  const id = asked.get("article");
  if (!/^[a-z0-9-]+$/.test(id ?? "")) return;
  let row = [...list.children].find(({ dataset }) => dataset.id === id);
  if (!row) {
    const answer = await fetch(new URL(`data/article/${id}.json`, portal));
    const { title, published, source } = (await answer.json()).view.article;
    row = list.children[0].cloneNode(true);
    row.querySelector("a").href = new URL(`article/${id}/`, portal);
    row.querySelector("a").textContent = title;
    row.querySelector("time").dateTime = row.querySelector("time").textContent = published;
    row.querySelector(".source").textContent = source;
  }
  list.prepend(row);
  row.classList.add("lead");
}

addEventListener("message", ({ source, origin, data }) => {
  if (source !== parent || data?.investchn !== "fit") return;
  // A page from a file has no origin that could be named. What it is told is no secret.
  partner = origin === "null" ? "*" : origin;
  tell();
});

look();
speak();
// Where the article cannot be had the newest stay.
lead().catch(() => {}).finally(() => {
  limit();
  if (parent === window) return;
  parent.postMessage({ investchn: "ready" }, "*");
  const follow = () => {
    tell();
    tellWordPress("height", document.body.offsetHeight);
  };
  // Now too: of a frame that is hidden until it speaks, as WordPress does, no change of size is told.
  follow();
  try {
    new ResizeObserver(follow).observe(document.body);
  } catch {
    // An older browser tells at least of the window.
    addEventListener("resize", follow);
  }
});
