// Demand ahead: what comes, the hours it takes and has, what closes a gap; too little history, no history, stopped.
import assert from "node:assert/strict";
import { test } from "node:test";
import { holds } from "./support/invariants.mjs";
import { engine, go, launch, look, openPlanner, reopen, shown, until } from "./support/page.mjs";

const there = (app) => until(() => look(app, "state.forecast.report !== undefined && !state.forecast.running"), "the forecast is there");
const view = (app) => app.locator("rw-view-forecast");
const press = (app, name) => app.evaluate((name) => {
  const view = document.querySelector("rw-planner").shadowRoot.querySelector("rw-view-forecast");
  [...view.shadowRoot.querySelectorAll("button")].find((button) => button.textContent.trim() === name).click();
  return view.updateComplete.then(() => true);
}, name);

test("the forecast", async (t) => {
  const browser = await launch(t);
  const { app, page, trouble } = await openPlanner(t, { browser, complete: true });
  await go(app, "Forecast");
  await there(app);

  await t.test("is that of the engine, for every discipline and series", async () => {
    const report = await look(app, "state.forecast.report");
    assert.equal(report.weeks.length, 13);
    const own = await engine(page);
    await own.run("sample", { kind: "addiction_treatment", clinicians: 24, seed: 1 });
    assert.deepEqual((await own.task("forecast", { horizon: 13, service_level: 0.8 }, 1000)).clinic, report);
    const rows = await view(app).getByRole("region", { name: "Hours needed and hours there, table" }).locator("tbody tr").count();
    assert.equal(rows, report.disciplines.filter((each) => each.capacity.clinicians > 0).length);
    const short = report.disciplines.filter((each) => each.gap_planned.some((hours) => hours >= 0.5));
    assert.ok(short.length > 0);
    await view(app).getByText(new RegExp(`^${short.length} of ${rows} disciplines lack`)).waitFor();
    const visits = report.series.filter((each) => each.measure === "visits");
    assert.equal(await view(app).getByRole("region", { name: "Demand by service and site, table" }).locator("tbody tr").count(), visits.length);
    const text = await shown(view(app));
    assert.doesNotMatch(text, /`|case_manager|NaN|undefined|-0\b/, "names, not ids");
    await holds(app, "forecast", { focused: true });
  });

  await t.test("a discipline and a series are opened by their names", async () => {
    await view(app).getByRole("button", { name: "Case manager", exact: true }).click();
    await view(app).getByRole("heading", { name: "Hours of case manager" }).waitFor();
    await view(app).getByText("What would close the gap").waitFor();
    const chart = view(app).getByRole("img", { name: /^Hours a week for case manager/ });
    assert.match(await chart.getAttribute("aria-label"), /about [\d.]+ h a week are needed \(8 in 10 cases/);
    await view(app).getByRole("button", { name: "Show as table" }).first().click();
    assert.equal(await view(app).locator("rw-course").first().locator("tbody tr td:nth-child(5)").count(), 13);
    await view(app).getByRole("button", { name: "Referrals", exact: true }).click();
    await view(app).getByRole("img", { name: /referrals a week/ }).waitFor();
    await view(app).getByText(/earlier moments it missed by/).waitFor();
    await holds(app, "opened", { focused: true });
  });

  await t.test("a stopped forecast replaces nothing, and gives way to the optimizer", async () => {
    const before = await look(app, "state.forecast.report.weeks.length");
    await press(app, "26 weeks");
    await press(app, "Stop");
    await until(() => look(app, "!state.forecast.running"), "it has stopped", 5_000);
    assert.equal(await look(app, "state.forecast.report.weeks.length"), before);
    assert.equal(await look(app, "state.forecast.stopped && state.engine === 'ready'"), true);
    await view(app).getByText("These figures answer the question before your last change.").waitFor();
    await holds(app, "stopped", { focused: true });
    await app.evaluate(() => {
      const planner = document.querySelector("rw-planner");
      const send = (type, detail) => planner.dispatchEvent(new CustomEvent(type, { detail }));
      send("rw-forecast", { kind: "run" });
      send("rw-solve", { start: "shown" });
    });
    await until(() => look(app, "state.solve !== undefined && !state.forecast.running"), "the optimizer has the engine", 5_000);
    await until(() => look(app, "state.solve === undefined && state.outcome !== undefined"), "the proposal", 120_000);
    await view(app).getByRole("button", { name: "Forecast", exact: true }).click();
    await until(() => look(app, "state.forecast.report.weeks.length === 26"), "half a year");
    await view(app).getByRole("heading", { name: "Hours needed and hours there" }).waitFor();
  });

  await t.test("is printed", async () => {
    await page.emulateMedia({ media: "print" });
    for (const printed of ["rw-course svg", "tbody button.link", "#doubts"]) {
      assert.ok(await view(app).locator(printed).first().isVisible(), `${printed} is not printed`);
    }
    assert.ok(await view(app).getByRole("button", { name: "26 weeks" }).isHidden());
    await page.emulateMedia({ media: "screen" });
  });

  await t.test("too little history holds the mean and says so", async () => {
    await reopen(app, (clinic) => {
      const from = "2026-10-19";
      const appointments = clinic.appointments.filter((row) => row.start >= from);
      const kept = new Set(appointments.map((row) => row.id));
      return {
        ...clinic, appointments,
        attendances: clinic.attendances.filter((row) => kept.has(row.appointment)),
        referrals: clinic.referrals.filter((row) => row.received >= from),
      };
    });
    await go(app, "Forecast");
    await there(app);
    assert.ok(await look(app, "state.forecast.report.series.length > 0 && state.forecast.report.series.every((each) => each.ahead === null)"));
    await view(app).getByText(/^Forecasts need 8 full weeks of referrals or visits\. The longest history here has [1-5] weeks?/).waitFor();
    assert.ok((await view(app).getByText("No forecast", { exact: true }).count()) > 3);
    await holds(app, "too little", { focused: true });
  });

  await t.test("no history says what is needed", async () => {
    await reopen(app, (clinic) => ({ ...clinic, appointments: [], attendances: [], referrals: [] }));
    await go(app, "Forecast");
    await there(app);
    await view(app).getByText(/This clinic has none on record/).waitFor();
    await holds(app, "nothing", { focused: true });
    await view(app).getByRole("button", { name: "Add visits" }).click();
    assert.equal(await look(app, "state.view"), "data");
  });
  assert.deepEqual(trouble, []);
});
