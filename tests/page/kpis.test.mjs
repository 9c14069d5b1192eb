// Indicators opened: what they are made of, before and after, by groups of patients with small groups hidden.
import assert from "node:assert/strict";
import { test } from "node:test";
import { holds } from "./support/invariants.mjs";
import { go, look, openPlanner, until } from "./support/page.mjs";

test("indicators", async (t) => {
  const { app, trouble } = await openPlanner(t, { complete: true });
  await go(app, "KPIs");

  await t.test("what cannot be computed stands apart, each with its reason", async () => {
    const missing = await look(app, "state.base.indicators.filter((each) => each.value === undefined).length");
    assert.ok(missing > 0);
    await app.locator("rw-view-kpis summary", { hasText: `${missing} indicators this data cannot give` }).click();
    const reasons = await app.locator("rw-view-kpis .missing").allInnerTexts();
    assert.equal(reasons.length, missing);
    assert.deepEqual(reasons.filter((text) => !/^[A-Z0-9].*\.$/.test(text.trim())), []);
    await holds(app, "reasons", { focused: true });
  });

  await t.test("groups of few people are hidden", async () => {
    // A clinic so small that some groups are.
    await go(app, "Start");
    await app.getByLabel("Clinicians").fill("4");
    await app.getByRole("button", { name: "Open this sample" }).click();
    await until(() => look(app, "state.open.index.clinic.clinicians.length === 4 && state.past !== undefined && !state.busy"), "a small clinic");
    await go(app, "KPIs");
    let hidden = 0;
    await app.getByRole("button", { name: "Last 26 weeks" }).click();
    await app.getByRole("button", { name: "No-show rate", exact: true }).click();
    for (const by of ["phase", "level_of_care", "site", "equity_group"]) {
      await app.getByLabel("By groups of patients").selectOption(by);
      await until(() => look(app, `state.split?.by === "${by}" && state.split.cells !== undefined`), `groups by ${by}`);
      const cells = await look(app, "state.split.cells");
      const rows = await app.locator("rw-kpi-detail .groups tbody tr").allInnerTexts();
      assert.equal(rows.length, cells.length);
      for (const [at, cell] of cells.entries()) {
        hidden += Number(cell.hidden);
        if (cell.hidden) assert.match(rows[at], /hidden\s*$/, "nothing is told of a hidden group");
        else assert.ok(cell.people >= 10 && rows[at].includes(cell.text), rows[at]);
      }
      await holds(app, `groups by ${by}`, { focused: true, quick: by !== "phase" });
    }
    assert.ok(hidden > 0, "no group was small");
    await app.getByLabel("By groups of patients").selectOption("");
    assert.equal(await app.locator("rw-kpi-detail .groups").count(), 0);
  });
  assert.deepEqual(trouble, []);
});
