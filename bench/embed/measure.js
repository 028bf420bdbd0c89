// Measures every way in turn: `node measure.js SITE PEERS ZONE RUNS OUT`. A partner's page, a fresh browser for each visit, as a phone
// on a slow network; every single figure goes into OUT. Nothing is summed up here.

import { writeFile } from "node:fs/promises";
import { deepStrictEqual } from "node:assert";

import { chromiumVersion, pause, slowNetwork, slowProcessor, withPage } from "../web/measure/browser.js";
import { serve } from "./host.js";
import { LIMIT, ways } from "./ways.js";

const [site, peersFolder, zone, runs, out] = process.argv.slice(2);
const PATIENCE = 60_000;
// What comes after the titles: the frame's height, the last layout.
const REST = 1_500;

const [portal, peers] = await Promise.all([serve(site), serve(peersFolder)]);
const all = ways({ portal: portal.address, peers: peers.address, zone });
const text = "<p>示例文字，合作网站的页面上总有些别的内容，占几行的位置。</p>".repeat(4);
const pageOf = (name) => `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>示例</title><link rel="icon" href="data:,">
  <meta name="viewport" content="width=device-width, initial-scale=1"></head><body><h1>示例</h1>${text}${all[name].html}${text}</body></html>`;
const names = Object.keys(all);
const partner = await serve("", (path) => pageOf(names[Number(path.slice(1, -".html".length))]));

/** One visit: bytes and requests beside the page's own, time on the main thread in ms, time until the titles are there, shifts. */
function visit(name) {
  return withPage(async (page, devtools) => {
    await slowNetwork(devtools);
    await slowProcessor(devtools);
    await devtools.send("Performance.enable");
    const asked = new Map();
    devtools.on("Network.requestWillBeSent", ({ requestId, request }) => asked.set(requestId, { url: request.url, bytes: 0 }));
    devtools.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
      if (asked.has(requestId)) asked.get(requestId).bytes = encodedDataLength;
    });
    await page.addInitScript(() => {
      window.shifts = 0;
      new PerformanceObserver((list) => {
        for (const { value } of list.getEntries()) window.shifts += value;
      }).observe({ type: "layout-shift", buffered: true });
    });
    const start = Date.now();
    await page.goto(`${partner.address}${names.indexOf(name)}.html`);
    const { titles, isFrame } = all[name];
    let seen = [];
    while (name !== "nothing" && seen.length < LIMIT) {
      if (Date.now() - start > PATIENCE) throw new Error(`${name} shows ${seen.length} titles`);
      const frame = isFrame ? page.frames().at(-1) : page.mainFrame();
      seen = await frame.evaluate(titles).catch(() => []);
      await pause(20);
    }
    const time = Date.now() - start;
    await pause(REST);
    const { metrics } = await devtools.send("Performance.getMetrics");
    const others = [...asked.values()].filter(({ url }) => url.startsWith("http") && !url.startsWith(partner.address));
    const bytes = others.reduce((sum, it) => sum + it.bytes, 0);
    const task = metrics.find((it) => it.name === "TaskDuration").value * 1000;
    return { titles: seen, bytes, requests: others.length, task, time, shift: await page.evaluate(() => window.shifts) };
  });
}

const figures = Object.fromEntries(names.map((name) => [name, []]));
for (let run = 1; run <= Number(runs); run += 1) {
  for (const name of names) {
    console.log(`▸ ${name}, run ${run} of ${runs}`);
    figures[name].push(await visit(name).catch(() => visit(name)));
  }
}
const [shown] = figures.element.map(({ titles }) => titles);
for (const name of names.filter((name) => name !== "nothing")) deepStrictEqual(figures[name][0].titles, shown, `${name} shows others`);
await writeFile(out, JSON.stringify({ chromium: await chromiumVersion(), node: process.versions.node, figures }, null, 1));
for (const { server } of [portal, peers, partner]) server.close();
process.exit(0);
