// Puts a `.br` and a `.gz` beside every text file of a folder: `node precompress.js FOLDER LEVEL`, brotli at that level and
// gzip at 9. What does not become smaller stays alone.

import { readdir, readFile, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import zlib from "node:zlib";

const TEXT = /\.(html|css|js|json|svg|wasm|xml|txt)$/;

const [folder, level] = process.argv.slice(2);
const gzip = promisify(zlib.gzip);
const brotli = promisify(zlib.brotliCompress);

async function compress(file) {
  const bytes = await readFile(file);
  const params = { [zlib.constants.BROTLI_PARAM_QUALITY]: Number(level), [zlib.constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  const made = { br: await brotli(bytes, { params }), gz: await gzip(bytes, { level: 9 }) };
  for (const [ending, smaller] of Object.entries(made)) {
    if (smaller.length < bytes.length) await writeFile(`${file}.${ending}`, smaller);
  }
}

const entries = await readdir(folder, { recursive: true, withFileTypes: true });
const files = entries.filter((entry) => entry.isFile() && TEXT.test(entry.name)).map((entry) => join(entry.parentPath, entry.name));
await Promise.all(
  Array.from({ length: 2 * availableParallelism() }, async () => {
    for (let file = files.pop(); file; file = files.pop()) await compress(file);
  }),
);
