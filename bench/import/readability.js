// Reads pages by Readability, Firefox's reader view. Prints a JSON object: for each page its title, date and paragraphs.

import { readFileSync } from "node:fs";
import { Readability } from "@mozilla/readability";
import { JSDOM, VirtualConsole } from "jsdom";

const BLOCKS = "p, h1, h2, h3, h4, li, td, div, br";

/** Returns the paragraphs of an element: its text, divided where a block begins or ends. */
function paragraphs(element) {
    for (const block of element.querySelectorAll(BLOCKS)) {
        block.before("\n");
        block.after("\n");
    }
    return element.textContent.split("\n").map((line) => line.trim()).filter((line) => line !== "");
}

const pages = {};
for (const file of process.argv.slice(2)) {
    // From bytes, so that the encoding is found as a browser finds it. Errors of the page's styles are no matter.
    const dom = new JSDOM(readFileSync(file), { virtualConsole: new VirtualConsole() });
    const read = new Readability(dom.window.document).parse();
    const body = read ? paragraphs(new JSDOM(read.content).window.document.body) : [];
    pages[file] = { title: read?.title ?? null, date: read?.publishedTime?.slice(0, 10) ?? null, body };
}
process.stdout.write(JSON.stringify(pages));
