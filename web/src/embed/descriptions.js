// @ts-check
// Describes the names of contract.js for the tools of partners. The generator web/tools/partner-files.js reads it; no bundle has it. The
// compiler asks for each name of the contract here.

/** @typedef {import("./contract.js").Attribute} Attribute */
/** @typedef {import("./contract.js").EventName} EventName */
/** @typedef {import("./contract.js").Part} Part */
/** @typedef {import("./contract.js").Reason} Reason */

/**
 * @typedef {object} AttributeDescription
 * @property {string} type The values in TypeScript.
 * @property {string} meaning
 * @property {string} [usual] The value that an absent attribute has.
 */

export const ELEMENT =
  "News of Chinese development zones from the portal. Shows the link inside until the news has loaded, and if it cannot be loaded.";

/** @type {Record<Attribute, AttributeDescription>} */
export const ATTRIBUTE_DESCRIPTIONS = {
  zone: { type: "string", meaning: "Ids of zones, separated by spaces." },
  region: { type: "string", meaning: "Codes of provinces or cities (GB/T 2260), separated by spaces: `320800`." },
  kind: {
    type: '"text" | "photo" | "video"',
    meaning: "Shows only articles of this kind, of a feed's 30 newest; every kind if it is absent.",
  },
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is a type of TypeScript
  limit: { type: "number | `${number}`", meaning: "Maximum number of articles, 1 to 30.", usual: "5" },
  view: {
    type: '"news" | "profile" | "ticker"',
    meaning: "`news` is a list, `profile` the zone's facts, `ticker` one headline at a time.",
    usual: "news",
  },
  lang: {
    type: "string",
    meaning: "Language of the labels, `zh` or `en`; that of the parent element if it is absent, else Chinese.",
  },
  theme: {
    type: '"light" | "dark" | "auto"',
    meaning: "Colours; `auto` is like the visitor's device. The page's `color-scheme` if it is absent.",
  },
  heading: { type: "string", meaning: "Your own heading; empty for none. The zone's name if it is absent." },
};

/** @type {Record<EventName, { meaning: string, detail: Record<string, { type: string, meaning: string }> }>} */
export const EVENT_DESCRIPTIONS = {
  "investchn-load": {
    meaning: "The element shows news, at first and after each change.",
    detail: { feeds: { type: "string[]", meaning: "Addresses of the feeds that it shows." } },
  },
  "investchn-error": {
    meaning: "A feed cannot be loaded, once for each.",
    detail: {
      reason: { type: "InvestchnReason", meaning: "Why." },
      url: { type: "string", meaning: "Address of the feed; empty if the element names no zone and no region." },
    },
  },
};

/** @type {Record<Reason, string>} */
export const REASON_DESCRIPTIONS = {
  network: "The host cannot be reached, or answers too late.",
  status: "The host answers with an error.",
  unknown: "There is no such zone or region.",
  shape: "The answer is no feed.",
};

/** @type {Record<Part, string>} */
export const PART_DESCRIPTIONS = {
  box: "The box around everything.",
  heading: "The heading.",
  list: "The list of articles.",
  item: "An article in the list.",
  link: "The link of a headline.",
  meta: "The line with date and source.",
  date: "The date.",
  source: "The outlet.",
  zone: "The zone of an article, if several are shown.",
  empty: "The text where there is no news.",
  facts: "The list of facts of a profile.",
  term: "The name of a fact.",
  value: "The value of a fact.",
  ticker: "The line of a ticker.",
  pause: "The button that stops a ticker, or lets it go on.",
  next: "The button for the next headline.",
  foot: "The line below.",
  more: "The link to the zone's page.",
  brand: "The link to the portal.",
};

/** By the name of the custom property. A test compares the names with those of the sheet. */
export const PROPERTY_DESCRIPTIONS = {
  "--investchn-font": "Font family.",
  "--investchn-text": "Colour of text.",
  "--investchn-muted": "Colour of secondary text.",
  "--investchn-link": "Colour of links.",
  "--investchn-background": "Colour of the background.",
  "--investchn-border": "Colour of lines.",
  "--investchn-radius": "Corner radius of the box.",
  "--investchn-padding": "Padding of the box.",
};
