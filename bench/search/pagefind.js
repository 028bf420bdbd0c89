// Asks a Pagefind index for phrases, as a page in a browser would, and writes what each costs.
//
//     node pagefind.js <folder of the index> <queries.json> <figures.json>
//
// The queries are an array of { text, cold }: a cold one starts with nothing loaded. A figure is { bytes, found }: the bytes that were
// loaded, and the addresses of all pages that were found.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, queriesFile, figuresFile] = process.argv.slice(2);
const origin = "http://bench.invalid/pagefind/";

/** The number of results of a page, whose texts are loaded. */
const PAGE = 10;

let bytes = 0;
const seen = new Set();

globalThis.window = { location: { origin } };
globalThis.document = { currentScript: null, querySelector: () => ({ getAttribute: () => "zh-CN" }) };
globalThis.fetch = async (address) => {
  const name = new URL(address, origin).pathname.replace("/pagefind/", "");
  const content = readFileSync(join(folder, name));
  if (!seen.has(name)) {
    seen.add(name);
    bytes += content.length;
  }
  return new Response(content);
};

const queries = JSON.parse(readFileSync(queriesFile, "utf8"));
const script = join(folder, "pagefind.js");

/** @param {string} copy */
async function load(copy) {
  const pagefind = await import(`${pathToFileURL(script)}?${copy}`);
  await pagefind.options({ basePath: origin, noWorker: true });
  await pagefind.init();
  return pagefind;
}

const warm = await load("warm");
const figures = [];
for (const [number, { text, cold }] of queries.entries()) {
  if (cold) {
    seen.clear();
  }
  bytes = cold ? readFileSync(script).length : 0;
  const pagefind = cold ? await load(`cold-${number}`) : warm;
  const { results } = await pagefind.search(text);
  const pages = await Promise.all(results.slice(0, PAGE).map((result) => result.data()));
  void pages;
  const loaded = bytes;
  const found = [];
  for (const result of results) {
    found.push((await result.data()).url);
  }
  figures.push({ bytes: loaded, found });
}
writeFileSync(figuresFile, JSON.stringify(figures));
