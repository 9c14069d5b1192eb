// How large a clinic the shipped module can plan in Node: node scale.mjs GLUE_FOLDER DOCUMENT_FILE OUT_FILE SECONDS SEED [STEPS]
// The counterpart of scale.rs: the operations that the page asks for, and the memory that the module has in the end,
// which is the most it ever had, because it never gives any back.
import { readFileSync, writeFileSync } from "node:fs";
import { cpu, load } from "./glue.mjs";

/** As in scale.rs. */
const [TRIAL, PLANNED, SLICE] = [0.1, 0.8, 16];

const [folder, documentFile, outFile, secondsText, seed, fixedSteps] = process.argv.slice(2);
const seconds = Number(secondsText);
const begin = cpu();
const { glue, memory } = await load(folder);
const text = readFileSync(documentFile, "utf8");
const planner = new glue.Planner();
const ready = cpu();
planner.run("open", text);
const opened = cpu();

const start = (steps) => planner.start("plan", `{"steps":${steps},"seed":${seed}}`);
start(2 ** 24);
if (!planner.advance(1).news.best) throw new Error("the checker refuses the first plan");
const first = cpu();
let steps = Number(fixedSteps);
if (!steps) {
  let done = 0;
  while (cpu() - first < TRIAL * seconds) {
    planner.advance(SLICE);
    done += SLICE;
  }
  const left = seconds - (cpu() - begin);
  steps = Math.max(1, Math.floor((done / (cpu() - first)) * left * PLANNED));
}
planner.cancel();

start(steps);
let longest = 0;
for (let more = true; more; ) {
  const from = cpu();
  more = !planner.advance(SLICE).done;
  longest = Math.max(longest, cpu() - from);
}
const from = cpu();
const reply = JSON.parse(planner.finish());
const end = cpu();
writeFileSync(
  outFile,
  JSON.stringify({
    open_seconds: opened - ready,
    first_plan_seconds: first - opened,
    longest_turn_seconds: longest,
    reply_seconds: end - from,
    seconds: end - begin,
    peak_bytes: process.resourceUsage().maxRSS * 1024,
    memory_bytes: memory.buffer.byteLength,
    reply,
  }),
);
