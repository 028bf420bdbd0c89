// Measures every peer in turn: `node main.js PLAN OUT`. The plan, a JSON file, says which peers there are, how often each is
// measured, which parts and how much; every single figure goes into OUT, which is written anew after each. Nothing is summed up here.

import { readFile, writeFile } from "node:fs/promises";

import { killAll } from "chrome-launcher";

import { answer } from "./answer.js";
import { chromiumVersion } from "./browser.js";
import { audit, version } from "./lighthouse.js";
import { longStay } from "./long.js";
import { moves } from "./moves.js";
import { checkSame } from "./same.js";
import { visits } from "./visits.js";

const [planFile, outFile] = process.argv.slice(2);
const plan = JSON.parse(await readFile(planFile, "utf8"));
const paths = await visits(plan.peers[0].url, plan.zone);
const views = plan.quick ? ["article"] : ["article", "home", "zone"];
const stops = plan.quick ? [10, 50] : [100, 1000];

console.log("▸ whether all show the same");
await checkSame(plan.peers, Object.values(paths));

const figures = Object.fromEntries(plan.peers.map(({ name }) => [name, { lighthouse: {}, answer: [], moves: [], long: null }]));
const versions = { chromium: await chromiumVersion(), lighthouse: await version(), node: process.versions.node };
const report = { ...versions, stops, paths, failed: [], peers: figures };

/** One measuring of each peer after the other, so that what else the machine does meets all. A browser that fails is given
 *  a second try; what fails twice is named in the report, and the run goes on. */
async function inTurn(what, measure, peers) {
  for (const peer of peers) {
    console.log(`▸ ${what}, ${peer.name}`);
    const once = () => measure(peer, figures[peer.name]);
    const failed = (error) => console.error(`${what}, ${peer.name}: ${error.message.split("\n")[0]}`);
    await once().catch((error) => (failed(error), once())).catch((error) => {
      failed(error);
      report.failed.push(`${what}, ${peer.name}`);
    });
    await writeFile(outFile, `${JSON.stringify(report, null, 1)}\n`);
  }
}

// Lighthouse's browser would outlive a run that is ended from outside.
process.on("SIGTERM", () => {
  killAll();
  process.exit(143);
});

const address = (peer, view) => new URL(paths[view], peer.url).href;

/** None of the peers, if the plan leaves the part out. */
const unlessLeftOut = (part, peers = plan.peers) => (plan.parts.includes(part) ? peers : []);

for (let run = 1; run <= plan.runs; run += 1) {
  const of = `run ${run} of ${plan.runs}`;
  for (const view of views) {
    await inTurn(`Lighthouse, ${view}, ${of}`, async (peer, { lighthouse }) => {
      (lighthouse[view] ??= []).push(await audit(address(peer, view)));
    }, unlessLeftOut("lighthouse"));
  }
  await inTurn(`until a click is answered, ${of}`, async (peer, into) => {
    into.answer.push(await answer(address(peer, "article"), peer.app ? undefined : 3_000));
  }, unlessLeftOut("answer"));
  await inTurn(`moving about, ${of}`, async (peer, into) => {
    into.moves.push(await moves(address(peer, "zone"), plan.quick ? 2 : 5));
  }, unlessLeftOut("moves"));
}
// A plain page takes everything with it when it is left.
const apps = unlessLeftOut("long", plan.peers.filter(({ app }) => app));
await inTurn(`${stops.at(-1)} moves`, async (peer, into) => {
  into.long = await longStay(address(peer, "zone"), stops);
}, apps);
