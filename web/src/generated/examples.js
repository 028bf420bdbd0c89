// Generated from crates/model/src/artifact.rs. Change a class there.

/** @type {[path: string, strategy: string][]} */
export const EXAMPLES = [
  ["media/a-0123456789abcdef.png", "cache-first"],
  ["app-0123456789abcdef_bg.wasm", "cache-first"],
  ["style-0123456789ab.css", "cache-first"],
  ["embed-0123456789abcdef.js", "cache-first"],
  ["start.js", "network-first"],
  ["icon.svg", "network-first"],
  ["embed.js", "ignored"],
  ["embed/frame.js", "ignored"],
  ["article/huaian-htz-20220214-1/index.html", "network-first"],
  ["data/article/huaian-htz-20220214-1.json", "network-first"],
  ["index.html", "network-first"],
  ["zone/huaian-htz/news/2/index.html", "network-first"],
  ["data/zone/huaian-htz.json", "network-first"],
  ["data/changes.json", "network-first"],
  ["embed/zone/huaian-htz/index.html", "ignored"],
  ["embed/preview/index.html", "ignored"],
  ["embed/index.html", "ignored"],
  ["oembed/huaian-htz.json", "ignored"],
  ["old/page.htm", "network-first"],
  ["zone/huaian-htz/feed.json", "ignored"],
  ["sitemap-news.xml", "ignored"],
  ["data/site.json", "network-first"],
  ["sw.js", "ignored"],
  ["404.html", "network-first"],
];
