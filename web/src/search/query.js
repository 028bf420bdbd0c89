// @ts-check
// A query in the address of the page of results, and the questions that are worth asking.

/** @typedef {import("./engine.js").Query} Query */

/**
 * The query of an address.
 *
 * @param {string} search With or without its question mark.
 * @returns {Query}
 */
export function readQuery(search) {
  const values = new URLSearchParams(search);
  const value = (/** @type {string} */ name) => values.get(name)?.trim() ?? "";
  return {
    q: value("q"),
    zone: value("zone"),
    region: value("region"),
    kind: value("kind"),
    year: value("year"),
    order: value("sort") === "fit" ? "fit" : "newest",
  };
}

/**
 * The query as the end of an address: empty, or with a question mark. What has no value is left out.
 *
 * @param {Query} query
 */
export function writeQuery({ order, ...conditions }) {
  const values = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...conditions, sort: order === "fit" ? order : "" })) {
    if (value) values.set(name, value);
  }
  const text = values.toString();
  return text && `?${text}`;
}

/**
 * True for two characters or more, or one Chinese character: a single letter is in nearly every article.
 *
 * @param {string} q
 */
export function isSearchable(q) {
  return /\p{Script=Han}/u.test(q) || [...q.replace(/\s/g, "")].length > 1;
}

/**
 * True if the query has a filter.
 *
 * @param {Query} query
 */
export function isFiltered({ zone, region, kind, year }) {
  return `${zone}${region}${kind}${year}` !== "";
}
