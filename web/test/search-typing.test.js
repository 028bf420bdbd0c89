// @ts-check
// Nothing is searched that an input method has not confirmed. The events are those that browsers send, recorded while 高 was typed as "gao" and
// confirmed by Enter or the space bar.

import assert from "node:assert/strict";
import test from "node:test";
import { InputMethod } from "../src/search/input-method.js";

/** @typedef {import("../src/search/input-method.js").TypingEvent} TypingEvent */

const taken = { type: "keydown", isComposing: true, keyCode: 229 };
const composing = { type: "input", isComposing: true };

/** Chromium: the last `input` comes before `compositionend`, and still is a part of the composition. */
const CHROMIUM = [
  { type: "keydown", isComposing: false, keyCode: 229 },
  { type: "compositionstart" },
  { type: "compositionupdate" },
  composing,
  taken,
  { type: "compositionupdate" },
  composing,
  taken,
  { type: "compositionupdate" },
  composing,
  { type: "compositionend" },
];
/** Firefox: the last `input` comes after `compositionend`, and is none of the composition. */
const FIREFOX = [
  { type: "keydown", isComposing: false, keyCode: 229 },
  { type: "compositionstart" },
  { type: "compositionupdate" },
  composing,
  taken,
  { type: "compositionupdate" },
  { type: "compositionend" },
  { type: "input", isComposing: false },
];
/** Safari: the key that confirmed comes last, when nothing is being composed any more. */
const SAFARI = [
  { type: "compositionstart" },
  { type: "compositionupdate" },
  composing,
  taken,
  { type: "compositionupdate" },
  composing,
  { type: "input", isComposing: true },
  { type: "compositionend" },
  { type: "keydown", isComposing: false, keyCode: 229 },
];
const ENTER = { type: "keydown", isComposing: false, keyCode: 13 };

/** @param {TypingEvent[]} events */
const seen = (events, method = new InputMethod()) => events.map((event) => method.see(event));

for (const [name, events] of Object.entries({ CHROMIUM, FIREFOX, SAFARI })) {
  test(`nothing is text before the candidate is confirmed: ${name}`, () => {
    const end = events.findIndex(({ type }) => type === "compositionend");
    const answers = seen(events);
    assert.ok(answers.slice(0, end).every((answer) => answer === "none"));
    assert.equal(answers[end], "text");
  });

  test(`no key of the composition is the reader's: ${name}`, () => {
    assert.ok(!seen(events).includes("key"));
  });

  test(`Enter after the composition is the reader's: ${name}`, () => {
    const method = new InputMethod();
    seen(events, method);
    assert.equal(method.see(ENTER), "key");
  });
}

test("typing without an input method is text at once", () => {
  const typed = [{ type: "keydown", keyCode: 72 }, { type: "input", isComposing: false }, ENTER];
  assert.deepEqual(seen(typed), ["key", "text", "key"]);
});

test("a composition that is given up leaves the field's text", () => {
  const events = [{ type: "compositionstart" }, composing, taken, { type: "compositionend" }, ENTER];
  assert.deepEqual(seen(events), ["none", "none", "none", "text", "key"]);
});
