// A host of the folder that `cargo xtask web` fills for the tests of the search: it records requests, and can fail as hosts do.

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";

const FOLDER = new URL("../../../target/search/", import.meta.url);

export class Portal {
  /** The paths that were asked for, in order. */
  requests = [];
  /** The value of cache-control for each path, as it was last asked for. */
  caching = new Map();
  /** By path below the base: bytes, a status, or a function that returns either, "drop" for a connection that breaks, or undefined. */
  faults = new Map();
  #server = createServer((request, response) => this.#answer(request, response));

  async start() {
    await new Promise((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    this.base = new URL(`http://127.0.0.1:${this.#server.address().port}/portal/`);
  }

  stop() {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  /** Forgets requests and faults. */
  reset() {
    this.requests = [];
    this.faults.clear();
    this.caching.clear();
  }

  /** @param {string} path */
  file(path) {
    return readFile(new URL(path, FOLDER));
  }

  async #answer({ url, headers }, response) {
    const path = new URL(url, this.base).pathname.slice("/portal/".length);
    this.requests.push(path);
    this.caching.set(path, headers["cache-control"]);
    const fault = this.faults.get(path) ?? this.faults.get("*");
    const found = typeof fault === "function" ? await fault(path) : fault;
    if (found === "drop") return response.destroy();
    if (typeof found === "number") return response.writeHead(found).end();
    const bytes = found ?? (await this.file(path).catch(() => undefined));
    const type = path.endsWith(".js") ? "text/javascript" : "application/octet-stream";
    response.writeHead(bytes ? 200 : 404, { "content-type": type }).end(bytes);
  }
}
