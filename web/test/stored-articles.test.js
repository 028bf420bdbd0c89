// The articles that are searched without a network: their text, and which of the stored files are articles.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import test from "node:test";
import { plainText } from "../src/search/plain-text.js";
import { dateNumber } from "../src/search/stored-articles.js";

const fixture = (name) => readFile(new URL(`../../crates/indexing/tests/${name}`, import.meta.url), "utf8");

test("the text of a body is the text that the index has", async () => {
  const [body, text] = await Promise.all([fixture("body.json"), fixture("body.txt")]);
  assert.equal(plainText(JSON.parse(body)), text.trimEnd());
  assert.equal(plainText([]), "");
});

test("dates are ordered as numbers", () => {
  assert.deepEqual(["1984", "2021-06", "2022-02-14"].map(dateNumber), [19_840_000, 20_210_600, 20_220_214]);
});
