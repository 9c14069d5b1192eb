// The first five minutes send no packet: from the file on the disk, in a network of its own whose interface counts.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { isolated, refusal } from "./sweep/namespace.mjs";

test("the first five minutes send no packet at all", async (t) => {
  const why = refusal();
  if (why) {
    console.error(`NOT PROVED HERE: counting packets needs a network of its own, and this machine refuses one (${why})`);
    return t.skip(why);
  }
  const { done, trouble, journey, control } = await isolated(fileURLToPath(new URL("sweep/journey.mjs", import.meta.url)));
  t.diagnostic(done.join("; "));
  assert.equal(done.length, 6, done.join("; "));
  assert.match(done.at(-1), /: 0$/);
  assert.deepEqual(trouble, []);
  assert.deepEqual(journey, { lo: 0, out0: 0, out1: 0 });
  assert.ok(control.out0 > 0, "the interface counts: a page that asks is seen");
});
