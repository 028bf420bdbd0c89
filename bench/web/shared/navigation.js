// Addresses, the trail to a view, the menu and the titles: plain functions of data, for every peer alike.

import { kindName, pageName } from "./wording.js";

export const articlePath = (id) => `/article/${id}/`;
export const zonePath = (id, kind) => (kind ? `/zone/${id}/${kind}/` : `/zone/${id}/`);
export const regionPath = (code) => `/region/${code}/`;
export const newsPath = (kind) => (kind ? `/news/${kind}/` : "/news/");

/** The JSON file of what a path shows. */
export function dataFile(pathname) {
  const path = pathname.replace(/^\/|\/$/g, "");
  if (path === "") return "/data/home.json";
  if (path.startsWith("article/")) return `/data/${path}.json`;
  return /\/\d+$/.test(path) ? `/data/${path}.json` : `/data/${path}/latest.json`;
}

export const menu = [
  { label: "首页", path: "/" },
  { label: "开发区新闻", path: "/news/" },
  { label: "图片新闻", path: "/news/photo/" },
  { label: "开发区名录", path: "/zones/" },
];

/** Whether an entry of the menu is the page itself, or the part of the portal in which the page lies. */
export function currentMark(entry, pathname) {
  if (entry.path === pathname) return "page";
  return entry.path === "/news/" && /^\/(zone|article)\//.test(pathname) ? "true" : undefined;
}

/** The steps from the home page to a view. */
export function breadcrumbs(view) {
  const crumbs = [{ label: "首页", path: "/" }];
  if (view.article) {
    const { city, zone, kind } = view.article;
    crumbs.push({ label: "开发区新闻", path: newsPath() });
    crumbs.push({ label: city.short, path: regionPath(city.code) });
    crumbs.push({ label: kindName[kind], path: zonePath(zone.id, kind) });
  }
  if (view.list) {
    const { zone, kind } = view.list.subject.zone;
    crumbs.push({ label: "开发区新闻", path: newsPath() });
    crumbs.push({ label: zone.city.short, path: regionPath(zone.city.code) });
    crumbs.push({ label: zone.short, path: zonePath(zone.id) });
    if (kind) crumbs.push({ label: kindName[kind], path: zonePath(zone.id, kind) });
    if (view.list.number) crumbs.push({ label: pageName(view.list.number), path: listPath(view.list, view.list.number) });
  }
  return crumbs;
}

/** The path of a view. */
export function pathOf(view) {
  if (view.article) return articlePath(view.article.id);
  return view.list ? listPath(view.list, view.list.number) : "/";
}

/** The path of a page of a zone's list; without a number the newest one. */
export function listPath(list, number) {
  const { zone, kind } = list.subject.zone;
  return zonePath(zone.id, kind) + (number ? `${number}/` : "");
}

/** The paths of the next newer and the next older page of a list. */
export function pagerPaths(list) {
  return {
    newer: list.number ? listPath(list, list.newer) : undefined,
    older: list.older ? listPath(list, list.older) : undefined,
  };
}

/** The document's title. */
export function titleOf(view, site) {
  const portal = `${site.name} ${site.name_en}`;
  if (view.home) return `${portal}：${site.slogan}`;
  if (view.article) return `${view.article.title} - ${view.article.zone.short} - ${portal}`;
  const { zone, kind } = view.list.subject.zone;
  const page = view.list.number ? ` - ${pageName(view.list.number)}` : "";
  return `${zone.name.value}${kind ? kindName[kind] : ""}${page} - ${portal}`;
}
