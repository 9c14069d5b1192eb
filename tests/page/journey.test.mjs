// The director's first five minutes, by mouse, from a server and from the disk: sample, optimize, why, lock, keep,
// indicators, scenarios, one of her own saved and compared, privacy, and all of it again without a network.
import assert from "node:assert/strict";
import { test } from "node:test";
import { holds } from "./support/invariants.mjs";
import { go, launch, look, openPlanner, shown, until } from "./support/page.mjs";
import { origins } from "./support/server.mjs";

test("the first five minutes by mouse", async (t) => {
  const browser = await launch(t);
  const { list, asked } = await origins(t);
  for (const { name, url } of list) {
    await t.test(name, async (t) => {
      const { app, context, page, trouble } = await openPlanner(t, { browser, url, complete: true });
      await app.getByText("Sample clinic. No real patients.").first().waitFor();
      assert.ok((await app.locator("rw-schedule .block").count()) > 20, "Tuesday is on the board");
      assert.ok((await app.getByRole("rowheader").count()) > 5, "clinicians have rows");
      const problems = await look(app, "state.base.violations.length");
      assert.ok(problems > 5, `${problems} problems today`);
      await app.getByRole("heading", { name: `${problems} problems` }).waitFor();
      assert.ok((await app.locator("rw-kpi").count()) >= 4, "tiles");
      assert.equal(await look(app, "state.open.index.clinic.clinicians.length"), 24);
      await holds(app, "start");

      const pressed = Date.now();
      await app.getByRole("button", { name: "Optimize week" }).click();
      await app.getByRole("progressbar").waitFor();
      await app.getByRole("button", { name: "Stop and keep best" }).waitFor();
      await until(() => look(app, "state.solve?.best !== undefined"), "the first proposal", 60_000);
      const firstSeen = Date.now() - pressed;
      await app.getByRole("button", { name: "Rooms", exact: true }).click();
      assert.equal(await look(app, "state.board.grouping"), "rooms", "the page answers while the engine works");
      await app.getByRole("button", { name: "Clinicians", exact: true }).click();
      await until(() => look(app, "state.solve === undefined && state.outcome !== undefined"), "the proposal is there", 120_000);
      t.diagnostic(`${name}: first proposal after ${firstSeen} ms, run ${Date.now() - pressed} ms`);
      const { hash } = await look(app, "({ hash: state.outcome.plan.hash })");
      await until(() => look(app, "state.shown?.indicators !== undefined"), "the proposal is judged");
      assert.equal(await look(app, "state.shown.violations.length"), 0, "the checker accepts the proposal");
      assert.equal(await look(app, "state.history.value.stage"), "proposal");
      await app.getByRole("heading", { name: "What changed" }).waitFor();
      await holds(app, "proposal", { focused: true });

      const moved = app.locator("rw-changes details", { hasText: "Moved" }).locator("li button").first();
      await moved.click();
      await app.locator("rw-session").getByRole("heading", { name: "Why here" }).waitFor();
      await app.getByRole("heading", { name: "Other places, best first" }).or(app.getByRole("heading", { name: "What stands in the way" })).waitFor();
      const panel = await shown(app.locator("rw-session"));
      assert.doesNotMatch(panel, /[`−]|\bc0\d\d\b|\br\d-\d\d\b/, "names, not ids; amounts without signs");
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

      await go(app, "KPIs");
      await app.getByText(/was .*/).first().waitFor();
      await app.locator("rw-view-kpis table button").first().click();
      for (const title of ["Definition", "Numerator", "n", "Source"]) {
        await app.locator("rw-kpi-detail dt", { hasText: new RegExp(`^${title}$`) }).first().waitFor();
      }
      await holds(app, "indicators", { focused: true });

      await go(app, "Scenarios");
      await until(() => look(app, "state.scenario.report !== undefined && !state.scenario.running"), "three scenarios", 180_000);
      assert.equal(await app.locator("rw-view-scenarios .case").count(), 3);
      await holds(app, "scenarios");
      const more = app.getByRole("button", { name: /^More: Hire/ });
      for (let half = 0; half < 4; half += 1) await more.click();
      await app.getByText("These figures are from before your last change.").waitFor();
      await app.getByRole("button", { name: "Run scenarios" }).click();
      await app.getByRole("button", { name: "Stop and keep what is done" }).waitFor();
      await until(() => look(app, "!state.scenario.running"), "the scenario has run", 180_000);
      await app.getByLabel("Keep this scenario as").fill("Two more counselors");
      // A sandboxed frame submits no forms: the button and the Enter key must do it themselves.
      if (name === "http") await app.getByRole("button", { name: "Save", exact: true }).click();
      else await page.keyboard.press("Enter");
      await app.getByRole("columnheader", { name: /Two more counselors/ }).waitFor();
      await app.getByRole("button", { name: "Differences" }).click();
      assert.ok((await app.locator("rw-compare tbody td").allInnerTexts()).some((text) => /^[+−]/.test(text)), "differences have signs");
      assert.deepEqual(await look(app, "state.history.value.scenarios.map((each) => each.name)"), ["Two more counselors"]);
      await holds(app, "a scenario is kept", { focused: true });
      await go(app, "Privacy");
      assert.equal((await app.locator("rw-view-privacy .count").innerText()).trim(), "0");
      await holds(app, "privacy");

      await context.setOffline(true);
      await go(app, "Schedule");
      const undo = app.locator("rw-planner header").getByRole("button", { name: "Undo" });
      while (await look(app, "state.history.past.length > 0")) await undo.click();
      await app.getByRole("button", { name: "Optimize week" }).click();
      await until(() => look(app, "state.solve === undefined && state.outcome !== undefined"), "the proposal is there", 120_000);
      assert.equal(await look(app, "state.outcome.plan.hash"), hash, "the same plan again, without a network");
      assert.equal(await look(app, "state.requests"), 0);

      assert.deepEqual(trouble, []);
    });
  }
  assert.deepEqual(asked, ["GET /"], "one file was asked for, once");
});
