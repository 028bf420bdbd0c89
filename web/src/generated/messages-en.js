// Generated from crates/messages. Change a message there.

export const SEARCH_ZONES = "Development zones";
export const SEARCH_ARTICLES = "News";
export const SEARCH_RESULTS = "Search results";
export const SEARCH_ELLIPSIS = "…";
export const SEARCH_SEARCHING = "Searching…";
export const searchFound = (/** @type {string | number} */ count) => `Articles: ${count}`;
export const searchFoundAtLeast = (/** @type {string | number} */ count) => `Articles: ${count} or more`;
export const searchOptionCount = (/** @type {string | number} */ value, /** @type {string | number} */ count) => `${value} (${count})`;
export const SEARCH_NOTHING_FOUND = "Nothing found. ";
export const searchMissing = (/** @type {string | number} */ parts) => `No article has ${parts}.`;
export const searchMissingPart = (/** @type {string | number} */ part) => `“${part}”`;
export const SEARCH_SEPARATOR = ", ";
export const searchSearchRest = (/** @type {string | number} */ rest) => `Search for “${rest}” only`;
export const SEARCH_CLEAR_FILTERS = "Remove all filters";
export const SEARCH_MORE = "More results";
export const SEARCH_ALL_RESULTS = "All results";
export const SEARCH_MORE_ZONES = "Find more in the register";
export const SEARCH_ONLY_ZONE = "Only this zone";
export const searchOnlyThisZone = (/** @type {string | number} */ zone) => `Only this zone: ${zone}`;
export const searchInZone = (/** @type {string | number} */ zone) => `Only: ${zone}`;
export const searchAnyZone = (/** @type {string | number} */ zone) => `Only: ${zone}, remove`;
export const SEARCH_PHOTO_NEWS = "Photo news";
export const SEARCH_VIDEO_NEWS = "Video news";
export const SEARCH_TOO_SHORT = "Type two characters or more.";
export const SEARCH_OFFLINE = "There is no network: only what is stored on this device was searched.";
export const SEARCH_VERSION = "The page has been updated. Reload it, then search again.";
export const SEARCH_RELOAD = "Reload";
export const SEARCH_NETWORK = "The search data did not come: there is no network, or the server did not answer.";
export const SEARCH_BROKEN = "The search data cannot be read. Please try again later.";
export const SEARCH_RETRY = "Try again";
export const SEARCH_UNSUPPORTED = "This browser lacks what the search needs. Use a newer one, or find news and zones here:";
export const SEARCH_ELSEWHERE = "Search the Chinese texts too";
export const SEARCH_REGISTER = "Register of development zones";
export const SEARCH_NEWS = "See all news";
export const builderZoneNews = (/** @type {string | number} */ zone) => `${zone} news`;
export const BUILDER_NO_POLICY = "Not needed.";
export const BUILDER_HEIGHT_LATER = "The height appears here once the preview has loaded.";
export const BUILDER_WIDTH_LATER = "…";
export const builderSeveralZones = (/** @type {string | number} */ count) => `${count} zones match. Choose one from the list.`;
export const BUILDER_NO_ZONE = "No zone matches. Choose one from the list.";
export const BUILDER_NO_DATA = "The data did not come. Please try again later.";
export const BUILDER_COPIED = "Copied.";
export const BUILDER_SELECTED = "Selected: press Ctrl+C to copy.";

export const LANG = "en";
/** @type {string} */
export const FOLDER = "en/";
export const ELSEWHERE_LANG = "zh-CN";
/** @type {string} */
export const ELSEWHERE_FOLDER = "";
