// The few parts of a document that the element's views use, for tests of what they show.

class Element {
  part = { value: "" };
  className = "";
  lang = "";
  hidden = false;
  /** @type {Map<string, string>} */
  attributes = new Map();
  /** @type {Element | undefined} */
  parent;
  /** @type {(Element | string)[]} */
  children = [];

  /** @param {string} name */
  constructor(name) {
    this.localName = name;
  }

  append(...children) {
    this.#own(children);
    this.children.push(...children);
  }

  prepend(...children) {
    this.#own(children);
    this.children.unshift(...children);
  }

  #own(children) {
    for (const child of children) if (child instanceof Element) child.parent = this;
  }

  remove() {
    if (this.parent) this.parent.children = this.parent.children.filter((it) => it !== this);
  }

  get firstChild() {
    return this.children[0];
  }

  get textContent() {
    return this.children.map((it) => (typeof it === "string" ? it : it.textContent)).join("");
  }

  set textContent(text) {
    this.children = [text];
  }

  setAttribute(name, value) {
    this.attributes.set(name, value);
  }

  /** All elements within, and this one, in the order of the document. */
  get all() {
    return [this, ...this.children.flatMap((it) => (typeof it === "string" ? [] : it.all))];
  }
}

export const page = { createElement: (name) => new Element(name) };
