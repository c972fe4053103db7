// When shadow roots are searched for that were attached late.
import assert from "node:assert/strict";
import test from "node:test";
import { clock, load } from "./load.mjs";

function page(hidden = false) {
  const time = clock();
  const heard = new Map();
  const found = { searches: 0 };
  const start = load("late_roots.js", "ringfenceLateRoots", {
    scheduler: time,
    document: { hidden },
    addEventListener: (event, hear) => heard.set(event, hear),
  });
  const tell = start(() => (found.searches += 1));
  return { time, found, tell, use: (event) => heard.get(event)() };
}

test("a page at rest has no timer", () => {
  const { time, found, tell } = page();
  tell();
  time.pass(60_000);
  assert(found.searches > 2);
  assert.equal(time.waiting(), 0);
});

test("one that is used after that is searched once more, within eight seconds", () => {
  for (const event of ["pointermove", "keydown", "scroll"]) {
    const { time, found, tell, use } = page();
    tell();
    time.pass(60_000);
    const before = found.searches;
    use(event);
    use(event);
    time.pass(8000);
    assert.equal(found.searches, before + 1, event);
    assert.equal(time.waiting(), 0);
  }
});

test("what nobody sees is not searched", () => {
  const { time, found, tell } = page(true);
  tell();
  time.pass(60_000);
  assert.equal(found.searches, 0);
});
