// <investchn-zone>: a zone's news on a partner's page. The contract is docs/embedding.md: what is named there is for ever. It
// owns what stands in its shadow root, and nothing of the page around it: no global, no style, no cookie, no storage.
//
// Until its data has come, and where that does not come, the link that stands inside the element is seen.

import "./embed/fit.js";

const NAME = "investchn-zone";
const ATTRIBUTES = ["zone", "region", "kind", "limit", "view", "lang", "theme", "heading"];
// The data stands beside this file, wherever the page is.
const PORTAL = new URL(".", import.meta.url);
const LIMIT = { usual: 5, most: 30 };
// How near to the window an element asks for its data, how long that may take, and how long a headline of a ticker stays.
const NEAR = "400px";
const PATIENCE = 20_000;
const TURN = 6_000;

const LABELS = {
  zh: { news: "新闻", many: "开发区新闻", more: "更多新闻", none: "暂无新闻", facts: "全部资料与出处", stop: "暂停", go: "滚动", next: "下一条" },
  en: { news: " news", many: "Development zone news", more: "More news", none: "No news yet", facts: "All facts and sources", stop: "Pause", go: "Play", next: "Next" },
};

// Everything that a host's style could hand down is set anew; the font's family is the host's, its size within reason.
const STYLE = `
:host{display:block}
:host([hidden]){display:none}
.box{
--i-text:#1d2a31;--i-muted:#55656e;--i-link:#0f5a80;--i-background:#fff;--i-border:#dbe2e6;
all:initial;color-scheme:inherit;display:block;box-sizing:border-box;min-block-size:100%;max-block-size:100%;overflow:auto;direction:ltr;overflow-wrap:anywhere;
font-family:var(--investchn-font,inherit);font-size:clamp(13px,1em,24px);line-height:1.6;
padding:var(--investchn-padding,.75em 1em);border:1px solid var(--investchn-border,var(--i-border));border-radius:var(--investchn-radius,.5em);
background:var(--investchn-background,var(--i-background));color:var(--investchn-text,var(--i-text))}
@supports(color:light-dark(#000,#fff)){.box{--i-text:light-dark(#1d2a31,#e4ebee);--i-muted:light-dark(#55656e,#a3b3bb);--i-link:light-dark(#0f5a80,#8cc8e6);--i-background:light-dark(#fff,#16252d);--i-border:light-dark(#dbe2e6,#2b3d47)}}
:host([theme=light]) .box{color-scheme:light}
:host([theme=dark]) .box{color-scheme:dark}
:host([theme=auto]) .box{color-scheme:light dark}
h3,p,ul,dl,dd{margin:0;padding:0;list-style:none}
h3{margin-block-end:.25em;font-size:1.1em;font-weight:600}
li,.foot{padding-block:.4em;border-block-start:1px solid var(--investchn-border,var(--i-border))}
a{color:var(--investchn-link,var(--i-link));text-decoration:none}
a:hover{text-decoration:underline}
a:focus-visible,button:focus-visible{outline:2px solid;outline-offset:2px}
.meta,.foot,dt{font-size:.875em}
.meta,dt{color:var(--investchn-muted,var(--i-muted))}
.foot{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 1em;padding-block-end:0}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.25em 1em;padding-block-end:.5em}
.box:has(.ticker){align-content:center}
.ticker{display:flex;flex-wrap:wrap;align-items:baseline;gap:0 .5em}
.ticker a{flex:1 1 16em;overflow:hidden;white-space:nowrap;text-overflow:ellipsis}
button{all:unset;padding:.125em .25em;font-size:.875em;cursor:pointer;color:var(--investchn-muted,var(--i-muted))}
`;

// A sheet belongs to the document that it was made in, and an element may be moved to another.
const sheets = new WeakMap();

function sheetOf(document) {
  if (!sheets.has(document)) {
    const sheet = new document.defaultView.CSSStyleSheet();
    sheet.replaceSync(STYLE);
    sheets.set(document, sheet);
  }
  return sheets.get(document);
}

// One request for each zone, however many elements show it. One that failed may be asked again.
const feeds = new Map();

function feed(path) {
  if (!feeds.has(path)) {
    const asked = read(new URL(path, PORTAL).href);
    asked.catch(() => feeds.delete(path));
    feeds.set(path, asked);
  }
  return feeds.get(path);
}

