// Returns what is wrong with the texts of a page: those that are cut, stick out of their boxes or cover each other, words that are broken
// in the middle, and whatever makes the page wider than the window. The body of a function.

// Texts that are cut on purpose: excerpts of a few lines, and what only screen readers read.
const CUT = ".item-summary, .visually-hidden, .skip-link";
// Boxes that scroll by themselves, and addresses and code, which break anywhere.
const SCROLLED = "pre, code, .chart-table, .article-body table";

const faults = new Set();
for (const details of document.querySelectorAll("details")) details.open = true;
// Elements far below the window have no boxes yet.
for (const charts of document.querySelectorAll(".charts")) charts.style.contentVisibility = "visible";

const name = (element) =>
  `<${element.tagName.toLowerCase()}${[...element.classList].map((it) => `.${it}`).join("")}>`;
const shortened = (text) => JSON.stringify(text.trim().replace(/\s+/g, " ").slice(0, 60));

const wide = document.scrollingElement.scrollWidth;
if (wide > innerWidth) {
  const widest = [...document.body.querySelectorAll("*")].filter((it) => it.getBoundingClientRect().right > innerWidth);
  faults.add(`is wider than the window, ${wide} pixels: ${widest.slice(0, 3).map(name)}`);
}

const lines = [];
const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (texts.nextNode()) {
  const node = texts.currentNode;
  const element = node.parentElement;
  if (!node.data.trim() || element.closest(`script, style, template, select, datalist, ${CUT}`)) continue;
  if (!element.checkVisibility({ visibilityProperty: true })) continue;
  const range = document.createRange();
  range.selectNodeContents(node);
  const rects = [...range.getClientRects()].filter((rect) => rect.width > 0);
  checkBoxes(node, element, rects);
  if (element.closest(SCROLLED)) continue;
  for (const rect of rects) lines.push({ rect, element, node });
  checkWords(node, range);
}
checkLines();
for (const field of document.querySelectorAll("input[placeholder], select")) checkField(field);
return [...faults];

// Each line of the text is within the box of its element, and of every element around it that cuts what is outside.
function checkBoxes(node, element, rects) {
  let isOwn = true;
  for (let box = element; box && box !== document.body; box = box.parentElement) {
    const style = getComputedStyle(box);
    if (["auto", "scroll"].includes(style.overflowX) || box.matches(SCROLLED)) return;
    if (style.display.startsWith("inline") && !/block|flex|grid/.test(style.display)) continue;
    const { left, right, top, bottom } = box.getBoundingClientRect();
    const cuts = style.overflowX !== "visible" || style.overflowY !== "visible";
    const across = rects.some((rect) => rect.left < left - 1 || rect.right > right + 1);
    const along = rects.some((rect) => rect.top < top - 3 || rect.bottom > bottom + 3);
    if (cuts && (across || along)) faults.add(`${name(box)} cuts ${shortened(node.data)}`);
    else if (isOwn && across) faults.add(`${shortened(node.data)} sticks out of ${name(box)}`);
    isOwn = false;
  }
}

// A word of letters is on one line, unless the browser may hyphenate it. Chinese has no words, and a hyphen is a place to break.
function checkWords(node, range) {
  if (getComputedStyle(node.parentElement).hyphens === "auto") return;
  for (const { 0: word, index } of node.data.matchAll(/[^\s\-–/·\p{Script=Han}、，。：；（）]+/gu)) {
    range.setStart(node, index);
    range.setEnd(node, index + word.length);
    const tops = [...range.getClientRects()].map((rect) => rect.top);
    if (Math.max(...tops) - Math.min(...tops) > 6) {
      faults.add(`${name(node.parentElement)} breaks the word ${JSON.stringify(word)}`);
    }
  }
}

// No line of a text is on top of another's.
function checkLines() {
  lines.sort((one, other) => one.rect.top - other.rect.top);
  for (const [place, { rect, element, node }] of lines.entries()) {
    for (const other of lines.slice(place + 1)) {
      if (other.rect.top >= rect.bottom) break;
      const width = Math.min(rect.right, other.rect.right) - Math.max(rect.left, other.rect.left);
      const height = Math.min(rect.bottom, other.rect.bottom) - Math.max(rect.top, other.rect.top);
      // Lines of one text are closer than their boxes are high.
      if (width > 1 && height > 0.4 * Math.min(rect.height, other.rect.height)) {
        faults.add(`${name(element)} ${shortened(node.data)} covers ${name(other.element)} ${shortened(other.node.data)}`);
      }
    }
  }
}

// A field is as wide as its hint, a list of choices as the one that is chosen. A hint can be worded shorter than a label, so it is not
// made longer.
function checkField(field) {
  if (!field.checkVisibility({ visibilityProperty: true })) return;
  const style = getComputedStyle(field);
  const text = field.placeholder?.replace(/[ ~]*~/, "") ?? field.selectedOptions[0]?.text ?? "";
  const canvas = document.createElement("canvas").getContext("2d");
  canvas.font = getComputedStyle(field, field.placeholder ? "::placeholder" : null).font;
  // The sign that opens the list.
  const sign = field.matches("select") ? 16 : 0;
  const room = field.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight) - sign;
  if (canvas.measureText(text).width > room + 1) faults.add(`${name(field)} cuts the hint ${shortened(text)}`);
}
