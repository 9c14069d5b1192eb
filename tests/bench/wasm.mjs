// Solves a problem with the shipped module in Node: node wasm.mjs GLUE_FOLDER PROBLEM_FILE OUT_FILE SECONDS SEED [STEPS]
// A tenth of the CPU seconds is spent on learning the speed, the rest on one run with the steps that fit.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, problemFile, outFile, seconds, seed, fixedSteps] = process.argv.slice(2);
const glue = await import(pathToFileURL(join(folder, "core.js")).href);
glue.initSync({ module: readFileSync(join(folder, "core_bg.wasm")) });
const problem = readFileSync(problemFile, "utf8");

const cpu = () => {
  const used = process.cpuUsage();
  return (used.user + used.system) / 1e6;
};

/** Starts a run of so many steps. */
const start = (steps) => {
  const planner = new glue.Planner();
  planner.start("solve", `{"problem":${problem},"steps":${steps},"seed":${seed}}`);
  return planner;
};

const begin = cpu();
let steps = Number(fixedSteps);
if (!steps) {
  const trial = start(100_000_000);
  const ready = cpu();
  let done = 0;
  while (cpu() - ready < Number(seconds) / 10) done = trial.advance(64).step;
  const speed = done / (cpu() - ready);
  trial.free();
  // What parsing and the first plan took once, they will take again.
  steps = Math.max(1, Math.floor(speed * (Number(seconds) - (cpu() - begin) - (ready - begin))));
}
const planner = start(steps);
while (!planner.advance(4096).done);
const reply = JSON.parse(planner.finish());
writeFileSync(outFile, JSON.stringify({ plan: reply.plan, steps: reply.steps, seconds: cpu() - begin }));
