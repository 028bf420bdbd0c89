// @ts-check
// The search's decisions: queries in addresses, the history, pauses, counts and dates.

import assert from "node:assert/strict";
import test from "node:test";
import { ResultsAddress } from "../src/search/address.js";
import { Announcer } from "../src/search/announcer.js";
import { countsOf } from "../src/search/counts.js";
import { isFiltered, isSearchable, readQuery, writeQuery } from "../src/search/query.js";
import { PAUSE, SearchSession } from "../src/search/session.js";
import { announcement, countText, dateText } from "../src/search/words.js";

/** @typedef {import("../src/search/engine.js").Query} Query */
/** @typedef {import("../src/search/engine.js").Results} Results */

/**
 * @param {Partial<Query>} values
 * @returns {Query}
 */
const query = (values) => ({ ...readQuery(""), ...values });

/**
 * @param {Partial<Results>} values
 * @returns {Results}
 */
const results = (values) => ({
  hits: [],
  zones: [],
  count: 0,
  isComplete: true,
  hasMore: false,
  missing: [],
  rest: "",
  isOffline: false,
  ...values,
});

test("a value of a filter has the number of articles that it leaves", () => {
  const { region, kind, year } = countsOf([
    { regions: ["320000", "320800"], kind: "text", date: 20_220_214 },
    { regions: ["320000"], kind: "photo", date: 20_220_000 },
  ]);
  assert.deepEqual(Object.fromEntries(region), { 320000: 2, 320800: 1 });
  assert.deepEqual(Object.fromEntries(kind), { text: 1, photo: 1 });
  assert.deepEqual(Object.fromEntries(year), { 2022: 2 });
});

test("a query survives the address", () => {
  for (const values of [
    { q: "百强 高新区" },
    { q: '"a&b=c" -d+e%', zone: "huaian-htz", region: "320800", kind: "photo", year: "2022" },
    { q: "淮安", order: /** @type {const} */ ("fit") },
  ]) {
    assert.deepEqual(readQuery(writeQuery(query(values))), query(values));
  }
});

test("an address has only what the query has", () => {
  assert.equal(writeQuery(query({})), "");
  assert.equal(writeQuery(query({ q: "ab" })), "?q=ab");
  assert.equal(writeQuery(query({ q: "ab", order: "fit" })), "?q=ab&sort=fit");
  assert.equal(readQuery("?sort=other&x=1").order, "newest");
});

test("two characters are searched, or one Chinese one", () => {
  for (const q of ["高", "〇", "ab", "2 0", " 高 ", "𠮷"]) assert.ok(isSearchable(q), q);
  for (const q of ["", " ", "a", " a ", "5", "😀"]) assert.ok(!isSearchable(q), q);
});

test("the order is no filter", () => {
  assert.ok(!isFiltered(query({ q: "ab", order: "fit" })));
  assert.ok(isFiltered(query({ year: "2022" })) && isFiltered(query({ zone: "x" })));
});

test("counts say if there may be more", () => {
  assert.equal(countText({ count: 7, isComplete: true }), "共 7 篇");
  assert.equal(countText({ count: 10, isComplete: false }), "10 篇以上");
  assert.equal(announcement(results({ count: 7 })), "共 7 篇");
  assert.equal(announcement(results({})), "没有找到。");
});

test("dates are as exact as they are known", () => {
  assert.equal(dateText(20220214), "2022-02-14");
  assert.equal(dateText(20210600), "2021-06");
  assert.equal(dateText(19840000), "1984");
});

/** A history that notes its changes. */
function entries() {
  /** @type {string[]} */
  const log = [];
  const note =
    (/** @type {string} */ what) => (/** @type {unknown} */ _, /** @type {string} */ __, /** @type {unknown} */ href) =>
      void log.push(`${what} ${href}`);
  return { log, pushState: note("push"), replaceState: note("replace") };
}

test("typing replaces the address, and Enter keeps an entry", () => {
  const history = entries();
  const address = new ResultsAddress(history, "/search/");
  address.arrive(query({}));
  address.show(query({ q: "ab" }));
  address.keep(query({ q: "abc" }));
  address.show(query({ q: "abc" }));
  address.show(query({ q: "xy" }));
  address.show(query({ q: "xyz" }));
  assert.deepEqual(history.log, [
    "replace /search/?q=ab",
    "replace /search/?q=abc",
    "push /search/?q=xy",
    "replace /search/?q=xyz",
  ]);
});

