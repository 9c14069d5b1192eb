// Small screens, large text, dark, forced colors: nothing scrolls sideways, nothing fails the accessibility check.
import assert from "node:assert/strict";
import { test } from "node:test";
import { axe, holds, standing } from "./support/invariants.mjs";
import { go, launch, look, openPlanner, until } from "./support/page.mjs";

const VIEWS = ["Start", "Data", "Triage", "Schedule", "KPIs", "Attendance", "Workload", "Pilot", "Forecast", "Scenarios", "Simulator", "Governance", "Privacy"];

async function visit(app, name) {
  await go(app, name);
  await until(() => look(app, `state.view === ${JSON.stringify(name.toLowerCase())}`), name);
}

test("every view fits every window", async (t) => {
  const browser = await launch(t);
  const rows = [
    { name: "320 px wide", options: { viewport: { width: 320, height: 640 } } },
    { name: "200 % text", options: { viewport: { width: 1280, height: 900 } }, text: "200%" },
    { name: "dark, at 390 px", options: { viewport: { width: 390, height: 844 }, colorScheme: "dark" } },
    { name: "dark, wide, forced colors", options: { colorScheme: "dark", forcedColors: "active", reducedMotion: "reduce" } },
  ];
  for (const { name, options, text } of rows) {
    await t.test(name, async (t) => {
      const { app, page, trouble } = await openPlanner(t, { browser, complete: true, ...options });
      if (text) await app.evaluate((size) => document.documentElement.style.setProperty("font-size", size), text);
      for (const view of VIEWS) {
        await visit(app, view);
        if (view === "Data") {
          await until(() => look(app, "state.rows.reply !== undefined && state.quality.reply !== undefined && !state.quality.running"), "tables and findings");
        }
        if (view === "Governance") {
          await until(() => look(app, "!state.busy"), "the quarter's pack");
        }
        if (view === "Attendance") {
          await until(() => look(app, "state.attendance.report !== undefined && !state.attendance.running"), "who is expected");
        }
        if (view === "Pilot") {
          await until(() => look(app, "state.pilot.planned !== undefined"), "a design");
          await app.getByRole("button", { name: "Rehearse on past weeks" }).click();
          await until(() => look(app, "state.pilot.reading !== undefined"), "a reading");
        }
        if (view === "Triage") {
          await until(() => look(app, "state.triage.reply !== undefined && !state.triage.running"), "who comes first");
        }
        if (view === "Workload") {
          await until(() => look(app, "state.workload.report !== undefined && !state.workload.running"), "what is asked of people");
        }
        if (view === "Forecast") {
          await until(() => look(app, "state.forecast.report !== undefined && !state.forecast.running"), "a forecast");
          await until(() => look(app, "state.buffers.reply !== undefined && !state.buffers.running"), "the time to keep free");
          await app.getByRole("button", { name: "Show as table" }).first().click();
        }
        if (view === "Scenarios") {
          await app.getByRole("progressbar").waitFor();
          await holds(app, `${view} under way, ${name}`);
          await until(() => look(app, "state.scenario.report !== undefined && !state.scenario.running"), "three scenarios", 180_000);
          for (const chart of ["rw-fan", "rw-interval"]) await app.locator(chart).getByRole("button", { name: "Show as table" }).click();
          for (const part of ["Shares of the uncertainty", "Who receives what", "Money by month"]) {
            await app.locator("rw-view-scenarios summary", { hasText: part }).click();
          }
        }
        assert.ok(await app.getByText("Sample clinic. No real patients.").first().isVisible(), `${view}, ${name}: invented data is not marked`);
        await holds(app, `${view}, ${name}`);
      }
      await visit(app, "Schedule");
      await page.emulateMedia({ media: "print" });
      for (const printed of ["rw-schedule .block", "rw-kpi .value", "rw-problems h2"]) {
        assert.ok(await app.locator(printed).first().isVisible(), `${printed} is not printed`);
      }
      assert.ok(await app.getByText("Optimize week").isHidden(), "a command is printed");
      await page.emulateMedia({ media: "screen" });
      await app.getByRole("button", { name: "Week", exact: true }).click();
      await holds(app, `week, ${name}`);
      await app.getByRole("button", { name: "Day", exact: true }).click();
      await app.getByRole("button", { name: "Show as list" }).click();
      await app.locator("rw-schedule-list tbody tr").first().waitFor();
      await app.locator("rw-schedule-list tbody button.link").first().click();
      await until(() => look(app, "state.insight?.explain !== undefined"), "why it is there");
      const top = await app.locator("rw-session h2").evaluate((heading) => heading.getBoundingClientRect().top / innerHeight);
      assert.ok(top >= 0 && top < 0.75, `the panel is in sight, ${name}: ${top}`);
      assert.ok((await standing(app)).overflow <= 0, `list, ${name}`);
      assert.deepEqual(await axe(app), [], `list, ${name}`);
      assert.deepEqual(trouble, []);
    });
  }
});
