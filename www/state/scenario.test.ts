import assert from "node:assert/strict";
import { test } from "node:test";
import type { Clinic, LeversReply } from "../engine/types.ts";
import { changesOf, controlsOf, decisionsOf, hireId, type Instant, linesOf, middleOf, positionsOf, rangeFor, sameApproach, sameDraft, slidersOf, valueAt } from "./scenario.ts";

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

test("an approach takes the place of what is hoped for; decisions stay", () => {
  const approach = { template: "wellbeing", phased: true } as const;
  const decisions = decisionsOf(controlsOf(clinic), approach);
  assert.deepEqual(decisions.map((each) => each.id), ["hire", "telehealth", "demand", "pay"]);
  assert.deepEqual(changesOf(decisions, new Map([["no_show", -30], ["pay", 2]])).map((change) => change.value), [0.02]);
  assert.ok(sameApproach(approach, { ...approach }) && sameApproach(undefined, undefined));
  assert.ok(!sameApproach(approach, { ...approach, phased: false }) && !sameApproach(approach, undefined));
});

test("a control offers nothing that the engine would refuse", () => {
  const levers = [{ id: "pay", least: -0.1, most: 0.2 }] as unknown as LeversReply["levers"];
  const pay = controlsOf(clinic, levers).find((each) => each.id === "pay");
  assert.deepEqual([pay?.min, pay?.max], [-10, 20]);
  const free = controlsOf(clinic).find((each) => each.id === "pay");
  assert.deepEqual([free?.min, free?.max], [-20, 50]);
});

test("lines of an approach are read in the units of their levers", () => {
  const choices = {
    levers: [
      { id: "turnover", unit: "relative", least: -1 },
      { id: "documentation", unit: "minutes a day", least: 0 },
    ],
    templates: [
      {
        id: "wellbeing",
        lines: [
          { change: { lever: { documentation: {} }, value: 30 }, source: "choice; notes: KLAS" },
          { change: { lever: "turnover", value: -0.05, low: 0, high: -0.1 }, source: "choice" },
        ],
      },
    ],
  } as unknown as LeversReply;
  assert.deepEqual(linesOf(choices, "wellbeing"), [
    { name: "Time for notes", value: "30 minutes a day", range: "", source: "our choice; notes: KLAS" },
    { name: "Departures", value: "−5 %", range: "0 % to −10 %", source: "our choice" },
  ]);
  assert.deepEqual(linesOf(choices, "telehealth_first"), []);
});

test("an estimate takes an assumption in the middle of its range, a decision as it is", () => {
  const controls = controlsOf(clinic);
  const [noShow, hire] = ["no_show", "hire"].map((id) => controls.find((each) => each.id === id));
  assert.ok(noShow && hire);
  // -5, -15 and -45 % have the mean -21.67 %.
  assert.ok(Math.abs(middleOf(noShow, -15) + 0.216667) < 1e-6);
  assert.equal(middleOf(hire, 2), 2);
  for (const value of [-45, -40, -12, -1]) assert.ok(Math.abs(valueAt(noShow, middleOf(noShow, value)) - value) < 1e-3, String(value));
  const sliders = slidersOf(controls);
  const instant = { controls: controls.map(({ id }) => id) } as unknown as Instant;
  const values = positionsOf(instant, controls, new Map([["no_show", -45], ["hire", 3]]));
  assert.ok(values);
  for (const [at, value] of values.entries()) assert.ok((sliders[at]?.low ?? 0) <= value && value <= (sliders[at]?.high ?? 0), controls[at]?.id);
  assert.equal(positionsOf(instant, controls, new Map([["no_show", -90]])), undefined);
});

test("more disciplines are hired in than the most common one, and no estimate leaves them out", () => {
  assert.equal(hireId(clinic, "counselor"), "hire");
  const draft = new Map([[hireId(clinic, "rn"), 1.5]]);
  const controls = controlsOf(clinic, [], draft);
  assert.deepEqual(changesOf(decisionsOf(controls, { template: "wellbeing", phased: false }), draft).map(({ lever, value }) => [lever, value]), [[{ hire: { discipline: "rn" } }, 1.5]]);
  const instant = { controls: controlsOf(clinic).map(({ id }) => id) } as unknown as Instant;
  assert.equal(positionsOf(instant, controls, draft), undefined);
});
