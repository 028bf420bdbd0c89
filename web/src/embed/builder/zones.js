// @ts-check
// Finds zones by whatever people call them, in the list that the page has for its field.

import { field } from "./page.js";

// The zones' entries in the list. The value of one is like "淮安高新区 huaian-htz".
const zones = [.../** @type {HTMLDataListElement} */ (/** @type {HTMLElement} */ (field("zones"))).options];

/**
 * A name without what people write in different ways.
 *
 * @param {string} text
 */
function plain(text) {
  return text.toLowerCase().replace(/[\s'’-]/g, "");
}

/**
 * The names of a zone, each between two bars.
 *
 * @param {HTMLOptionElement} zone
 */
function namesOf({ value, text, dataset }) {
  return plain(`|${value}|${value.replace(/ (?=[^ ]*$)/, "|")}|${text}|${dataset.also}|`);
}

/** The entries of the zones that the typed text may mean: those with exactly that name or id, or else all that contain it. */
export function matches() {
  const typed = plain(field("zone").value);
  if (!typed) return [];
  const having = (/** @type {string} */ part) => zones.filter((zone) => namesOf(zone).includes(part));
  const exact = having(`|${typed}|`);
  return (exact.length ? exact : having(typed)).map(({ value }) => value);
}

/**
 * The entry of a zone in the list.
 *
 * @param {string | null | undefined} id
 */
export function entryOf(id) {
  return zones.find(({ value }) => value.endsWith(` ${id}`))?.value;
}
