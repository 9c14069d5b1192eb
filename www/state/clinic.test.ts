import assert from "node:assert/strict";
import { test } from "node:test";
import { dayNumber } from "../format.ts";
import { hoursOn, weekdayOf, without } from "./clinic.ts";

test("weekly hours by day", () => {
  const hours = "Mon-Wed 08:00-12:00; Mon-Wed 13:00-17:00; Sat 09:00-12:00";
  assert.deepEqual(hoursOn(hours, 1), [[480, 720], [780, 1020]]);
  assert.deepEqual(hoursOn(hours, 3), []);
  assert.deepEqual(hoursOn(hours, 5), [[540, 720]]);
  assert.deepEqual(hoursOn("Fri-Mon 08:00-09:00", 0), [[480, 540]]);
  assert.deepEqual(hoursOn("Sun 00:00-24:00", 6), [[0, 1440]]);
  assert.deepEqual(hoursOn(undefined, 0), []);
});

test("weekdays start on Monday", () => {
  assert.equal(weekdayOf(dayNumber("2026-11-23")), 0);
  assert.equal(weekdayOf(dayNumber("2026-11-29")), 6);
  assert.equal(weekdayOf(dayNumber("1969-12-31")), 2);
});

test("absences cut holes", () => {
  assert.deepEqual(without([[480, 1020]], [[600, 660]]), [[480, 600], [660, 1020]]);
  assert.deepEqual(without([[480, 1020]], [[0, 1440]]), []);
  assert.deepEqual(without([[480, 600], [660, 720]], [[590, 670]]), [[480, 590], [670, 720]]);
});
