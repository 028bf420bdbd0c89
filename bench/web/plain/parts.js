// What more than one view shows: pictures, lists of articles, tabs.

import { articlePath, zonePath } from "../shared/navigation.js";
import { kindName } from "../shared/wording.js";
import { attribute, html } from "./html.js";

export function picture({ src, small, width, height, alt }, sizes, eager = false) {
  const widths = small && html` sizes="${sizes}" srcset="/${small.src} ${small.width}w, /${src} ${width}w"`;
  return html`<img${widths} src="/${src}" width="${width}" height="${height}" alt="${alt}" loading="${eager ? "eager" : "lazy"}" decoding="async">`;
}

const dateAndSource = (item) =>
  html`<time datetime="${item.published}">${item.published}</time><span class="item-source">${item.source}</span>`;

const zoneLink = ({ id, short }) => html`<a class="item-zone" href="${zonePath(id)}">${short}</a>`;

export function itemList(items, withZone) {
  const entry = (item) => {
    const image = item.picture && html`<span class="item-picture" aria-hidden="true">${picture(item.picture, "8rem")}</span>`;
    const badge = item.kind !== "text" && html`<span class="badge">${kindName[item.kind]}</span>`;
    return html`<li class="item"><div class="item-text"><h3><a href="${articlePath(item.id)}">${item.title}</a></h3><p class="item-summary">${item.summary}</p><p class="item-meta">${dateAndSource(item)}${withZone && zoneLink(item.zone)}${badge}</p></div>${image}</li>`;
  };
  return html`<ul class="items">${items.map(entry)}</ul>`;
}

export function photoCards(items, withMeta) {
  const card = (item) => {
    const image = item.picture && html`<span class="card-picture" aria-hidden="true">${picture(item.picture, "(min-width: 48rem) 18rem, 90vw")}</span>`;
    const meta = withMeta && html`<p class="item-meta">${dateAndSource(item)}${zoneLink(item.zone)}</p>`;
    return html`<li class="card"><a href="${articlePath(item.id)}">${image}<span class="card-title">${item.title}</span></a>${meta}</li>`;
  };
  return html`<ul class="cards">${items.map(card)}</ul>`;
}

/** The kinds of news as tabs: label, path, and whether it is the one shown. */
export function kinds(tabs) {
  const tab = ([label, path, here]) =>
    html`<li><a href="${path}"${attribute("aria-current", here ? "page" : undefined)}>${label}</a></li>`;
  return html`<nav aria-label="新闻类型"><ul class="kinds">${tabs.map(tab)}</ul></nav>`;
}
