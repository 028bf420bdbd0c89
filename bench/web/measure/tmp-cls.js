import { withPage, pause } from "./browser.js";
for (const path of process.argv.slice(3)) await withPage(async (page, devtools) => {
  await page.addInitScript(() => { window.__s = []; new PerformanceObserver((l) => { for (const e of l.getEntries()) window.__s.push([e.startTime.toFixed(0), e.value.toFixed(4), ...e.sources.map((s) => (s.node?.nodeName ?? "?") + "." + (s.node?.className ?? "") + "#" + (s.node?.id ?? "") + " " + JSON.stringify([s.previousRect.y, s.currentRect.y]))]); }).observe({ type: "layout-shift", buffered: true }); });
  await devtools.send("Network.emulateNetworkConditions", { offline: false, latency: 150, downloadThroughput: 180000, uploadThroughput: 80000 });
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await page.goto(process.argv[2] + path);
  await pause(6000);
  console.log(path, JSON.stringify(await page.evaluate(() => window.__s), null, 1));
});
process.exit(0);
