import assert from "node:assert/strict";
import { test } from "node:test";
import { workersFor } from "./team.ts";

test("as many workers as the machine and the clinic bear", () => {
  for (const [hardwareConcurrency, deviceMemory, sessions, workers] of [
    [8, undefined, 500, 4],
    [8, 8, 500, 4],
    [4, 8, 500, 3],
    [2, 8, 500, 1],
    [1, 8, 500, 1],
    [8, 4, 500, 2],
    [8, 2, 500, 1],
    [8, 0.5, 500, 1],
    [8, undefined, 3_000, 2],
    [8, undefined, 8_000, 1],
    [undefined, undefined, 500, 1],
  ] as const) {
    assert.equal(workersFor({ hardwareConcurrency, deviceMemory }, sessions), workers, `${hardwareConcurrency} cores, ${deviceMemory} GiB, ${sessions} sessions`);
  }
});
