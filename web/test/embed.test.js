// The element with labels in English: which feeds it requests, and that it shows no Chinese but headlines.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import test, { after, beforeEach } from "node:test";
import { articles, languageOf, requestIn, worded } from "../src/embed/feed.js";
import { headingOf, news, profile, ticker } from "../src/embed/views.js";
import { page } from "./host/document.js";

Object.assign(globalThis, { document: page, matchMedia: () => ({ matches: true }) });

const HAN = /\p{Script=Han}/u;

const item = (title, language, source, zone) => ({
  id: title,
  title,
  url: `https://host/article/${encodeURIComponent(title)}/`,
  language,
  authors: [{ name: source }],
  _investchn: { kind: "text", published: "2022-02-14", zone_name: zone },
});
const ORIGINAL = item("示例新闻", "zh-CN", "示例日报", "示例高新技术产业开发区");
const TRANSLATED = item("Example news", "en", "示例日报", "Example High-tech Zone");

/** A feed of a zone, as the publisher writes it. */
const feed = (items, extension = {}) => ({
  items,
  language: "zh-CN",
  authors: [{ name: "示例门户" }],
  home_page_url: "https://host/zone/x/",
  _investchn: {
    name: { zh: "示例高新区", en: "Example HTZ" },
    facts: [
      { id: "name", label: { zh: "全称", en: "Official name" }, value: { zh: "示例高新区", en: "示例高新区" } },
      { id: "level", label: { zh: "级别", en: "Level" }, value: { zh: "国家级", en: "National" } },
    ],
    ...extension,
  },
});

/** The feeds by path. */
const feeds = new Map();
const requests = [];
const server = createServer(({ url }, response) => {
  requests.push(url);
  const found = feeds.get(url);
  response.writeHead(found ? 200 : 404).end(JSON.stringify(found));
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
after(() => server.close());
let run = 0;
/** Another folder for each test, since a feed is requested once. */
let portal;
beforeEach(() => {
  feeds.clear();
  requests.length = 0;
  portal = new URL(`http://127.0.0.1:${server.address().port}/${++run}/`);
});
const put = (path, text) => feeds.set(`/${run}/${path}`, text);
const asked = () => requests.map((url) => url.replace(`/${run}/`, ""));

test("an English feed with articles is the only request", async () => {
  put("en/zone/x/feed.json", feed([TRANSLATED]));
  put("zone/x/feed.json", feed([ORIGINAL]));
  assert.deepEqual((await requestIn("zone/x/feed.json", "en", portal)).items, [TRANSLATED]);
  assert.deepEqual(asked(), ["en/zone/x/feed.json"]);
});

test("an English feed without articles names the originals, so that one request does", async () => {
  put("en/zone/x/feed.json", feed([], { originals: [ORIGINAL] }));
  assert.deepEqual((await requestIn("zone/x/feed.json", "en", portal)).items, [ORIGINAL]);
  assert.deepEqual(asked(), ["en/zone/x/feed.json"]);
});

test("a portal without an English edition has its own feed", async () => {
  put("zone/x/feed.json", feed([ORIGINAL]));
  assert.deepEqual((await requestIn("zone/x/feed.json", "en", portal)).items, [ORIGINAL]);
  assert.deepEqual(asked(), ["en/zone/x/feed.json", "zone/x/feed.json"]);
  await assert.rejects(requestIn("zone/none/feed.json", "en", portal), { reason: "unknown" });
});

test("labels in Chinese ask for no other feed", async () => {
  put("zone/x/feed.json", feed([ORIGINAL]));
  await requestIn("zone/x/feed.json", "zh", portal);
  assert.deepEqual(asked(), ["zone/x/feed.json"]);
});

test("the language of labels follows a tag, and is Chinese for others", () => {
  assert.deepEqual(["en", "EN-gb", "zh-TW", "", "fr", "enm"].map(languageOf), ["en", "en", "zh", "zh", "zh", "zh"]);
});

test("English labels stand beside no Chinese but headlines", () => {
  const one = [feed([ORIGINAL])];
  const several = [feed([ORIGINAL]), feed([TRANSLATED])];
  const views = [one, several].flatMap((feeds) => {
    const items = articles(feeds, null, null);
    return [...news(feeds, "en", items), ...profile(feeds, "en"), ticker("en", items)];
  });
  const headings = [one, several].flatMap((feeds) =>
    ["news", "profile", "ticker"].map((view) => headingOf(feeds, "en", view)),
  );
  assert.ok(!HAN.test(headings.join("")), `${headings}`);
  const all = views.flatMap((view) => view.all);
  const chinese = all.filter((it) => it.children.some((child) => typeof child === "string" && HAN.test(child)));
  assert.ok(chinese.length > 0 && chinese.every(({ className }) => className === "link"));
  assert.ok(chinese.every(({ lang }) => lang === "zh-CN"));
  const shown = all.map(({ textContent }) => textContent).join("\n");
  for (const text of ["More news", "All facts and sources", "Level", "National", "Example HTZ", "2022-02-14", "Next"]) {
    assert.ok(shown.includes(text), text);
  }
});

test("an empty list says so in English", () => {
  const [text] = news([feed([])], "en", []);
  assert.equal(text.textContent, "No news yet");
  assert.equal(ticker("en", []).textContent, "No news yet");
});

test("Chinese labels leave every text as it is", () => {
  assert.equal(worded("示例日报", "zh"), "示例日报");
  assert.equal(worded("示例日报", "en"), "");
  const shown = news([feed([ORIGINAL])], "zh", articles([feed([ORIGINAL])], null, null));
  assert.ok(
    shown
      .map(({ textContent }) => textContent)
      .join("")
      .includes("示例日报"),
  );
});
