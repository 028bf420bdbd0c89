// Starts the app on a page that is there. It knows where the portal stands by its own address; the names of the app's
// files stand on its tag. Where the app cannot start, the page says so and stays as it is.

const tag = document.querySelector("script[data-wasm]");
const sheet = document.querySelector("link[rel=stylesheet]");
const base = new URL(".", import.meta.url);

async function load({ js, wasm }) {
  const app = await import(new URL(js, base));
  await app.default({ module_or_path: new URL(wasm, base) });
  // What runs, for the app to compare with what the portal has.
  tag.dataset.js = js;
  return app;
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

// On the not-found page it is still on its way. The app waits for no sheet.
if (sheet && !document.getElementById("assets") && isBare()) withAnother(dress).catch(() => {});
try {
  const app = await load(tag.dataset).catch((error) => {
    // Another release would not be read by this browser either.
    if (error instanceof WebAssembly.CompileError) throw error;
    return withAnother(load);
  });
  await app.start(base.href);
} catch (error) {
  console.error(error);
  const message = document.getElementById("boot-message");
  if (message) message.textContent = "页面没有打开。请检查网络后重新载入；浏览器太旧时，请换用新版浏览器。";
}
keepOffline(tag.dataset).catch(() => {});
