// docs/embedding.md names all that the element has. The types of contract.js hold the element to these lists.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { ATTRIBUTES, EVENTS, NAME, PARTS, REASONS } from "../src/embed/contract.js";
import { PROPERTY_DESCRIPTIONS } from "../src/embed/descriptions.js";
import { STYLE } from "../src/generated/style.js";

const page = readFileSync(new URL("../../docs/embedding.md", import.meta.url), "utf8");

test("the document names every attribute, part, event, reason and custom property", () => {
  for (const name of ATTRIBUTES) assert.ok(page.includes(`| \`${name}\` |`), name);
  for (const name of [...PARTS, ...EVENTS, ...REASONS]) assert.ok(page.includes(`\`${name}\``), name);
  const properties = new Set([...STYLE.matchAll(/var\((--investchn-[a-z]+)/g)].map(([, name]) => name));
  assert.ok(properties.size > 6);
  for (const name of properties) assert.ok(page.includes(`\`${name}\``), name);
});

test("the manifest and the types of partners' tools have a meaning for every custom property of the sheet, and no other", () => {
  const properties = new Set([...STYLE.matchAll(/var\((--investchn-[a-z]+)/g)].map(([, name]) => name));
  assert.deepEqual(Object.keys(PROPERTY_DESCRIPTIONS).sort(), [...properties].sort());
});

test("the manifest names all that the element has", () => {
  const file = new URL("../../public/embed/custom-elements.json", import.meta.url);
  const { schemaVersion, modules } = JSON.parse(readFileSync(file, "utf8"));
  const [element] = modules[0].declarations;
  assert.equal(schemaVersion, "1.0.0");
  assert.equal(element.tagName, NAME);
  const names = (/** @type {{ name: string }[]} */ list) => list.map(({ name }) => name);
  assert.deepEqual(names(element.attributes), [...ATTRIBUTES]);
  assert.deepEqual(names(element.cssParts), [...PARTS]);
  assert.deepEqual(names(element.events), [...EVENTS]);
});
