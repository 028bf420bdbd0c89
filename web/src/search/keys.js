// @ts-check
// The arrow keys move from the box through the results and back.

/**
 * Moves the focus for a key.
 *
 * @param {KeyboardEvent} event
 * @param {HTMLElement} box
 * @param {Element} results
 */
export function moveFocus(event, box, results) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  const stops = [box, .../** @type {NodeListOf<HTMLElement>} */ (results.querySelectorAll("[data-stop]"))];
  const here = stops.indexOf(/** @type {HTMLElement} */ (document.activeElement));
  const next = stops[here + step];
  if (here < 0 || !next) return;
  event.preventDefault();
  next.focus();
}

/**
 * True for the key that leads to the box, unless it is typed into a field.
 *
 * @param {KeyboardEvent} event
 */
export function isShortcut({ key, ctrlKey, metaKey, altKey, target }) {
  const isField = target instanceof Element && target.matches("input,select,textarea");
  return key === "/" && !ctrlKey && !metaKey && !altKey && !isField;
}
