// Generated from crates/messages. Change a message there.

export const EMBED_LABELS = {
  zh: {
    news: (/** @type {string | number} */ zone) => `${zone}新闻`,
    many: "开发区新闻",
    more: "更多新闻",
    none: "暂无新闻",
    facts: "全部资料与出处",
    stop: "暂停",
    go: "滚动",
    next: "下一条",
  },
  en: {
    news: (/** @type {string | number} */ zone) => `${zone} news`,
    many: "Development zone news",
    more: "More news",
    none: "No news yet",
    facts: "All facts and sources",
    stop: "Pause",
    go: "Play",
    next: "Next",
  },
};
export const HINTS = {
  zh: {
    text: "本站有中文版。",
    link: "看中文版",
    close: "关闭",
  },
  en: {
    text: "This site is in English too.",
    link: "Read in English",
    close: "Close",
  },
};
/** The locale of dates in an edition, by its folder. */
export const LOCALES = {
  "": "zh-CN",
  "en/": "en-GB",
};
