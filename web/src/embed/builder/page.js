// @ts-check
// The builder's page: its form, its fields, and making elements.

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

/**
 * @param {string} name
 * @param {Record<string, string | number | undefined>} attributes Those that are empty are left out.
 * @param {(Node | string)[]} children
 */
export function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value) made.setAttribute(key, `${value}`);
  made.append(...children);
  return made;
}