// Fails with what the event says.
async function read(url) {
  const options = { credentials: "omit", referrerPolicy: "no-referrer", signal: AbortSignal.timeout?.(PATIENCE) };
  const answer = await fetch(url, options).catch(() => fail("network", url));
  if (!answer.ok) fail(answer.status === 404 ? "unknown" : "status", url);
  // A connection that breaks off half-way is told from a text that is no JSON by what it fails with.
  const data = await answer.json().catch((error) => fail(error instanceof SyntaxError ? "shape" : "network", url));
  return Array.isArray(data?.items) && data._investchn ? data : fail("shape", url);
}

function fail(reason, url) {
  throw { reason, url };
}

// Only pages: an address that runs as a script is none.
function isPage(address) {
  return typeof address === "string" && /^https?:/i.test(address);
}

function make(tag, part, ...children) {
  const element = document.createElement(tag);
  if (part) element.part = element.className = part;
  element.append(...children);
  return element;
}

function link(part, address, text) {
  const element = make("a", part, text);
  if (isPage(address)) Object.assign(element, { href: address, target: "_blank", rel: "noopener" });
  return element;
}

const text = (value) => (typeof value === "string" ? value : "");

class Zone extends HTMLElement {
  static observedAttributes = ATTRIBUTES;
  static #nearness = Zone.#watch();
  #root = this.attachShadow({ mode: "open" });
  #isNear = false;
  #run;
  #timer;

  static #watch() {
    const look = (entries) => {
      for (const { target, isIntersecting } of entries) if (isIntersecting) target.#come();
    };
    try {
      return new IntersectionObserver(look, { rootMargin: NEAR });
    } catch {
      // The browser cannot tell what is near, so everything loads at once.
      return { observe: (zone) => zone.#come(), unobserve() {} };
    }
  }

  constructor() {
    super();
    this.#fallBack();
  }

