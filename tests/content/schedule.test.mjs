// When a look begins.
import assert from "node:assert/strict";
import test from "node:test";
import { clock, load } from "./load.mjs";

function page(readyState) {
  const time = clock();
  const document = { readyState };
  const looks = [];
  const start = load("schedule.js", "ringfenceSchedule", {
    scheduler: time,
    document,
    performance: { now: time.now },
    addEventListener() {},
    KeyframeEffect: class {},
    Animation: class {
      play() {}
      cancel() {}
    },
  });
  const schedule = start(
    () => looks.push(time.now()),
    () => {},
  );
  return { time, document, looks, schedule };
}

test("a load gets one look, when the parser has finished", () => {
  const { time, document, looks, schedule } = page("loading");
  for (let change = 0; change < 30; change++) {
    schedule.plan();
    time.pass(10);
  }
  document.readyState = "interactive";
  schedule.planNow();
  time.pass(5000);
  assert.deepEqual(looks, [300]);
});

test("a page that never lets the parser finish is looked at after a second", () => {
  const { time, looks, schedule } = page("loading");
  schedule.plan();
  time.pass(1000);
  assert.deepEqual(looks, [1000]);
});

test("the more a page changes the later it is looked at", () => {
  const { time, looks, schedule } = page("complete");
  for (let change = 0; change < 1000; change++) {
    schedule.plan();
    time.pass(10);
  }
  assert(looks.length > 3 && looks.length < 10, `${looks.length} looks in 10 s`);
});
