// The portal without a network. The publisher writes the line `const RELEASE = …` above: the shell's files and a digest of
// them. Pages and data come from the network first, so no reader is behind for the worker's sake; files whose names carry a
// digest come from what is stored: such a name never means anything else.
//
// There is no skipWaiting: a new worker takes over when the last page of the old one is closed. Pages come from the network and
// name their own release's files, so none waits for it or gets another's.

const SCOPE = self.registration.scope;
// Other programs on the same origin, and portals in other folders of it, have their own.
const OWN = `investchn:${new URL(SCOPE).pathname}:`;
const SHELL = `${OWN}shell:${RELEASE.version}`;
const READ = `${OWN}read`;
const PICTURES = `${OWN}pictures`;
const KEPT = `${OWN}kept`;
// Oldest first.
const LIMITS = { [READ]: { count: 200, bytes: 20e6 }, [PICTURES]: { count: 200, bytes: 40e6 } };
const BRIEFCASE = { articles: 300, bytes: 100e6 };
// Pages that are open may be of the releases before.
const OLDER_SHELLS = 2;
// How long the network may take where there is a copy, and how old a briefcase may be before a visit renews it.
const PATIENCE = 5_000;
const AGE = 3_600_000;
const INDEX = `${SCOPE}kept.json`;

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(activate()));

addEventListener("fetch", (event) => {
  const { request } = event;
  const address = addressOf(request);
  if (request.method !== "GET" || request.headers.has("range") || !address.startsWith(SCOPE)) return;
  const path = address.slice(SCOPE.length);
  if (request.mode === "navigate") {
    // What is for partners is none of a reader's to keep, in a frame or not.
    if (request.destination === "document" && !path.startsWith("embed/")) event.respondWith(networkFirst(event, address));
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
  const open = (await clients.matchAll({ type: "window" })).map(addressOf);
  for (const address of new Set([SCOPE, ...open])) {
    await fetch(address).then((answer) => remember(address, answer)).catch(() => {});
  }
  await tell();
}

function addressOf({ url }) {
  return url.replace(/[?#].*/, "").replace(/index\.html$/, "");
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
  // Where storage fails, or is blocked since, the network answers alone.
  const stored = await find(address).catch(() => {});
  if (stored) return stored;
  const answer = await fetch(event.request);
  if (address.startsWith(`${SCOPE}media/`) && isWhole(answer)) event.waitUntil(store(PICTURES, address, answer.clone()));
  return answer;
}

async function networkFirst(event, address) {
  const asked = ask(event, address);
  event.waitUntil(asked.catch(() => {}));
  // A page leads on from its folder only.
  const atSlash = async () => (await find(`${address}/`)) && Response.redirect(event.request.url.replace(address, "$&/"));
  const copy = async () => (await find(address)) ?? (await dataOfPage(address)) ?? (await atSlash());
  const stored = await copy().catch(() => {});
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

// The offline page at any depth: its addresses are made to lead from there. The app shows what the address names, where its data
// is stored.
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

// Within the limits. A full device costs the oldest, or at worst this copy, never the answer.
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

// A copy of its own: no redirect sticks to it, its length is what is stored, and it knows its name.
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
