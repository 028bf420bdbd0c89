// Notes what stands in the console against a page, for an engine that cannot be asked for it. What came before the page was asked
// anything is not seen. Each question to a page begins with this; the notes outlive the page.
if (!window.listens && location.origin !== "null") {
  window.listens = true;
  const note = (message) => {
    const notes = JSON.parse(sessionStorage.getItem("console") ?? "[]");
    sessionStorage.setItem("console", JSON.stringify([...notes, { level: "SEVERE", message: String(message) }]));
  };
  addEventListener("error", ({ message }) => note(message));
  addEventListener("unhandledrejection", ({ reason }) => note(reason));
  addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => {
    // Of a page that names no icon the browser asks for one by itself, sooner or later.
    if (!blockedURI.endsWith("/favicon.ico")) note(`${effectiveDirective}: ${blockedURI}`);
  });
  const { error } = console;
  console.error = (...written) => {
    note(written.join(" "));
    error.apply(console, written);
  };
}
