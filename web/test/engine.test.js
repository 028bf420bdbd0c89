// The search's engine with the real reader, as wasm, and an index that the publisher's writer has made. `cargo xtask web` prepares both.

import assert from "node:assert/strict";
import { register } from "node:module";
import test, { after, beforeEach } from "node:test";
import { gzipSync } from "node:zlib";
import { SearchEngine, SearchError } from "../src/search/engine.js";
import { Portal } from "./host/portal.js";

register("./host/http-modules.js", import.meta.url);
// Older versions of Node.js have none.
const connection = { saveData: false };
Object.defineProperty(globalThis, "navigator", { value: { connection, onLine: true } });

const ARTICLES = "data/search/articles.bin";
const ZONES = "data/search/zones.bin";

const portal = new Portal();
await portal.start();
after(() => portal.stop());
beforeEach(() => portal.reset());

/** @param {string} q */
function queryOf(q, filter = {}) {
  return { q, zone: "", region: "", kind: "", year: "", order: "newest", ...filter };
}

/**
 * Searches and returns all that was reported.
 *
 * @param {string} q
 */
async function reports(q, filter = {}, engine = new SearchEngine(portal.base)) {
  const all = [];
  await engine.search(queryOf(q, filter), (results) => all.push(results), new AbortController().signal);
  return all;
}

/** The last report: nothing follows it. */
async function search(q, filter = {}, engine = undefined) {
  return (await reports(q, filter, engine)).at(-1);
}

const idsOf = ({ hits }) => hits.map(({ id }) => id);
const textOf = (marked) => marked.map(({ text, isMatch }) => (isMatch ? `[${text}]` : text)).join("");

/** @param {"version" | "broken" | "network" | "unsupported"} reason */
const fails = (reason) => (error) => error instanceof SearchError && error.reason === reason;

/** The files of the index that a query needs, without the manifests. */
async function filesOf(q) {
  await search(q);
  const files = portal.requests.filter((path) => path.startsWith("data/") && path !== ARTICLES && path !== ZONES);
  portal.reset();
  return files;
}

test("a hit has its text as written, with the match marked", async () => {
  const { hits, count, counts, isComplete, hasMore } = await search("苏州的");
  assert.deepEqual([count, isComplete, hasMore], [1, true, false]);
  assert.equal(counts?.kind.get(hits[0]?.kind ?? ""), 1);
  const [{ excerpt, title, ...hit }] = hits;
  assert.equal(textOf(title), "招商示例42");
  assert.equal(textOf(excerpt), '示例：[蘇州的]<b>"新"聞</b>\n第二段\\');
  assert.deepEqual(hit, {
    foundBy: [],
    id: "a42",
    isCutBefore: false,
    isCutAfter: false,
    date: 20_250_101,
    zone: "suzhou-htz",
    zoneName: "示例高新区",
    kind: "text",
    regions: ["320000"],
  });
});

test("zones are reported first, three of them, without waiting for articles", async () => {
  // The text of the article is the last file that is needed.
  const file = (await filesOf("苏州的")).at(-1);
  const { promise: areShown, resolve } = withResolvers();
  portal.faults.set(file, () => areShown.then(() => undefined));
  const all = [];
  const onResults = (results) => resolve(all.push(results));
  await new SearchEngine(portal.base).search(queryOf("苏州"), onResults, new AbortController().signal);
  const [first, ...others] = all;
  const zones = ["suzhou-port", "suzhou-park", "suzhou-etdz"];
  assert.deepEqual([first.hits, first.zones.map(({ id }) => id), first.isComplete], [[], zones, false]);
  assert.ok(others.length > 0 && others.every(({ zones }) => zones.length === 3));
  assert.deepEqual(idsOf(others.at(-1)), ["a42"]);
});

