// The ways to embed five articles of a zone: what a partner pastes, and where its titles are then seen.

/** What is the same for all. */
export const LIMIT = 5;

/** `portal` and `peers` are addresses with a slash at their end. */
export function ways({ portal, peers, zone }) {
  const link = `<a href="${portal}zone/${zone}/">示例</a>`;
  const element = `<script type="module" src="${portal}embed.js"></script><investchn-zone zone="${zone}" limit="${LIMIT}">${link}</investchn-zone>`;
  const inShadow = () => [...(document.querySelector("investchn-zone")?.shadowRoot?.querySelectorAll("[part=link]") ?? [])].map((it) => it.textContent);
  const inRows = () => [...document.querySelectorAll("li:not([hidden]) a")].map((it) => it.textContent);
  return {
    nothing: { html: link, titles: () => [] },
    element: { html: element, titles: inShadow },
    // Enough for five whose titles take two lines.
    "element, height reserved": { html: `<style>investchn-zone { display: block; height: 570px; }</style>${element}`, titles: inShadow },
    frame: {
      html: `<iframe src="${portal}embed/zone/${zone}/?limit=${LIMIT}" title="示例" width="100%" height="570"></iframe><script type="module" src="${portal}embed/fit.js"></script>`,
      titles: inRows,
      isFrame: true,
    },
    "RSS widget": {
      html: `<div data-feed="${portal}zone/${zone}/feed.xml" data-limit="${LIMIT}">${link}</div><script type="module" src="${peers}widget.js"></script>`,
      titles: inRows,
    },
    "frame and script": {
      html: `<blockquote data-embed-url="${peers}index.html?feed=${encodeURIComponent(`${portal}zone/${zone}/feed.json`)}&limit=${LIMIT}">${link}</blockquote><script type="module" src="${peers}embed.js"></script>`,
      titles: inRows,
      isFrame: true,
    },
  };
}
