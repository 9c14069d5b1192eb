import assert from "node:assert/strict";
import { test } from "node:test";
import type { BrokenRule } from "../engine/operations.ts";
import { freshViolations } from "./analyze.ts";

const broken = (rule: BrokenRule["rule"], sessions: string[], amount = 0): BrokenRule => ({ rule, sessions, amount, text: "" });

test("only what is new and concerns the session refuses a move", () => {
  const before = [broken("room_overlap", ["a", "b"]), broken("day_limit", ["c"], 30)];
  const after = [broken("room_overlap", ["b", "a"]), broken("clinician_overlap", ["a", "c"]), broken("day_limit", ["c"], 60)];
  assert.deepEqual(freshViolations(before, after, "a").map((item) => item.rule), ["clinician_overlap"]);
  assert.deepEqual(freshViolations(before, after, "b"), []);
  assert.deepEqual(freshViolations(before, after, "c").map((item) => item.rule), ["clinician_overlap", "day_limit"]);
});
