import assert from "node:assert/strict";
import { test } from "node:test";
import type { Doubt, QualityReply } from "../engine/types.ts";
import { byKind, roomsMadeOne } from "./quality.ts";

const finding = (kind: Doubt["kind"], grade: Doubt["grade"]): Doubt => ({ kind, grade, sure: "likely", what: "", why: "", rows: [], num_rows: 0, mends: [] });

test("the gravest kinds come first, each with its findings", () => {
  const reply: QualityReply = {
    findings: [finding("similar_rooms", "warning"), finding("license_expiring", "note"), finding("long_session", "error"), finding("long_session", "error")],
    counts: [
      { kind: "similar_rooms", grade: "warning", count: 1 },
      { kind: "license_expiring", grade: "note", count: 300 },
      { kind: "long_session", grade: "error", count: 2 },
    ],
  };
  assert.deepEqual(byKind(reply).map((each) => [each.kind, each.count, each.findings.length]), [
    ["long_session", 2, 2],
    ["similar_rooms", 1, 1],
    ["license_expiring", 300, 1],
  ]);
});

test("rooms that become one are known by the one that stays", () => {
  assert.deepEqual([...roomsMadeOne([{ kind: "one_room", keep: "a", drop: "b" }, { kind: "remove_authorization", authorization: "x" }])], [["b", "a"]]);
});
