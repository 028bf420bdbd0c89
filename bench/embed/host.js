// A static host: a folder on a port, everything that gains by it sent as brotli, the same for all. Other origins may read it.

import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".json": "application/json", ".xml": "application/xml", ".svg": "image/svg+xml" };

/** Serves a folder, or what `page(path)` returns; gives its address. */
export function serve(folder, page) {
  const packed = new Map();
  const body = async (path) => {
    if (!packed.has(path)) {
      const text = page ? page(path) : await readFile(path);
      packed.set(path, brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
    }
    return packed.get(path);
  };
  const server = createServer(async ({ url }, answer) => {
    let path = decodeURIComponent(url.split("?")[0]);
    if (path.endsWith("/")) path += "index.html";
    const headers = { "content-type": TYPES[extname(path)] ?? "application/octet-stream", "access-control-allow-origin": "*", "cache-control": "max-age=600" };
    try {
      if (!page) await stat(join(folder, path));
      if (!TYPES[extname(path)]) {
        answer.writeHead(200, headers);
        return createReadStream(join(folder, path)).pipe(answer);
      }
      const bytes = await body(page ? path : join(folder, path));
      answer.writeHead(200, { ...headers, "content-encoding": "br" });
      answer.end(bytes);
    } catch {
      answer.writeHead(404).end();
    }
  });
  return new Promise((done) => server.listen(0, "127.0.0.1", () => done({ address: `http://127.0.0.1:${server.address().port}/`, server })));
}
