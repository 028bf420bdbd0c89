// A browser with a fresh profile, as a phone sees the portal, and the throttling that Lighthouse applies by DevTools.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { accessSync, constants } from "node:fs";

import { screenEmulationMetrics, throttling, userAgents } from "lighthouse/core/config/constants.js";
import { chromium } from "playwright-core";

/** The same for every browser that measures. */
export const FLAGS = [
  "--headless=new",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Slow 4G and a processor a quarter as fast. */
export const MOBILE = throttling.mobileSlow4G;

/** Chromium's program, on the search path. */
export function program() {
  for (const name of ["chromium", "chromium-browser", "google-chrome"]) {
    for (const folder of (process.env.PATH ?? "").split(delimiter)) {
      const file = join(folder, name);
      try {
        accessSync(file, constants.X_OK);
        return file;
      } catch {
        // Not in this folder.
      }
    }
  }
  throw new Error("Chromium is not installed");
}

/** Runs `use(page, devtools)` in a fresh browser, and throws the browser and its profile away. */
export async function withPage(use) {
  const profile = await mkdtemp(join(tmpdir(), "bench-web-"));
  const { width, height, deviceScaleFactor } = screenEmulationMetrics.mobile;
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: program(),
    args: FLAGS,
    // Readers go back to pages that the browser kept; the automation switches that off.
    ignoreDefaultArgs: ["--disable-back-forward-cache"],
    viewport: { width, height },
    screen: { width, height },
    deviceScaleFactor,
    isMobile: true,
    hasTouch: true,
    userAgent: userAgents.mobile,
  });
  try {
    const [page] = context.pages();
    return await use(page, await context.newCDPSession(page));
  } finally {
    await context.close();
    await rm(profile, { recursive: true, force: true });
  }
}

export const slowProcessor = (devtools) =>
  devtools.send("Emulation.setCPUThrottlingRate", { rate: MOBILE.cpuSlowdownMultiplier });

export async function slowNetwork(devtools) {
  await devtools.send("Network.enable");
  await devtools.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: MOBILE.requestLatencyMs,
    downloadThroughput: (MOBILE.downloadThroughputKbps * 1024) / 8,
    uploadThroughput: (MOBILE.uploadThroughputKbps * 1024) / 8,
  });
}

export const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Such as `131.0.6778.85`. */
export const chromiumVersion = () => withPage((page, devtools) => devtools.send("Browser.getVersion")).then(({ product }) => product.split("/")[1]);
