import assert from "node:assert/strict";
import { test } from "node:test";
import type { PlannedSession } from "../engine/types.ts";
import type { ClinicIndex } from "./clinic.ts";
import { asSentence, disciplineOf, quoted, withNames } from "./describe.ts";

const index = {
  clinicians: new Map([["c001", { id: "c001", name: "A. Rivera" }]]),
  rooms: new Map([["r1", { id: "r1", name: "Room 1" }]]),
  patients: new Map([["p7", { id: "p7", name: "J. M." }]]),
  services: new Map([["talk", { id: "talk", name: "Counseling" }]]),
  sites: new Map(),
} as unknown as ClinicIndex;
const session: PlannedSession = {
  session: "o1/w0/1", kind: "individual", service: "talk", patients: ["p7"], minutes: 50, locked: false,
  place: { start: "2026-11-24T14:30", clinicians: ["c001"], offsets: [0], modality: "in_person" },
};

test("sentences of the engine name people, rooms and sessions, patients only when wished", () => {
  const sessions = new Map([[session.session, session]]);
  const text = "patient `p7` meets clinician `c001` for `o1/w0/1` in room `r1`, not in `r99`";
  assert.equal(withNames(index, text, { sessions }), "the patient meets A. Rivera for Counseling Tue 14:30 in Room 1, not in r99");
  assert.equal(withNames(index, "`p7`", { sessions, names: true }), "J. M.");
  assert.equal(withNames(index, "`o1/w0/1` takes 1 unit", { sessions, self: "o1/w0/1" }), "this session takes 1 unit");
});

test("ids are only looked for where the engine marks them, moments are written as people do", () => {
  assert.equal(withNames(index, "c001 more, then it fits with `c001` at 2026-11-25T08:00"), "c001 more, then it fits with A. Rivera at Wed 8:00");
  assert.equal(
    withNames(index, "`o1/w0/1` is not authorized by authorization `none/p7`: 1 unit missing", { self: "o1/w0/1" }),
    "this session has no authorization on file",
  );
});

test("sentences begin large and end with one stop", () => {
  assert.equal(asSentence("it fits"), "It fits.");
  assert.equal(asSentence("Done."), "Done.");
  assert.equal(asSentence(""), "");
  assert.equal(quoted("`many` is not a number"), "“many” is not a number.");
});

test("disciplines are written as people do", () => {
  assert.deepEqual(["rn", "case_manager", "art"].map(disciplineOf), ["RN", "case manager", "art"]);
});
