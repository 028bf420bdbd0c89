// What the builds of the React and the Solid peer have in common: the portal's own sheet under a name of its own, and the
// folder that is served.

import { fileURLToPath } from "node:url";

const fromHere = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Vite's settings for a peer. */
export function settings(name, plugin) {
  return {
    plugins: [plugin],
    resolve: {
      alias: { "portal.css": fromHere("../../../target/style/portal.css"), shared: fromHere(".") },
    },
    build: { outDir: fromHere(`../../../target/bench/web/${name}`), emptyOutDir: true },
  };
}
