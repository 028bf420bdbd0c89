// Template strings that escape what is put into them.

class Html {
  constructor(text) {
    this.text = text;
  }
}

const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function put(value) {
  if (value instanceof Html) return value.text;
  if (Array.isArray(value)) return value.map(put).join("");
  if (value === undefined || value === null || value === false) return "";
  return String(value).replace(/[&<>"]/g, (character) => ESCAPES[character]);
}

/** A piece of HTML; what is put in is text, unless it is such a piece itself. */
export const html = (texts, ...values) => new Html(texts.reduce((done, text, place) => done + put(values[place - 1]) + text));

/** An attribute with its name; nothing where it has no value. */
export const attribute = (name, value) => (value === undefined ? undefined : html` ${name}="${value}"`);

export const print = (piece) => piece.text;
