// The approach of a scenario: what the engine lists for this clinic, at once or in phases, run, kept and opened again.
import assert from "node:assert/strict";
import { test } from "node:test";
import { holds } from "./support/invariants.mjs";
import { engine, go, launch, look, openPlanner, shown, until } from "./support/page.mjs";

const ran = (app) => until(() => look(app, "state.scenario.report !== undefined && !state.scenario.running"), "scenarios", 180_000);
const kept = (app) => look(app, "state.history.value.scenarios.map((each) => each.approach)");

test("approach of a scenario", async (t) => {
  const browser = await launch(t);
  const { app, page, trouble } = await openPlanner(t, { browser, complete: true });
  await go(app, "Scenarios");
  await ran(app);
  const choice = app.getByLabel("Approach", { exact: true });
  const own = await engine(page);
  await own.run("sample", { kind: "addiction_treatment", clinicians: 24, seed: 1 });
  const { templates } = await own.run("levers", {});

  await t.test("every template of the engine can be chosen and says what it turns", async () => {
    assert.equal(await choice.locator("option").count(), templates.length + 1);
    for (const { id, lines } of templates) {
      await choice.selectOption(id);
      const rows = app.locator("rw-approach tbody th[scope=row]");
      await until(async () => (await rows.count()) === lines.length, `the lines of ${id}`);
      assert.doesNotMatch(await shown(app.locator("rw-approach")), /undefined|NaN|_|-0\b/);
    }
    // What it hopes for is no longer the user's to set; what the clinic decides still is.
    assert.equal(await app.getByRole("spinbutton", { name: "No-show rate" }).count(), 0);
    assert.equal(await app.getByRole("spinbutton", { name: "Pay" }).count(), 1);
    await holds(app, "an approach");
  });

  await t.test("it runs in phases, is kept, left and opened again", async () => {
    await choice.selectOption("rule_based_scheduling");
    await app.getByLabel("In phases: discovery, pilot, scale").check();
    await app.getByText("2 months to prepare, 3 months with 25 % of sites or people, then 6 months until all take part.").waitFor();
    await app.getByRole("button", { name: "Run scenarios" }).click();
    await until(() => look(app, "state.scenario.report.template === 'rule_based_scheduling' && !state.scenario.running"), "the approach has run", 180_000);
    const net = await look(app, "state.scenario.report.cases.map((each) => each.net.mean.slice(0, 3))");
    assert.deepEqual(net, [[0, 0, 0], [0, 0, 0], [0, 0, 0]]);
    await app.getByLabel("Keep this scenario as").fill("By rules");
    await page.keyboard.press("Enter");
    await until(async () => (await kept(app)).length === 1, "it is kept");
    assert.deepEqual(await kept(app), [{ template: "rule_based_scheduling", phased: true }]);
    await app.getByRole("button", { name: "Reset", exact: true }).click();
    await until(() => look(app, "state.scenario.approach === undefined"), "own assumptions");
    assert.equal(await choice.inputValue(), "");
    await app.locator("rw-compare").getByRole("button", { name: /Open/ }).first().click();
    await until(() => look(app, "state.scenario.approach?.phased === true"), "it is open again");
    assert.equal(await choice.inputValue(), "rule_based_scheduling");
    await holds(app, "opened again", { focused: true });
  });
  assert.deepEqual(trouble, []);
});
