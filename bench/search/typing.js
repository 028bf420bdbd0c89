// Measures how long a reader waits from the last key to the results, on the page of results in a browser whose processor is a quarter as
// fast: `node typing.js <site> <portal> <queries.json> <figures.json>`. Every query is asked once before, so that its files are in memory. The
// site's index is searched by the page and the scripts of a built portal, because the benchmark publishes with the app of the tests.

import { readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";

import { slowProcessor, withPage } from "../web/measure/browser.js";

const [site, portal, asked, figures] = process.argv.slice(2);

const TYPES = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm", ".json": "application/json" };

const server = createServer(async ({ url }, response) => {
  const { pathname } = new URL(url, "http://localhost");
  const path = pathname.endsWith("/") ? `${pathname}index.html` : pathname;
  try {
    const bytes = await readFile(join(path.startsWith("/data/search/") ? site : portal, path));
    response.writeHead(200, { "content-type": TYPES[extname(path)] ?? "application/octet-stream" }).end(bytes);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));

/** Runs in the page: types the last key, and resolves with the milliseconds until the results are painted. */
function lastKey(query) {
  const box = document.querySelector("#search-form input");
  const results = document.querySelector("#search-results");
  return new Promise((resolve) => {
    let start = 0;
    const observer = new MutationObserver(() => {
      if (results.dataset.busy !== undefined) return;
      observer.disconnect();
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)));
    });
    box.value = query;
    start = performance.now();
    box.dispatchEvent(new InputEvent("input", { bubbles: true }));
    observer.observe(results, { attributes: true, attributeFilter: ["data-busy"] });
  });
}

const queries = JSON.parse(await readFile(asked, "utf8"));
const times = await withPage(async (page, devtools) => {
  await page.goto(`http://127.0.0.1:${server.address().port}/search/`);
  await page.waitForFunction(() => document.querySelector("#search-results > div") !== null);
  for (const query of queries) await page.evaluate(lastKey, query);
  await slowProcessor(devtools);
  const times = [];
  for (const query of queries) times.push(await page.evaluate(lastKey, query));
  return times;
});
server.close();
await writeFile(figures, JSON.stringify(times));
