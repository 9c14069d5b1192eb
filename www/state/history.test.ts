import assert from "node:assert/strict";
import { test } from "node:test";
import { act, begin, HISTORY_DEPTH, redo, redoLabel, undo, undoLabel } from "./history.ts";

test("undo and redo walk over labelled actions", () => {
  let history = act(act(begin("a"), "to b", "b"), "to c", "c");
  assert.equal(undoLabel(history), "to c");
  history = undo(history);
  assert.equal(history.value, "b");
  assert.equal(redoLabel(history), "to c");
  history = undo(history);
  assert.equal(history.value, "a");
  assert.equal(undo(history), history);
  history = redo(redo(history));
  assert.equal(history.value, "c");
  assert.equal(redo(history), history);
});

test("a new action drops what was undone, and one that changes nothing leaves no step", () => {
  let history = undo(act(begin(1), "two", 2));
  history = act(history, "three", 3);
  assert.equal(redoLabel(history), undefined);
  assert.equal(act(history, "same", 3), history);
});

test("a hundred actions can be undone, no more", () => {
  let history = begin(0);
  for (let value = 1; value <= 150; value += 1) history = act(history, `to ${value}`, value);
  for (let step = 0; step < 200; step += 1) history = undo(history);
  assert.equal(history.value, 150 - HISTORY_DEPTH);
});