test("an edition is searched in its own index, with the portal's reader", async () => {
  portal.faults.set("*", (path) => portal.file(path.replace(/^en\//, "")));
  const engine = new SearchEngine(portal.base, new URL("en/", portal.base));
  assert.deepEqual(idsOf(await search("苏州的", {}, engine)), ["a42"]);
  const data = portal.requests.filter((path) => path.includes("data/"));
  assert.ok(data.length > 2 && data.every((path) => path.startsWith("en/data/search/")), `${data}`);
  const readers = portal.requests.filter((path) => path.includes("wasm"));
  assert.ok(readers.length > 0 && readers.every((path) => !path.startsWith("en/")), `${readers}`);
});

test("pinyin finds zones", async () => {
  assert.equal((await search("suzhougang")).zones[0].id, "suzhou-port");
});

test("filters and the order of hits are the reader's", async () => {
  assert.deepEqual(idsOf(await search("招商", { zone: "suzhou-htz", year: "2025" })).slice(0, 2), ["a140", "a126"]);
  assert.deepEqual((await search("苏州", { kind: "text" })).zones, []);
  const both = { kind: "photo" };
  assert.equal((await search("招商", both)).count, 0);
  assert.deepEqual(idsOf(await search("示例42 招商", { order: "fit" })), ["a42"]);
});

test("pages follow each other to the end", async () => {
  const engine = new SearchEngine(portal.base);
  const found = await search("招商", {}, engine);
  const ids = idsOf(found);
  let hasMore = found.hasMore;
  while (hasMore) {
    const pages = [];
    await engine.more((results) => pages.push(results), new AbortController().signal);
    ids.push(...idsOf(pages.at(-1)));
    hasMore = pages.at(-1).hasMore;
  }
  const expected = Array.from({ length: 300 }, (_, at) => 299 - at).filter((number) => number % 7 === 0);
  assert.deepEqual(
    ids,
    expected.map((number) => `a${number}`),
  );
});

test("after the first page the count becomes exact, unless the reader saves data", async () => {
  const all = await reports("招商");
  assert.equal(all.at(-1).hits.length, 10);
  assert.deepEqual([all.at(-1).count, all.at(-1).isComplete, all.at(-1).hasMore], [43, true, true]);
  connection.saveData = true;
  const { count, counts, isComplete, hasMore } = await search("招商");
  assert.equal(counts, undefined);
  connection.saveData = false;
  assert.deepEqual([count, isComplete, hasMore], [10, false, true]);
});

test("a failure while counting leaves the page as it is, and the next page says why", async () => {
  const engine = new SearchEngine(portal.base);
  const all = [];
  const { signal } = new AbortController();
  const onResults = (results) => {
    all.push(results);
    if (results.hits.length > 0) portal.faults.set("*", 404);
  };
  await engine.search(queryOf("招商"), onResults, signal);
  const { hits, isOffline, hasMore } = all.at(-1);
  assert.deepEqual([hits.length, isOffline, hasMore], [10, false, true]);
  await assert.rejects(
    engine.more(() => {}, signal),
    fails("broken"),
  );
  // The host is whole again.
  portal.reset();
  await engine.more((results) => all.push(results), signal);
  assert.deepEqual(idsOf(all.at(-1)).at(0), "a224");
});

test("parts that no article has are named, with the rest of the query", async () => {
  const { missing, rest, count, isComplete } = await search('不存在 "示例 -集成"  蘇州');
  assert.deepEqual([missing, rest, count, isComplete], [["不存在", "示例 -集成"], "蘇州", 0, true]);
  const one = await search("不存在");
  assert.deepEqual([one.missing, one.rest], [["不存在"], ""]);
});

test("another letter fetches no file twice", async () => {
  const engine = new SearchEngine(portal.base);
  await search("集成", {}, engine);
  await search("集成电", {}, engine);
  await search("集成", {}, engine);
  assert.equal(new Set(portal.requests).size, portal.requests.length);
  assert.equal(portal.caching.get(ARTICLES), "max-age=0");
});

test("files are fetched after a pause, and what is at hand answers at once", async () => {
  const engine = new SearchEngine(portal.base);
  await search("集成", {}, engine);
  portal.requests.length = 0;
  const first = new AbortController();
  // Watched from the start: the next query ends it, and nobody may have asked for its outcome by then.
  const dropped = assert.rejects(engine.search(queryOf("招商"), () => {}, first.signal, 60_000));
  const all = [];
  await engine.search(queryOf("集成"), (results) => all.push(results), new AbortController().signal, 60_000);
  assert.deepEqual([all.at(-1).count > 0, portal.requests], [true, []]);
  first.abort();
  engine.search(queryOf("集成"), () => {}, new AbortController().signal);
  await dropped;
});

test("an older query is aborted and reports nothing any more", async () => {
  const engine = new SearchEngine(portal.base);
  const [file] = await filesOf("集成电路");
  const { promise: asked, resolve: isAsked } = withResolvers();
  portal.faults.set(file, () => {
    isAsked();
    return new Promise(() => {});
  });
  const older = new AbortController();
  const reported = [];
  const first = engine.search(queryOf("集成电路"), (results) => reported.push(results), older.signal);
  await asked;
  portal.faults.clear();
  older.abort();
  await assert.rejects(first, { name: "AbortError" });
  assert.deepEqual(idsOf(await search("集成电路", {}, engine)), ["a250"]);
  assert.deepEqual(reported, []);
});

test("a newer query ends an older one that nobody has aborted", async () => {
  const engine = new SearchEngine(portal.base);
  const first = engine.search(queryOf("招商"), () => assert.fail("reported"), new AbortController().signal);
  const rejected = assert.rejects(first, { name: "AbortError" });
  assert.deepEqual(idsOf(await search("集成电路", {}, engine)), ["a250"]);
  await rejected;
});

test("after a new release the query begins again with the new manifest", async () => {
  const engine = new SearchEngine(portal.base);
  const current = await portal.file(ARTICLES);
  // The manifest of a release before: it ends with the name of the last file.
  const old = Buffer.from(current);
  old.fill(0xab, old.length - 8);
  portal.faults.set(ARTICLES, () => (portal.requests.filter((path) => path === ARTICLES).length > 1 ? current : old));
  const { count, isComplete } = await search("示例0", {}, engine);
  assert.ok(count > 0 && isComplete);
  assert.equal(portal.requests.filter((path) => path === ARTICLES).length, 2);
  assert.equal(portal.caching.get(ARTICLES), "no-cache");
});

test("a file that stays missing is an error, also where a page is sent instead", async () => {
  const [file] = await filesOf("集成电路");
  for (const fault of [404, Buffer.from("<!doctype html>")]) {
    portal.reset();
    portal.faults.set(file, fault);
    await assert.rejects(search("集成电路"), fails("broken"));
    assert.equal(portal.requests.filter((path) => path === ARTICLES).length, 2);
  }
});

test("texts are compressed and lists are not", async () => {
  const files = await Promise.all((await filesOf("集成电路")).map((path) => portal.file(path)));
  const begins = new Set(files.map((bytes) => bytes.subarray(0, 2).toString("hex")));
  assert.deepEqual([...begins].sort(), ["1f8b", Buffer.from("IC").toString("hex")]);
});

test("a broken file is fetched anew, once", async () => {
  for (const file of await filesOf("集成电路")) {
    portal.reset();
    const whole = await portal.file(file);
    const broken = whole.subarray(0, 6);
    portal.faults.set(file, () => (portal.caching.get(file) === "no-cache" ? whole : broken));
    assert.deepEqual(idsOf(await search("集成电路")), ["a250"]);
    assert.equal(portal.requests.filter((path) => path === file).length, 2);
    portal.faults.set(file, broken);
    await assert.rejects(search("集成电路"), fails("broken"));
  }
});

test("an index of another version is refused", async () => {
  const [shard] = await filesOf("集成电路");
  for (const path of [ARTICLES, shard]) {
    portal.reset();
    const other = Buffer.from(await portal.file(path));
    other[4] = 99;
    portal.faults.set(path, other);
    await assert.rejects(search("集成电路"), fails("version"));
  }
});

test("a file that inflates without end is broken", async () => {
  const [file] = await filesOf("集成电路");
  portal.faults.set(file, gzipSync(Buffer.alloc(2 ** 21 + 1)));
  await assert.rejects(search("集成电路"), fails("broken"));
});

test("a request that is lost once is sent again", async () => {
  const [file] = await filesOf("集成电路");
  let requests = 0;
  portal.faults.set(file, () => {
    requests += 1;
    return requests === 1 ? "drop" : undefined;
  });
  const found = await search("集成电路");
  assert.deepEqual([idsOf(found), found.isOffline, requests], [["a250"], false, 2]);
});

test("the next query finds the network back", async () => {
  const engine = new SearchEngine(portal.base);
  await search("集成电路", {}, engine);
  const stored = new Set(portal.requests);
  portal.faults.set("*", (path) => (stored.has(path) ? undefined : "drop"));
  const again = await search("集成电路", {}, new SearchEngine(portal.base));
  assert.deepEqual([idsOf(again), again.isOffline], [["a250"], false]);
  await assert.rejects(search("招商", {}, engine), fails("network"));
  // The network is back.
  portal.faults.clear();
  const { count, isOffline } = await search("招商", {}, engine);
  assert.ok(count >= 10 && !isOffline);
});

test("without a network and stored articles, the network is the reason", async () => {
  portal.faults.set("*", "drop");
  await assert.rejects(search("招商"), fails("network"));
  portal.faults.set("*", 503);
  await assert.rejects(search("招商"), fails("network"));
});

test("a browser without WebAssembly is told so", async () => {
  const whole = globalThis.WebAssembly;
  globalThis.WebAssembly = undefined;
  try {
    await assert.rejects(search("招商"), fails("unsupported"));
  } finally {
    globalThis.WebAssembly = whole;
  }
});

function withResolvers() {
  let resolve;
  const promise = new Promise((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
