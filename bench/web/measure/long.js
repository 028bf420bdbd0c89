// A long stay: a thousand moves around the same sixty pages, so that what grows between the first hundred and the last is
// not what has been read. Nothing is throttled.

import { pause, withPage } from "./browser.js";

/** Keeps hold of every memory that WebAssembly exports. */
function probe() {
  const memories = (window.__memories = []);
  const keep = (result) => {
    const instance = result.instance ?? result;
    for (const value of Object.values(instance.exports)) {
      if (value instanceof WebAssembly.Memory) memories.push(value);
    }
    return result;
  };
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = (...args) => original.apply(WebAssembly, args).then(keep);
  }
}

async function weigh(page, devtools) {
  for (let time = 0; time < 3; time += 1) {
    await devtools.send("HeapProfiler.collectGarbage");
    await pause(100);
  }
  const { usedSize } = await devtools.send("Runtime.getHeapUsage");
  const { nodes, jsEventListeners } = await devtools.send("Memory.getDOMCounters");
  const wasm = await page.evaluate(() => window.__memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0));
  return { heap: usedSize, wasm: wasm || null, nodes, listeners: jsEventListeners };
}

/** The weights after each of these numbers of moves. */
export function longStay(address, stops) {
  return withPage(async (page, devtools) => {
    await page.addInitScript(probe);
    await page.goto(address, { waitUntil: "networkidle" });
    await page.waitForSelector("main h1");
    await devtools.send("HeapProfiler.enable");
    const zone = await page.textContent("main h1");
    const links = await page.locator(".items h3 a").count();
    let moved = 0;
    const weights = {};
    const move = async (selector, place, heading) => {
      const awaited = await page.evaluate(
        ([selector, place, heading]) => {
          const link = document.querySelectorAll(selector)[place];
          link.click();
          return `${link.pathname.replace(/\/$/, "")} ${heading ?? link.textContent}`;
        },
        [selector, place, heading],
      );
      await page.waitForFunction((awaited) => {
        const heading = document.querySelector("main h1")?.textContent;
        // Some routers drop the last slash.
        return `${location.pathname.replace(/\/$/, "")} ${heading}` === awaited;
      }, awaited);
      moved += 1;
      if (stops.includes(moved)) weights[moved] = await weigh(page, devtools);
    };
    for (let round = 0; moved < stops.at(-1); round += 1) {
      await move(".items h3 a", round % links);
      await move(".neighbours a[rel=next]", 0);
      await move(".neighbours .more a", 0, zone);
    }
    return weights;
  });
}
