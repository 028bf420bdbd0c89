// Reads pages of the portal in frames, a few at a time. Each page is read twice: in a frame without scripts, and in one where the
// app hydrates it. The reader page is served by the same host, so that it may look into the frames.

// Number of pages read at once: few, so that none has to wait long for the others.
const AT_ONCE = 6;

// Time limit of a page in milliseconds, shorter than the flow's wait for the next page. Each page that exceeds the limit halves
// it, down to a second, so that all pages are reported in time even if none works.
let patience = 12_000;
let read = 0;
const findings = [];

// `hasText` is true if these pages are published with their text.
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
  // As wide as a usual window, but off-screen, so that lazy pictures are not loaded.
  frame.style.cssText = "position: fixed; left: -2000px; width: 1280px; height: 900px";
  if (sandbox !== undefined) frame.sandbox = sandbox;
  frame.src = path;
  document.body.append(frame);
  return frame;
}

// A new frame shows an empty page first.
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

// Hydration leaves the text as it is, whatever the data says, and a reader who goes back sees the published page again. The text that
// the app itself would write appears only after the reader has left and come back by a link. The address in between is not the portal's
// and is left at once, so the host gets no request for it.
async function leaveAndComeBack(page, end) {
  const [here, before] = [page.location.href, page.document.querySelector("main h1")];
  page.history.replaceState(page.history.state, "", "/elsewhere/");
  page.dispatchEvent(new page.PopStateEvent("popstate"));
  const link = Object.assign(page.document.createElement("a"), { href: here });
  page.document.body.append(link);
  link.click();
  link.remove();
  await until(end, "is not there again", () => ![null, before].includes(page.document.querySelector("main h1")));
  await rest();
}

// Returns the text that a reader sees, with everything opened that can be opened.
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

// Lets all pending tasks run first.
function rest() {
  return new Promise(resume => setTimeout(resume));
}
