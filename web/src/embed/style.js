// @ts-check
// The element's style sheet, element.css, as an object that its shadow root adopts.

import { STYLE } from "../generated/style.js";

/**
 * The sheets by document: a sheet belongs to the document that made it, and an element may be moved to another one.
 *
 * @type {WeakMap<Document, CSSStyleSheet>}
 */
const sheets = new WeakMap();

/**
 * The sheet for elements in a document. Throws in a browser that cannot make one.
 *
 * @param {Document} document
 * @returns {CSSStyleSheet}
 */
export function sheetOf(document) {
  let sheet = sheets.get(document);
  if (!sheet) {
    const { CSSStyleSheet } = /** @type {Window & typeof globalThis} */ (document.defaultView);
    sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    sheets.set(document, sheet);
  }
  return sheet;
}
