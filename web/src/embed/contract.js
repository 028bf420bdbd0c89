// @ts-check
// The names that partners' pages use, by the contract in docs/embedding.md. A name that is here stays forever. The compiler holds the
// element to these lists, and a test holds the document to them.

export const NAME = "investchn-zone";

/** Each is a property too. */
export const ATTRIBUTES = /** @type {const} */ ([
  "zone",
  "region",
  "kind",
  "limit",
  "view",
  "lang",
  "theme",
  "heading",
]);

/** The names for `::part()`. */
export const PARTS = /** @type {const} */ ([
  "box",
  "heading",
  "list",
  "item",
  "link",
  "meta",
  "date",
  "source",
  "zone",
  "empty",
  "facts",
  "term",
  "value",
  "ticker",
  "pause",
  "next",
  "foot",
  "more",
  "brand",
]);

/** Both bubble and cross shadow roots. */
export const EVENTS = /** @type {const} */ (["investchn-load", "investchn-error"]);

/** The values of `reason` in the detail of investchn-error. */
export const REASONS = /** @type {const} */ (["network", "status", "unknown", "shape"]);

/** @typedef {(typeof ATTRIBUTES)[number]} Attribute */
/** @typedef {(typeof PARTS)[number]} Part */
/** @typedef {(typeof EVENTS)[number]} EventName */
/** @typedef {(typeof REASONS)[number]} Reason */
