import assert from "node:assert/strict";
import { test } from "node:test";
import type { AcuityReply, TriagedOrder, TriageReply, TriageRule } from "../engine/types.ts";
import { acuityChanges, forPersons, newRule, queueOf, ruleOf } from "./triage.ts";

const order = (id: string, rest: Partial<TriagedOrder> = {}): TriagedOrder =>
  ({ order: id, needs_person: false, waiting: true, points: { low: 0, sum: 0, high: 0 }, perhaps_in_person: false, ...rest }) as unknown as TriagedOrder;

test("the queue keeps the engine's order; who needs a person comes apart, those who wait first", () => {
  const orders = [order("a"), order("b", { needs_person: true, waiting: false }), order("c"), order("d", { needs_person: true })];
  const reply = { orders, queue: ["c", "gone", "a"] } as unknown as TriageReply;
  assert.deepEqual(queueOf(reply).map((each) => each.order), ["c", "a"]);
  assert.deepEqual(forPersons(reply).map((each) => each.order), ["d", "b"]);
});

test("levels that would change, the largest change first, and decisions in force", () => {
  const patient = (id: string, level: number, used: number, decision?: object) => ({ patient: id, level, used, decision, points: { sum: level * 3 } });
  const reply = { patients: [patient("a", 2, 2), patient("b", 2, 1), patient("c", 4, 0), patient("d", 3, 3, {})] } as unknown as AcuityReply;
  assert.deepEqual(acuityChanges(reply).map((each) => each.patient), ["c", "b", "d"]);
});

test("a form changes what it shows of a rule and nothing else", () => {
  const rule: TriageRule = { id: "x", purpose: "points", when: ["phq9 >= 20"], points: 6, text: "severe", license: "free", off: true };
  const changed = ruleOf(rule, { when: " phq9 >= 18 \n\nphase = detox", text: " severe ", tier: "urgent", points: 5, withinDays: undefined });
  assert.deepEqual(changed, { ...rule, when: ["phq9 >= 18", "phase = detox"], points: 5, within_days: null, source: "our choice" });
  assert.equal(ruleOf({ ...rule, purpose: "tier", tier: "soon" }, { when: "a = b", text: "t", tier: "urgent", points: 9, withinDays: 7 }).tier, "urgent");
});

test("a new rule takes no id that is taken", () => {
  assert.equal(newRule("points", ["own-1", "own-2"]).id, "own-3");
  assert.equal(newRule("tier", []).tier, "routine");
});
