// CPU milliseconds of questions about a plan of the sample center in the shipped module: node latency.mjs GLUE_FOLDER SEED
// A question is what the page asks: the operation with the whole plan as JSON, and its reply as JSON.
import { cpu, load } from "./glue.mjs";

const COUNT = 100;
const [folder, seed] = process.argv.slice(2);
const { glue } = await load(folder);
const planner = new glue.Planner();
planner.run("sample", `{"kind":"addiction_treatment","clinicians":60,"seed":${seed}}`);
planner.start("plan", `{"steps":2000,"seed":${seed}}`);
while (!planner.advance(1_000).done);
const { plan, unplaced } = JSON.parse(planner.finish());
const text = JSON.stringify(plan);
const movable = plan.sessions.filter((row) => row.place && !row.locked);
const placed = movable.map((row) => row.session);
const open = unplaced.filter((entry) => entry.seats === 0).map((entry) => entry.session);

/** Median and 95th percentile; null if there is nothing to ask about. */
const time = (operation, keys, more = "") => {
  if (keys.length === 0) return null;
  const millis = [];
  for (let at = 0; at < COUNT; at += 1) {
    const key = JSON.stringify(keys[(at * 7) % keys.length]);
    const from = cpu();
    planner.run(operation, `{"plan":${text},"session":${key}${more}}`);
    millis.push((cpu() - from) * 1000);
  }
  millis.sort((a, b) => a - b);
  return { median: millis[COUNT / 2], p95: millis[(COUNT * 95) / 100] };
};

const single = movable.filter((row) => row.kind === "individual");
const sick = single.map((row) => ({
  kind: "sick", clinician: row.place.clinicians[0], from: "2026-11-24T09:00", until: "2026-11-25T00:00",
}));
const emergency = single.map((row) => ({
  kind: "emergency", patient: row.patients[0], service: row.service, by: "2026-11-24T10:30",
}));

/** Repairs: until the first proposal, or all of them. */
const repair = (events, whole) => {
  const count = 40;
  const millis = [];
  for (let at = 0; at < count; at += 1) {
    const event = JSON.stringify(events[(at * 7) % events.length]);
    const from = cpu();
    planner.start("repair", `{"plan":${text},"now":"2026-11-24T10:00","events":[${event}]}`);
    while (!planner.advance(whole ? 1_000 : 1).done && whole);
    if (whole) planner.finish();
    else planner.cancel();
    millis.push((cpu() - from) * 1000);
  }
  millis.sort((a, b) => a - b);
  return { median: millis[count / 2], p95: millis[(count * 95) / 100] };
};

console.log(
  JSON.stringify({
    count: COUNT,
    alternatives_ms: time("alternatives", placed, ',"count":3'),
    explain_ms: time("explain", placed),
    why_not_ms: time("explain", open),
    repair_sick_first_ms: repair(sick, false),
    repair_emergency_first_ms: repair(emergency, false),
    repair_sick_ms: repair(sick, true),
    repair_emergency_ms: repair(emergency, true),
  }),
);
