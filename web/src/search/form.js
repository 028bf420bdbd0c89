// @ts-check
// The form of the page of results: its box, its filters, and the filter by a zone, which is there only if the address has one.

import { searchAnyZone, searchInZone, searchOptionCount } from "#messages";
import { element } from "../element.js";

/** @typedef {import("./engine.js").Query} Query */

export class SearchForm {
  /** @type {HTMLInputElement} */
  box;
  #zone = "";
  /** The short names of zones by id, as results tell them. */
  #zoneNames = new Map();
  #chip = element("p", { class: "search-chip-line" });
  /** @type {Record<string, HTMLInputElement | HTMLSelectElement | undefined>} */
  #fields;
  /** @type {() => void} */
  #onChange;

  /**
   * @param {HTMLFormElement} form
   * @param {() => void} onChange Called if the reader changes a filter.
   */
  constructor(form, onChange) {
    this.#fields = /** @type {Record<string, HTMLInputElement>} */ (/** @type {unknown} */ (form.elements));
    this.box = /** @type {HTMLInputElement} */ (this.#fields.q);
    this.#onChange = onChange;
    form.append(this.#chip);
    form.addEventListener("change", ({ target }) => target instanceof HTMLSelectElement && onChange());
  }

  /** @returns {Query} */
  get query() {
    const value = (/** @type {string} */ name) => this.#fields[name]?.value.trim() ?? "";
    const order = value("sort") === "fit" ? "fit" : "newest";
    return {
      q: value("q"),
      zone: this.#zone,
      region: value("region"),
      kind: value("kind"),
      year: value("year"),
      order,
    };
  }

  /** @param {Query} query A value that a list does not have is dropped: it would find nothing. */
  set query({ order, zone, ...values }) {
    for (const [name, value] of Object.entries({ ...values, sort: order === "fit" ? order : "" })) {
      const field = this.#fields[name];
      if (!field) continue;
      field.value = value;
      if (field instanceof HTMLSelectElement && field.selectedIndex < 0) field.selectedIndex = 0;
    }
    this.#zone = zone;
    this.#showZone();
  }

  /**
   * Says at each value of a filter how many articles it leaves, where that is known. The values of a filter that is set have no counts,
   * because only articles of its value were searched for.
   *
   * @param {import("./counts.js").FilterCounts} [counts]
   */
  showCounts(counts) {
    for (const name of /** @type {const} */ (["region", "kind", "year"])) {
      const field = this.#fields[name];
      if (!(field instanceof HTMLSelectElement)) continue;
      const known = field.value ? undefined : counts?.[name];
      for (const option of field.options) {
        option.dataset.label ??= option.text;
        const { label = "" } = option.dataset;
        const count = known?.get(option.value) ?? 0;
        const hasCount = known !== undefined && option.value !== "";
        const text = hasCount ? searchOptionCount(label, count) : label;
        // A list of options is laid out anew with each change.
        if (option.text !== text) option.text = text;
        option.disabled = hasCount && count === 0;
      }
    }
  }

  /**
   * @param {string} zone
   * @param {string} name
   */
  nameZone(zone, name) {
    const isNew = !this.#zoneNames.has(zone);
    this.#zoneNames.set(zone, name);
    if (isNew && zone === this.#zone) this.#showZone();
  }

  #showZone() {
    this.#chip.replaceChildren();
    if (!this.#zone) return;
    const name = this.#zoneNames.get(this.#zone) ?? this.#zone;
    const button = element("button", { class: "search-chip", type: "button", "aria-label": searchAnyZone(name) });
    button.append(searchInZone(name), element("span", { "aria-hidden": "true" }, "×"));
    button.addEventListener("click", () => {
      this.#zone = "";
      this.#showZone();
      this.box.focus();
      this.#onChange();
    });
    this.#chip.append(button);
  }
}
