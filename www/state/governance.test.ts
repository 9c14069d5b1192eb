import assert from "node:assert/strict";
import { test } from "node:test";
import type { Difference, FairnessGroup } from "../engine/types.ts";
import { found } from "./governance.ts";

const group = (name: string, difference?: Partial<Difference>): FairnessGroup =>
  ({ group: name, hidden: false, text: "", ...(difference ? { difference: difference as Difference } : {}) }) as FairnessGroup;

test("who is at a disadvantage comes first, who does not differ is left out", () => {
  const groups = [group("a", { found: true, unfavorable: false }), group("b"), group("c", { found: true, unfavorable: true }), group("d", { found: false, unfavorable: false })];
  assert.deepEqual(found(groups).map((each) => each.group), ["c", "a"]);
});
