// Moving about with a slow processor and a slow network: from a click, or from the way back, until the next view is painted.
// The JSON (or the page) is cold where the view has not been shown in this browser, and warm where it has.

import { pause, slowNetwork, slowProcessor, withPage } from "./browser.js";

/** A reader's eyes and hand: the link is under the pointer so long before it is pressed. */
const HOVER = 100;

/** And looks at a page so long before moving on. */
const LOOK = 1_000;

const PATIENCE = 30_000;

/** In every document: notes the click, and when the heading that is awaited has been painted at its address. Both are times of
 *  day, so that they can be compared across documents. */
function probe() {
  const now = () => performance.timeOrigin + performance.now();
  const after = (event) => performance.timeOrigin + event.timeStamp;
  addEventListener("click", (event) => event.isTrusted && sessionStorage.setItem("bench-start", after(event)), { capture: true });
  const watch = () => {
    // Some routers drop the last slash.
    const here = () => `${location.pathname.replace(/\/$/, "")} ${document.querySelector("main h1")?.textContent}`;
    const awaited = sessionStorage.getItem("bench-awaited");
    if (awaited !== null && here() === awaited) {
      sessionStorage.removeItem("bench-awaited");
      // This frame is drawn once its callbacks are done, and the message comes after that.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => sessionStorage.setItem("bench-painted", now());
      port2.postMessage(null);
    }
    requestAnimationFrame(watch);
  };
  requestAnimationFrame(watch);
}

class Reader {
  constructor(page) {
    this.page = page;
  }

  /** Where the reader stands: the path and the heading. */
  here() {
    return this.page.evaluate(() => `${location.pathname.replace(/\/$/, "")} ${document.querySelector("main h1").textContent}`);
  }

  /** Waits until the reader stands there, and says how long it took. */
  async moved(awaited, begin) {
    await this.page.evaluate((awaited) => {
      sessionStorage.removeItem("bench-painted");
      sessionStorage.removeItem("bench-start");
      sessionStorage.setItem("bench-awaited", awaited);
    }, awaited);
    await begin();
    for (const until = Date.now() + PATIENCE; Date.now() < until; await pause(50)) {
      // In the moment between two documents there is nobody to ask.
      const times = await this.page
        .evaluate(() => [sessionStorage.getItem("bench-start"), sessionStorage.getItem("bench-painted")])
        .catch(() => [null, null]);
      if (times[0] !== null && times[1] !== null) {
        await pause(LOOK);
        return Number(times[1]) - Number(times[0]);
      }
    }
    throw new Error(`${awaited} was never shown`);
  }

  /** Clicks a link, and waits for the article that it leads to. */
  async follow(link) {
    await link.scrollIntoViewIfNeeded();
    const awaited = await link.evaluate((link) => `${link.pathname.replace(/\/$/, "")} ${link.textContent}`);
    const { x, y, width, height } = await link.boundingBox();
    return this.moved(awaited, async () => {
      await this.page.mouse.move(x + Math.min(width, 60) / 2, y + Math.min(height, 20) / 2);
      await pause(HOVER);
      await this.page.mouse.down();
      await this.page.mouse.up();
    });
  }

  async back(awaited) {
    return this.moved(awaited, () =>
      this.page.evaluate(() => {
        sessionStorage.setItem("bench-start", performance.timeOrigin + performance.now());
        history.back();
      }),
    );
  }
}

/** Milliseconds of every move, by its kind. */
export function moves(address, count) {
  return withPage(async (page, devtools) => {
    const done = { list_to_article: { cold: [], warm: [] }, article_to_article: { cold: [], warm: [] }, back: { list: [], article: [] } };
    await page.addInitScript(probe);
    await page.goto(address, { waitUntil: "networkidle" });
    await page.waitForSelector("main h1");
    await slowNetwork(devtools);
    await slowProcessor(devtools);
    await pause(2 * LOOK);
    const reader = new Reader(page);
    const zone = await reader.here();
    for (const state of ["cold", "warm"]) {
      for (let place = 0; place < count; place += 1) {
        // Every third, so that the way to its older neighbour is cold too.
        done.list_to_article[state].push(await reader.follow(page.locator(".items h3 a").nth(3 * place)));
        const article = await reader.here();
        done.article_to_article[state].push(await reader.follow(page.locator(".neighbours a[rel=next]")));
        done.back.article.push(await reader.back(article));
        done.back.list.push(await reader.back(zone));
      }
    }
    return done;
  });
}
