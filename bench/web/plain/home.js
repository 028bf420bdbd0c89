// The home page.

import { newsPath, regionPath } from "../shared/navigation.js";
import { figures, KINDS, kindName, shade } from "../shared/wording.js";
import { html } from "./html.js";
import { itemList, kinds, photoCards } from "./parts.js";

export function home({ latest, photos, provinces }, site) {
  const figure = ([label, sum]) => html`<div><dt>${label}</dt><dd>${sum}</dd></div>`;
  const cards = photos.length > 0 && html`<section class="home-photos" aria-labelledby="photos-heading"><h2 id="photos-heading">${kindName.photo}</h2>${photoCards(photos, false)}</section>`;
  return html`<div class="hero"><div class="hero-text"><h1 tabindex="-1">${site.name}</h1><p class="hero-lead">全国开发区的新闻与名录：按省份看分布，按开发区读消息。</p><dl class="figures">${figures(provinces).map(figure)}</dl><p class="hero-actions"><a class="button" href="/zones/">查开发区名录</a><a class="button button-quiet" href="${newsPath()}">看全部新闻</a></p></div><section class="hero-map" aria-labelledby="map-heading"><h2 id="map-heading">各省份的开发区</h2><ul class="province-map">${provinces.map(tile)}</ul><p class="map-note">示意排列，不表示疆界。数字为在册的国家级与省级开发区合计；兼有两类的一家在两类中各计一次。“–”为名录中暂无。</p></section></div><div class="home-news"><section class="home-latest" aria-labelledby="latest-heading"><div class="section-head"><h2 id="latest-heading">最新新闻</h2>${kinds(KINDS.map((kind) => [kindName[kind], newsPath(kind), false]))}</div>${itemList(latest, true)}<p class="more"><a href="${newsPath()}">全部开发区新闻</a></p></section>${cards}</div>`;
}

function tile({ region, counts: { zones, national } }) {
  const name = html`<span class="tile-name">${region.short}</span>`;
  const inside =
    zones === 0
      ? html`<span class="tile-inside" title="名录中暂无">${name}<span class="tile-count">–</span></span>`
      : html`<a class="tile-inside" href="${regionPath(region.code)}">${name}<span class="tile-count">${zones}<span class="visually-hidden"> 家，其中国家级 ${national} 家</span></span></a>`;
  return html`<li class="tile province-${region.code} ${shade(zones)}">${inside}</li>`;
}
