import assert from "node:assert/strict";
import { test } from "node:test";
import type { Clinic, PilotDesign } from "../engine/types.ts";
import type { Indicator } from "../engine/operations.ts";
import { type ClinicIndex } from "./clinic.ts";
import { asRehearsal, designOf, firstDraft, observationsOf, parseRows, unitsOf, weeksPassed } from "./pilot.ts";

const appointment = (id: string, clinician: string, start: string, patient?: string) => ({ id, clinicians: [clinician], start, patient });
/** Ten weeks of records: `a` has three visits a week, `b` one group of two a week, `c` one visit in all. */
const weeks = Array.from({ length: 10 }, (_, week) => `2026-${week < 4 ? "09" : "10"}-${String(week < 4 ? 7 * week + 1 : 7 * (week - 4) + 1).padStart(2, "0")}T09:00`);
const clinic = {
  settings: { as_of: "2026-11-10T00:00", horizon_start: "2026-11-16", seed: 7 },
  clinicians: [{ id: "a", discipline: "rn" }, { id: "b", discipline: "pt" }, { id: "c", discipline: "rn" }],
  appointments: [
    ...weeks.flatMap((start, week) => [1, 2, 3].map((n) => appointment(`a${week}${n}`, "a", start, "p"))),
    ...weeks.map((start, week) => appointment(`g${week}`, "b", start)),
    appointment("c1", "c", weeks[0] ?? "", "p"),
    appointment("later", "c", "2026-11-20T09:00", "p"),
  ],
  attendances: weeks.flatMap((_, week) => [{ appointment: `g${week}`, patient: "p1" }, { appointment: `g${week}`, patient: "p2" }]),
} as unknown as Clinic;
const index = { clinic } as ClinicIndex;
const past = [{ id: "K10", value: 0.142 }, { id: "K9", value: 0.76 }] as unknown as Indicator[];

test("units are clinicians with a visit a week at least, seats of groups counted one by one", () => {
  assert.deepEqual(unitsOf(index, "").map((unit) => unit.id), ["a", "b"]);
  assert.deepEqual(unitsOf(index, "rn"), [{ id: "a", stratum: "rn" }]);
  // 30 and 20 visits in ten weeks.
  assert.equal(observationsOf(index, "", 10), 30);
  assert.equal(observationsOf(index, "pt", 5), 10);
});

test("the first draft means a design with one primary measure in the engine's units", () => {
  const draft = firstDraft(index, past, "calls");
  const design = designOf(draft, index, past);
  assert.deepEqual(design.measures?.map((each) => [each.id, each.primary, each.baseline]), [["K10", true, 0.142], ["K9", false, 0.76]]);
  assert.equal(design.measures?.[0]?.effect, draft.effect / 100);
  assert.deepEqual([design.start, design.weeks, design.looks, design.seed], ["2026-11-16", 12, [6], 7]);
  const own = designOf({ ...draft, look: 0, measure: "", own: { id: "hours", kind: "mean", better: "lower", sd: 3 }, baseline: 38, effect: 2 }, index, past);
  assert.deepEqual(own.measures?.[0], { id: "hours", kind: "mean", better: "lower", primary: true, baseline: 38, effect: 2, sd: 3 });
  assert.deepEqual(own.looks, []);
});

test("a rehearsal ends before the document's moment, on the same weekday", () => {
  const design = { start: "2026-11-16", weeks: 4 } as PilotDesign;
  assert.equal(weeksPassed(design, index), 0);
  const rehearsal = asRehearsal(design, index);
  assert.equal(rehearsal.start, "2026-10-12");
  assert.equal(weeksPassed(rehearsal, index), 4);
});

test("pasted rows are read, and lines that cannot be are named", () => {
  const { rows, wrong } = parseRows("measure\tunit\tarm\tbefore\tsum\tcount\nK10\ta\tnew\tno\t3\t20\nK10,b,usual,yes,4,20,north\nK10\tb\tboth\tno\t1\t2\n\nK10\tb\tnew\tno\tx\t2\n");
  assert.deepEqual(rows, [
    { measure: "K10", unit: "a", arm: "new", before: false, sum: 3, count: 20, cluster: "" },
    { measure: "K10", unit: "b", arm: "usual", before: true, sum: 4, count: 20, cluster: "north" },
  ]);
  assert.deepEqual(wrong, [4, 6]);
});
