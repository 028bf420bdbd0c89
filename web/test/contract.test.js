// docs/embedding.md names all that the element has. The types of contract.js hold the element to these lists.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { ATTRIBUTES, EVENTS, PARTS, REASONS } from "../src/embed/contract.js";
import { STYLE } from "../src/generated/style.js";

const page = readFileSync(new URL("../../docs/embedding.md", import.meta.url), "utf8");

test("the document names every attribute, part, event, reason and custom property", () => {
  for (const name of ATTRIBUTES) assert.ok(page.includes(`| \`${name}\` |`), name);
  for (const name of [...PARTS, ...EVENTS, ...REASONS]) assert.ok(page.includes(`\`${name}\``), name);
  const properties = new Set([...STYLE.matchAll(/var\((--investchn-[a-z]+)/g)].map(([, name]) => name));
  assert.ok(properties.size > 6);
  for (const name of properties) assert.ok(page.includes(`\`${name}\``), name);
});
