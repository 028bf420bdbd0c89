// Every kind of view of the portal in each language, which the comparison leaves out: `node views.js ADDRESS` prints Lighthouse's scores
// of each and the rules of axe that it breaks, once, and how long the register's filter takes from a key to the painted rows, with a processor at a quarter of its speed.

import { broken } from "./axe.js";
import { pause, slowProcessor, withPage } from "./browser.js";
import { audit } from "./lighthouse.js";

const portal = process.argv[2];
const VIEWS = ["", "news/", "news/photo/", "zones/", "region/320000/", "region/320800/", "zone/huaian-htz/", "zone/huaian-htz/text/"];
const UNINDEXED = ["search/?q=2022", "embed/", "offline/", "saved/", "nowhere/"];
const EDITIONS = ["", "en/"];
const KEYS = "huaianjiangsugaoxin";

const { items } = (await (await fetch(new URL("en/data/news/latest.json", portal))).json()).view.list;
console.log("| view | performance | accessibility | best practices | SEO | layout shift | axe | what is held against it |");
console.log("| :-- | --: | --: | --: | --: | --: | :-- | :-- |");
for (const edition of EDITIONS) {
  for (const path of [...VIEWS, `article/${items[0].id}/`, ...UNINDEXED]) {
    const view = edition + path;
    const address = new URL(view, portal).href;
    try {
      const { scores, shift, failed } = await audit(address);
      const cells = [...Object.values(scores), shift.toFixed(3), (await broken(address)).join(", ") || "none", failed.join(", ")];
      console.log(`| \`/${view}\` | ${cells.map((cell) => cell ?? "–").join(" | ")} |`);
    } catch (error) {
      console.log(`| \`/${view}\` | ${error.message.split("\n")[0]} |`);
    }
  }
}

/** From each key until the frame that follows it is done. */
function typed(keys) {
  const field = document.querySelector(".filter input[type=search]");
  const times = [];
  const next = (place) =>
    new Promise((done) => {
      const from = performance.now();
      field.value = keys.slice(0, place);
      field.dispatchEvent(new Event("input", { bubbles: true }));
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => done(times.push({ place, all: performance.now() - from }));
        port2.postMessage(null);
      });
    });
  return (async () => {
    for (let place = 1; place <= keys.length; place += 1) {
      await next(place);
      await new Promise((done) => setTimeout(done, 100));
    }
    return times.map(({ all }) => all);
  })();
}

const times = await withPage(async (page, devtools) => {
  await page.goto(new URL("zones/", portal).href);
  await page.waitForSelector("[data-running]");
  await slowProcessor(devtools);
  // A reader puts the cursor into the field first, which loads the rows.
  const rows = page.waitForResponse(/zone-rows/);
  await page.focus(".filter input[type=search]");
  await (await rows).finished();
  await pause(500);
  return page.evaluate(typed, KEYS);
});
const inOrder = times.toSorted((one, other) => one - other);
const shown = (value) => `${value.toFixed(1)} ms`;
console.log(`\nA key in the register's filter: ${shown(inOrder[inOrder.length >> 1])} in the middle, ${shown(inOrder.at(-1))} at most, of ${times.length} keys`);
