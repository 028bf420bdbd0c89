// @ts-check
// Announces to screen readers, once a reader pauses: a count after each key would talk over the typing.

/** In milliseconds. */
const PAUSE = 1000;

export class Announcer {
  /** @type {Element} */
  #region;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #hasSpoken = false;

  /** @param {Element} region A live region. */
  constructor(region) {
    this.#region = region;
  }

  /** A key has been pressed: what was to be announced is old. */
  quiet() {
    clearTimeout(this.#timer);
    this.#hasSpoken = false;
    this.#region.textContent = "";
  }

  /** @param {string} text Replaces what waits to be announced. After an announcement only a new question is announced. */
  say(text) {
    if (this.#hasSpoken) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#hasSpoken = true;
      this.#region.textContent = text;
    }, PAUSE);
  }
}
