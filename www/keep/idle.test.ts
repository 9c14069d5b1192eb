import assert from "node:assert/strict";
import { test } from "node:test";
import { judge, type Moment, since } from "./idle.ts";

const at = (minutes: number, wall = minutes): Moment => ({ steady: minutes * 60_000, wall: wall * 60_000 });
const watch = (deed: Moment, look: Moment, hidden?: Moment) => ({ lastDeed: deed, lastLook: look, hiddenSince: hidden });

test("warns two minutes ahead, locks after the time that is set", () => {
  for (const [minutes, verdict] of [[0, "open"], [7.9, "open"], [8, "warn"], [9.9, "warn"], [10, "lock"], [500, "lock"]] as const) {
    assert.equal(judge(watch(at(0), at(minutes)), at(minutes), 10), verdict, String(minutes));
  }
  assert.equal(judge(watch(at(0), at(10)), at(10), 30), "open");
});

test("out of sight for two minutes locks", () => {
  assert.equal(judge(watch(at(0), at(3), at(1.1)), at(3), 10), "open");
  assert.equal(judge(watch(at(0), at(3), at(1)), at(3), 10), "lock");
});

test("sleep locks, whichever clock stands still", () => {
  assert.equal(judge(watch(at(0), at(1)), at(1.1, 61), 10), "lock", "the steady clock stood still");
  assert.equal(judge(watch(at(0), at(1)), at(61), 10), "lock", "both went on");
});

test("a clock that is set back neither locks nor keeps open", () => {
  assert.equal(judge(watch(at(0), at(1)), at(2, -58), 10), "open");
  assert.equal(judge(watch(at(0), at(9, -50)), at(10, -49), 10), "lock");
  assert.equal(since(at(5), at(6, -54)), 60_000);
});
