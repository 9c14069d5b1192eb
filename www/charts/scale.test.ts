import assert from "node:assert/strict";
import { test } from "node:test";
import { bandPath, linear, linePath, spread, ticks } from "./scale.ts";

test("ticks are round and cover the values", () => {
  assert.deepEqual(ticks(0, 100, 5), [0, 25, 50, 75, 100]);
  assert.deepEqual(ticks(-30, 120, 4), [-50, 0, 50, 100, 150]);
  assert.deepEqual(ticks(5, 5), [5]);
  assert.ok(ticks(-1e6, 2.3e6).includes(0));
  assert.ok(ticks(-0.4, 0.4).every((tick) => !Object.is(tick, -0)));
});

test("scales are straight", () => {
  const scale = linear([0, 10], [100, 0]);
  assert.equal(scale(0), 100);
  assert.equal(scale(2.5), 75);
  assert.equal(linear([3, 3], [0, 1])(3), 0);
});

test("labels keep their distance and stay inside", () => {
  assert.deepEqual(spread([50, 52, 200], 14, [0, 100]), [50, 64, 100]);
  assert.deepEqual(spread([98, 99, 100], 10, [0, 100]), [80, 90, 100]);
  assert.deepEqual(spread([10], 10, [0, 100]), [10]);
});

test("paths", () => {
  assert.equal(linePath([[0, 1], [2, 3]]), "M0.0 1.0L2.0 3.0");
  assert.equal(bandPath([[0, 0], [1, 0]], [[0, 2], [1, 2]]), "M0.0 0.0L1.0 0.0L1.0 2.0L0.0 2.0Z");
});
