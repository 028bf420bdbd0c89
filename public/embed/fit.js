// Gives the portal's frames on a partner's page the height of what stands in them. It is part of embed.js; a page that has
// frames alone may load this file by itself, as a module.
//
// Both sides look at who speaks. Here a height is taken only of a window that is a frame of this page, whose address is the
// portal's, and whose origin is what that address says; a frame in a sandbox without allow-same-origin has none: "null".

const PORTAL = new URL(import.meta.url).origin;
const PAGES = "/embed/zone/";
// A frame is never so low that it is not found, nor so high that a fault in it pushes a page away. In CSS pixels.
const [LOWEST, HIGHEST] = [40, 5_000];

// A partner's page may have frames whose address is none at all.
function isOurs({ src }) {
  return src.startsWith(`${PORTAL}/`) && src.split("?", 1)[0].includes(PAGES);
}

function originOf(frame) {
  return frame.sandbox.length > 0 && !frame.sandbox.contains("allow-same-origin") ? "null" : PORTAL;
}

function frames() {
  return [...document.querySelectorAll("iframe")].filter(isOurs);
}

// It says nothing but "I am here", so it may go to whatever page stands in the frame by now.
function greet(page) {
  page?.postMessage({ investchn: "fit" }, "*");
}

addEventListener("message", ({ source, origin, data }) => {
  if (!data?.investchn) return;
  const frame = frames().find(({ contentWindow }) => contentWindow === source);
  if (!frame || origin !== originOf(frame)) return;
  if (data.investchn === "ready") greet(source);
  if (data.investchn === "height" && data.height > 0) {
    const borders = getComputedStyle(frame).boxSizing === "border-box" ? frame.offsetHeight - frame.clientHeight : 0;
    frame.style.height = `${Math.min(Math.max(Math.ceil(data.height), LOWEST), HIGHEST) + borders}px`;
  }
});

// Those that spoke before this script ran.
for (const { contentWindow } of frames()) greet(contentWindow);
