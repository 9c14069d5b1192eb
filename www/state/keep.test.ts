import assert from "node:assert/strict";
import { test } from "node:test";
import type { Clinic } from "../engine/types.ts";
import type { ClinicIndex } from "./clinic.ts";
import { changeNote, holdsName, savedFile, settingsOf, suggestion, weakness, withNote, workOf } from "./keep.ts";
import { NO_WORK, type Work } from "./store.ts";

const clinic = { patients: [{ name: "Ada Marsh" }], clinicians: [{ name: "Li Wu" }], settings: {} } as unknown as Clinic;
const index = { clinic } as unknown as ClinicIndex;
const settings = settingsOf(undefined);
const plan = (hash: string) => ({ format: "rosterwell-plan/1", hash, sessions: [] }) as unknown as Work["plan"];
const work = (patch: Partial<Work>): Work => ({ ...NO_WORK, clinic: index, plan: plan("a"), ...patch });

test("a note holds what is other than in the save, and makes the same work of it", () => {
  const base = work({});
  const next = { ...base, plan: plan("b"), stage: "kept" as const, locks: ["order/w0/1"] };
  const note = changeNote({ revision: 3, work: base }, { work: next, changes: 2, at: "2026-11-23T14:05:00Z" });
  assert.deepEqual(Object.keys(note.work).sort(), ["locks", "plan", "stage"]);
  assert.deepEqual([note.base, note.changes], [3, 2]);
  const restored = withNote(savedFile(clinic, base, settings, note.at), note);
  const { plan: kept, stage, locks } = workOf(restored);
  assert.deepEqual({ kept, stage, locks }, { kept: next.plan, stage: "kept", locks: next.locks });
  const none = changeNote({ revision: 3, work: base }, { work: base, changes: 5, at: note.at });
  assert.deepEqual([none.changes, none.work], [0, {}], "all of it was undone");
});

test("parts of a save that are of the wrong kind are left out", () => {
  const wild = { stage: "x", locks: [1, "a"], lock_reasons: { a: "ride share", b: 2 }, scenarios: "b", pilot: { hash: 1 } } as never;
  assert.deepEqual(workOf(wild), { before: undefined, locks: ["a"], lockReasons: { a: "ride share" }, scenarios: [], pilot: undefined });
});

test("settings stay within their range", () => {
  assert.deepEqual(settingsOf(undefined), { user: "", lockMinutes: 10 });
  for (const [given, minutes] of [[1, 5], [5, 5], [30, 30], [31, 30], [Number.NaN, 10], [7.5, 10]] as const) {
    assert.equal(settingsOf({ lockMinutes: given }).lockMinutes, minutes);
  }
  assert.equal(settingsOf({ user: `a\n${"b".repeat(60)}` }).user, `a${"b".repeat(39)}`);
});

test("weak passphrases are told apart", () => {
  assert.equal(weakness("fourteen chars", "fourteen chars"), "short");
  assert.equal(weakness("ababababababababab", "ababababababababab"), "repeats");
  assert.equal(weakness("a heron waits by the weir", "a heron waits by the Weir"), "same");
  assert.equal(weakness("a heron waits by the weir", "a heron waits by the weir"), undefined);
});

test("a suggestion is long enough and takes every letter alike", () => {
  let byte = 0;
  const text = suggestion(() => Uint8Array.from({ length: 64 }, () => (byte = (byte + 7) % 256)));
  assert.match(text, /^([a-z2-9]{4}-){4}[a-z2-9]{4}$/);
  assert.equal(weakness(text, text), undefined);
});

test("names of the clinic are found in a reason, whatever stands around them", () => {
  assert.equal(holdsName(index, "ada asked for it"), true);
  assert.equal(holdsName(index, "for MARSH, as agreed"), true);
  assert.equal(holdsName(index, "marshal law, adage"), false);
  assert.equal(holdsName(index, "family asked"), false);
});
