// @ts-check
// The events of a search box: finished text, and keys that an input method does not need. They are heard at the document, because the
// app may build the header again.

import { InputMethod } from "./input-method.js";

/**
 * @typedef {object} Heard
 * @property {(box: HTMLInputElement) => void} onText
 * @property {(event: KeyboardEvent, box: HTMLInputElement) => void} onKey
 */

/**
 * @param {string} selector Of the box.
 * @param {Heard} heard
 */
export function listenTo(selector, { onText, onKey }) {
  const method = new InputMethod();
  for (const type of ["compositionstart", "compositionend", "input", "keydown"]) {
    document.addEventListener(type, (event) => {
      const box = /** @type {Element} */ (event.target);
      if (!(box instanceof HTMLInputElement && box.matches(selector))) return;
      const seen = method.see(/** @type {KeyboardEvent} */ (event));
      const { key } = /** @type {KeyboardEvent} */ (event);
      if (seen === "text") onText(box);
      else if (seen === "key") onKey(/** @type {KeyboardEvent} */ (event), box);
      // The key confirms a candidate: it must not submit the form.
      else if (key === "Enter") event.preventDefault();
    });
  }
}
