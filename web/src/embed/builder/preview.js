// @ts-check
// The preview: an imagined partner's page in a frame, with a copy of the embed in it.

import { field } from "./page.js";

/** @typedef {{ width: number, height: number }} Size In CSS pixels. */

export const preview = /** @type {HTMLIFrameElement} */ (/** @type {HTMLElement} */ (field("preview")));

/**
 * Observes the size of the embed in the preview.
 *
 * @type {MutationObserver | ResizeObserver | undefined}
 */
let observer;

/**
 * Shows a copy of a node in the preview, or nothing.
 *
 * @param {HTMLElement} [node]
 * @returns {HTMLElement | undefined} The copy; none while the preview is loading.
 */
export function show(node) {
  observer?.disconnect();
  const page = preview.contentDocument;
  const here = page?.getElementById("here");
  if (!page || !here) return;
  page.body.className = field("look").value;
  const copy = node && page.importNode(node, true);
  here.replaceChildren(copy ?? "");
  return copy;
}

/**
 * Reports the size of the embed in the preview whenever it changes.
 *
 * @param {HTMLElement} embed
 * @param {(size: Size) => void} report
 * @param {() => void} fail Called if the embed has no data.
 */
export function watch(embed, report, fail) {
  if (embed.localName === "iframe") {
    // The script in the preview gives the frame the height of its content.
    observer = new MutationObserver(() =>
      report({ width: embed.clientWidth, height: Number.parseFloat(embed.style.height) }),
    );
    return observer.observe(embed, { attributeFilter: ["style"] });
  }
  const { ResizeObserver } = /** @type {Window & typeof globalThis} */ (embed.ownerDocument.defaultView);
  embed.addEventListener("investchn-load", () => {
    observer?.disconnect();
    // Measures the box, since the page around may lay out the element itself in any way.
    const box = /** @type {Element} */ (embed.shadowRoot?.querySelector("[part=box]"));
    observer = new ResizeObserver(() => report(box.getBoundingClientRect()));
    observer.observe(box);
  });
  embed.addEventListener("investchn-error", fail);
}
