// Reads pages of the portal in frames, a few at a time, each page twice: in a frame where no script runs, and in one
// where the app takes it over. It runs in a page of the same host, so that it may look into the frames.

// How many pages are read at once: a few, so that none has to wait long for the others.
const AT_ONCE = 6;

// How long a page may take, in milliseconds: less than the flow waits for one more page to be read. Each page that
// takes longer halves it, down to a second, so that all are told in time when none works.
let patience = 12_000;
let read = 0;
const findings = [];

// `hasText` says whether these are pages whose text is published.
function readAll(paths, hasText) {
  const left = paths.toReversed();
  const reader = async () => {
    for (let path; (path = left.pop()); read += 1) {
      for (const finding of await readPage(path, hasText)) findings.push(`${path} ${finding}`);
    }
  };
  for (let number = 0; number < AT_ONCE; number += 1) reader();
}

async function readPage(path, hasText) {
  const end = performance.now() + patience;
  const frames = [open(path, "allow-same-origin"), open(path)];
  try {
    const [plain, app] = await Promise.all([loaded(frames[0], end), takenOver(frames[1], end)]);
    if (plain.querySelector("[data-running]")) return ["runs scripts where none should run"];
    const notice = [...plain.querySelectorAll("noscript")].map(text).join("");
    const found = hasText ? await withText(plain, app, notice, end) : withoutText(app, notice);
    return found.filter(finding => finding !== null);
  } catch (problem) {
    return [String(problem)];
  } finally {
    for (const frame of frames) frame.remove();
  }
}

async function withText(plain, app, notice, end) {
  if (plain.getElementById("boot")) return ["has no text without scripts"];
  const found = [
    notice ? `has text, and yet a notice to those without scripts: ${notice}` : null,
    difference("title", plain.title, app.title),
    difference("text", text(plain.body), text(app.body)),
  ];
  await leaveAndComeBack(app.defaultView, end);
  const mains = [plain, app].map(page => text(page.querySelector("main")));
  return [...found, difference("text made by the app itself", ...mains)];
}

function withoutText(app, notice) {
  return [
    notice ? null : "has neither text nor a notice to those without scripts",
    notice && text(app.body).includes(notice) ? "shows the notice although scripts run" : null,
  ];
}

function open(path, sandbox) {
  const frame = document.createElement("iframe");
  // As wide as a usual window, but out of sight: so pictures that can wait are not loaded.
  frame.style.cssText = "position: fixed; left: -2000px; width: 1280px; height: 900px";
  if (sandbox !== undefined) frame.sandbox = sandbox;
  frame.src = path;
  document.body.append(frame);
  return frame;
}

// A frame begins with an empty page of its own.
async function loaded(frame, end) {
  const page = () => frame.contentDocument;
  await until(end, "is not loaded", () => page().URL !== "about:blank" && page().readyState === "complete");
  return page();
}

async function takenOver(frame, end) {
  const page = await loaded(frame, end);
  await until(end, "is not taken over", () => page.querySelector("#app[data-running] main h1"));
  await rest();
  return page;
}

// Hydration leaves the text as it is, whatever the data says. What the app itself would write shows when a reader
// goes elsewhere and comes back. Elsewhere is an address that is not the portal's, and is left at once: so nothing is
// asked of the host.
async function leaveAndComeBack(page, end) {
  const [here, before] = [page.location.href, page.document.querySelector("main h1")];
  for (const address of ["/elsewhere/", here]) {
    page.history.replaceState(page.history.state, "", address);
    page.dispatchEvent(new page.PopStateEvent("popstate"));
  }
  await until(end, "is not there again", () => ![null, before].includes(page.document.querySelector("main h1")));
  await rest();
}

// What a reader sees, or would see after opening what can be opened.
function text(element) {
  for (const details of element.querySelectorAll("details")) details.open = true;
  return element.innerText;
}

function difference(what, off, on) {
  if (off === on) return null;
  let at = 0;
  while (off[at] === on[at]) at += 1;
  const [without, having] = [off, on].map(all => JSON.stringify(all.slice(Math.max(0, at - 10), at + 20)));
  return `differs in its ${what}: ${without} without scripts, ${having} with them`;
}

async function until(end, problem, condition) {
  while (!condition()) {
    if (performance.now() > end) {
      patience = Math.max(1_000, patience / 2);
      throw problem;
    }
    await new Promise(resume => setTimeout(resume, 10));
  }
}

// Lets everything run first that is due already.
function rest() {
  return new Promise(resume => setTimeout(resume));
}
