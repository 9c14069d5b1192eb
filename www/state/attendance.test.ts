import assert from "node:assert/strict";
import { test } from "node:test";
import type { AttendanceReply, AttendanceScore, PlanDocument, SeatExpectation, SessionExpectation } from "../engine/types.ts";
import { contributionsOf, expectationOf, helpLines, logOdds, NO_ATTENDANCE, rangeOf, restOf } from "./attendance.ts";

const seat = (patient: string, no_show: number, help: readonly string[] = []): SeatExpectation =>
  ({ patient, no_show, late_cancel: 0.05, help: help.map((kind) => ({ kind, reason: "" })) }) as unknown as SeatExpectation;
const session = (key: string, start: string, ...patients: SeatExpectation[]): SessionExpectation =>
  ({ session: key, start, patients }) as unknown as SessionExpectation;
const PLAN = { format: "", hash: "1", sessions: [] } as unknown as PlanDocument;

test("visits that may need help, the likeliest to be missed first; the others are not listed", () => {
  const report = {
    sessions: [
      session("a", "2026-11-24T09:00", seat("p1", 0.3, ["call"]), seat("p2", 0.1)),
      session("b", "2026-11-23T09:00", seat("p3", 0.3, ["call", "ride"]), seat("p4", 0.4, ["call"])),
    ],
  } as unknown as AttendanceReply;
  assert.deepEqual(helpLines(report).map((line) => line.seat.patient), ["p4", "p3", "p1"]);
});

test("a range of sums stays within what is planned", () => {
  assert.deepEqual(rangeOf(9, 2, 10), [9 - 3.92, 10]);
  assert.equal(rangeOf(1, 2, 10)[0], 0);
});

test("what is told and what is left sum to the score", () => {
  const score = {
    probability: 0.2, base_log_odds: logOdds(0.2) - 0.4 + 0.1 - 0.003,
    contributions: [{ factor: "a", band: "", log_odds: -0.1 }, { factor: "b", band: "", log_odds: 0.4 }, { factor: "c", band: "", log_odds: 0.003 }],
  } as unknown as AttendanceScore;
  const told = contributionsOf(score);
  assert.deepEqual(told.map((each) => each.factor), ["b", "a"]);
  const sum = score.base_log_odds + told.reduce((all, each) => all + each.log_odds, 0) + restOf(score);
  assert.ok(Math.abs(sum - logOdds(score.probability)) < 1e-9);
});

test("a report of another plan says nothing", () => {
  const report = { sessions: [session("a", "")] } as unknown as AttendanceReply;
  const state = { ...NO_ATTENDANCE, plan: PLAN, report };
  assert.equal(expectationOf(state, PLAN, "a"), report.sessions[0]);
  assert.equal(expectationOf(state, { ...PLAN }, "a"), undefined);
  assert.equal(expectationOf(state, PLAN, "b"), undefined);
});
