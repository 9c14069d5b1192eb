import assert from "node:assert/strict";
import { test } from "node:test";
import type { PlannedSession } from "../engine/types.ts";
import type { ClinicIndex } from "./clinic.ts";
import { asSentence, withNames } from "./describe.ts";

const index = {
  clinicians: new Map([["c001", { id: "c001", name: "A. Rivera" }]]),
  rooms: new Map([["r1", { id: "r1", name: "Room 1" }]]),
  patients: new Map([["p7", { id: "p7", name: "J. M." }]]),
  services: new Map([["talk", { id: "talk", name: "Counseling" }]]),
} as unknown as ClinicIndex;
const session: PlannedSession = {
  session: "o1/w0/1", kind: "individual", service: "talk", patients: ["p7"], minutes: 50, locked: false,
  place: { start: "2026-11-24T14:30", clinicians: ["c001"], offsets: [0], modality: "in_person" },
};

test("sentences of the engine name people, rooms and sessions, patients only when wished", () => {
  const sessions = new Map([[session.session, session]]);
  const text = "patient `p7` meets c001 for `o1/w0/1` in `r1`, not in `r99`";
  assert.equal(withNames(index, text, sessions), "the patient meets A. Rivera for Counseling Tue 14:30 in Room 1, not in r99");
  assert.equal(withNames(index, "`p7`", sessions, true), "J. M.");
});

test("sentences begin large and end with one stop", () => {
  assert.equal(asSentence("it fits"), "It fits.");
  assert.equal(asSentence("Done."), "Done.");
  assert.equal(asSentence(""), "");
});
