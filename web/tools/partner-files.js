// @ts-check
// Writes the files that partners' tools read, as JSON from name to text: the manifest of the element for editors and catalogues, and its
// types for TypeScript, React and Vue. All come from contract.js and descriptions.js. `cargo xtask web` puts them into public/embed/.

import { ATTRIBUTES, EVENTS, NAME, PARTS, REASONS } from "../src/embed/contract.js";
import {
  ATTRIBUTE_DESCRIPTIONS,
  ELEMENT,
  EVENT_DESCRIPTIONS,
  PART_DESCRIPTIONS,
  PROPERTY_DESCRIPTIONS,
  REASON_DESCRIPTIONS,
} from "../src/embed/descriptions.js";

/** @typedef {import("../src/embed/contract.js").Attribute} Attribute */
/** @typedef {import("../src/embed/contract.js").EventName} EventName */

const CLASS = "InvestchnZoneElement";
const GENERATED =
  "// Types of <investchn-zone>, generated from the element's contract (docs/embedding.md). Copy the file into your project.\n";

/** @param {EventName} name */
const detailOf = (name) => (name === "investchn-load" ? "InvestchnLoadDetail" : "InvestchnErrorDetail");

/**
 * The browser's own `lang` is a text; the other properties are null without their attribute.
 *
 * @param {Attribute} name
 */
const readType = (name) => (name === "lang" ? "string" : "string | null");

/** @returns {import("custom-elements-manifest").Package} */
function manifest() {
  const attributes = ATTRIBUTES.map((name) => {
    const { type, meaning, usual } = ATTRIBUTE_DESCRIPTIONS[name];
    const common = { name, type: { text: type }, description: meaning, fieldName: name };
    return usual === undefined ? common : { ...common, default: usual };
  });
  const members = ATTRIBUTES.map((name) => ({
    kind: /** @type {const} */ ("field"),
    name,
    type: { text: readType(name) },
    description: ATTRIBUTE_DESCRIPTIONS[name].meaning,
    attribute: name,
    reflects: true,
  }));
  return {
    schemaVersion: "1.0.0",
    modules: [
      {
        kind: "javascript-module",
        path: "embed.js",
        declarations: [
          {
            kind: "class",
            name: CLASS,
            description: ELEMENT,
            superclass: { name: "HTMLElement" },
            customElement: true,
            tagName: NAME,
            attributes,
            members,
            events: EVENTS.map((name) => ({
              name,
              type: { text: `CustomEvent<${detailOf(name)}>` },
              description: EVENT_DESCRIPTIONS[name].meaning,
            })),
            slots: [{ name: "", description: "A link, shown until the news has loaded, and if it cannot be loaded." }],
            cssParts: PARTS.map((name) => ({ name, description: PART_DESCRIPTIONS[name] })),
            cssProperties: Object.entries(PROPERTY_DESCRIPTIONS).map(([name, description]) => ({ name, description })),
          },
        ],
        exports: [{ kind: "custom-element-definition", name: NAME, declaration: { name: CLASS, module: "embed.js" } }],
      },
    ],
  };
}

/**
 * @param {string} text
 * @param {string} [indent]
 */
const comment = (text, indent = "  ") => `${indent}/** ${text} */\n`;

function attributesText() {
  const fields = ATTRIBUTES.map((name) => {
    const { type, meaning, usual } = ATTRIBUTE_DESCRIPTIONS[name];
    const text = usual === undefined ? meaning : `${meaning} Default: ${usual}.`;
    return `${comment(text)}  ${name}?: ${type} | undefined;\n`;
  });
  return `${comment("The attributes.", "")}export interface InvestchnZoneAttributes {\n${fields.join("")}}\n`;
}

function classText() {
  const properties = ATTRIBUTES.filter((name) => name !== "lang").map((name) => {
    const { type, meaning } = ATTRIBUTE_DESCRIPTIONS[name];
    return `${comment(meaning)}  get ${name}(): ${readType(name)};\n  set ${name}(value: ${type} | null | undefined);\n`;
  });
  return `${comment(ELEMENT, "")}export interface ${CLASS} extends HTMLElement {\n${properties.join("")}}\n`;
}

function detailText() {
  const reasons = REASONS.map((reason) => `\n  /** ${REASON_DESCRIPTIONS[reason]} */\n  | "${reason}"`);
  const details = EVENTS.map((name) => {
    const fields = Object.entries(EVENT_DESCRIPTIONS[name].detail).map(
      ([field, { type, meaning }]) => `${comment(meaning)}  ${field}: ${type};\n`,
    );
    const about = comment(`The detail of \`${name}\`. ${EVENT_DESCRIPTIONS[name].meaning}`, "");
    return `${about}export interface ${detailOf(name)} {\n${fields.join("")}}\n`;
  });
  const reason = `${comment("Why a feed cannot be loaded.", "")}export type InvestchnReason =${reasons.join("")};\n`;
  return [reason, ...details].join("\n");
}

function styleText() {
  const names = (/** @type {readonly string[]} */ list) => list.map((name) => `\n  | "${name}"`).join("");
  const part = `${comment("The names for `::part()`.", "")}export type InvestchnPart =${names(PARTS)};\n`;
  const properties = names(Object.keys(PROPERTY_DESCRIPTIONS));
  return `${part}\n${comment("The custom properties.", "")}export type InvestchnCustomProperty =${properties};\n`;
}

function types() {
  const events = EVENTS.map((name) => `    "${name}": CustomEvent<${detailOf(name)}>;\n`).join("");
  const globals =
    `declare global {\n  interface HTMLElementTagNameMap {\n    "${NAME}": ${CLASS};\n  }\n` +
    `  interface HTMLElementEventMap {\n${events}  }\n}\n`;
  return [GENERATED + attributesText(), classText(), detailText(), styleText(), globals].join("\n");
}

function reactTypes() {
  const events = EVENTS.map(
    (name) => `  "on${name}"?: ((event: CustomEvent<${detailOf(name)}>) => void) | undefined;\n`,
  );
  return `${GENERATED}// For React 19. Needs embed.d.ts beside it.

import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { InvestchnErrorDetail, InvestchnLoadDetail, InvestchnZoneAttributes, ${CLASS} } from "./embed";

interface Events {
${events.join("")}}

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "${NAME}": DetailedHTMLProps<HTMLAttributes<${CLASS}>, ${CLASS}> & InvestchnZoneAttributes & Events;
    }
  }
}
`;
}

function vueTypes() {
  const handler = (/** @type {string} */ name) => name.replace(/(?:^|-)([a-z])/g, (_, letter) => letter.toUpperCase());
  const events = EVENTS.map(
    (name) => `  on${handler(name)}?: ((event: CustomEvent<${detailOf(name)}>) => void) | undefined;\n`,
  );
  return `${GENERATED}// For templates of Vue 3. Needs embed.d.ts beside it.

import type { HTMLAttributes, ReservedProps } from "vue";
import type { InvestchnErrorDetail, InvestchnLoadDetail, InvestchnZoneAttributes } from "./embed";

interface Events {
${events.join("")}}

declare module "vue" {
  interface GlobalComponents {
    "${NAME}": new () => { $props: HTMLAttributes & ReservedProps & InvestchnZoneAttributes & Events };
  }
}
`;
}

console.log(
  JSON.stringify({
    "custom-elements.json": `${JSON.stringify(manifest(), null, 2)}\n`,
    "embed.d.ts": types(),
    "embed-react.d.ts": reactTypes(),
    "embed-vue.d.ts": vueTypes(),
  }),
);
