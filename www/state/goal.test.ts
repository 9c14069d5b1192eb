import assert from "node:assert/strict";
import { test } from "node:test";
import type { ScenarioReport } from "../engine/operations.ts";
import type { Surface } from "../engine/types.ts";
import { goalOutcomes, meets, nearest, planned, toStep } from "./goal.ts";

const estimate = { mean: 5, p10: 1, p50: 5, p90: 9, mc_error: 1, n: 8 };
const report = {
  months: 36,
  cases: [
    {
      name: "likely",
      net_cents: estimate,
      first_year_cents: { ...estimate, mean: 2 },
      indicators: [
        { id: "K11", name: "Attendance", unit: "share", direction: 1, value: 0.8 },
        { id: "K7", name: "Overtime", unit: "hours", direction: -1, value: 3 },
        { id: "K0", name: "People", unit: "number", direction: 0, value: 9 },
      ],
    },
  ],
} as unknown as ScenarioReport;

test("goals are what has a better side and what the surface knows", () => {
  assert.deepEqual(goalOutcomes(report, undefined, "USD").map(({ id }) => id), ["net_cents", "first_year_cents", "K11", "K7"]);
  const surface = { outcomes: [{ id: "net_cents" }, { id: "K7" }] } as unknown as Surface;
  const [net, overtime] = goalOutcomes(report, surface, "USD");
  assert.ok(net && overtime);
  assert.deepEqual([net.id, net.scale, overtime.id, overtime.show(3)], ["net_cents", 100, "K7", "3 h"]);
  assert.ok(meets(net, 10, 10) && !meets(net, 9, 10));
  assert.ok(meets(overtime, 9, 10) && !meets(overtime, 11, 10));
});

test("a plan answers with its likely case", () => {
  assert.deepEqual(["net_cents", "first_year_cents", "K11", "K9"].map((id) => planned(report, id)), [5, 2, 0.8, undefined]);
});

test("an answer is the step of the slider beyond the crossing, within its range", () => {
  assert.equal(nearest([-40, -12, 30]), -12);
  assert.equal(nearest([]), undefined);
  assert.equal(toStep(-20.3, 1, false, [-45, 0]), -21);
  assert.equal(toStep(1.2, 0.5, true, [0, 6]), 1.5);
  assert.equal(toStep(2, 0.5, true, [0, 6]), 2);
  assert.equal(toStep(-44.6, 5, false, [-45, 0]), -45);
  assert.equal(toStep(5.9, 2, true, [0, 6]), 6);
});
