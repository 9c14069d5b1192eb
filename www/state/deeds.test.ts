import assert from "node:assert/strict";
import { test } from "node:test";
import { changedSessions, type Deed, entryOf } from "./deeds.ts";
import { NO_WORK, type Work } from "./store.ts";

const plan = (...starts: readonly number[]) => ({ sessions: starts.map((start, at) => ({ session: `s${at}`, place: { start } })) }) as unknown as Work["plan"];
const base: Work = { ...NO_WORK, plan: plan(1, 2) };
const deed = (patch: Partial<Work>, more: Partial<Deed> = {}): Deed => ({ kind: "act", before: base, after: { ...base, ...patch }, seed: undefined, ...more });

test("every deed has its name in the log", () => {
  const proposal: Work = { ...base, stage: "proposal" };
  for (const [given, action, object] of [
    [deed({ plan: plan(1, 3) }), "edit", "s1"],
    [deed({ plan: plan(4, 3) }), "edit", undefined],
    [deed({ plan: plan(1, 3) }, { seed: 7 }), "solve", undefined],
    [deed({ stage: "kept" }), "accept", undefined],
    [deed({ stage: "current" }, { before: proposal }), "reject", undefined],
    [deed({ locks: ["s0"] }), "lock", "s0"],
    [deed({ locks: [] }, { before: { ...base, locks: ["s0"] } }), "unlock", "s0"],
    [deed({ plan: plan(1, 3) }, { kind: "undo" }), "undo", "s1"],
    [deed({ plan: plan(1, 3) }, { kind: "redo" }), "redo", "s1"],
    [deed({ scenarios: [{} as never] }), "edit", undefined],
  ] as const) {
    assert.deepEqual(entryOf(given), { action, object });
  }
});

test("a reason of a lock is an entry with that reason; unlocking takes the reason along", () => {
  const locked = { ...base, locks: ["s0"] };
  const explained = { lockReasons: { s0: "ride share" } };
  assert.deepEqual(entryOf(deed({ locks: locked.locks, ...explained }, { before: locked })), { action: "lock", object: "s0", reason: "ride share" });
  assert.deepEqual(entryOf(deed({}, { before: { ...locked, ...explained } })), { action: "unlock", object: "s0" });
});

test("changed sessions are those that are somewhere else", () => {
  assert.deepEqual(changedSessions(plan(1, 2), plan(1, 2)), []);
  assert.deepEqual(changedSessions(plan(1, 2), plan(2, 2)), ["s0"]);
  assert.deepEqual(changedSessions(undefined, plan(1)), []);
});
