import assert from "node:assert/strict";
import { test } from "node:test";
import { cellText, columnsOf } from "./cells.ts";

test("cells are text", () => {
  const rows: [unknown, string][] = [
    [undefined, ""], [null, ""], [true, "yes"], [false, "no"], [["a", "b"], "a, b"], [0, "0"], ["2026-11-23T09:30", "2026-11-23 09:30"], ["Tx", "Tx"],
  ];
  for (const [value, text] of rows) assert.equal(cellText(value), text);
});

test("columns are those of all rows", () => {
  assert.deepEqual(columnsOf([{ id: 1 }, { id: 2, name: "x" }]), ["id", "name"]);
});
