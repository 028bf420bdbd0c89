// @ts-check
// The articles that the browser has stored for reading without a network: what the service worker keeps of visited and of saved pages. They
// are searched when the index cannot be fetched, because a hit must lead to an article that can be opened.

import { articleData, articlePath } from "../generated/paths.js";
import { blockOf } from "../worker/rules.js";
import { plainText, plainTextOfPage } from "./plain-text.js";

/** @typedef {import("./engine.js").Hit} Hit */
/** @typedef {import("./engine.js").Query} Query */
/** @typedef {import("./reader.js").Reader} Reader */

/**
 * The parts of a stored article that are searched.
 *
 * @typedef {object} Article
 * @property {string} id
 * @property {string} title
 * @property {string} published For example 2026-11-27, 2026-11 or 2026.
 * @property {string} [source]
 * @property {{ id: string, short: string }} zone
 * @property {{ code: number }} city
 * @property {string} kind
 * @property {string} text
 */

/**
 * Reads the stored articles, each once.
 *
 * @param {URL} base The edition's folder: a query in one language searches its texts.
 * @param {AbortSignal} signal
 */
export async function storedArticles(base, signal) {
  const [before, after] = articleData("|").split("|");
  const folder = articlePath("|").split("|")[0];
  /** @type {Map<string, Article>} */
  const articles = new Map();
  // Pages that are not in a secure context have no caches.
  const names = "caches" in globalThis ? await caches.keys() : [];
  for (const name of names) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      signal.throwIfAborted();
      const path = request.url.startsWith(base.href) ? request.url.slice(base.href.length) : "";
      const isData = path.startsWith(`${before}`) && path.endsWith(`${after}`);
      if (!isData && !path.startsWith(`${folder}`)) continue;
      const text = await (await cache.match(request))?.text();
      const article = (isData ? articleOfData : articleOfPage)(text ?? "");
      if (article) articles.set(article.id, article);
    }
  }
  return [...articles.values()];
}

/**
 * Returns the article of a data file, if it is one.
 *
 * @param {string} json
 * @returns {Article | undefined}
 */
function articleOfData(json) {
  try {
    return articleOfView(JSON.parse(json).view);
  } catch {
    return undefined;
  }
}

/**
 * Returns the article of a view, if it is one.
 *
 * @param {{ article?: Article & { body: import("./plain-text.js").Block[] } }} view
 * @returns {Article | undefined}
 */
function articleOfView({ article }) {
  return article && { ...article, text: plainText(article.body) };
}

/**
 * Returns the article of a page, if it is one.
 *
 * @param {string} html
 * @returns {Article | undefined}
 */
export function articleOfPage(html) {
  try {
    const { view, article } = JSON.parse(blockOf(html) ?? "");
    // A page that is published without its text, or was by an earlier release, has the whole view.
    if (view) return articleOfView(view);
    return article && { ...article, text: plainTextOfPage(html) };
  } catch {
    return undefined;
  }
}

/**
 * Returns the articles that match a query, in its order.
 *
 * @param {Article[]} articles
 * @param {Query} query
 * @param {Reader} reader
 * @returns {Hit[]}
 */
export function matching(articles, { q, zone, region, kind, year, order }, { ArticleMatcher }) {
  const matcher = new ArticleMatcher(q, zone, region, kind, Number(year));
  /** @type {(article: Article) => Hit[]} */
  const compare = (article) => {
    const { code } = article.city;
    const regions = `${code - (code % 10_000)}\n${code}`;
    const { id, short } = article.zone;
    const names = `${short}\n${article.source ?? ""}`;
    const date = dateNumber(article.published);
    return JSON.parse(
      matcher.compare(article.id, article.title, date, id, short, regions, article.kind, article.text, names),
    );
  };
  const hits = articles.flatMap(compare).sort((one, other) => other.date - one.date || (one.id < other.id ? 1 : -1));
  matcher.free();
  const isInTitle = (/** @type {Hit} */ hit) => hit.title.some(({ isMatch }) => isMatch);
  return order === "fit" ? [...hits.filter(isInTitle), ...hits.filter((hit) => !isInTitle(hit))] : hits;
}

/**
 * Returns a date as the index has it: 20261127. An unknown month or day is 0.
 *
 * @param {string} date
 */
export function dateNumber(date) {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  return (year * 100 + month) * 100 + day;
}
