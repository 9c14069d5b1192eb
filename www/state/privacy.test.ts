import assert from "node:assert/strict";
import { test } from "node:test";
import { directives, modeOf } from "./privacy.ts";

test("the mode follows from what the page can see", () => {
  const policy = directives("default-src 'none'; connect-src 'none';");
  assert.deepEqual(policy, ["default-src 'none'", "connect-src 'none'"]);
  assert.equal(modeOf(policy, "file:///home/a/rosterwell.html", false), "file");
  assert.equal(modeOf(policy, "https://clinic.example/", false), "hosted");
  assert.equal(modeOf(policy, "https://clinic.example/", true), "portal");
  assert.equal(modeOf(directives(""), "https://vendor.example/", false), "element");
});
