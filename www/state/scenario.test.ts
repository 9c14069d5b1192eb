import assert from "node:assert/strict";
import { test } from "node:test";
import type { Clinic } from "../engine/types.ts";
import { changesOf, controlsOf, rangeFor, sameDraft } from "./scenario.ts";

const clinic = {
  clinicians: [{ discipline: "rn" }, { discipline: "counselor" }, { discipline: "counselor" }],
  services: [{ id: "talk", name: "Counseling", modalities: ["in_person", "video"] }, { id: "group", name: "Group", modalities: ["in_person"] }],
  orders: [{ service: "group" }, { service: "group" }, { service: "talk" }],
} as unknown as Clinic;

test("the levers fit the clinic", () => {
  const controls = controlsOf(clinic);
  assert.deepEqual(controls.find((each) => each.id === "hire")?.lever, { hire: { discipline: "counselor" } });
  assert.deepEqual(controls.find((each) => each.id === "telehealth")?.lever, { telehealth: { service: "talk" } });
  const bare = controlsOf({ clinicians: [], services: [], orders: [] } as unknown as Clinic);
  assert.equal(bare.some((each) => each.id === "hire" || each.id === "telehealth"), false);
});

test("what is left as today is no change; a range follows its value", () => {
  const controls = controlsOf(clinic);
  const changes = changesOf(controls, new Map([["hire", 1.5], ["no_show", -30], ["travel", 0]]));
  const names = changes.map((change) => (typeof change.lever === "string" ? change.lever : Object.keys(change.lever)[0]));
  assert.deepEqual(names, ["hire", "no_show", "utilization", "overtime_hours", "scheduling_hours", "turnover"]);
  assert.equal(changes[0]?.value, 1.5);
  assert.deepEqual([changes[1]?.low, changes[1]?.value, changes[1]?.high], [-0.1, -0.3, -0.9]);
  const noShow = controls.find((each) => each.id === "no_show");
  assert.ok(noShow);
  assert.deepEqual(rangeFor(noShow, -100).map(Math.round), [-33, -100]);
  const [low, high] = rangeFor(noShow, 10);
  assert.ok(Math.min(low, high) <= 10 && 10 <= Math.max(low, high));
});

test("drafts are the same by what they mean", () => {
  assert.ok(sameDraft(new Map([["a", 1]]), new Map([["a", 1]])));
  assert.ok(!sameDraft(new Map([["a", 1]]), new Map([["a", 2]])));
  assert.ok(!sameDraft(new Map([["a", 1]]), new Map()));
});