  connectedCallback() {
    // What a framework set before there was a class goes through the class now.
    for (const name of ATTRIBUTES) {
      if (Object.hasOwn(this, name)) {
        const value = this[name];
        delete this[name];
        this[name] = value;
      }
    }
    try {
      this.#root.adoptedStyleSheets = [sheetOf(this.ownerDocument)];
    } catch {
      // An older browser makes no sheets, and shows the news plainly.
    }
    if (this.#isNear) this.#show();
    else Zone.#nearness.observe(this);
  }

  disconnectedCallback() {
    Zone.#nearness.unobserve(this);
    clearInterval(this.#timer);
    this.#run = undefined;
  }

  attributeChangedCallback(_, before, after) {
    if (before !== after && this.#isNear && this.isConnected) this.#show();
  }

  #come() {
    Zone.#nearness.unobserve(this);
    this.#isNear = true;
    this.#show();
  }

  async #show() {
    // Several changes at once are one; a later one makes this one void, and so does its leaving.
    const run = (this.#run = {});
    await undefined;
    if (run !== this.#run) return;
    const paths = this.#paths();
    const outcomes = await Promise.allSettled(paths.map(feed));
    if (run !== this.#run) return;
    const found = outcomes.flatMap(({ value }) => value ?? []);
    clearInterval(this.#timer);
    if (found.length) this.#fill(found);
    else this.#fallBack();
    const failures = paths.length ? outcomes.flatMap(({ reason }) => reason ?? []) : [{ reason: "unknown", url: "" }];
    for (const failure of failures) this.#tell("error", failure);
    if (found.length) this.#tell("load", { feeds: found.map(({ feed_url }) => feed_url) });
  }

  // Where the data is; what is no id is nowhere.
  #paths() {
    const words = (name) => (this.getAttribute(name) ?? "").split(/\s+/).filter((word) => /^[a-z0-9-]+$/.test(word));
    const zones = words("zone").map((id) => `zone/${id}/feed.json`);
    return [...new Set([...zones, ...words("region").map((code) => `region/${code}/feed.json`)])];
  }

  #tell(what, detail) {
    this.dispatchEvent(new CustomEvent(`investchn-${what}`, { bubbles: true, composed: true, detail }));
  }

  #fallBack() {
    this.#root.replaceChildren(make("slot"));
  }

  #fill(found) {
    const asked = this.lang || this.closest("[lang]")?.lang || "";
    const lang = /^en\b/i.test(asked) ? "en" : "zh";
    const view = { profile: () => this.#profile(found, lang), ticker: () => this.#ticker(found, lang) }[this.view];
    const box = make("section", "box", ...this.#heading(found, lang), ...(view?.() ?? this.#news(found, lang)));
    box.lang = lang === "en" ? "en" : "zh-CN";
    this.#root.replaceChildren(box);
  }

  // An attribute that is there and empty says that there is to be none.
  #heading(found, lang) {
    const label = LABELS[lang];
    const name = ({ _investchn: { name } }) => text(name?.[lang]);
    // Of several profiles each has its own.
    const [one, many] = this.view === "profile" ? [name(found[0]), ""] : [name(found[0]) + label.news, label.many];
    const heading = this.getAttribute("heading") ?? (this.view === "ticker" ? "" : found.length > 1 ? many : one);
    return heading ? [make("h3", "heading", heading)] : [];
  }

  #items(found) {
    const seen = new Set();
    const all = found.flatMap(({ items, language }) => items.map((item) => ({ language, ...item })));
    const ours = all.filter(({ id, title, _investchn }) => {
      const isWanted = title && typeof title === "string" && (!this.kind || _investchn?.kind === this.kind);
      return isWanted && !seen.has(id) && seen.add(id);
    });
    // Within a feed the newest is first; of several feeds the dates tell, and what they do not tell apart stays in its order.
    const date = ({ date_published }) => text(date_published);
    if (found.length > 1) ours.sort((one, other) => (date(other) > date(one)) - (date(other) < date(one)));
    const wanted = Number.parseInt(this.limit, 10);
    return ours.slice(0, Math.min(wanted > 0 ? wanted : LIMIT.usual, LIMIT.most));
  }

  #news(found, lang) {
    const rows = this.#items(found).map(({ title, url, language, authors, _investchn }) => {
      const date = make("time", "date", text(_investchn?.published));
      const meta = make("p", "meta", date, " ", make("span", "source", text(authors?.[0]?.name)));
      if (found.length > 1) meta.append(" ", make("span", "zone", text(_investchn?.zone_name)));
      const row = make("li", "item", link("link", url, title), meta);
      row.lang = text(language);
      return row;
    });
    return [rows.length ? make("ul", "list", ...rows) : make("p", "empty", LABELS[lang].none), this.#foot(found, lang, "more")];
  }

  #profile(found, lang) {
    const lists = found.flatMap(({ _investchn: { facts, name } }) => {
      const rows = (Array.isArray(facts) ? facts : []).filter(Boolean).flatMap(({ label, value }) => [
        make("dt", "term", text(label?.[lang])),
        make("dd", "value", text(value?.[lang])),
      ]);
      const whose = found.length > 1 ? [make("h3", "heading", text(name?.[lang]))] : [];
      return [...whose, make("dl", "facts", ...rows)];
    });
    return [...lists, this.#foot(found, lang, "facts")];
  }

  // One headline at a time. It stands still where the reader wants no motion, while it is pointed at, and when it is told to.
  #ticker(found, lang) {
    const label = LABELS[lang];
    const items = this.#items(found);
    if (!items.length) return [make("p", "empty", label.none)];
    let place = -1;
    let isStopped = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const row = make("p", "ticker");
    const turn = () => {
      place = (place + 1) % items.length;
      const shown = link("link", items[place].url, items[place].title);
      shown.lang = text(items[place].language);
      row.firstChild?.remove();
      row.prepend(shown);
    };
    const button = (part, name, act) => {
      const element = make("button", part, name);
      element.onclick = act;
      row.append(element);
      return element;
    };
    const state = () => (isStopped ? label.go : label.stop);
    turn();
    const pause = button("pause", state(), () => {
      isStopped = !isStopped;
      pause.textContent = state();
    });
    button("next", label.next, turn);
    this.#timer = setInterval(() => isStopped || row.matches(":hover,:focus-within") || turn(), TURN);
    return [row];
  }

  #foot(found, lang, what) {
    const [{ home_page_url, authors }] = found;
    return make("p", "foot", link("more", home_page_url, LABELS[lang][what]), link("brand", PORTAL.href, text(authors?.[0]?.name)));
  }
}

// Attributes are properties too, for frameworks; `lang` is one by itself.
for (const name of ATTRIBUTES.filter((name) => name !== "lang")) {
  Object.defineProperty(Zone.prototype, name, {
    configurable: true,
    enumerable: true,
    get() {
      return this.getAttribute(name);
    },
    set(value) {
      if (value === null || value === undefined) this.removeAttribute(name);
      else this.setAttribute(name, value);
    },
  });
}

// The first of two copies stays: both show the same contract's elements.
if (!customElements.get(NAME)) customElements.define(NAME, Zone);
