// The rules of axe that a page breaks.

import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

import { withPage } from "./browser.js";

const SCRIPT = await readFile(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");

/** Returns the broken rules of a page, each with the first element that breaks it, after its app has started. */
export function broken(address) {
  return withPage(async (page) => {
    await page.goto(address);
    await page.waitForSelector("[data-running], #search-form, #workshop");
    await page.evaluate(SCRIPT);
    const { violations } = await page.evaluate(() => globalThis.axe.run());
    return violations.map(({ id, nodes }) => `${id} (${nodes[0].target})`);
  });
}
