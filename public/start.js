// Starts the app on a page that is there. It knows where the portal stands by its own address; the names of the app's
// files stand on its tag. Where the app cannot start, the page says so and stays as it is.

const tag = document.querySelector("script[data-wasm]");
const base = new URL(".", import.meta.url);

try {
  const app = await import(new URL(tag.dataset.js, base));
  await app.default({ module_or_path: new URL(tag.dataset.wasm, base) });
  await app.start(base.href);
} catch (error) {
  console.error(error);
  const message = document.getElementById("boot-message");
  if (message) message.textContent = "页面没有打开。请检查网络后重新载入；浏览器太旧时，请换用新版浏览器。";
}

// Last of all, for it delays nothing then. A browser without workers, or a host without the file, reads on without.
const { worker } = tag.dataset;
if (worker) navigator.serviceWorker?.register(new URL(worker, base)).catch(() => {});
