// @ts-check
// Tells a reader's own keys and finished text from those of an input method. Browsers differ in their order of events when a reader
// confirms a candidate: Chromium sends `input` before `compositionend`, Firefox after it, and Safari sends the key that confirmed
// after `compositionend`, recognisable only by its old code 229.

/** The code of a key that the input method has taken. */
const TAKEN = 229;

/** @typedef {{ type: string, isComposing?: boolean, keyCode?: number }} TypingEvent The parts of an event that matter. */

export class InputMethod {
  #isComposing = false;

  /**
   * Follows an event of the field.
   *
   * @param {TypingEvent} event
   * @returns {"text" | "key" | "none"} `text` if the text has changed and is the reader's, `key` for a key that the reader means for
   *   the page, `none` for everything that the input method is still busy with.
   */
  see({ type, isComposing = false, keyCode = 0 }) {
    if (type === "compositionstart") this.#isComposing = true;
    if (type === "compositionend") {
      this.#isComposing = false;
      return "text";
    }
    if (this.#isComposing || isComposing || keyCode === TAKEN) return "none";
    return type === "keydown" ? "key" : type === "input" ? "text" : "none";
  }
}
