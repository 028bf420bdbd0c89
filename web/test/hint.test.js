// @ts-check
// Whom the hint at another edition speaks to, and in which language.

import assert from "node:assert/strict";
import test from "node:test";
import { HINTS } from "../src/generated/labels.js";
import { hintLanguage } from "../src/hint.js";

test("the hint is in a language of the reader's that the page leads to", () => {
  assert.equal(hintLanguage(["en-GB", "fr"], ["en"]), "en");
  assert.equal(hintLanguage(["fr", "en"], ["en"]), "en");
  assert.equal(hintLanguage(["zh-Hant-TW"], ["zh-CN"]), "zh");
  assert.equal(HINTS.en.link, "Read in English");
});

test("nobody is led to a language that is not theirs, or to an edition that is not there", () => {
  assert.equal(hintLanguage(["fr", "de"], ["en"]), undefined);
  assert.equal(hintLanguage(["en"], []), undefined);
  assert.equal(hintLanguage(["en"], ["zh-CN"]), undefined);
});
