// The same seed and steps give the same plan natively, in Node and in the page.
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
const plan = { start: "published", steps: 400, seed: 11 };

/** What must agree: the clinic that was generated, and the plan that was found. */
const digest = (clinic, reply) => ({
  clinic: JSON.stringify(clinic).length,
  sessions: reply.plan.sessions.length,
  hash: reply.hash,
  costs: reply.costs,
  steps: reply.steps,
});

function native(folder) {
  const file = (name) => join(folder, name);
  writeFileSync(file("sample.json"), JSON.stringify(sample));
  writeFileSync(file("plan.json"), JSON.stringify(plan));
  execFileSync(command, ["sample", "--request", file("sample.json"), "--save", file("clinic.json"), "--out", file("s")]);
  execFileSync(command, ["plan", "--clinic", file("clinic.json"), "--request", file("plan.json"), "--out", file("p")]);
  const read = (name) => JSON.parse(readFileSync(file(name), "utf8"));
  return digest(read("clinic.json"), read("p"));
}

async function inNode() {
  const glue = await import(pathToFileURL(join(modules, "core.js")).href);
  glue.initSync({ module: readFileSync(join(modules, "core_bg.wasm")) });
  const planner = new glue.Planner();
  planner.run("sample", JSON.stringify(sample));
  planner.start("plan", JSON.stringify(plan));
  // In slices of odd sizes: how the steps are cut up must not matter.
  for (let steps = 1; !planner.advance(steps).done; steps += 7);
  const { clinic } = JSON.parse(planner.run("document", "{}"));
  return digest(clinic, JSON.parse(planner.finish()));
}

async function inPage(t) {
  const { page } = await openPlanner(t);
  const { run, task } = await engine(page);
  await run("sample", sample);
  const reply = await task("plan", plan, 50);
  const { clinic } = await run("document");
  return digest(clinic, reply);
}

test("the same plan everywhere", async (t) => {
  const folder = mkdtempSync(join(tmpdir(), "rosterwell-"));
  t.after(() => rmSync(folder, { recursive: true }));
  const expected = native(folder);
  assert.ok(expected.sessions > 50 && /^[0-9a-f]{64}$/.test(expected.hash), JSON.stringify(expected));
  assert.equal(expected.steps, plan.steps);
  assert.deepEqual(await inNode(), expected, "Node");
  assert.deepEqual(await inPage(t), expected, "Chromium");
});
