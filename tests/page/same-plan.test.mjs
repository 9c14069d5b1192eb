// The same seed, steps and workers give the same plan natively, in Node and in the page.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { test } from "node:test";
import { command, modules } from "./support/built.mjs";
import { engine, openPlanner } from "./support/page.mjs";

const sample = { kind: "addiction_treatment", clinicians: 12, seed: 5 };
const plans = [1, 2, 3].map((workers) => ({ start: "published", steps: 400, seed: 11, workers }));

/** What must agree: the clinic that was generated, and the plans that were found. */
const digest = (clinic, replies) => ({
  clinic: JSON.stringify(clinic).length,
  plans: replies.map(({ plan, hash, costs, steps, workers }) => ({ sessions: plan.sessions.length, hash, costs, steps, workers })),
});

function native(folder) {
  const file = (name) => join(folder, name);
  const read = (name) => JSON.parse(readFileSync(file(name), "utf8"));
  writeFileSync(file("sample.json"), JSON.stringify(sample));
  execFileSync(command, ["sample", "--request", file("sample.json"), "--save", file("clinic.json"), "--out", file("s")]);
  const replies = plans.map((plan) => {
    writeFileSync(file("plan.json"), JSON.stringify(plan));
    execFileSync(command, ["plan", "--clinic", file("clinic.json"), "--request", file("plan.json"), "--out", file("p")]);
    return read("p");
  });
  return digest(read("clinic.json"), replies);
}

async function inNode() {
  const glue = await import(pathToFileURL(join(modules, "core.js")).href);
  glue.initSync({ module: readFileSync(join(modules, "core_bg.wasm")) });
  const planner = new glue.Planner();
  planner.run("sample", JSON.stringify(sample));
  const replies = plans.map((plan) => {
    planner.start("plan", JSON.stringify(plan));
    // In slices of odd sizes: how the steps are cut up must not matter.
    for (let steps = 1; !planner.advance(steps).done; steps += 7);
    return JSON.parse(planner.finish());
  });
  const { clinic } = JSON.parse(planner.run("document", "{}"));
  return digest(clinic, replies);
}

async function inPage(t) {
  const { page } = await openPlanner(t);
  const { run, task } = await engine(page);
  await run("sample", sample);
  const replies = [];
  for (const plan of plans) replies.push(await task("plan", plan, 50));
  const { clinic } = await run("document");
  return digest(clinic, replies);
}

test("the same plan everywhere", async (t) => {
  const folder = mkdtempSync(join(tmpdir(), "rosterwell-"));
  t.after(() => rmSync(folder, { recursive: true }));
  const expected = native(folder);
  for (const [idx, { sessions, hash, steps, workers }] of expected.plans.entries()) {
    assert.ok(sessions > 50 && /^[0-9a-f]{64}$/.test(hash), hash);
    assert.deepEqual([workers, steps], [idx + 1, plans[idx].steps * (idx + 1)]);
  }
  assert.equal(new Set(expected.plans.map(({ hash }) => hash)).size, 3, "workers make a difference");
  assert.deepEqual(await inNode(), expected, "Node");
  assert.deepEqual(await inPage(t), expected, "Chromium");
});
