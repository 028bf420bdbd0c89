// The portal without a network. The publisher writes the line `const RELEASE = …` above: the shell's files and a digest of
// them. Pages and data come from the network first, so a reader is never behind for the worker's sake; files whose names
// carry a digest come from what is stored, since such a name never means anything else.
//
// There is no skipWaiting: a new worker takes over when the last page of the old one is closed. Pages are asked of the network
// first and name their own release's files, so a page never waits for it, and none gets the files of another release.

const SCOPE = self.registration.scope;
// Other programs on the same origin, and other portals in other folders of it, have caches of their own.
const OWN = `investchn:${new URL(SCOPE).pathname}:`;
const SHELL = `${OWN}shell:${RELEASE.version}`;
const READ = `${OWN}read`;
const PICTURES = `${OWN}pictures`;
const KEPT = `${OWN}kept`;
// The oldest goes first.
const LIMITS = { [READ]: { count: 200, bytes: 20e6 }, [PICTURES]: { count: 200, bytes: 40e6 } };
const BRIEFCASE = { articles: 300, bytes: 100e6 };
// Pages that are open may be of the releases before.
const OLDER_SHELLS = 2;
// How long the network may take where there is a stored copy, and how old a briefcase may be before a visit renews it.
const PATIENCE = 5_000;
const AGE = 3_600_000;
const INDEX = `${SCOPE}kept.json`;

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(activate()));

