// Starts the app on a page that is there. It knows where the portal stands by its own address; the names of the app's
// files stand on its tag. Where the app cannot start, the page says so and stays as it is.

const tag = document.querySelector("script[data-wasm]");
const sheet = document.querySelector("link[rel=stylesheet]");
const base = new URL(".", import.meta.url);

// Rejects with the first error when both ways fail: the second follows from it.
function orElse(first, another) {
  return first.catch((error) => another().catch(() => Promise.reject(error)));
}

// A release whose files are there.
async function load({ js, wasm }) {
  const [app, answer] = await Promise.all([import(new URL(js, base)), fetch(new URL(wasm, base))]);
  if (!answer.ok) throw new Error(answer.url);
  return { app, answer, js };
}

function dress({ css }) {
  return new Promise((worn, failed) => Object.assign(sheet, { onload: worn, onerror: failed, href: new URL(css, base) }));
}

// A sheet that did not come has no rules, or does not show them.
function isBare() {
  try {
    return sheet.sheet.cssRules.length === 0;
  } catch {
    return true;
  }
}

// The app waits for no sheet.
function dressWhereBare() {
  if (sheet && isBare()) withAnother(dress).catch(() => {});
}

// While a release arrives at the host, a page may be there before its files: then those that the portal's entry names, or
// those of the release before, do as well.
async function withAnother(use) {
  const entry = await fetch(new URL("data/site.json", base), { cache: "no-cache" });
  const { files, earlier = [] } = await entry.json();
  const named = (all, end) => all.find((name) => name.endsWith(end));
  const release = (all) => {
    const wasm = named(all, "_bg.wasm");
    return { wasm, js: wasm.replace("_bg.wasm", ".js"), css: named(all, ".css") };
  };
  return use(release(files)).catch(() => use(release(earlier)));
}

// Last of all, for it delays nothing then. A browser without workers, or a host without the file, reads on without.
async function keepOffline({ worker }) {
  if (!worker) return;
  const address = new URL(worker, base).href;
  // The policy lets no script be named but this one.
  const policy = globalThis.trustedTypes?.createPolicy("investchn", { createScriptURL: () => address });
  await navigator.serviceWorker.register(policy?.createScriptURL("") ?? address);
}

// On the not-found page, which has just been given its own, it is still on its way.
const isLate = document.getElementById("assets") !== null;
if (!isLate) dressWhereBare();
let wasm;
try {
  // Some readers have it switched off: nothing is wrong then.
  wasm = WebAssembly;
  const { app, answer, js } = await orElse(load(tag.dataset), () => withAnother(load));
  // From here on another release would not be read by this browser either.
  const compile = (module_or_path) => app.default({ module_or_path });
  // Some browsers, and some hosts in between, let nothing be compiled while it is on its way.
  await orElse(compile(answer), () => compile(fetch(answer.url).then((whole) => whole.arrayBuffer())));
  // What runs, for the app to compare with what the portal has.
  tag.dataset.js = js;
  await app.start(base.href);
} catch (error) {
  if (wasm) console.error(error);
  const message = document.getElementById("boot-message");
  if (message) message.textContent = "页面没有打开。请检查网络后重新载入；浏览器太旧时，请换用新版浏览器。";
}
if (isLate) dressWhereBare();
keepOffline(tag.dataset).catch(() => {});
