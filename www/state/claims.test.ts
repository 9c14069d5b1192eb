import assert from "node:assert/strict";
import { test } from "node:test";
import type { SimulatedClaim, SimulateReply } from "../engine/types.ts";
import { linesOfRun, measuredKinds, tally } from "./claims.ts";

const MEASURED = `
home health: 8 clinicians, seeds 1 to 200, 2000 steps for a published week and 200 for a repair, 900 CPU s in all

| claim | n | recall only | human | rule-based | optimizer | its worst tenth | difference (95 %) | worst tenth of it | verdict | why |
|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|
| travel down by 15 % (K2) | 200 | 21.0 | 20.5 | 20.6 | 17.1 | 19.0 | -3.4 (-3.6 to -3.1) | -1.2 | **holds** | at most 17.4 % is promised |
| late changes down by 85 % (K13) | 200 | 9.0 | 8.8 | 8.7 | 9.1 | 9.9 | +0.3 (-0.1 to +0.7) | +2.0 | **does not hold** | not better beyond chance |

Beside these:

| indicator | n | recall only | human | rule-based | optimizer | difference (95 %) | worst tenth |
|---|--:|--:|--:|--:|--:|--:|--:|
| Overtime hours (K15) | 200 | 1.00 | 1.10 | 1.05 | 0.90 | -0.20 (-0.30 to -0.10) | 0.10 |

addiction treatment: 8 clinicians, seeds 1 to 200, 2000 steps for a published week and 200 for a repair, 700 CPU s in all

| claim | n | verdict |
|---|--:|--:|
| room use 25 to 35 % higher (K16) | 0 | **not measured** |
`;

test("the tables of the document are read as they stand", () => {
  const [home, addiction, ...rest] = measuredKinds(MEASURED);
  assert.deepEqual(rest, []);
  assert.equal(home?.name, "home health");
  assert.match(home?.how ?? "", /^8 clinicians, seeds 1 to 200, 2,000 steps/);
  const [travel, changes] = home?.claims ?? [];
  assert.deepEqual([travel?.name, travel?.id, travel?.n, travel?.verdict], ["travel down by 15 %", "K2", "200", "holds"]);
  assert.deepEqual([travel?.difference, travel?.interval, travel?.worst], ["−3.4", "−3.6 to −3.1", "−1.2"]);
  assert.deepEqual([travel?.why, changes?.why], ["at most 17.4 % is promised", "not better beyond chance"]);
  assert.deepEqual([travel?.means.get("human"), travel?.means.get("rules")], ["20.5", "20.6"]);
  assert.equal(changes?.interval, "−0.1 to +0.7");
  assert.deepEqual(home?.beside.map((line) => [line.name, line.verdict]), [["Overtime hours", undefined]]);
  assert.deepEqual(addiction?.claims.map((line) => [line.verdict, line.difference, line.means.get("human")]), [["not_measured", "", ""]]);
  assert.deepEqual(measuredKinds("\nNot yet measured on this engine.\n"), []);
});

test("a run has the shape and the numbers of the measured table", () => {
  const row: SimulatedClaim = {
    claim: "travel down by 15 %", id: "K2", unit: "share", measure: 1, target: 0.17, limit: null, why: "better, but at most 17 % is promised",
    n: 5, human: 0.205, optimizer: 0.1712, difference: -0.0338, interval: [-0.06, 0.0001], worst_tenth: 0.0127, verdict: "in_part",
  };
  const reply = { policies: [{ policy: "human", figures: [] }, { policy: "recall", figures: [{}, { mean: 0.21 }] }] } as unknown as SimulateReply;
  const [line] = linesOfRun([row], reply);
  assert.deepEqual([...(line?.means ?? [])], [["human", "20.5"], ["optimizer", "17.1"], ["recall", "21.0"]]);
  assert.deepEqual([line?.difference, line?.interval, line?.worst, line?.verdict], ["−3.4", "−6.0 to 0.0", "+1.3", "in_part"]);
  const [hours] = linesOfRun([{ ...row, unit: "hours", difference: null, interval: null }]);
  assert.deepEqual([hours?.means.get("human"), hours?.difference, hours?.interval], ["0.20", "", ""]);
  const [miles] = linesOfRun([{ ...row, unit: "number", n: 1200, human: 4355, difference: -1234.5 }]);
  assert.deepEqual([miles?.n, miles?.means.get("human"), miles?.difference], ["1,200", "4,355.00", "−1,234.50"]);
  const [none] = linesOfRun([{ ...row, unit: null, id: null, measure: null, n: 0, human: null, optimizer: null }], reply);
  assert.deepEqual([none?.id, none?.n, none?.means.get("recall")], ["", "", ""]);
});

test("verdicts are counted in their order", () => {
  const lines = measuredKinds(MEASURED).flatMap((kind) => kind.claims);
  assert.deepEqual([...tally(lines)], [["holds", 1], ["does_not_hold", 1], ["not_measured", 1]]);
});
