// The articles that are searched without a network: their text, and which of the stored files are articles.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import test from "node:test";
import { plainText, plainTextOfPage } from "../src/search/plain-text.js";
import { articleOfPage, dateNumber } from "../src/search/stored-articles.js";

const fixture = (name) => readFile(new URL(`../../crates/indexing/tests/${name}`, import.meta.url), "utf8");

test("the text of a body is the text that the index has", async () => {
  const [body, text] = await Promise.all([fixture("body.json"), fixture("body.txt")]);
  assert.equal(plainText(JSON.parse(body)), text.trimEnd());
  assert.equal(plainText([]), "");
});

test("the text of a page is the text that the index has", async () => {
  const [body, text] = await Promise.all([fixture("body.html"), fixture("body.txt")]);
  assert.equal(plainTextOfPage(body), text.trimEnd());
  assert.equal(plainTextOfPage('<div class="article-body"><p>1 &lt; 2 &amp;amp;</p></div></article>'), "1 < 2 &amp;");
  assert.equal(plainTextOfPage("<p>no article</p>"), "");
});

test("a stored page is an article if its block says so", () => {
  const page = (block) => `<script type="application/json" id="page-data">${block}</script>`;
  const body = '<div class="article-body"><p>b</p></div></article>';
  assert.deepEqual(articleOfPage(body + page('{"article":{"id":"a"}}')), { id: "a", text: "b" });
  assert.equal(articleOfPage(body + page('{"view":{}}')), undefined);
  // A page without its text has the view.
  const view = '{"view":{"article":{"id":"a","body":[{"paragraph":[{"text":"b"}]}]}}}';
  assert.equal(articleOfPage(`<div class="boot"></div>${page(view)}`)?.text, "b");
  assert.equal(articleOfPage(body), undefined);
});

test("dates are ordered as numbers", () => {
  assert.deepEqual(["1984", "2021-06", "2022-02-14"].map(dateNumber), [19_840_000, 20_210_600, 20_220_214]);
});
