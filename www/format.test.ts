import assert from "node:assert/strict";
import { test } from "node:test";
import {
  dateOf, dayNumber, formatClock, formatCount, formatDay, formatDuration, formatMoment, formatMoney, formatMoneyExact,
  formatNumber, formatSigned, formatSpan, grouped, minuteOf, momentOf,
} from "./format.ts";

test("dates and minutes go there and back without a zone", () => {
  for (const date of ["2026-11-23", "2028-02-29", "1999-12-31", "2026-03-08"]) assert.equal(dateOf(dayNumber(date)), date);
  assert.equal(dayNumber("2026-11-24") - dayNumber("2026-11-23"), 1);
  assert.equal(minuteOf("2026-11-23T09:30"), 570);
  assert.equal(momentOf(dayNumber("2026-11-23"), 570), "2026-11-23T09:30");
  assert.equal(momentOf(dayNumber("2026-11-23"), 1500), "2026-11-24T01:00");
  assert.equal(momentOf(dayNumber("2026-11-23"), -30), "2026-11-22T23:30");
});

test("words for days and times", () => {
  assert.equal(formatDay("2026-11-24"), "Tue, Nov 24");
  assert.equal(formatDay("2026-11-24", "long"), "Tuesday, November 24");
  assert.equal(formatMoment("2026-11-24T09:05"), "Tue 9:05");
  assert.equal(formatClock(0), "0:00");
  assert.equal(formatSpan(630, 60), "10:30–11:30");
});

test("counts in a text get separators, decimals and short numbers stay", () => {
  assert.equal(grouped("on the latest 4355 visits, 12 to 999"), "on the latest 4,355 visits, 12 to 999");
  assert.equal(grouped("+1234.56 (-1000.00 to +12345.60)"), "+1,234.56 (-1,000.00 to +12,345.60)");
});

test("durations", () => {
  const rows: [number, string][] = [[45, "45 min"], [60, "1 h"], [330, "5 h 30"], [65, "1 h 05"], [-90, "−1 h 30"], [0, "0 min"]];
  for (const [minutes, text] of rows) assert.equal(formatDuration(minutes), text);
});

test("money has three figures in text and no negative zero", () => {
  const rows: [number, string][] = [
    [153_400_000, "$1.53M"], [24_300_000, "$243k"], [9_350, "$93.50"], [0, "$0"], [-0, "$0"], [-1, "−$0.01"],
    [-6_900_000, "−$69k"], [123_456, "$1,230"],
  ];
  for (const [cents, text] of rows) assert.equal(formatMoney(cents), text, String(cents));
  assert.equal(formatMoneyExact(-20), "$0");
  assert.equal(formatMoneyExact(123_456), "$1,235");
});

test("numbers and differences", () => {
  assert.equal(formatNumber(-0.04), "0");
  assert.equal(formatNumber(12.345, 2), "12.35");
  assert.equal(formatCount(1204), "1,204");
  assert.equal(formatSigned(0.01, (size) => formatNumber(size)), "0");
  assert.equal(formatSigned(-1.25, (size) => formatNumber(size)), "−1.3");
  assert.equal(formatSigned(4, formatCount), "+4");
});
