import assert from "node:assert/strict";
import { test } from "node:test";
import { changed, type Draft, emptyRow, left, linesOf, NO_ROWS, parseCells, withoutRow, writeCells } from "./rows.ts";

test("what is copied is what a spreadsheet pastes, and the other way round", () => {
  const rows = [["a", "", "two\nlines"], ['say "yes"', "tab\there", "1,5"], ["", "", ""]];
  assert.deepEqual(parseCells(writeCells(rows)), rows);
  assert.deepEqual(parseCells("a\tb\r\nc\td\r\n"), [["a", "b"], ["c", "d"]]);
  assert.deepEqual(parseCells('5" pipe\tx'), [['5" pipe', "x"]]);
  assert.deepEqual(parseCells(""), [[""]]);
});

const row = (place: number | undefined, ...cells: string[]): Draft => ({ key: place ?? -1, row: place, cells, wrong: [] });

test("only lines that differ are sent", () => {
  const lines = [row(0, "a", "b"), row(1, "c", "d")];
  const changes = [
    { line: 0, column: 1, text: "b" },
    { line: 1, column: 0, text: "x" },
    { line: 1, column: 1, text: "y" },
    { line: 7, column: 0, text: "nowhere" },
  ];
  assert.deepEqual(changed(lines, changes), [row(1, "x", "y")]);
});

test("what was not taken stays over the rows of the clinic, what was taken goes", () => {
  const wrong = [{ at: 1, removal: false, field: "b", cause: "no", action: "do" }];
  const older = row(9, "kept");
  const drafts = left([older, row(1, "old try")], [row(0, "good"), row(1, "bad")], { wrong });
  assert.deepEqual(drafts, [older, { ...row(1, "bad"), wrong }]);
  const reply = { columns: [], rows: [{ row: 0, cells: ["good"] }, { row: 1, cells: ["before"] }], found: 2 };
  const lines = linesOf({ ...NO_ROWS, reply, drafts: [...drafts, row(undefined, "new")] });
  assert.deepEqual(lines.map((line) => line.cells[0]), ["good", "bad", "new"]);
});

test("a new row that is taken is a draft no more, others stay", () => {
  const first = emptyRow([], 1);
  const second = emptyRow([first], 1);
  assert.notEqual(first.key, second.key);
  assert.deepEqual(left([first, second], [{ ...first, cells: ["x"] }], { wrong: [] }), [second]);
});

test("rows behind one that is taken out move up", () => {
  assert.deepEqual(withoutRow([row(1, "a"), row(2, "b"), row(5, "c"), row(undefined, "new")], 2), [row(1, "a"), row(4, "c"), row(undefined, "new")]);
});
