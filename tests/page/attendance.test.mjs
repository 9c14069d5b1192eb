// Who is expected to come: sums, help, how good it is, groups with small ones hidden; and in the panel of a session.
import assert from "node:assert/strict";
import { test } from "node:test";
import { holds } from "./support/invariants.mjs";
import { engine, go, launch, look, openPlanner, reopen, shown, until } from "./support/page.mjs";

const there = (app) => until(() => look(app, "state.attendance.report !== undefined && !state.attendance.running && state.attendance.plan === state.history.value.plan"), "attendance is there");
const view = (app) => app.locator("rw-view-attendance");

test("attendance", async (t) => {
  const browser = await launch(t);
  const { app, page, trouble } = await openPlanner(t, { browser, complete: true });
  await go(app, "Attendance");
  await there(app);

  await t.test("is that of the engine, and names nobody", async () => {
    const report = await look(app, "state.attendance.report");
    const own = await engine(page);
    await own.run("sample", { kind: "addiction_treatment", clinicians: 24, seed: 1 });
    assert.deepEqual(await own.run("attendance", {}), report);
    await view(app).getByText(`About ${Math.round(report.expected.attend)} of ${report.expected.seats} planned visits`).waitFor();
    const names = await look(app, "state.open.index.clinic.patients.map((row) => row.name)");
    const text = await shown(view(app));
    assert.deepEqual(names.filter((name) => text.includes(name)), [], "patients are named without being asked for");
    assert.doesNotMatch(text, /`|\bp0\d\d\d\b|\bc0\d\d\b|NaN|undefined/, "no ids");
    await holds(app, "attendance", { focused: true });
  });

  await t.test("help is offered to the likeliest to be missed, and opens their session", async () => {
    const shares = (await view(app).locator(".chance").allInnerTexts()).map((text) => parseFloat(text));
    assert.equal(shares.length, 10);
    assert.deepEqual(shares, [...shares].sort((a, b) => b - a));
    await view(app).getByLabel("Show patient names").check();
    const first = await look(app, `(() => {
      const all = state.attendance.report.sessions.flatMap((session) => session.patients.filter((seat) => seat.help?.length).map((seat) => ({ session, seat })));
      const { session, seat } = all.sort((a, b) => b.seat.no_show + b.seat.late_cancel - a.seat.no_show - a.seat.late_cancel)[0];
      return { session: session.session, name: state.open.index.patients.get(seat.patient).name };
    })()`);
    assert.ok((await view(app).locator(".visits li").first().innerText()).includes(first.name));
    await view(app).getByLabel("Show patient names").uncheck();
    await view(app).locator(".visits button").first().click();
    await until(() => look(app, `state.view === "schedule" && state.board.selected === ${JSON.stringify(first.session)}`), "its session is open");
    await app.locator("rw-expectation").getByText(/likely to take place|expected$/).first().waitFor();
  });

  await t.test("what a chance is made of sums to it", async () => {
    await app.locator("rw-expectation summary").click();
    await until(() => look(app, "state.attendance.explained !== undefined && !state.attendance.running"), "contributions");
    const scores = await look(app, "state.attendance.explained.patients.flatMap((seat) => seat.scores)");
    const made = scores.filter((score) => score.contributions?.length > 0);
    assert.ok(made.length > 0);
    for (const { probability, base_log_odds, contributions } of made) {
      const sum = contributions.reduce((all, each) => all + each.log_odds, base_log_odds);
      assert.ok(Math.abs(sum - Math.log(probability / (1 - probability))) < 1e-9);
    }
    const rows = await app.locator("rw-expectation table").first().locator("td").allInnerTexts();
    const shown = rows.map((text) => Number(text.replace("−", "-")));
    const total = shown.pop();
    assert.ok(Math.abs(shown.reduce((all, each) => all + each, 0) - total) <= 0.005 * (shown.length + 1), `${rows}`);
    await holds(app, "a session's chances", { focused: true });
  });

  await t.test("how good it is, for every outcome and group", async () => {
    await go(app, "Attendance");
    for (const name of ["Late cancellation", "Cancelled by the clinic", "No-show"]) {
      await view(app).getByRole("button", { name, exact: true }).click();
      await view(app).getByRole("img", { name: new RegExp(`^Predicted and observed, ${name}\\. Predicted and observed differ by`) }).waitFor();
    }
    await view(app).getByLabel("Factor").selectOption("weekday");
    await view(app).getByRole("img", { name: /^What goes with it: day of the week/ }).waitFor();
    for (const name of ["Equity group", "Level of care", "Site", "Language"]) {
      await view(app).getByRole("button", { name, exact: true }).click();
      await view(app).getByRole("img", { name: new RegExp(`, ${name}\\. `) }).waitFor();
    }
    const more = view(app).getByRole("button", { name: "Show as table" });
    while ((await more.count()) > 0) await more.first().click();
    await view(app).getByText("Patients are never overbooked by name.").waitFor();
    await holds(app, "tables", { focused: true });
  });

  await t.test("small groups are hidden, and too little history says so", async () => {
    await go(app, "Start");
    await app.getByLabel("Clinicians").fill("4");
    await app.getByRole("button", { name: "Open this sample" }).click();
    await until(() => look(app, "state.open.index.clinic.clinicians.length === 4 && state.past !== undefined && !state.busy"), "a small clinic");
    await go(app, "Attendance");
    await there(app);
    const groups = await look(app, "state.attendance.report.groups");
    let hidden = 0;
    for (const { by, cells } of groups) {
      const name = { language: "Language", equity_group: "Equity group", site: "Site", level_of_care: "Level of care" }[by];
      await view(app).getByRole("button", { name, exact: true }).click();
      const few = cells.filter((cell) => cell.hidden);
      hidden += few.length;
      if (few.length > 0) await view(app).getByText(/of fewer than 10 people/).waitFor();
    }
    assert.ok(hidden > 0, "no group was small");
    await reopen(app, (clinic) => ({ ...clinic, appointments: clinic.appointments.filter((row) => row.start >= "2026-11-09"), attendances: [] }));
    await go(app, "Attendance");
    await there(app);
    assert.ok(await look(app, "state.attendance.report.outcomes.every((each) => each.source !== 'model')"));
    await holds(app, "too little", { focused: true });
    await reopen(app, (clinic) => ({ ...clinic, appointments: [], attendances: [] }));
    await go(app, "Attendance");
    await there(app);
    await view(app).getByText(/This clinic has none on record/).waitFor();
    await holds(app, "nothing", { focused: true });
  });
  assert.deepEqual(trouble, []);
});
