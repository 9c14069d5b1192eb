// What scenarios cost in the shipped module: node scenario.mjs GLUE_FOLDER SEED RUNS MEMORY
// Three scenarios of the sample center over 36 months with RUNS replications, the first estimate, sliders, and MEMORY
// small scenarios one after another. CPU seconds are those of the whole process, compiling included.
import { cpu, load } from "./glue.mjs";

const [folder, seed, runs, many] = process.argv.slice(2);
const { glue, memory } = await load(folder);
const planner = new glue.Planner();
planner.run("sample", `{"kind":"addiction_treatment","clinicians":24,"seed":${seed}}`);
const asked = (request) => JSON.stringify({ seed: Number(seed), months: 36, ...request });

/** CPU seconds of a task, its first estimate and when it was there, and the longest that it could not be stopped. */
const timed = (operation, request) => {
  const from = cpu();
  planner.start(operation, request);
  let first = null;
  let longest = 0;
  for (let before = from; ; ) {
    const progress = planner.advance(100);
    const now = cpu();
    longest = Math.max(longest, now - before);
    before = now;
    if (first === null && progress.news?.net_cents) first = { seconds: now - from, quick: progress.news.quick, cents: progress.news.net_cents };
    if (progress.done) break;
  }
  const text = planner.finish();
  return { seconds: cpu() - from, first, longest, reply: JSON.parse(text) };
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
  return {
    name: request.name,
    seconds: full.seconds,
    first: full.first,
    longest: full.longest,
    weeks: reply.weeks_planned,
    error_share: reply.mc_error_share ?? null,
    cents: reply.cases.map(({ net_cents }) => net_cents.mean),
  };
});

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
    surface: { seconds: fitted.seconds, points, unseen, checks: checks.filter(({ id }) => ["net_cents", "first_year_cents", "unplaced"].includes(id)) },
    slider_ms: { median: millis[500], p95: millis[950] },
    memory: sizesOfMemory,
  }),
);
