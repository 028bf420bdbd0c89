// Before anything is measured: every peer shows the same text on every page that is measured, or the run ends.

import { withPage } from "./browser.js";

export async function checkSame(peers, paths) {
  for (const path of paths) {
    const texts = [];
    for (const peer of peers) {
      texts.push(await withPage((page) => text(page, new URL(path, peer.url).href)));
    }
    for (const [place, peer] of peers.entries()) {
      const at = [...texts[0]].findIndex((character, index) => character !== texts[place][index]);
      if (at < 0 && texts[0].length === texts[place].length) continue;
      const shown = (text) => text.slice(Math.max(0, at - 40), at + 40);
      throw new Error(`${path} is not the same: ${peers[0].name} has “${shown(texts[0])}”, ${peer.name} “${shown(texts[place])}”`);
    }
  }
}

async function text(page, address) {
  await page.goto(address, { waitUntil: "networkidle" });
  await page.waitForSelector("main h1");
  // Spaces between elements are each writer's own.
  return page.evaluate(() => document.getElementById("app").textContent.replace(/\s+/g, ""));
}
