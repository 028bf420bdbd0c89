// Writes the plain peer: `node write.js SITE OUT`. From the published JSON of SITE it makes a page of HTML for the home
// page, for every page of every zone and for every article, with the portal's own sheet and no script.

import { copyFile, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

import { pathOf } from "../shared/navigation.js";
import { page } from "./page.js";

const [from, out] = process.argv.slice(2);
const json = async (file) => JSON.parse(await readFile(join(from, "data", file), "utf8"));

const { site, files } = await json("site.json");
const sheet = files.find((file) => /^style-\w+\.css$/.test(file));
await mkdir(out, { recursive: true });
for (const file of [sheet, "icon.svg"]) await copyFile(join(from, file), join(out, file));

const names = await readdir(join(from, "data"), { recursive: true });
for (const name of names.filter((name) => /^(home\.json|(zone|article)\/.*\.json)$/.test(name))) {
  const { view } = await json(name);
  const file = join(out, pathOf(view), "index.html");
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, page(view, site, sheet));
}
