// After the pattern of Mastodon's embeds: a quote becomes a frame, which is as high as it says. The page in it is an app.
const origin = new URL(import.meta.url).origin;
let count = 0;

for (const quote of document.querySelectorAll("blockquote[data-embed-url]")) {
  const id = `embed-${(count += 1)}`;
  const frame = Object.assign(document.createElement("iframe"), { src: `${quote.dataset.embedUrl}#${id}`, title: quote.textContent });
  Object.assign(frame.style, { width: "100%", border: "0" });
  quote.replaceWith(frame);
  addEventListener("message", ({ data, source, origin: from }) => {
    if (from === origin && source === frame.contentWindow && data?.type === "setHeight" && data.id === id) frame.style.height = `${data.height}px`;
  });
}
