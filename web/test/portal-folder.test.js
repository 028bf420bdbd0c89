// @ts-check
// The not-found page finds the portal, in whatever folder and edition the unknown address is.

import assert from "node:assert/strict";
import test from "node:test";
import { portalFolder } from "../src/portal-folder.js";

/**
 * @param {string} path
 * @param {string[]} entries The folders that have an entry file.
 */
const find = (path, entries) => portalFolder(path, async (folder) => entries.includes(folder));

test("the nearest folder with an entry is the portal's", async () => {
  assert.equal(await find("/zone/none/", ["/"]), "/");
  assert.equal(await find("/portal/zone/none/", ["/", "/portal/"]), "/portal/");
  assert.equal(await find("//other/zone/", ["/", "//"]), "/");
});

test("an address in a translated edition belongs to the portal above", async () => {
  assert.equal(await find("/en/zone/none/", ["/", "/en/"]), "/");
  assert.equal(await find("/portal/en/none", ["/portal/", "/portal/en/"]), "/portal/");
  assert.equal(await find("/en/none/", ["/"]), "/");
});

test("a portal may be in a folder that is named like an edition", async () => {
  assert.equal(await find("/en/zone/none/", ["/en/"]), "/en/");
  assert.equal(await find("/en/en/none/", ["/en/", "/en/en/"]), "/en/");
});

test("partners' pages and other sites have no portal", async () => {
  assert.equal(await find("/embed/zone/none/", ["/"]), undefined);
  assert.equal(await find("/en/embed/zone/none/", ["/", "/en/"]), undefined);
  assert.equal(await find("/none/", []), undefined);
});