test("the query that a reader came with stays in the history", () => {
  const history = entries();
  const address = new ResultsAddress(history, "/search/");
  address.arrive(query({ q: "ab" }));
  address.show(query({ q: "ab" }));
  address.show(query({ q: "cd" }));
  assert.deepEqual(history.log, ["push /search/?q=cd"]);
});

test("a history that refuses a change stops nothing", () => {
  const refuse = () => {
    throw new Error("too many");
  };
  new ResultsAddress({ pushState: refuse, replaceState: refuse }, "/search/").show(query({ q: "ab" }));
});

/** An engine that answers when it is told to, and notes what it was asked. */
function controlledEngine() {
  /**
   * @type {{ q: string, signal: AbortSignal, pause: number, answer: (results: Results) => void,
   *   end: (error?: unknown) => void }[]}
   */
  const asked = [];
  return {
    asked,
    /** @type {import("../src/search/session.js").Engine["search"]} */
    search: ({ q }, answer, signal, pause) =>
      new Promise((resolve, reject) => {
        asked.push({ q, signal, pause, answer, end: (error) => (error ? reject(error) : resolve()) });
      }),
    more: () => Promise.resolve(),
  };
}

/** @param {ReturnType<typeof controlledEngine>} engine */
function noting(engine) {
  /** @type {string[]} */
  const log = [];
  const session = new SearchSession(engine, {
    onStart: ({ q }) => log.push(`start ${q}`),
    onResults: ({ count }, isDone, { q }) => log.push(`${isDone ? "done" : "some"} ${q} ${count}`),
    onError: ({ reason }) => log.push(`error ${reason}`),
    onNothing: ({ q }) => log.push(`nothing ${q}`),
  });
  return { log, session };
}

test("a question is asked at once, and the one before is dropped", () => {
  const engine = controlledEngine();
  const { log, session } = noting(engine);
  session.ask(query({ q: "高新" }));
  session.ask(query({ q: "高新区" }), 0);
  assert.deepEqual(
    engine.asked.map(({ q, signal, pause }) => [q, signal.aborted, pause]),
    [
      ["高新", true, PAUSE],
      ["高新区", false, 0],
    ],
  );
  session.ask(query({ q: "a" }));
  assert.deepEqual(log, ["start 高新", "start 高新区", "nothing a"]);
});

test("answers to an older question are dropped", async () => {
  const engine = controlledEngine();
  const { log, session } = noting(engine);
  session.ask(query({ q: "ab" }), 0);
  session.ask(query({ q: "cd" }), 0);
  const [first, second] = engine.asked;
  assert.ok(first?.signal.aborted);
  first?.answer(results({ count: 1 }));
  first?.end(new Error("aborted"));
  second?.answer(results({ count: 2 }));
  second?.end();
  await new Promise(setImmediate);
  assert.deepEqual(log, ["start ab", "start cd", "some cd 2", "done cd 2"]);
});

test("errors of the engine are told by their reason", async () => {
  const engine = controlledEngine();
  const { log, session } = noting(engine);
  session.ask(query({ q: "ab" }), 0);
  engine.asked[0]?.end(Object.assign(new Error("old"), { reason: "version" }));
  await new Promise(setImmediate);
  assert.deepEqual(log, ["start ab", "error version"]);
});

test("a count is announced once per pause", (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const region = /** @type {Element} */ ({ textContent: "" });
  const announcer = new Announcer(region);
  announcer.say("共 9 篇");
  context.mock.timers.tick(999);
  announcer.quiet();
  announcer.say("共 7 篇");
  context.mock.timers.tick(999);
  assert.equal(region.textContent, "");
  context.mock.timers.tick(1);
  assert.equal(region.textContent, "共 7 篇");
  announcer.say("共 8 篇");
  context.mock.timers.tick(1000);
  assert.equal(region.textContent, "共 7 篇");
  announcer.quiet();
  assert.equal(region.textContent, "");
});
