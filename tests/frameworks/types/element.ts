// The element in plain TypeScript: what fits compiles, and each wrong use is an error.
import type { InvestchnCustomProperty, InvestchnPart } from "../../../public/embed/embed";

const element = document.createElement("investchn-zone");
element.zone = "huaian-htz";
element.limit = 5;
element.limit = "5";
element.heading = null;
const view: string | null = element.view;
element.addEventListener("investchn-load", ({ detail }) => detail.feeds.map((feed) => feed.toUpperCase()));
element.addEventListener("investchn-error", ({ detail }) => detail.reason === "network" && detail.url);
document.querySelector("investchn-zone")?.setAttribute("theme", view ?? "dark");
const parts: InvestchnPart[] = ["heading"];
const properties: InvestchnCustomProperty[] = ["--investchn-link"];

// @ts-expect-error: there is no such view
element.view = "newz";
// @ts-expect-error: there is no such property
element.zones = "huaian-htz";
// @ts-expect-error: there is no such reason
element.addEventListener("investchn-error", ({ detail }) => detail.reason === "nothing");
// @ts-expect-error: there is no such part
parts.push("headline");
// @ts-expect-error: there is no such custom property
properties.push("--investchn-size");
