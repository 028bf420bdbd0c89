// @ts-check
// The builder's page: its form and its fields.

/**
 * An element of the page, which always has it.
 *
 * @template {HTMLElement} [E=HTMLInputElement]
 * @param {string} id
 */
export function field(id) {
  return /** @type {E} */ (document.getElementById(id));
}

export const form = /** @type {HTMLFormElement} */ (/** @type {HTMLElement} */ (field("workshop")));
