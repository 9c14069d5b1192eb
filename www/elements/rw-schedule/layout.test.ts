import assert from "node:assert/strict";
import { test } from "node:test";
import type { PlannedSession } from "../../engine/types.ts";
import { type Block, type DayCell, fitted, hourRange, intoLanes, lookOf, nearestBlock, type Row, rowTops, rowWindow, snap } from "./layout.ts";

const session = (patch: Partial<PlannedSession> = {}): PlannedSession => ({
  session: "s", kind: "individual", service: "talk", patients: [], minutes: 60, locked: false, ...patch,
});
const block = (name: string, start: number, minutes = 60): Block => ({
  session: name, day: 0, start, minutes, lane: 0, look: "individual", home: false, source: session(),
});

test("overlapping sessions stand in lanes, touching ones share one", () => {
  const { blocks, lanes } = intoLanes([block("b", 600), block("a", 540), block("c", 630), block("d", 690)]);
  assert.equal(lanes, 2);
  assert.deepEqual(blocks.map((item) => [item.session, item.lane]), [["a", 0], ["b", 0], ["c", 1], ["d", 0]]);
  assert.equal(intoLanes([]).lanes, 1);
});

test("a session by video looks like telehealth whatever its kind", () => {
  const place = { start: "2026-11-23T09:00", clinicians: ["c"], offsets: [0], modality: "video" as const };
  assert.equal(lookOf(session({ kind: "group", place })), "telehealth");
  assert.equal(lookOf(session({ kind: "group" })), "group");
});

test("the window of rows has spare ones on both sides and never leaves the list", () => {
  const rows = Array.from({ length: 100 }, (_, at): Row => ({ id: String(at), name: "", note: "", days: [] }));
  const tops = rowTops(rows, () => 40);
  assert.equal(tops.at(-1), 4000);
  assert.deepEqual(rowWindow(tops, 0, 400), [0, 14]);
  assert.deepEqual(rowWindow(tops, 2000, 400), [46, 64]);
  assert.deepEqual(rowWindow(tops, 3600, 400), [86, 100]);
  assert.deepEqual(rowWindow([0], 0, 400), [0, 0]);
});

test("hours shown hold every session and opening time", () => {
  const cell = (blocks: Block[], open: [number, number][]): DayCell => ({ day: 0, open, blocks, lanes: 1 });
  const row = (days: DayCell[]): Row => ({ id: "r", name: "", note: "", days });
  assert.deepEqual(hourRange([row([cell([block("a", 450)], [[480, 1030]])])]), [420, 1080]);
  assert.deepEqual(hourRange([row([cell([], [[0, 1440]])])]), [480, 1080]);
  assert.deepEqual(hourRange([]), [480, 1080]);
});

test("moving between rows keeps the time", () => {
  const cell: DayCell = { day: 0, open: [], blocks: [block("a", 540), block("b", 720)], lanes: 1 };
  assert.equal(nearestBlock(cell, 700)?.session, "b");
  assert.equal(nearestBlock({ ...cell, blocks: [] }, 700), undefined);
  assert.equal(snap(547, 15), 540);
  assert.equal(snap(548, 15), 555);
});

test("text that does not fit becomes initials, or nothing", () => {
  assert.equal(fitted("Office 2", 4), "Office 2");
  assert.equal(fitted("Group room 3", 2), "GR3");
  assert.equal(fitted("Group room 3", 1), "");
});
