// Types of <investchn-zone>, generated from the element's contract (docs/embedding.md). Copy the file into your project.
/** The attributes. */
export interface InvestchnZoneAttributes {
  /** Ids of zones, separated by spaces. */
  zone?: string | undefined;
  /** Codes of provinces or cities (GB/T 2260), separated by spaces: `320800`. */
  region?: string | undefined;
  /** Shows only articles of this kind, of a feed's 30 newest; every kind if it is absent. */
  kind?: "text" | "photo" | "video" | undefined;
  /** Maximum number of articles, 1 to 30. Default: 5. */
  limit?: number | `${number}` | undefined;
  /** `news` is a list, `profile` the zone's facts, `ticker` one headline at a time. Default: news. */
  view?: "news" | "profile" | "ticker" | undefined;
  /** Language of the labels, `zh` or `en`; that of the parent element if it is absent, else Chinese. */
  lang?: string | undefined;
  /** Colours; `auto` is like the visitor's device. The page's `color-scheme` if it is absent. */
  theme?: "light" | "dark" | "auto" | undefined;
  /** Your own heading; empty for none. The zone's name if it is absent. */
  heading?: string | undefined;
}

/** News of Chinese development zones from the portal. Shows the link inside until the news has loaded, and if it cannot be loaded. */
export interface InvestchnZoneElement extends HTMLElement {
  /** Ids of zones, separated by spaces. */
  get zone(): string | null;
  set zone(value: string | null | undefined);
  /** Codes of provinces or cities (GB/T 2260), separated by spaces: `320800`. */
  get region(): string | null;
  set region(value: string | null | undefined);
  /** Shows only articles of this kind, of a feed's 30 newest; every kind if it is absent. */
  get kind(): string | null;
  set kind(value: "text" | "photo" | "video" | null | undefined);
  /** Maximum number of articles, 1 to 30. */
  get limit(): string | null;
  set limit(value: number | `${number}` | null | undefined);
  /** `news` is a list, `profile` the zone's facts, `ticker` one headline at a time. */
  get view(): string | null;
  set view(value: "news" | "profile" | "ticker" | null | undefined);
  /** Colours; `auto` is like the visitor's device. The page's `color-scheme` if it is absent. */
  get theme(): string | null;
  set theme(value: "light" | "dark" | "auto" | null | undefined);
  /** Your own heading; empty for none. The zone's name if it is absent. */
  get heading(): string | null;
  set heading(value: string | null | undefined);
}

/** Why a feed cannot be loaded. */
export type InvestchnReason =
  /** The host cannot be reached, or answers too late. */
  | "network"
  /** The host answers with an error. */
  | "status"
  /** There is no such zone or region. */
  | "unknown"
  /** The answer is no feed. */
  | "shape";

/** The detail of `investchn-load`. The element shows news, at first and after each change. */
export interface InvestchnLoadDetail {
  /** Addresses of the feeds that it shows. */
  feeds: string[];
}

/** The detail of `investchn-error`. A feed cannot be loaded, once for each. */
export interface InvestchnErrorDetail {
  /** Why. */
  reason: InvestchnReason;
  /** Address of the feed; empty if the element names no zone and no region. */
  url: string;
}

/** The names for `::part()`. */
export type InvestchnPart =
  | "box"
  | "heading"
  | "list"
  | "item"
  | "link"
  | "meta"
  | "date"
  | "source"
  | "zone"
  | "empty"
  | "facts"
  | "term"
  | "value"
  | "ticker"
  | "pause"
  | "next"
  | "foot"
  | "more"
  | "brand";

/** The custom properties. */
export type InvestchnCustomProperty =
  | "--investchn-font"
  | "--investchn-text"
  | "--investchn-muted"
  | "--investchn-link"
  | "--investchn-background"
  | "--investchn-border"
  | "--investchn-radius"
  | "--investchn-padding";

declare global {
  interface HTMLElementTagNameMap {
    "investchn-zone": InvestchnZoneElement;
  }
  interface HTMLElementEventMap {
    "investchn-load": CustomEvent<InvestchnLoadDetail>;
    "investchn-error": CustomEvent<InvestchnErrorDetail>;
  }
}
