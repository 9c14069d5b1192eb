import assert from "node:assert/strict";
import { test } from "node:test";
import type { PersonStrain, WorkloadReply } from "../engine/types.ts";
import { byLoad, partsOf } from "./workload.ts";

test("parts that make points come by their size, what is not recorded apart", () => {
  const part = (id: string, points: number, amount: number | undefined) => ({ id, points, amount });
  const strain = { parts: [part("a", 1, 3), part("b", 0, 0), part("c", 9, 2), part("d", 0, undefined)] } as unknown as PersonStrain;
  const { made, missing } = partsOf(strain);
  assert.deepEqual(made.map((each) => each.id), ["c", "a"]);
  assert.deepEqual(missing.map((each) => each.id), ["d"]);
});

test("who has a warning comes first, who has no work is left out", () => {
  const person = (clinician: string, recent: number | undefined, ahead: number | undefined, warnings: string[] = []) => ({
    clinician, warnings, ...(recent === undefined ? {} : { recent: { index: recent } }), ...(ahead === undefined ? {} : { ahead: { index: ahead } }),
  });
  const report = { clinicians: [person("a", 10, 20), person("b", 30, 5), person("c", 1, 1, ["rising"]), person("d", undefined, undefined)] } as unknown as WorkloadReply;
  assert.deepEqual(byLoad(report).map((each) => each.clinician), ["c", "b", "a"]);
});
