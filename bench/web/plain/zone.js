// A page of a zone's list, with what the zone is.

import { pagerPaths, regionPath, zonePath } from "../shared/navigation.js";
import { facts, KINDS, keep, kindName, levelName, pageName, sources, typeName, UNKNOWN } from "../shared/wording.js";
import { attribute, html } from "./html.js";
import { itemList, kinds, photoCards } from "./parts.js";

export function zone(list) {
  const { zone, kind } = list.subject.zone;
  const tabs = [null, ...KINDS].map((tab) => [tab ? kindName[tab] : "全部", zonePath(zone.id, tab), tab === kind]);
  const number = list.number && html`<span class="page-number">${pageName(list.number)}</span>`;
  const empty = html`<p class="empty">这里暂时还没有新闻。<a href="${zonePath(zone.id)}">看这家的全部新闻</a></p>`;
  const shown = kind === "photo" ? photoCards(list.items, true) : itemList(list.items, false);
  return html`${head(zone)}<section class="list" aria-labelledby="list-heading"><div class="section-head"><h2 id="list-heading" tabindex="-1">${kind ? kindName[kind] : "新闻"}${number}</h2>${kinds(tabs)}</div>${list.items.length > 0 ? shown : empty}${pager(list)}</section>`;
}

function pager(list) {
  const { newer, older } = pagerPaths(list);
  const link = (name, rel, path, label) => path && html`<a class="pager-${name}" rel="${rel}" href="${path}">${label}</a>`;
  if (!newer && !older) return undefined;
  return html`<nav class="pager" aria-label="翻页">${link("newer", "prev", newer, "较新的新闻")}${link("older", "next", older, "较早的新闻")}</nav>`;
}

function head(zone) {
  const places = zone.city.code === zone.province.code ? [zone.province] : [zone.province, zone.city];
  const place = ({ code, name }) => html`<a href="${regionPath(code)}">${name}</a> `;
  const fact = ([label, text]) =>
    html`<div><dt>${label}</dt><dd${attribute("class", text ? undefined : "unknown")}>${text ?? UNKNOWN}</dd></div>`;
  const source = ({ url, label }) => html`<li>${url ? html`<a href="${url}" rel="noopener">${label}</a>` : label}</li>`;
  const from = ([label, list]) => html`<div><dt>${label}</dt><dd><ul>${list.map(source)}</ul></dd></div>`;
  const aliases = zone.aliases.length > 0 && html`<p class="aliases">又称：<span>${zone.aliases.join("、")}</span></p>`;
  return html`<header class="page-head zone-head"><h1 tabindex="-1">${zone.name.value}</h1><p class="zone-en" lang="en">${zone.name_en}</p>${aliases}<dl class="facts"><div><dt>类型</dt><dd>${zone.types.map((type) => typeName[type]).join("、")}</dd></div><div><dt>级别</dt><dd>${levelName[zone.level]}</dd></div><div><dt>所在地</dt><dd>${places.map(place)}</dd></div>${facts(zone).map(fact)}</dl><details class="sources"><summary>资料出处</summary><dl>${sources(zone).map(from)}</dl></details></header><div class="keep" data-idle><button class="button button-quiet" type="button">${keep.button}</button><a href="${keep.path}" hidden>${keep.link}</a><p class="outcome" role="status"></p></div>`;
}
