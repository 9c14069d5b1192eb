// The director's first five minutes, by mouse, from a server and from the disk: sample, optimize, why, lock, keep,
// indicators, scenarios, privacy.
import assert from "node:assert/strict";
import { test } from "node:test";
import { holds } from "./support/invariants.mjs";
import { launch, open, origins, until } from "./support/page.mjs";

/** The state of the page, as far as a test asks for it. */
export const look = (app, text) => app.evaluate(`(() => { const state = document.querySelector("rw-planner").state; return ${text}; })()`);

test("the first five minutes by mouse", async (t) => {
  const browser = await launch();
  const { list, server, close } = await origins();
  t.after(async () => {
    await browser.close();
    close();
  });
  for (const { name, url } of list) {
    await t.test(name, async () => {
      const { app, page, trouble, close } = await open(browser, url);
      const view = (label) => app.getByRole("navigation").getByRole("button", { name: label }).click();

      await until(() => look(app, "state.past !== undefined"), "all indicators are there");
      await app.getByText("Sample clinic. No real patients.").first().waitFor();
      assert.ok((await app.locator("rw-schedule .block").count()) > 20, "Tuesday is on the board");
      assert.ok((await app.getByRole("rowheader").count()) > 5, "clinicians have rows");
      const problems = await look(app, "state.base.violations.length");
      assert.ok(problems > 5, `${problems} problems today`);
      await app.getByRole("heading", { name: `${problems} problems` }).waitFor();
      assert.ok((await app.locator("rw-kpi").count()) >= 4, "tiles");
      await holds(app, "start");

      await app.getByRole("button", { name: "Optimize week" }).click();
      await app.getByRole("progressbar").waitFor();
      await app.getByRole("button", { name: "Rooms", exact: true }).click();
      assert.equal(await look(app, "state.board.grouping"), "rooms", "the page answers while the engine works");
      await app.getByRole("button", { name: "Clinicians", exact: true }).click();
      await until(() => look(app, "state.solve === undefined && state.outcome !== undefined"), "the proposal is there", 120_000);
      await until(() => look(app, "state.shown?.indicators !== undefined"), "the proposal is judged");
      assert.equal(await look(app, "state.shown.violations.length"), 0, "the checker accepts the proposal");
      assert.equal(await look(app, "state.history.value.stage"), "proposal");
      await app.getByRole("heading", { name: "What changed" }).waitFor();
      await holds(app, "proposal", { focused: true });

      const moved = app.locator("rw-changes details", { hasText: "Moved" }).locator("li button").first();
      await moved.click();
      await app.locator("rw-session").getByRole("heading", { name: "Why here" }).waitFor();
      await until(() => look(app, "state.insight?.alternatives !== undefined"), "other places are known");
      await app.getByRole("button", { name: "Lock", exact: true }).click();
      assert.equal(await look(app, "state.history.value.locks.length"), 1);
      await holds(app, "session", { focused: true });
      await app.getByRole("button", { name: "Close session" }).click();

      await app.getByRole("button", { name: "Keep this plan" }).click();
      assert.equal(await look(app, "state.history.value.stage"), "kept");
      await app.locator("rw-planner header").getByRole("button", { name: "Undo" }).click();
      await until(() => look(app, "state.history.value.stage === 'proposal'"), "keeping is undone");
      await app.locator("rw-planner header").getByRole("button", { name: "Redo" }).click();
      await until(() => look(app, "state.history.value.stage === 'kept'"), "and done again");

      await view("KPIs");
      await app.getByText(/was .*/).first().waitFor();
      await app.locator("rw-view-kpis table button").first().click();
      for (const title of ["Definition", "Numerator", "n", "Source"]) {
        await app.locator("rw-kpi-detail dt", { hasText: new RegExp(`^${title}$`) }).first().waitFor();
      }
      await holds(app, "indicators", { focused: true });

      await view("Scenarios");
      await until(() => look(app, "state.scenario.report !== undefined && !state.scenario.running"), "three scenarios", 180_000);
      assert.equal(await app.locator("rw-view-scenarios .case").count(), 3);
      await holds(app, "scenarios");
      await view("Privacy");
      assert.equal((await app.locator("rw-view-privacy .count").innerText()).trim(), "0");
      await holds(app, "privacy");

      assert.deepEqual(trouble, []);
      await page.close();
      await close();
    });
  }
  assert.deepEqual(server.asked, ["GET /"], "one file was asked for, once");
});
