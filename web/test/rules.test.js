// How the worker answers, what it stores, and what it deletes.

import assert from "node:assert/strict";
import test from "node:test";
import { EXAMPLES } from "../src/generated/examples.js";
import {
  canBeSaved,
  canonical,
  excess,
  fateOf,
  folderOf,
  half,
  isHashed,
  nameOf,
  pageOf,
  renewals,
  shellOf,
  storeOf,
  strategyOf,
} from "../src/worker/rules.js";

const SHELL = ["start.js", "offline/"];

function answer({ status = 200, type = "basic", redirected = false, contentType = "text/html" } = {}) {
  return { status, type, redirected, headers: new Headers({ "content-type": contentType }) };
}

function strategy(path, { method = "GET", mode = "cors", destination = "", headers = {} } = {}) {
  return strategyOf({ method, mode, destination, headers: new Headers(headers) }, path, SHELL);
}

test("pages and data come from the network first, hashed files from the store", () => {
  const page = { mode: "navigate", destination: "document" };
  assert.equal(strategy("zone/a-etdz/", page), "network-first");
  assert.equal(strategy("data/home.json"), "network-first");
  assert.equal(strategy("start.js"), "network-first");
  assert.equal(strategy("app-0123456789abcdef_bg.wasm"), "cache-first");
  assert.equal(strategy("media/a-0123456789abcdef.png"), "cache-first");
});

test("frames, partners' pages, parts of files and other methods are the network's alone", () => {
  assert.equal(strategy("embed/", { mode: "navigate", destination: "document" }), "ignored");
  assert.equal(strategy("zone/a-etdz/", { mode: "navigate", destination: "iframe" }), "ignored");
  assert.equal(strategy("data/home.json", { headers: { range: "bytes=0-9" } }), "ignored");
  assert.equal(strategy("data/home.json", { method: "HEAD" }), "ignored");
  assert.equal(strategy("feed.xml"), "ignored");
});

test("each class of files is treated by its rule", () => {
  const shell = ["start.js", "icon.svg", "en/manifest.webmanifest"];
  for (const [path, expected] of EXAMPLES) {
    const isPage = /\.html?$/.test(path);
    const request = {
      method: "GET",
      mode: isPage ? "navigate" : "cors",
      destination: isPage ? "document" : "",
      headers: new Headers(),
    };
    assert.equal(strategyOf(request, canonical(path), shell), expected, path);
  }
});

test("only whole pages and data are stored, and what is gone is deleted", () => {
  assert.equal(fateOf(answer(), "zones/", SHELL), "store");
  assert.equal(fateOf(answer({ contentType: "application/json" }), "data/home.json", SHELL), "store");
  for (const odd of [
    { status: 206 },
    { status: 203 },
    { type: "cors" },
    { redirected: true },
    { contentType: "text/plain" },
  ]) {
    assert.equal(fateOf(answer(odd), "zones/", SHELL), "leave", JSON.stringify(odd));
  }
  assert.equal(fateOf(answer(), "offline/", SHELL), "leave");
  for (const status of [404, 410]) assert.equal(fateOf(answer({ status }), "zones/", SHELL), "delete");
});

test("a document that a reader opens is the network's, and not stored", () => {
  const path = "media/brochure-0123456789abcdef.pdf";
  assert.equal(strategy(path, { mode: "navigate", destination: "document" }), "network-first");
  for (const contentType of ["application/pdf", "application/octet-stream", "text/plain"]) {
    assert.equal(fateOf(answer({ contentType }), path, SHELL), "leave", contentType);
  }
});

test("the code of the search is stored on use", () => {
  const script = answer({ contentType: "text/javascript" });
  assert.equal(strategy("search.js"), "network-first");
  assert.equal(fateOf(script, "search.js", SHELL), "store");
  assert.equal(strategy("search-0123456789abcdef.js"), "cache-first");
  assert.equal(storeOf(script, "search-0123456789abcdef.js"), "search");
  assert.equal(storeOf(answer(), "search-0123456789abcdef.js"), undefined);
  assert.equal(storeOf(script, "app-0123456789abcdef.js"), undefined);
});

test("files with digests are stored on use if they are pictures or of the search", () => {
  assert.equal(storeOf(answer({ contentType: "image/png" }), "media/a-0123456789abcdef.png"), "pictures");
  assert.equal(storeOf(answer({ status: 404 }), "media/a-0123456789abcdef.png"), undefined);
});

test("the oldest files go until count and bytes are within the limit", () => {
  assert.equal(excess([1, 1, 1], { count: 3, bytes: 3 }), 0);
  assert.equal(excess([1, 1, 1], { count: 2, bytes: 3 }), 1);
  assert.equal(excess([10, 1, 1], { count: 3, bytes: 2 }), 1);
  assert.equal(excess([5], { count: 1, bytes: 4 }), 1);
  assert.equal(excess([4, 4, 4, 4], half([4, 4, 4, 4])), 2);
});

test("only names with a digest are hashed", () => {
  for (const name of ["portal-123456789abcdef.css", "investchn-0123456789abcdef_bg.wasm", "media/a-0123.png"]) {
    assert.ok(isHashed(name), name);
  }
  for (const name of ["start.js", "icon.svg", "data/a-0123456789abcdef.js", "x-0123456789abcdeg.js", "a-01.css"]) {
    assert.ok(!isHashed(name), name);
  }
});

