// What the schedule asks of people: the team in parts that sum to the index, people only when asked for, surveys beside it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { holds } from "./support/invariants.mjs";
import { engine, go, launch, look, openPlanner, reopen, shown, until } from "./support/page.mjs";

const view = (app) => app.locator("rw-view-workload");
const there = (app) => until(() => look(app, "state.workload.report !== undefined && !state.workload.running && state.workload.plan === state.history.value.plan"), "workload is there");

test("workload", async (t) => {
  const browser = await launch(t);
  const { app, page, trouble } = await openPlanner(t, { browser, complete: true });
  await go(app, "Workload");
  await there(app);

  await t.test("is that of the engine, the team alone, in parts that sum to the index", async () => {
    const report = await look(app, "state.workload.report");
    const own = await engine(page);
    await own.run("sample", { kind: "addiction_treatment", clinicians: 24, seed: 1 });
    assert.deepEqual(await own.run("workload", {}), report);
    assert.equal(report.clinicians.length, 0, "nobody was asked for");
    for (const { index, parts } of [report.team.recent, report.team.ahead]) {
      assert.ok(Math.abs(parts.reduce((sum, part) => sum + part.points, 0) - index) < 1e-9);
    }
    const names = await look(app, "state.open.index.clinic.clinicians.map((row) => row.name)");
    const text = await shown(view(app));
    assert.deepEqual(names.filter((name) => text.includes(name)), [], "clinicians are named without being asked for");
    assert.doesNotMatch(text, /`|NaN|undefined|\bc0\d\d\b|probability of burnout/);
    const table = view(app).getByRole("region", { name: /^What it is made of: last four weeks, table/ });
    await view(app).getByRole("button", { name: "Show as table" }).first().click();
    const made = report.team.recent.parts.filter((part) => part.points > 0).length;
    assert.equal(await table.locator("tbody tr").count(), made);
    await view(app).getByRole("button", { name: "The plan", exact: true }).click();
    await view(app).getByRole("img", { name: /^What it is made of: the plan/ }).waitFor();
    await holds(app, "workload", { focused: true });
  });

  await t.test("people are shown when that is switched on, and hidden again", async () => {
    await view(app).getByLabel("Show clinicians one by one").check();
    await until(() => look(app, "state.workload.report?.clinicians.length > 0 && !state.workload.running"), "people are there");
    await there(app);
    const people = await look(app, "state.workload.report.clinicians.filter((each) => each.recent || each.ahead).length");
    const region = view(app).getByRole("region", { name: "Clinicians one by one, table" });
    assert.equal(await region.locator("tbody tr").count(), people);
    await region.locator("button").first().click();
    await view(app).getByRole("img", { name: /^Week by week/ }).nth(1).waitFor();
    await holds(app, "people", { focused: true });
    await view(app).getByLabel("Show clinicians one by one").uncheck();
    assert.equal(await region.count(), 0);
  });

  await t.test("without work it says what it needs", async () => {
    await reopen(app, (clinic) => ({ ...clinic, orders: [], appointments: [], attendances: [], authorizations: [], staff_days: [], shifts: [] }));
    await go(app, "Workload");
    await there(app);
    await view(app).getByText("No one has work on record or in the plan. Add clinicians and visits.").waitFor();
    await holds(app, "nothing", { focused: true });
  });
  assert.deepEqual(trouble, []);
});
