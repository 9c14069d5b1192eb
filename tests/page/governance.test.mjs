// The pack of a quarter: that of the engine, other groups on request, and the sample's groups, made by chance, served alike.
import assert from "node:assert/strict";
import { test } from "node:test";
import { holds } from "./support/invariants.mjs";
import { engine, go, launch, look, openPlanner, shown, until } from "./support/page.mjs";

const view = (app) => app.locator("rw-view-governance");
const there = (app) => until(() => look(app, "state.governance.pack !== undefined && !state.governance.running"), "the pack is there");

test("governance", async (t) => {
  const browser = await launch(t);
  const { app, page, trouble } = await openPlanner(t, { browser, complete: true });
  await go(app, "Governance");
  await there(app);

  await t.test("is that of the engine", async () => {
    const pack = await look(app, "state.governance.pack");
    const own = await engine(page);
    await own.run("sample", { kind: "addiction_treatment", clinicians: 24, seed: 1 });
    // The page gives the entries of its log too, of which none lies in the quarter.
    const { limits, ...rest } = await own.run("governance", { by: "equity_group" });
    assert.deepEqual({ ...rest, limits: limits.filter((text) => !text.startsWith("no audit log")) }, pack);
    const rows = await view(app).getByRole("region", { name: "Indicators", exact: true }).locator("tbody tr").count();
    assert.equal(rows, pack.indicators.filter((row) => row.change !== undefined).length);
    assert.ok(rows >= 15, `${rows} indicators`);
    const text = await shown(view(app));
    assert.match(text, /synthetic/i);
    assert.doesNotMatch(text, /`|NaN|undefined|Infinity/);
    await holds(app, "governance", { focused: true });
  });

  await t.test("groups that chance has made are served alike", async () => {
    assert.match(await view(app).locator(".finding").innerText(), /^No difference was found in \d+ comparisons/);
    const table = view(app).getByRole("region", { name: "Days from referral to first visit" });
    assert.ok((await table.locator("tbody tr").count()) >= 3);
  });

  await t.test("compared within phases, then by phase", async () => {
    await view(app).getByLabel("Compared within").selectOption("Phase");
    await until(() => look(app, "state.governance.pack.fairness.within === 'phase'"), "compared within phases");
    await view(app).getByLabel("Groups").selectOption("Phase");
    await until(() => look(app, "state.governance.pack.fairness.by === 'phase' && state.governance.within === undefined"), "compared by phase");
    await there(app);
    await holds(app, "by phase", { focused: true });
  });
  assert.deepEqual(trouble, []);
});
