// What scenarios cost in the shipped module: node scenario.mjs GLUE_FOLDER SEED RUNS MEMORY
// Three scenarios of the sample center over 36 months with RUNS replications, the first estimate, sliders, and MEMORY
// small scenarios one after another. CPU seconds are those of the whole process, compiling included.
import { cpu, load } from "./glue.mjs";

const [folder, seed, runs, many] = process.argv.slice(2);
const { glue, memory } = await load(folder);
const planner = new glue.Planner();
planner.run("sample", `{"kind":"addiction_treatment","clinicians":24,"seed":${seed}}`);
const asked = (request) => JSON.stringify({ seed: Number(seed), months: 36, ...request });

/** CPU seconds of a task, and when `reached` first holds of its progress. */
const timed = (operation, request, reached) => {
  const from = cpu();
  planner.start(operation, request);
  let first = null;
  for (;;) {
    const progress = planner.advance(100);
    if (first === null && reached?.(progress)) first = cpu() - from;
    if (progress.done) break;
  }
  const text = planner.finish();
  return { seconds: cpu() - from, first, reply: JSON.parse(text) };
};

// The scenario that a clinic starts with, an approach of the field, and hires: the page's sizes but for the replications.
const sizes = { draws: 15, levels: 3, first_steps: 800, plan_steps: 120 };
const discipline = JSON.parse(planner.run("document", "{}")).clinic.clinicians[0].discipline;
const scenarios = [
  { name: "presets", ...sizes },
  { name: "wellbeing", template: "wellbeing", ...sizes },
  { name: "hire", changes: [{ lever: { hire: { discipline } }, value: 2, low: 1, high: 3 }], ...sizes },
].map((request) => {
  const full = timed("scenario", asked({ ...request, runs: Number(runs) }));
  const { reply } = full;
  return { name: request.name, seconds: full.seconds, weeks: reply.weeks_planned, error_share: reply.mc_error_share ?? null };
});
const { first } = timed("scenario", asked({ ...sizes, runs: 8 }), ({ news }) => news.net_cents != null);

const sliders = [
  { lever: { hire: { discipline } }, value: 2, low: 0, high: 6 },
  { lever: "demand", value: 0, low: -0.2, high: 0.4 },
  { lever: { no_show: {} }, value: 0, low: -0.5, high: 0.3 },
  { lever: "utilization", value: 0.05, low: 0, high: 0.15 },
  { lever: { pay: {} }, value: 0, low: -0.05, high: 0.15 },
];
const fitted = timed("surface", asked({ changes: sliders }));
const { surface, checks, points, unseen } = fitted.reply;
const millis = [];
for (let at = 0; at < 1_000; at += 1) {
  const values = sliders.map(({ low, high }, slider) => low + ((at * (7 + slider)) % 101) / 100 * (high - low));
  const request = { surface, values };
  const from = process.hrtime.bigint();
  JSON.parse(planner.run("estimate", JSON.stringify(request)));
  millis.push(Number(process.hrtime.bigint() - from) / 1e6);
}
millis.sort((a, b) => a - b);

const small = { draws: 3, runs: 2, levels: 1, first_steps: 50, plan_steps: 20, months: 12 };
const sizesOfMemory = [];
for (let at = 1; at <= Number(many); at += 1) {
  timed("scenario", asked({ ...small, changes: [{ ...sliders[0], value: at % 6, low: at % 6, high: at % 6 }] }));
  if (at === Math.ceil(Number(many) / 10) || at === Number(many)) sizesOfMemory.push({ scenarios: at, bytes: memory.buffer.byteLength });
}

console.log(
  JSON.stringify({
    scenarios,
    first_estimate_seconds: first,
    surface: { seconds: fitted.seconds, points, unseen, checks: checks.filter(({ id }) => ["net_cents", "first_year_cents", "unplaced"].includes(id)) },
    slider_ms: { median: millis[500], p95: millis[950] },
    memory: sizesOfMemory,
  }),
);
