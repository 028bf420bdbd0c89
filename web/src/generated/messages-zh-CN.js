// Generated from crates/messages. Change a message there.

export const SEARCH_ZONES = "开发区";
export const SEARCH_ARTICLES = "新闻";
export const SEARCH_RESULTS = "搜索结果";
export const SEARCH_ELLIPSIS = "……";
export const SEARCH_SEARCHING = "正在搜索……";
export const searchFound = (/** @type {string | number} */ count) => `共 ${count} 篇`;
export const searchFoundAtLeast = (/** @type {string | number} */ count) => `${count} 篇以上`;
export const searchOptionCount = (/** @type {string | number} */ value, /** @type {string | number} */ count) => `${value}（${count}）`;
export const SEARCH_NOTHING_FOUND = "没有找到。";
export const searchMissing = (/** @type {string | number} */ parts) => `没有一篇含有${parts}。`;
export const searchMissingPart = (/** @type {string | number} */ part) => `“${part}”`;
export const SEARCH_SEPARATOR = "、";
export const searchSearchRest = (/** @type {string | number} */ rest) => `只搜“${rest}”`;
export const SEARCH_CLEAR_FILTERS = "去掉全部筛选条件";
export const SEARCH_MORE = "更多结果";
export const SEARCH_ALL_RESULTS = "全部结果";
export const SEARCH_MORE_ZONES = "在名录里找更多";
export const SEARCH_ONLY_ZONE = "只看此区";
export const searchOnlyThisZone = (/** @type {string | number} */ zone) => `只看此区：${zone}`;
export const searchInZone = (/** @type {string | number} */ zone) => `只看：${zone}`;
export const searchAnyZone = (/** @type {string | number} */ zone) => `只看：${zone}，取消`;
export const SEARCH_PHOTO_NEWS = "图片新闻";
export const SEARCH_VIDEO_NEWS = "视频新闻";
export const SEARCH_TOO_SHORT = "请至少输入两个字。";
export const SEARCH_OFFLINE = "现在没有网络，只搜索了存在这台设备上的内容。";
export const SEARCH_VERSION = "页面已更新，请重新载入后再搜索。";
export const SEARCH_RELOAD = "重新载入";
export const SEARCH_NETWORK = "没有取到搜索用的数据：网络不通，或者服务器没有回应。";
export const SEARCH_BROKEN = "搜索用的数据读不出来，请稍后再试。";
export const SEARCH_RETRY = "重试";
export const SEARCH_UNSUPPORTED = "这个浏览器缺少搜索需要的功能，请换用新版浏览器。不搜索，也可以从这里找：";
export const SEARCH_ELSEWHERE = "也搜英文文章";
export const SEARCH_REGISTER = "开发区名录";
export const SEARCH_NEWS = "看全部新闻";
export const builderZoneNews = (/** @type {string | number} */ zone) => `${zone}新闻`;
export const BUILDER_NO_POLICY = "不需要。";
export const BUILDER_HEIGHT_LATER = "预览载入后，高度写在这里。";
export const BUILDER_WIDTH_LATER = "……";
export const builderSeveralZones = (/** @type {string | number} */ count) => `有 ${count} 家，请从列表里选一家。`;
export const BUILDER_NO_ZONE = "没有找到，请从列表里选一家。";
export const BUILDER_NO_DATA = "没有取到数据，请稍后再试。";
export const BUILDER_COPIED = "已复制。";
export const BUILDER_SELECTED = "已选中，请按 Ctrl+C 复制。";

export const LANG = "zh-CN";
/** @type {string} */
export const FOLDER = "";
export const ELSEWHERE_LANG = "en";
/** @type {string} */
export const ELSEWHERE_FOLDER = "en/";