test("a data file belongs to its page", () => {
  assert.equal(pageOf("data/home.json"), "");
  assert.equal(pageOf("data/zone/x/latest.json"), "zone/x/");
  assert.equal(pageOf("data/zone/x/3.json"), "zone/x/3/");
  assert.equal(pageOf("article/x-2020-1/"), "article/x-2020-1/");
  assert.equal(canonical("https://host/a/index.html?x#y"), "https://host/a/");
});

test("files of a translated edition are treated as those of the first", () => {
  const page = { mode: "navigate", destination: "document" };
  assert.equal(strategy("en/zone/a-etdz/", page), "network-first");
  assert.equal(strategy("en/embed/", page), "ignored");
  assert.equal(strategy("en/data/home.json"), "network-first");
  assert.equal(strategy("en/data/search/articles.bin"), "ignored");
  assert.equal(fateOf(answer({ contentType: "application/json" }), "en/data/home.json", SHELL), "store");
  assert.equal(fateOf(answer(), "en/data/home.json", SHELL), "leave");
  assert.equal(pageOf("en/data/home.json"), "en/");
  assert.equal(pageOf("en/data/zone/x/latest.json"), "en/zone/x/");
  assert.equal(pageOf("en/article/x-2020-1/"), "en/article/x-2020-1/");
});

const EDITIONS = [
  "app-0123456789abcdef.js",
  "data/offline.json",
  "data/site.json",
  "en/data/offline.json",
  "en/data/site.json",
  "en/manifest.webmanifest",
  "en/offline/",
  "icon.svg",
  "manifest.webmanifest",
  "offline/",
  "words-en-0123456789abcdef.js",
  "words-zh-CN-0123456789abcdef.js",
];

test("a reader of one edition stores no page and no word of another", () => {
  assert.deepEqual(shellOf(EDITIONS, ""), [
    "app-0123456789abcdef.js",
    "data/offline.json",
    "data/site.json",
    "icon.svg",
    "manifest.webmanifest",
    "offline/",
    "words-zh-CN-0123456789abcdef.js",
  ]);
  assert.deepEqual(shellOf(EDITIONS, "en/"), [
    "app-0123456789abcdef.js",
    "en/data/offline.json",
    "en/data/site.json",
    "en/manifest.webmanifest",
    "en/offline/",
    "icon.svg",
    "words-en-0123456789abcdef.js",
  ]);
});

test("an address is of an edition only if the portal has that edition", () => {
  assert.equal(folderOf("en/zone/x/", EDITIONS), "en/");
  assert.equal(folderOf("en/zone/x/", SHELL), "");
  for (const path of ["", "zone/en/", "english/", "zone/x/"]) assert.equal(folderOf(path, EDITIONS), "", path);
});

test("a page and a data file have the name of their article, zone or region", () => {
  const name = (path, text) => nameOf(path, new TextEncoder().encode(text).buffer);
  const page = (block) => `<script type="application/json" id="page-data">${JSON.stringify(block)}</script>`;
  const article = { article: { title: "t" } };
  const region = { list: { subject: { region: { region: { name: "r" } } } } };
  assert.equal(name("article/a/", page(article)), "t");
  assert.equal(name("region/1/", page({ name: "r" })), "r");
  assert.equal(name("article/a/", page({ view: article })), "t", "a page of an earlier release has its view");
  assert.equal(name("data/article/a.json", JSON.stringify({ view: article })), "t");
  assert.equal(name("data/region/1/latest.json", JSON.stringify({ view: region })), "r");
  assert.equal(name("zones/", page({ view: { register: {} } })), undefined);
  assert.equal(name("media/a-0.png", "a"), undefined);
  assert.equal(name("other/", "a"), undefined);
});

test("only zones and regions can be saved", () => {
  assert.ok(canBeSaved("/zone/a-etdz/") && canBeSaved("/region/320000/") && canBeSaved("/en/zone/a-etdz/"));
  for (const path of ["/en/", "/de/zone/a/", "/", "/news/", "/zone/", "/zone/a/2/", "/zone/../x/", "zone/a/"])
    assert.ok(!canBeSaved(path), path);
});

test("new articles, their neighbours and changed articles are renewed", () => {
  const item = (id, zone = "z") => ({ id, title: id, summary: "", zone: { id: zone } });
  const stored = (...ids) => new Map(ids.map((id) => [id, { title: id, summary: "" }]));
  const items = [item("d"), item("c"), item("b"), item("other", "y"), item("a")];
  const of = (corrections, articles) => [...renewals(items, corrections, articles)].sort();
  assert.deepEqual(of([], stored("a", "b", "c", "d", "other")), []);
  assert.deepEqual(of([], stored("a", "b", "c", "other")), ["c", "d"]);
  assert.deepEqual(of([], stored("a", "c", "d", "other")), ["a", "b", "c"]);
  for (const article of ["/article/b/", "/en/article/b/"])
    assert.deepEqual(of([{ article }], stored("a", "b", "c", "d", "other")), ["b"]);
});
