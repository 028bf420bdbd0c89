// When the app answers a click, on the throttling of Lighthouse: from the first paint on a link is clicked every 50 ms, and
// the first click counts that the app takes for itself. Every other click is cancelled, so that the page stays.

import { slowNetwork, slowProcessor, withPage } from "./browser.js";

const PATIENCE = 30_000;

function probe() {
  let seen;
  const last = (event) => {
    seen = event.defaultPrevented;
    event.preventDefault();
  };
  const state = (window.__answer = { firstPaint: null, answered: null, clicks: 0 });
  const click = () => {
    const link = document.querySelector("#app main a[href], #app a[href]:not([href^='#'])");
    if (link) {
      // Added anew before each click, so that it is called after whatever the app has added since.
      window.removeEventListener("click", last);
      window.addEventListener("click", last);
      const event = new MouseEvent("click", { bubbles: true, cancelable: true, composed: true, button: 0, detail: 1, view: window });
      const at = performance.now();
      seen = undefined;
      link.dispatchEvent(event);
      state.clicks += 1;
      // An app that stops the event keeps it from `last`; then what it made of it is read off the event.
      if (seen ?? event.defaultPrevented) {
        state.answered = at;
        return;
      }
    }
    setTimeout(click, 50);
  };
  new PerformanceObserver((list, observer) => {
    const paint = list.getEntriesByName("first-contentful-paint")[0];
    if (!paint) return;
    observer.disconnect();
    state.firstPaint = paint.startTime;
    click();
  }).observe({ type: "paint", buffered: true });
}

/** Milliseconds from the start of the navigation; `answered` is null where no app is there to answer. */
export function answer(address, patience = PATIENCE) {
  return withPage(async (page, devtools) => {
    await page.addInitScript(probe);
    await slowNetwork(devtools);
    await slowProcessor(devtools);
    await page.goto(address, { waitUntil: "commit" });
    const until = Date.now() + patience;
    for (;;) {
      // A page that is left in the moment of its answer has no state to show any more.
      const state = await page.evaluate(() => window.__answer).catch(() => null);
      if (state?.answered || Date.now() > until) return { first_paint: state?.firstPaint ?? null, answered: state?.answered ?? null, clicks: state?.clicks ?? 0 };
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  });
}
