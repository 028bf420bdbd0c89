// Generated from crates/model. Change a path there.

export const ENTRY = "data/site.json";
export const CHANGES = "data/changes.json";
export const HOME_DATA = "data/home.json";
export const DATA_FOLDER = "data/";
export const MEDIA_FOLDER = "media/";
export const SEARCH_FOLDER = "data/search/";
export const EMBED_FOLDER = "embed/";
export const FRAMES_FOLDER = "embed/zone/";
export const ZONE_FOLDER = "zone/";
export const REGION_FOLDER = "region/";
export const NEWS_PAGE = "news/";
export const REGISTER_PAGE = "zones/";
export const SEARCH_PAGE = "search/";
export const SEARCH_SCRIPT = "search.js";
export const SEARCH_SHEET = "search.css";
export const OFFLINE_PAGE = "offline/";
export const LATEST = "latest";
export const EMBED_SCRIPT = "embed.js";
export const FIT_SCRIPT = "embed/fit.js";
export const ONLY_AS_PAGE = 204;
export const KINDS = ["text", "photo", "video"];
export const HASHED = /^(media\/[^\/]+|(en\/)?data\/search\/[^\/]+\/[^\/]+|[^\/]+-[0-9a-f]{12,16}(_bg)?\.(js|wasm|css))$/;
/** The folder of a translated edition, at the beginning of a path. */
export const EDITION = /^(en\/)/;
export const zonePath = (/** @type {string} */ id) => `zone/${id}/`;
export const regionPath = (/** @type {string} */ id) => `region/${id}/`;
export const articlePath = (/** @type {string} */ id) => `article/${id}/`;
export const framePath = (/** @type {string} */ id) => `embed/zone/${id}/`;
export const articleData = (/** @type {string} */ id) => `data/article/${id}.json`;
/** @type {(folder: string, page: string) => string} */
export const listData = (folder, page) => `data/${folder}${page}.json`;
