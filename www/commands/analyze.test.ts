import assert from "node:assert/strict";
import { test } from "node:test";
import type { BrokenRule, Indicator } from "../engine/operations.ts";
import { asShown, freshViolations } from "./analyze.ts";

const broken = (rule: BrokenRule["rule"], sessions: string[], amount = 0): BrokenRule => ({ rule, sessions, amount, text: "" });

test("only what is new and concerns the session refuses a move", () => {
  const before = [broken("room_overlap", ["a", "b"]), broken("day_limit", ["c"], 30)];
  const after = [broken("room_overlap", ["b", "a"]), broken("clinician_overlap", ["a", "c"]), broken("day_limit", ["c"], 60)];
  assert.deepEqual(freshViolations(before, after, "a").map((item) => item.rule), ["clinician_overlap"]);
  assert.deepEqual(freshViolations(before, after, "b"), []);
  assert.deepEqual(freshViolations(before, after, "c").map((item) => item.rule), ["clinician_overlap", "day_limit"]);
});

test("counts have no decimals, money has its currency", () => {
  const shown = (patch: Partial<Indicator>): string => asShown({ id: "K1", unit: "number", text: "41.0", value: 41, ...patch } as Indicator, "USD").text;
  assert.equal(shown({ id: "K12" }), "41");
  assert.equal(shown({ id: "K1" }), "41.0");
  assert.equal(shown({ unit: "money", value: 356.28 }), "$356.28");
  const { figures } = asShown({ id: "K12", figures: [{ name: "room overlap", unit: "number", value: 7, text: "7.0" }] } as unknown as Indicator, "USD");
  assert.equal(figures?.[0]?.text, "7");
});
