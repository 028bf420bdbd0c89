// Records console errors in pages of an engine without an interface to its console. This script precedes every script that the
// harness runs in a page, so errors before the first one are missed. The records outlive the page.
if (!window.listens && location.origin !== "null") {
  window.listens = true;
  const note = (message) => {
    const notes = JSON.parse(sessionStorage.getItem("console") ?? "[]");
    sessionStorage.setItem("console", JSON.stringify([...notes, { level: "SEVERE", message: String(message) }]));
  };
  addEventListener("error", ({ message }) => note(message));
  addEventListener("unhandledrejection", ({ reason }) => note(reason));
  addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => {
    // The browser requests this icon by itself if a page names none.
    if (!blockedURI.endsWith("/favicon.ico")) note(`${effectiveDirective}: ${blockedURI}`);
  });
  const { error } = console;
  console.error = (...written) => {
    note(written.join(" "));
    error.apply(console, written);
  };
}
