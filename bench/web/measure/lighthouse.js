// Lighthouse as a phone, throttled by DevTools: paints, blocking time, layout shift, scores, bytes.

import * as chromeLauncher from "chrome-launcher";
import lighthouse from "lighthouse";

import { FLAGS, program } from "./browser.js";

const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];

export async function audit(address) {
  const chrome = await chromeLauncher.launch({ chromePath: program(), chromeFlags: FLAGS, ignoreDefaultFlags: true });
  try {
    const flags = { port: chrome.port, logLevel: "error" };
    const options = { ...flags, onlyCategories: CATEGORIES, formFactor: "mobile", throttlingMethod: "devtools" };
    const { lhr } = await lighthouse(address, options);
    if (lhr.runtimeError) throw new Error(`${address}: ${lhr.runtimeError.message}`);
    const value = (id) => lhr.audits[id]?.numericValue ?? null;
    const scores = Object.entries(lhr.categories).map(([id, { score }]) => [id, score === null ? null : Math.round(100 * score)]);
    const requests = lhr.audits["network-requests"].details.items;
    const short = Object.values(lhr.categories).flatMap(({ auditRefs }) => auditRefs.filter(({ weight }) => weight > 0));
    return {
      first_paint: value("first-contentful-paint"),
      largest_paint: value("largest-contentful-paint"),
      blocking: value("total-blocking-time"),
      shift: value("cumulative-layout-shift"),
      bytes: value("total-byte-weight"),
      requests: requests.length,
      scores: Object.fromEntries(scores),
      // What a category holds against the page, so that a score below 100 need not be guessed at.
      failed: short.filter(({ id }) => (lhr.audits[id].score ?? 1) < 0.9).map(({ id }) => id),
    };
  } finally {
    chrome.kill();
  }
}

/** Such as `13.5.0`. */
export async function version() {
  const { default: manifest } = await import("lighthouse/package.json", { with: { type: "json" } });
  return manifest.version;
}
