// @ts-check
// Gives the portal's frames on a partner's page the height of their content. embed.js contains it; a page with frames alone may load
// this file by itself, as a module.
//
// Both sides check who speaks. This side takes a height only from the window of a frame of this page whose address is the portal's and
// whose origin fits that address: a frame in a sandbox without allow-same-origin has the origin "null".

import { FRAMES_FOLDER } from "../generated/paths.js";

const PORTAL = new URL(import.meta.url).origin;
// In CSS pixels: a lower frame would not be found, and one much higher, by a fault in it, would push the page away.
const [LOWEST, HIGHEST] = [40, 5_000];

/**
 * @param {HTMLIFrameElement} frame A partner's page may have frames without any address.
 */
function isOurs({ src }) {
  return src.startsWith(`${PORTAL}/`) && src.split("?", 1)[0]?.includes(`/${FRAMES_FOLDER}`);
}

/** @param {HTMLIFrameElement} frame */
function originOf(frame) {
  return frame.sandbox.length > 0 && !frame.sandbox.contains("allow-same-origin") ? "null" : PORTAL;
}

function frames() {
  return [...document.querySelectorAll("iframe")].filter(isOurs);
}

/**
 * Says nothing but "I am here", so any page may be in the frame by now.
 *
 * @param {MessageEventSource | null} page
 */
function greet(page) {
  /** @type {Window | null} */ (page)?.postMessage({ investchn: "fit" }, "*");
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

// Frames that spoke before this script ran.
for (const { contentWindow } of frames()) greet(contentWindow);
