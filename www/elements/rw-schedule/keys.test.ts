import assert from "node:assert/strict";
import { test } from "node:test";
import { keyDeed } from "./keys.ts";

const key = (name: string, held: "alt" | "ctrl" | "meta" | "" = "") =>
  keyDeed({ key: name, altKey: held === "alt", ctrlKey: held === "ctrl", metaKey: held === "meta" });

test("every key of the board has its deed", () => {
  assert.deepEqual(key("ArrowLeft"), { kind: "walk", dx: -1, dy: 0 });
  assert.deepEqual(key("ArrowDown", "alt"), { kind: "nudge", dx: 0, dy: 1 });
  assert.deepEqual(key("End"), { kind: "edge", last: true, all: false });
  assert.deepEqual(key("Home", "ctrl"), { kind: "edge", last: false, all: true });
  assert.deepEqual(key("PageDown"), { kind: "day", days: 7 });
  assert.deepEqual(key("["), { kind: "day", days: -1 });
  for (const [name, kind] of [["Enter", "open"], ["m", "move"], ["L", "lock"], ["u", "unplace"], ["Escape", "close"]] as const) {
    assert.deepEqual(key(name), { kind });
  }
});

test("keys of the browser and of the page are left alone", () => {
  for (const found of [key("m", "ctrl"), key("l", "meta"), key("Tab"), key("a"), key("ArrowLeft", "meta"), key("u", "alt")]) {
    assert.equal(found, undefined);
  }
});
