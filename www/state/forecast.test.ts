import assert from "node:assert/strict";
import { test } from "node:test";
import type { ClinicAhead, Closing, DisciplineAhead } from "../engine/types.ts";
import { byNeed, closingOf, courseOfHours, isAnswered, NO_FORECAST, perWeek, shortage, spelled } from "./forecast.ts";

const discipline = (name: string, gap: readonly number[], closing: readonly Partial<Closing>[] = [], clinicians = 1): DisciplineAhead =>
  ({ discipline: name, gap_planned: gap, closing, capacity: { clinicians, hours: gap.map(() => 10) }, hours: { history: [1, 2, 3], fan: {} } }) as unknown as DisciplineAhead;

test("what is missing by rounding is no shortage", () => {
  assert.deepEqual(shortage(discipline("rn", [0.04, -3, 0.49])), { weeks: 0, most: 0 });
  assert.deepEqual(shortage(discipline("rn", [0.5, 7, -1])), { weeks: 2, most: 7 });
});

test("who lacks most comes first, who has nobody and nothing is left out", () => {
  const nobody = { ...discipline("any", [0], [], 0), hours: { history: [] } } as unknown as DisciplineAhead;
  const list = byNeed([discipline("pt", [-1]), discipline("ot", [2]), nobody, discipline("md", [9]), discipline("lpn", [-5])]);
  assert.deepEqual(list.map((each) => each.discipline), ["md", "ot", "lpn", "pt"]);
});

test("means that close nothing stand apart", () => {
  const means = (name: string, closes: number[], cents = 0): Partial<Closing> => ({ means: name, closes, cents });
  // The last week lacks minutes only: closing it is no merit.
  const list = [means("groups", [0, 0, 0]), means("hire", [0, 3, 0.1]), means("overtime", [5, 5, 0], 900), means("temporary", [5, 5, 0.1], 100)];
  const { helps, not } = closingOf(discipline("rn", [5, 5, 0.1], list));
  assert.deepEqual(helps.map((each) => [each.means.means, each.weeks]), [["temporary", 2], ["overtime", 2], ["hire", 0]]);
  assert.deepEqual(not.map((each) => each.means), ["groups"]);
});

test("a course of hours ends with the last week on record", () => {
  const report = {
    as_of: "2026-11-20T00:00",
    weeks: ["2026-11-23"],
    series: [{ first_week: "2026-10-05", history: [1, 1, 1, 1, 1, 1] }],
  } as unknown as ClinicAhead;
  const course = courseOfHours(report, discipline("rn", [1]));
  // Six weeks from Oct 5 end before Nov 16; three weeks of hours begin on Oct 26.
  assert.equal(course.from - course.start, 28);
  assert.deepEqual(course.capacity, [10]);
});

test("a report answers what was asked, and nothing else", () => {
  assert.equal(isAnswered(NO_FORECAST), false);
  assert.equal(isAnswered({ ...NO_FORECAST, reported: { weeks: 13, level: 0.8 } }), true);
  assert.equal(isAnswered({ ...NO_FORECAST, reported: { weeks: 13, level: 0.9 } }), false);
});

test("amounts a week, and arithmetic in words", () => {
  assert.equal(perWeek(26, 13), 2);
  assert.equal(perWeek(26, 0), 0);
  assert.equal(spelled("8 hours x 2"), "8 hours × 2.");
});
