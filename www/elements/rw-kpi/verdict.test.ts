import assert from "node:assert/strict";
import { test } from "node:test";
import type { Indicator } from "../../engine/operations.ts";
import { tilesOf } from "./tiles.ts";
import { verdict } from "./verdict.ts";

const indicator = (patch: Partial<Indicator>): Indicator => ({
  id: "K1", name: "", basis: "plan", unit: "number", direction: "higher", definition: "", numerator_is: "", denominator_is: "",
  edge_cases: "", source: "", text: String(patch.value ?? "not computable"), n: 1, ...patch,
});

test("better follows the indicator's own direction", () => {
  assert.equal(verdict(indicator({ value: 5 }), indicator({ value: 4 })), "better");
  assert.equal(verdict(indicator({ value: 5, direction: "lower" }), indicator({ value: 4, direction: "lower" })), "worse");
  assert.equal(verdict(indicator({ value: 5, direction: "neither" }), indicator({ value: 4, direction: "neither" })), "change");
  assert.equal(verdict(indicator({ value: 5.01, text: "5.0" }), indicator({ value: 5, text: "5.0" })), "same");
  assert.equal(verdict(indicator({}), indicator({ value: 4 })), "same");
});

test("six tiles at most, only of what can be computed", () => {
  const all = ["K2", "K7", "K12", "K14", "K16", "K17", "K18", "K19", "K29"].map((id) => indicator({ id, ...(id === "K7" ? {} : { value: 1 }) }));
  assert.deepEqual(tilesOf(all).map((each) => each.id), ["K12", "K19", "K14", "K16", "K17", "K18"]);
  const homes = all.map((each) => (each.id === "K16" ? { ...each, value: 0 } : each));
  assert.deepEqual(tilesOf(homes).map((each) => each.id), ["K12", "K19", "K14", "K17", "K18", "K2"]);
});
