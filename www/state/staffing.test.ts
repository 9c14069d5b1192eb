import assert from "node:assert/strict";
import { test } from "node:test";
import type { StaffingPoint, StaffingReport } from "../engine/types.ts";
import { frontierOf, nearestPoint, NO_STAFFING, peopleOf, staffingRequest } from "./staffing.ts";

const { draft } = NO_STAFFING;

test("targets that are switched on are asked for, shares as shares", () => {
  const wanted = staffingRequest(draft);
  assert.deepEqual(wanted, { targets: [{ measure: "placed", value: 0.92 }, { measure: "high_strain", value: 0 }], demand: 0.5, step: 1 });
  const off = Object.fromEntries(Object.entries(draft.targets).map(([id, target]) => [id, { ...target, on: false }]));
  assert.equal(staffingRequest({ ...draft, targets: off as typeof draft.targets }), undefined);
});

const point = (cost: number, placed: number, met: boolean[], frontier: boolean, hires: StaffingPoint["hires"] = []): StaffingPoint => ({
  hires, fte: 0, values: [], met, meets: met.every(Boolean), placed, cost_year_cents: cost, frontier,
});

test("the nearest staffing misses fewest targets, then places most; the frontier goes from cheap to dear", () => {
  const today = point(100, 0.8, [false, true], true);
  const report = {
    today,
    points: [today, point(130, 0.9, [false, true], true), point(120, 0.85, [false, false], true), point(130, 0.9, [false, true], true), point(140, 0.7, [false, true], false)],
  } as unknown as StaffingReport;
  assert.equal(nearestPoint(report).cost_year_cents, 130);
  assert.deepEqual(frontierOf(report).map((each) => each.cost_year_cents), [100, 120, 130]);
});

test("people are named with their full-time equivalents", () => {
  assert.equal(peopleOf(point(1, 1, [], true)), "Today's people");
  assert.equal(peopleOf(point(1, 1, [], true, [{ discipline: "counselor", fte: 1 }, { discipline: "peer", fte: 0.5 }])), "1 counselor, 0.5 peer");
});
