import assert from "node:assert/strict";
import { test } from "node:test";
import type { PlanDocument, PlannedPlace } from "../engine/types.ts";
import { differences, samePlace, unplaced, withPlace } from "./plan.ts";

const place = (start: string, clinician = "c1", room = "r1"): PlannedPlace => ({
  start, clinicians: [clinician], offsets: [0], modality: "in_person", room,
});
const plan = (places: (PlannedPlace | undefined)[]): PlanDocument => ({
  format: "rosterwell-plan/1",
  hash: "h",
  sessions: places.map((at, index) => ({
    session: `s${index}`, kind: "individual", service: "talk", patients: [`p${index}`], minutes: 45, locked: false,
    ...(at ? { place: at } : {}),
  })),
});

test("a move changes one session and drops the hash", () => {
  const before = plan([place("2026-11-23T09:00"), place("2026-11-23T10:00")]);
  const after = withPlace(before, "s1", place("2026-11-23T11:00"));
  assert.equal(after.sessions[0], before.sessions[0]);
  assert.equal(after.sessions[1]?.place?.start, "2026-11-23T11:00");
  assert.equal(after.hash, "");
  assert.equal("place" in (withPlace(before, "s1", undefined).sessions[1] ?? {}), false);
});

test("differences name what changed", () => {
  const before = plan([place("2026-11-23T09:00"), place("2026-11-23T10:00"), undefined, place("2026-11-23T12:00"), undefined]);
  const after = plan([place("2026-11-23T09:00"), place("2026-11-23T10:00", "c2"), place("2026-11-24T09:00"), undefined, undefined]);
  const found = differences(before, after);
  assert.deepEqual(found.map((item) => [item.session, item.kind]), [["s1", "moved"], ["s2", "placed"], ["s3", "removed"]]);
  assert.deepEqual([found[0]?.time, found[0]?.clinician, found[0]?.room], [false, true, false]);
  assert.deepEqual(differences(before, before), []);
  assert.deepEqual(unplaced(after).map((session) => session.session), ["s3", "s4"]);
});

test("another room, or another way of meeting, is told apart from a move", () => {
  const kinds = (change: Partial<PlannedPlace>): (string | undefined)[] => {
    const was = place("2026-11-23T09:00");
    return differences(plan([was]), plan([{ ...was, ...change }])).map((item) => item.kind);
  };
  assert.deepEqual(kinds({ room: "r9" }), ["room"]);
  assert.deepEqual(kinds({ room: "r9", modality: "video" }), ["way"]);
  assert.deepEqual(kinds({ room: "r9", offsets: [5] }), ["moved"]);
});

test("a changed seat is a change, a reordered one is not", () => {
  const seats = (patients: string[]): PlanDocument => {
    const one = plan([place("2026-11-23T09:00")]);
    return { ...one, sessions: one.sessions.map((session) => ({ ...session, patients })) };
  };
  assert.equal(differences(seats(["a", "b"]), seats(["b", "a"])).length, 0);
  assert.equal(differences(seats(["a", "b"]), seats(["a", "c"]))[0]?.kind, "seats");
  assert.equal(samePlace(undefined, place("2026-11-23T09:00")), false);
});
