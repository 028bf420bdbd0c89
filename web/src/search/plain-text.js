// @ts-check
// The text of an article's body without markup, one line for each block, as the index has it: `crates/indexing/src/plain_text.rs`. A test
// holds both to the same body.

/** @typedef {"break" | { text: string } | { strong: Span[] } | { emphasis: Span[] } | { link: { text: Span[] } }} Span */

/**
 * A block of a published body.
 *
 * @typedef {"rule" | { paragraph: Span[] } | { heading: { text: Span[] } } | { image: object } | { figure: { caption: string } }
 *   | { list: { items: Block[][] } } | { quote: Block[] } | { table: { head: Span[][], rows: Span[][][] } }
 *   | { video: { title: string } }} Block
 */

/** @param {Block[]} body */
export function plainText(body) {
  return body.flatMap(linesOf).filter(Boolean).join("\n");
}

/**
 * The same text, of the body in an article's page.
 *
 * @param {string} html
 */
export function plainTextOfPage(html) {
  const [, body = ""] =
    html.match(/<div class="article-body">(.*?)<\/div>(?:<section|<p class="translated"|<\/article)/s) ?? [];
  const text = body
    // The label before a video's title is not the article's.
    .replace(/<p class="video"><a[^>]*>[^:\uff1a]*[:\uff1a] ?/g, "\n")
    .replace(/<br>|<\/t[hd]><t[hd][^>]*>/g, " ")
    .replace(/<(?!\/?(?:a|strong|em)\b)[^>]*>/g, "\n")
    .replace(/<[^>]*>/g, "")
    .replace(/&(amp|lt|gt|quot);/g, (_, /** @type {keyof typeof CHARACTERS} */ name) => CHARACTERS[name]);
  return text.split("\n").filter(Boolean).join("\n");
}

/** The characters that the publisher writes as references. */
const CHARACTERS = { amp: "&", lt: "<", gt: ">", quot: '"' };

/**
 * @param {Block} block
 * @returns {string[]}
 */
function linesOf(block) {
  if (block === "rule" || "image" in block) return [];
  if ("paragraph" in block) return [lineOf(block.paragraph)];
  if ("heading" in block) return [lineOf(block.heading.text)];
  if ("figure" in block) return [block.figure.caption];
  if ("video" in block) return [block.video.title];
  if ("quote" in block) return block.quote.flatMap(linesOf);
  if ("list" in block) return block.list.items.flat().flatMap(linesOf);
  return [block.table.head, ...block.table.rows].map((row) => row.map(lineOf).join(" "));
}

/**
 * @param {Span[]} spans
 * @returns {string}
 */
function lineOf(spans) {
  return spans.map(textOf).join("");
}

/**
 * @param {Span} span
 * @returns {string}
 */
function textOf(span) {
  if (span === "break") return " ";
  if ("text" in span) return span.text;
  if ("strong" in span) return lineOf(span.strong);
  return lineOf("link" in span ? span.link.text : span.emphasis);
}
