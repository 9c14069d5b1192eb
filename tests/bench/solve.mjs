// Solves a problem with the shipped module in Node: node solve.mjs GLUE_FOLDER PROBLEM_FILE OUT_FILE SECONDS SEED [STEPS]
// A run has a number of steps, not of seconds. A tenth of the CPU seconds, and half a second at least, goes into learning
// how many fit: first at the speed of a hot search, once the module has been compiled for speed, then of a short whole
// run, because the speed changes as the search cools down.
import { readFileSync, writeFileSync } from "node:fs";
import { cpu, load } from "./glue.mjs";

const [folder, problemFile, outFile, seconds, seed, fixedSteps] = process.argv.slice(2);
const begin = cpu();
const { glue } = await load(folder);
const problem = readFileSync(problemFile, "utf8");
const budget = Number(seconds);

/** Starts a run of so many steps. */
const start = (steps) => {
  const planner = new glue.Planner();
  planner.start("solve", `{"problem":${problem},"steps":${steps},"seed":${seed}}`);
  planner.advance(1);
  return planner;
};

/** Steps per CPU second of a run that stays hot, in the second half of so many seconds. */
const hotSpeed = (limit) => {
  const planner = start(1_000_000_000);
  const from = cpu();
  let [slice, done, used] = [16, 0, 0];
  let [warmDone, warmUsed] = [0, 0];
  while (used < limit) {
    done = planner.advance(slice).step;
    used = cpu() - from;
    if (used < limit / 2) [warmDone, warmUsed] = [done, used];
    if (used < limit / 8) slice *= 2;
  }
  planner.free();
  return (done - warmDone) / (used - warmUsed);
};

/** A whole run: its reply, and the CPU seconds before and within its steps. */
const whole = (steps) => {
  const from = cpu();
  const planner = start(steps);
  const ready = cpu();
  while (!planner.advance(1_000_000).done);
  const end = cpu();
  return { reply: planner.finish(), before: ready - from, within: end - ready };
};

let steps = Number(fixedSteps);
if (!steps) {
  const few = Math.max(64, Math.floor(hotSpeed(Math.max(0.05 * budget, 0.5)) * budget * 0.05));
  const trial = whole(few);
  // What parsing and the first plan took once, they will take again.
  const left = budget - (cpu() - begin) - trial.before;
  steps = Math.max(1, Math.floor((few / trial.within) * left));
}
const run = whole(steps);
const reply = JSON.parse(run.reply);
const measured = { steps: reply.steps, seconds: cpu() - begin, speed: Math.round(reply.steps / run.within) };
writeFileSync(outFile, JSON.stringify({ plan: reply.plan, ...measured }));
