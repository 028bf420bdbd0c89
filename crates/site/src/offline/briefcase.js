// The worker's other half, which the publisher puts after worker.js. The briefcase: a zone's or a region's lists, articles and
// pictures, kept until the reader takes them out; and what pages are told of all that is stored.

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
