// Relief: one click caps somebody's work, plans anew, shows who absorbs it and at what cost; nothing changes before that is
// accepted, and undo takes it back.
import assert from "node:assert/strict";
import { test } from "node:test";
import { holds } from "./support/invariants.mjs";
import { engine, go, launch, look, openPlanner, shown, until } from "./support/page.mjs";

const view = (app) => app.locator("rw-view-workload");
const there = (app) => until(() => look(app, "state.workload.report !== undefined && !state.workload.running && state.workload.plan === state.history.value.plan"), "workload is there");
const done = (app) => until(() => look(app, "state.relief.result !== undefined && state.relief.running === undefined"), "the relief is planned", 120_000);

async function people(app) {
  await go(app, "Workload");
  await there(app);
  await view(app).getByLabel("Show clinicians one by one").check();
  await until(() => look(app, "state.workload.report?.clinicians.length > 0 && !state.workload.running"), "people are there");
}

test("relief", async (t) => {
  const browser = await launch(t);
  const { app, page, trouble } = await openPlanner(t, { browser, complete: true });
  await people(app);
  // Whoever is asked for most.
  const [busiest] = await look(app, "state.workload.report.clinicians.filter((each) => each.ahead).sort((a, b) => b.ahead.worked_min - a.ahead.worked_min).map((each) => each.clinician)");
  const name = await look(app, `state.open.index.clinicians.get(${JSON.stringify(busiest)}).name`);
  const before = await look(app, "JSON.stringify([state.history.value.plan, state.open.index.clinic.load_caps])");

  await t.test("one click plans with less work, and shows who absorbs it and at what cost", async () => {
    await view(app).getByRole("button", { name: `Relieve ${name}`, exact: true }).click();
    await view(app).getByRole("heading", { name: `Relief for ${name}` }).waitFor();
    await done(app);
    const { reply } = await look(app, "state.relief.result");
    const plan = await look(app, "state.history.value.plan");
    const own = await engine(page);
    await own.run("sample", { kind: "addiction_treatment", clinicians: 24, seed: 1 });
    const asked = { clinician: busiest, week_min: reply.cap.week_min, weeks: 4, plan, others_may_move: false };
    assert.deepEqual(await own.task("relieve", asked, 1000), reply);
    const [relieved] = reply.people;
    assert.equal(relieved.clinician, busiest);
    assert.ok(relieved.after_min < relieved.before_min, "somebody is relieved");
    const rows = view(app).getByRole("region", { name: "Who absorbs it, table" }).locator("tbody tr");
    assert.equal(await rows.count(), reply.people.length);
    await view(app).getByText(new RegExp(`^${name} works .* in the weeks planned, not `)).waitFor();
    await view(app).getByText(/The plan costs/).waitFor();
    assert.doesNotMatch(await shown(view(app)), /`|NaN|undefined|-0\b/);
    assert.equal(await look(app, "JSON.stringify([state.history.value.plan, state.open.index.clinic.load_caps])"), before, "nothing changed");
    await holds(app, "relief", { focused: true });
  });

  await t.test("another question makes the answer old, and cannot be accepted", async () => {
    await view(app).getByLabel("Working time left").selectOption("60");
    await view(app).getByText("This answers the question before your last change.").waitFor();
    assert.equal(await view(app).getByRole("button", { name: "Accept", exact: true }).count(), 0);
    await holds(app, "old answer", { focused: true });
  });

  await t.test("is stopped with the best so far", async () => {
    await app.evaluate(() => {
      const planner = document.querySelector("rw-planner");
      const send = (type, detail) => planner.dispatchEvent(new CustomEvent(type, { detail }));
      send("rw-relief", { kind: "run", question: planner.state.relief.asked });
      const unlisten = setInterval(() => {
        if ((planner.state.relief.running?.step ?? 0) === 0) return;
        clearInterval(unlisten);
        send("rw-relief", { kind: "stop" });
      }, 1);
    });
    await done(app);
    assert.equal(await look(app, "state.relief.result.stopped && state.relief.result.reply.steps < 20000"), true);
    await view(app).getByText("Stopped early: this is the best found so far.").waitFor();
    await holds(app, "stopped");
  });

  await t.test("discarded it leaves nothing, by keyboard too", async () => {
    await view(app).getByRole("button", { name: "Discard", exact: true }).focus();
    await page.keyboard.press("Enter");
    await until(() => look(app, "state.relief.asked === undefined"), "nobody is to be relieved");
    assert.equal(await look(app, "JSON.stringify([state.history.value.plan, state.open.index.clinic.load_caps])"), before);
    await holds(app, "discarded", { focused: true });
    await view(app).getByRole("button", { name: "Close", exact: true }).click();
    assert.equal(await view(app).getByRole("button", { name: `Relieve ${name}`, exact: true }).count(), 1);
    await holds(app, "closed", { focused: true, quick: true });
  });

  await t.test("accepted it changes plan and clinic at once, and undo takes both back", async () => {
    await view(app).getByRole("button", { name: `Relieve ${name}`, exact: true }).focus();
    await page.keyboard.press("Enter");
    await done(app);
    const reply = await look(app, "state.relief.result.reply");
    await view(app).getByRole("button", { name: "Accept", exact: true }).focus();
    await page.keyboard.press("Enter");
    await until(() => look(app, "state.open.index.clinic.load_caps.length === 1 && state.relief.asked === undefined"), "it is accepted");
    assert.deepEqual(await look(app, "state.history.value.plan"), reply.plan);
    assert.deepEqual(await look(app, "state.open.index.clinic.load_caps[0]"), reply.cap);
    await until(() => look(app, "state.shown?.plan === state.history.value.plan"), "the independent checker has looked");
    assert.deepEqual(await look(app, "state.shown.violations"), []);
    await there(app);
    await holds(app, "accepted", { focused: true });
    await page.keyboard.press("Control+z");
    await until(() => look(app, "state.open.index.clinic.load_caps.length === 0"), "the cap is taken back");
    assert.equal(await look(app, "JSON.stringify([state.history.value.plan, state.open.index.clinic.load_caps])"), before);
    await there(app);
  });
  assert.equal(await look(app, "state.requests"), 0);
  assert.deepEqual(trouble, []);
});

test("relief fits a phone", async (t) => {
  const { app, trouble } = await openPlanner(t, { complete: true, viewport: { width: 320, height: 640 } });
  await people(app);
  await view(app).getByRole("button", { name: /^Relieve / }).first().click();
  await done(app);
  await holds(app, "relief, 320 px wide");
  assert.deepEqual(trouble, []);
});
