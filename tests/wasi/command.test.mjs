// The command built for WASI, in Node: the same bytes as natively, with the folder that it is given and nothing else.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, openSync, closeSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { test } from "node:test";
import { run } from "../../examples/wasi/run.mjs";

const { ROSTERWELL_WASM: file, ROSTERWELL: native } = process.env;
const module = await WebAssembly.compile(readFileSync(file));

/** What no plan may need: the time, chance, waiting, sockets. */
const missing = ["clock_time_get", "clock_res_get", "random_get", "poll_oneoff", "sock_accept", "sock_recv", "sock_send", "sock_shutdown"];
const sample = { kind: "addiction_treatment", clinicians: 6, seed: 5 };
const plan = { start: "published", steps: 200, seed: 11 };

/** A folder for as long as `t`, a test, runs, with the requests in it. */
function folder(t) {
  const path = mkdtempSync(join(tmpdir(), "rosterwell-"));
  t.after(() => rmSync(path, { recursive: true }));
  writeFileSync(join(path, "sample.json"), JSON.stringify(sample));
  writeFileSync(join(path, "plan.json"), JSON.stringify(plan));
  return path;
}

const makeSample = ["sample", "--request", "sample.json", "--save", "clinic.json", "--out", "sampled.json"];
const makePlan = ["plan", "--clinic", "clinic.json", "--request", "plan.json", "--out", "planned.json"];

/** Runs the command with its standard error in a file; gives code and what it said. */
async function refused(path, options) {
  const said = join(path, "said");
  const stderr = openSync(said, "w");
  const code = await run(module, path, options, { stderr });
  closeSync(stderr);
  return { code, error: JSON.parse(readFileSync(said, "utf8")) };
}

test("the same clinic and the same plan, byte for byte, without clock, chance and network", async (t) => {
  const [here, there] = [folder(t), folder(t)];
  for (const options of [makeSample, makePlan]) {
    execFileSync(native, options, { cwd: here });
    assert.equal(await run(module, there, options, { missing }), 0);
  }
  for (const name of ["clinic.json", "sampled.json", "planned.json"]) {
    assert.ok(readFileSync(join(here, name)).equals(readFileSync(join(there, name))), name);
  }
  const { hash, plan: found } = JSON.parse(readFileSync(join(there, "planned.json"), "utf8"));
  assert.match(hash, /^[0-9a-f]{64}$/);
  assert.ok(found.sessions.filter(({ place }) => place).length > 20);
});

test("the runner as a program gives reply and exit code", (t) => {
  const path = folder(t);
  const runner = fileURLToPath(new URL("../../examples/wasi/run.mjs", import.meta.url));
  const start = (...options) => spawnSync("node", ["--no-warnings", runner, file, path, ...options], { encoding: "utf8" });
  const good = start("sample", "--request", "sample.json");
  assert.equal(good.status, 0, good.stderr);
  assert.ok(JSON.parse(good.stdout).summary);
  const bad = start("nothing");
  assert.deepEqual([bad.status, JSON.parse(bad.stderr).code], [1, "operation.unknown"]);
});

test("what is outside the folder cannot be read or written", async (t) => {
  const path = folder(t);
  const inner = join(path, "inner");
  mkdirSync(inner);
  copyFileSync(join(path, "sample.json"), join(inner, "sample.json"));
  for (const outside of ["../plan.json", join(path, "plan.json"), "/etc/hostname"]) {
    const { code, error } = await refused(inner, ["sample", "--request", outside]);
    assert.deepEqual([code, error.code], [1, "command.read"], outside);
    const written = await refused(inner, ["sample", "--request", "sample.json", "--out", outside.replace("plan", "new")]);
    assert.deepEqual([written.code, written.error.code], [1, "command.write"], outside);
  }
});
