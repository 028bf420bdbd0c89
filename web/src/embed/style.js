// @ts-check
// The element's style sheet. It sets every property that a host's style could hand down, except the font's family; the font's size
// follows the host's within limits.

export const STYLE = `
:host{display:block}
:host([hidden]){display:none}
.box{
--i-text:#1d2a31;--i-muted:#55656e;--i-link:#0f5a80;--i-background:#fff;--i-border:#dbe2e6;
all:initial;color-scheme:inherit;display:block;box-sizing:border-box;min-block-size:100%;max-block-size:100%;overflow:auto;direction:ltr;overflow-wrap:anywhere;
font-family:var(--investchn-font,inherit);font-size:clamp(13px,1em,24px);line-height:1.6;
padding:var(--investchn-padding,.75em 1em);border:1px solid var(--investchn-border,var(--i-border));border-radius:var(--investchn-radius,.5em);
background:var(--investchn-background,var(--i-background));color:var(--investchn-text,var(--i-text))}
@supports(color:light-dark(#000,#fff)){.box{--i-text:light-dark(#1d2a31,#e4ebee);--i-muted:light-dark(#55656e,#a3b3bb);--i-link:light-dark(#0f5a80,#8cc8e6);--i-background:light-dark(#fff,#16252d);--i-border:light-dark(#dbe2e6,#2b3d47)}}
:host([theme=light]) .box{color-scheme:light}
:host([theme=dark]) .box{color-scheme:dark}
:host([theme=auto]) .box{color-scheme:light dark}
h3,p,ul,dl,dd{margin:0;padding:0;list-style:none}
h3{margin-block-end:.25em;font-size:1.1em;font-weight:600}
li,.foot{padding-block:.4em;border-block-start:1px solid var(--investchn-border,var(--i-border))}
a{color:var(--investchn-link,var(--i-link));text-decoration:none}
a:hover{text-decoration:underline}
a:focus-visible,button:focus-visible{outline:2px solid;outline-offset:2px}
.meta,.foot,dt{font-size:.875em}
.meta,dt{color:var(--investchn-muted,var(--i-muted))}
.foot{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 1em;padding-block-end:0}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.25em 1em;padding-block-end:.5em}
.box:has(.ticker){align-content:center}
.ticker{display:flex;flex-wrap:wrap;align-items:baseline;gap:0 .5em}
.ticker a{flex:1 1 16em;overflow:hidden;white-space:nowrap;text-overflow:ellipsis}
button{all:unset;padding:.125em .25em;font-size:.875em;cursor:pointer;color:var(--investchn-muted,var(--i-muted))}
`;

/**
 * The sheets by document: a sheet belongs to the document that made it, and an element may be moved to another one.
 *
 * @type {WeakMap<Document, CSSStyleSheet>}
 */
const sheets = new WeakMap();

/**
 * The sheet for elements in a document. Throws in a browser that cannot make one.
 *
 * @param {Document} document
 * @returns {CSSStyleSheet}
 */
export function sheetOf(document) {
  let sheet = sheets.get(document);
  if (!sheet) {
    const { CSSStyleSheet } = /** @type {Window & typeof globalThis} */ (document.defaultView);
    sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    sheets.set(document, sheet);
  }
  return sheet;
}
