// Lets Node.js import modules from a local host, as a browser does.

/** @type {import("node:module").ResolveHook} */
export async function resolve(specifier, context, next) {
  return specifier.startsWith("http:") ? { url: specifier, shortCircuit: true } : next(specifier, context);
}

/** @type {import("node:module").LoadHook} */
export async function load(url, context, next) {
  if (!url.startsWith("http:")) return next(url, context);
  return { format: "module", source: await (await fetch(url)).text(), shortCircuit: true };
}
