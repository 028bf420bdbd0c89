// @ts-check
// The element <investchn-zone>: a zone's news on a partner's page. Writes only into its shadow root, and touches no global, style,
// cookie or storage of the page. The link inside the element is shown until the news is there, and stays if the news cannot be had.

import { ATTRIBUTES } from "./contract.js";
import { articles, feedPaths, languageOf, requestIn } from "./feed.js";
import { sheetOf } from "./style.js";
import { headingOf, make, news, PORTAL, profile, ticker } from "./views.js";

/** @typedef {import("./contract.js").EventName} EventName */
/** @typedef {import("./feed.js").Failure} Failure */
/** @typedef {import("./feed.js").Feed} Feed */
/** @typedef {import("./feed.js").Feeds} Feeds */
/** @typedef {import("./feed.js").Language} Language */

// An element requests its feeds when it is this near to the window.
const NEAR = "400px";

export class Zone extends HTMLElement {
  static observedAttributes = ATTRIBUTES;
  static #nearness = Zone.#watch();
  #root = this.attachShadow({ mode: "open" });
  #isNear = false;
  /** @type {object | undefined} */
  #run;

  static #watch() {
    try {
      /** @type {IntersectionObserverCallback} */
      const look = (entries) => {
        for (const { target, isIntersecting } of entries) if (isIntersecting) /** @type {Zone} */ (target).#come();
      };
      return new IntersectionObserver(look, { rootMargin: NEAR });
    } catch {
      // The browser cannot tell what is near, so every element loads at once.
      return { observe: (/** @type {Zone} */ zone) => zone.#come(), unobserve() {} };
    }
  }

  constructor() {
    super();
    this.#fallBack();
  }

  connectedCallback() {
    // A property that a framework set before the class was defined hides the class's own: set it again through the class.
    for (const name of ATTRIBUTES) {
      if (Object.hasOwn(this, name)) {
        const value = Reflect.get(this, name);
        Reflect.deleteProperty(this, name);
        Reflect.set(this, name, value);
      }
    }
    try {
      this.#root.adoptedStyleSheets = [sheetOf(this.ownerDocument)];
    } catch {
      // An older browser makes no sheets, and shows the news unstyled.
    }
    if (this.#isNear) this.#show();
    else Zone.#nearness.observe(this);
  }

  disconnectedCallback() {
    Zone.#nearness.unobserve(this);
    this.#run = undefined;
  }

  /**
   * @param {string} _
   * @param {string | null} before
   * @param {string | null} after
   */
  attributeChangedCallback(_, before, after) {
    if (before !== after && this.#isNear && this.isConnected) this.#show();
  }

  #come() {
    Zone.#nearness.unobserve(this);
    this.#isNear = true;
    this.#show();
  }

  async #show() {
    // Several changes at once make one run. A later change, or leaving the page, ends this one.
    const run = {};
    this.#run = run;
    await undefined;
    if (run !== this.#run) return;
    const lang = languageOf(this.lang || /** @type {HTMLElement | null} */ (this.closest("[lang]"))?.lang || "");
    const paths = feedPaths(this.getAttribute("zone"), this.getAttribute("region"));
    /** @type {{ value?: Feed, reason?: Failure }[]} */
    const outcomes = await Promise.allSettled(paths.map((path) => requestIn(path, lang, PORTAL)));
    if (run !== this.#run) return;
    const feeds = outcomes.flatMap(({ value }) => value ?? []);
    const failures = paths.length ? outcomes.flatMap(({ reason }) => reason ?? []) : [{ reason: "unknown", url: "" }];
    if (feeds.length) this.#fill(/** @type {Feeds} */ (feeds), lang);
    else this.#fallBack();
    for (const { reason, url } of failures) this.#tell("investchn-error", { reason, url });
    if (feeds.length) this.#tell("investchn-load", { feeds: feeds.map(({ feed_url }) => feed_url) });
  }

  /**
   * @param {EventName} name
   * @param {object} detail
   */
  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  }

  #fallBack() {
    this.#root.replaceChildren(document.createElement("slot"));
  }

  /**
   * @param {Feeds} feeds
   * @param {Language} lang
   */
  #fill(feeds, lang) {
    const view = this.getAttribute("view");
    // An attribute that is there and empty asks for no heading.
    const heading = this.getAttribute("heading") ?? headingOf(feeds, lang, view);
    const items = articles(feeds, this.getAttribute("kind"), this.getAttribute("limit"));
    const box = make("section", "box", ...(heading ? [make("h3", "heading", heading)] : []));
    box.lang = lang === "zh" ? "zh-CN" : lang;
    if (view === "profile") box.append(...profile(feeds, lang));
    else if (view === "ticker") box.append(ticker(lang, items));
    else box.append(...news(feeds, lang, items));
    this.#root.replaceChildren(box);
  }
}

// Attributes are properties too, for frameworks. The browser's own `lang` does the same.
for (const name of ATTRIBUTES) {
  if (name === "lang") continue;
  Object.defineProperty(Zone.prototype, name, {
    configurable: true,
    enumerable: true,
    /** @this {Zone} */
    get() {
      return this.getAttribute(name);
    },
    /**
     * @this {Zone}
     * @param {any} value
     */
    set(value) {
      if (value === null || value === undefined) this.removeAttribute(name);
      else this.setAttribute(name, value);
    },
  });
}
