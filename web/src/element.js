// @ts-check
// Makes elements. No script makes them from HTML, which the policy forbids.

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