addEventListener("fetch", (event) => {
  const { request } = event;
  const address = request.url.replace(/[?#].*/, "").replace(/index\.html$/, "");
  if (request.method !== "GET" || request.headers.has("range") || !address.startsWith(SCOPE)) return;
  const path = address.slice(SCOPE.length);
  if (request.mode === "navigate") {
    // A frame of a partner's is none of ours to keep.
    if (request.destination === "document") event.respondWith(networkFirst(event, address));
  } else if (isHashed(path)) {
    event.respondWith(storedFirst(event, address));
  } else if (path.startsWith("data/") || RELEASE.shell.includes(path)) {
    event.respondWith(networkFirst(event, address));
  }
});

addEventListener("message", (event) => {
  const { ask, path } = event.data ?? {};
  const answers = { list, keep: () => work(() => keep(path)), drop: () => work(() => drop(path)), empty: () => work(empty) };
  if (Object.hasOwn(answers, ask)) event.waitUntil(answers[ask]());
});

async function install() {
  const cache = await caches.open(SHELL);
  await cache.addAll(RELEASE.shell.map((file) => new Request(SCOPE + file, { cache: isHashed(file) ? "default" : "no-cache" })));
}

async function activate() {
  const older = (await ownCaches()).filter((name) => name.startsWith(`${OWN}shell:`) && name !== SHELL);
  await Promise.all(older.slice(0, -OLDER_SHELLS || undefined).map((name) => caches.delete(name)));
  await clients.claim();
  // What was opened before there was a worker, and the start page.
  const open = (await clients.matchAll({ type: "window" })).map(({ url }) => url.replace(/[?#].*/, "").replace(/index\.html$/, ""));
  for (const address of new Set([SCOPE, ...open])) {
    await fetch(address).then((answer) => remember(address, answer)).catch(() => {});
  }
  await tell();
}

function isHashed(path) {
  return /-[0-9a-f]{12,16}[^/]*\.\w+$/.test(path);
}

async function ownCaches() {
  return (await caches.keys()).filter((name) => name.startsWith(OWN));
}

// A stored copy, this release's shell before any other.
async function find(address) {
  for (const cacheName of [SHELL, ...(await ownCaches())]) {
    const found = await caches.match(address, { cacheName, ignoreVary: true });
    if (found) return found;
  }
}

async function storedFirst(event, address) {
  const stored = await find(address);
  if (stored) return stored;
  const answer = await fetch(event.request);
  if (address.startsWith(`${SCOPE}media/`) && isWhole(answer)) event.waitUntil(store(PICTURES, address, answer.clone()));
  return answer;
}

async function networkFirst(event, address) {
  const asked = ask(event, address);
  event.waitUntil(asked.catch(() => {}));
  const stored = (await find(address)) ?? (await dataOfPage(address)) ?? (await find(`${address}/`));
  try {
    return await (stored ? Promise.race([asked, failAfter(PATIENCE)]) : asked);
  } catch (failed) {
    if (stored) return stored;
    // The host's own words on what failed.
    if (failed instanceof Response) return failed;
    return event.request.mode === "navigate" ? offlinePage() : Response.error();
  }
}

async function ask(event, address) {
  const answer = await fetch(event.request);
  if (answer.status >= 500) throw answer;
  // Storing waits for nobody, and nobody waits for it.
  event.waitUntil(remember(address, answer.clone()).then(() => renew(address)).catch(() => {}));
  return answer;
}

function failAfter(milliseconds) {
  return new Promise((_, reject) => setTimeout(reject, milliseconds));
}

// The offline page at any depth: its addresses are made to lead from there. The app then shows what the address names, where its
// data is stored.
async function offlinePage() {
  const page = await find(`${SCOPE}offline/`);
  if (!page) return Response.error();
  const headers = new Headers(page.headers);
  headers.delete("content-length");
  return new Response((await page.text()).replace(/ (href|src)="\.\.\//g, ` $1="${SCOPE}`), { headers });
}

// Not an error, not a part, not another's, not another address's.
function isWhole(answer) {
  return answer.status === 200 && answer.type === "basic" && !answer.redirected;
}

// Stores what was read: a page, or a view's data.
async function remember(address, answer) {
  const path = address.slice(SCOPE.length);
  if (answer.status === 404 || answer.status === 410) return (await caches.open(READ)).delete(address);
  const kind = path.startsWith("data/") ? "application/json" : "text/html";
  if (!isWhole(answer) || !answer.headers.get("content-type")?.startsWith(kind)) return;
  if (RELEASE.shell.includes(path)) return;
  const kept = await caches.match(address, { cacheName: KEPT });
  if (kept) await put(KEPT, address, answer.clone());
  await store(READ, address, answer);
}

// Stores within the limits. A full device costs the oldest, or at worst this copy, never the answer.
async function store(cacheName, address, answer) {
  const copy = answer.clone();
  try {
    await put(cacheName, address, answer);
  } catch {
    await trim(cacheName, 0.5);
    await put(cacheName, address, copy).catch(() => {});
  }
  await trim(cacheName, 1);
}

// A copy of its own: no redirect sticks to it, its length is that of what is stored, and it knows what it is called.
async function put(cacheName, address, answer) {
  const body = await answer.arrayBuffer();
  const headers = new Headers(answer.headers);
  headers.delete("content-encoding");
  headers.set("content-length", body.byteLength);
  const name = nameOf(viewOf(address, body));
  if (name) headers.set("x-name", encodeURIComponent(name));
  const cache = await caches.open(cacheName);
  await cache.delete(address);
  await cache.put(address, new Response(body, { headers }));
}

function viewOf(address, body) {
  if (address.startsWith(`${SCOPE}media/`)) return undefined;
  const text = new TextDecoder().decode(body);
  try {
    return JSON.parse(address.endsWith(".json") ? text : blockOf(text)).view;
  } catch {
    return undefined;
  }
}

function blockOf(html) {
  return html.match(/<script type="application\/json" id="page-data">(.*?)<\/script>/s)?.[1];
}

// Only what a reader would look for by its name.
function nameOf(view) {
  const { zone, region } = view?.list?.subject ?? {};
  return view?.article?.title ?? zone?.zone.name.value ?? region?.region.name;
}

async function trim(cacheName, share) {
  const { count, bytes } = LIMITS[cacheName];
  const cache = await caches.open(cacheName);
  const [requests, answers] = await Promise.all([cache.keys(), cache.matchAll()]);
  let left = requests.length;
  let sum = answers.reduce((sum, answer) => sum + lengthOf(answer), 0);
  const room = share < 1 ? { count: left * share, bytes: sum * share } : { count, bytes };
  for (let oldest = 0; oldest < requests.length && (left > room.count || sum > room.bytes); oldest += 1) {
    await cache.delete(requests[oldest]);
    left -= 1;
    sum -= lengthOf(answers[oldest]);
  }
}

function lengthOf(answer) {
  return Number(answer.headers.get("content-length"));
}

// The page of which a data file is the view: data/zone/x/latest.json is that of zone/x/.
function pageOf(path) {
  if (!path.startsWith("data/")) return path;
  const page = path.slice("data/".length).replace(/\.json$/, "/").replace(/\blatest\/$/, "");
  return page === "home/" ? "" : page;
}

// A view's data out of its page, where only that was read.
async function dataOfPage(address) {
  const path = address.slice(SCOPE.length);
  if (!path.startsWith("data/")) return undefined;
  const page = await caches.match(SCOPE + pageOf(path), { cacheName: READ });
  const block = page && blockOf(await page.text());
  return block && new Response(block, { headers: { "content-type": "application/json" } });
}

// ---- The briefcase: a zone's or a region's lists, articles and pictures, kept until the reader takes them out.

let busy = false;
let said = "";

// One after another: each reads the index and writes it back.
let turn = Promise.resolve();
function inTurn(task) {
  const done = turn.then(task);
  turn = done.catch(() => {});
  return done;
}

async function work(task) {
  if (busy) return;
  busy = true;
  said = "正在处理……";
  await tell();
  try {
    said = await inTurn(task);
  } catch (failed) {
    const full = failed?.name === "QuotaExceededError";
    said = full ? "存储空间不够，没有存全。可以先移出一些内容再试。" : "没有存全：网络不通，或者服务器没有回应。连上以后可以再试。";
  }
  busy = false;
  await tell();
}

// A page that is opened is told what there is, not what came of the last wish.
function list() {
  if (!busy) said = "";
  return tell();
}

async function readIndex() {
  const stored = await caches.match(INDEX, { cacheName: KEPT });
  return stored ? stored.json() : {};
}

async function writeIndex(index) {
  await (await caches.open(KEPT)).put(INDEX, new Response(JSON.stringify(index)));
}

// Keeps what a page's path names, and asks only for what is new: lists anew, articles that are new, corrected or newly next
// to another, and pictures that are not there.
async function keep(path) {
  if (!/^\/(zone|region)\/[a-z0-9-]+\/$/.test(path)) return "";
  const index = await readIndex();
  const entry = { name: "", articles: 0, time: Date.now(), files: new Set() };
  const before = index[path]?.files ?? [];
  const others = Object.entries(index).filter(([other]) => other !== path).reduce((sum, [, { bytes }]) => sum + bytes, 0);
  let bytes = 0;
  const hold = async (address, renewed) => {
    let answer = renewed ? undefined : await caches.match(address, { cacheName: KEPT });
    if (!answer) {
      const fetched = await fetch(address, { cache: isHashed(address) ? "default" : "no-cache" });
      if (!isWhole(fetched)) throw fetched;
      await put(KEPT, address, fetched);
      answer = await caches.match(address, { cacheName: KEPT });
    }
    if (!entry.files.has(address)) bytes += lengthOf(answer);
    entry.files.add(address);
    if (others + bytes > BRIEFCASE.bytes) throw new DOMException("the briefcase is full", "QuotaExceededError");
    return answer;
  };
  const pictures = new Set();
  const read = async (address, renewed) => {
    const text = await (await hold(address, renewed)).text();
    for (const [, picture] of text.matchAll(/"(media\/[^"]+)"/g)) pictures.add(picture);
    return JSON.parse(text).view;
  };
  try {
    const items = [];
    for (let number = "latest"; number && items.length < BRIEFCASE.articles; ) {
      const { list } = await read(`${SCOPE}data${path}${number}.json`, true);
      entry.name ||= nameOf({ list });
      items.push(...list.items);
      number = list.older;
    }
    items.length = Math.min(items.length, BRIEFCASE.articles);
    if (path.startsWith("/zone/")) {
      for (const kind of ["text", "photo", "video"]) await read(`${SCOPE}data${path}${kind}/latest.json`, true);
    }
    const renewed = await renewedAmong(items);
    const queue = items.map(({ id }) => id);
    const lane = async () => {
      for (let id = queue.shift(); id; id = queue.shift()) await read(articleData(id), renewed.has(id));
    };
    await Promise.all(Array.from({ length: 4 }, lane));
    for (const picture of pictures) await hold(SCOPE + picture, false);
    entry.articles = items.length;
  } catch (failed) {
    // What came stays, so that the next try has less to do.
    index[path] = { ...entry, name: entry.name || path, bytes, time: index[path]?.time ?? 0, files: [...new Set([...entry.files, ...before])] };
    await writeIndex(index);
    throw failed;
  }
  index[path] = { ...entry, bytes, files: [...entry.files] };
  await writeIndex(index);
  await sweep(index);
  return `已存入公文包：${entry.name}，共 ${entry.articles} 篇。`;
}

function articleData(id) {
  return `${SCOPE}data/article/${id}.json`;
}

// The articles that are not stored as they are now: new ones, those beside a new one in their zone, whose neighbours changed, and
// those whose title, summary or corrections are others.
async function renewedAmong(items) {
  const answer = await fetch(`${SCOPE}data/changes.json`, { cache: "no-cache" });
  if (!answer.ok) throw answer;
  const corrections = new Map();
  for (const { article } of await answer.json()) corrections.set(article, (corrections.get(article) ?? 0) + 1);
  const renewed = new Set();
  const before = new Map();
  const isNew = new Set();
  for (const { id, title, summary, zone } of items) {
    const stored = await caches.match(articleData(id), { cacheName: KEPT });
    const article = stored && (await stored.json()).view.article;
    const changed = (corrections.get(`/article/${id}/`) ?? 0) !== (article?.corrections?.length ?? 0);
    if (!article) isNew.add(id);
    if (!article || changed || article.title !== title || article.summary !== summary) renewed.add(id);
    const newer = before.get(zone.id);
    if (newer && isNew.has(newer)) renewed.add(id);
    if (newer && isNew.has(id)) renewed.add(newer);
    before.set(zone.id, id);
  }
  return renewed;
}

// A visit renews what was kept an hour or more ago, without a word.
async function renew(address) {
  const path = `/${pageOf(address.slice(SCOPE.length))}`;
  if (navigator.connection?.saveData) return;
  await inTurn(async () => {
    const entry = (await readIndex())[path];
    if (entry && Date.now() - entry.time > AGE) await keep(path).then(tell);
  });
}

async function drop(path) {
  const index = await readIndex();
  delete index[path];
  await writeIndex(index);
  await sweep(index);
  return "已移出公文包。";
}

async function empty() {
  await caches.delete(KEPT);
  return "公文包已清空。";
}

// Removes what no entry names any more.
async function sweep(index) {
  const named = new Set([INDEX, ...Object.values(index).flatMap(({ files }) => files)]);
  const cache = await caches.open(KEPT);
  for (const request of await cache.keys()) {
    if (!named.has(request.url)) await cache.delete(request);
  }
}

// What the app shows of it, told to every page. Numbers and dates are worded here: the browser does it for nothing.
async function tell() {
  const index = await readIndex();
  const kept = Object.entries(index).map(([path, { name, articles, bytes, time }]) => {
    const size = bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} KB` : `${(bytes / 1e6).toFixed(1)} MB`;
    const date = new Date(time).toLocaleString("zh-CN", { dateStyle: "long", timeStyle: "short" });
    return { path, name, note: time ? `${articles} 篇，${size}，更新于 ${date}` : `${size}，没有存全` };
  });
  const cache = await caches.open(READ);
  const [requests, answers] = await Promise.all([cache.keys(), cache.matchAll()]);
  const read = new Map();
  requests.forEach(({ url }, place) => {
    const name = answers[place].headers.get("x-name");
    const path = `/${pageOf(url.slice(SCOPE.length))}`;
    if (name && !(path in index)) read.set(path, decodeURIComponent(name));
  });
  const latest = [...read].reverse().map(([path, name]) => ({ path, name, note: "" }));
  for (const client of await clients.matchAll({ type: "window" })) client.postMessage({ kept, read: latest, said, busy });
}
