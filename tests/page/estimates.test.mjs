// Instant estimates of a scenario: prepared once, there at once for every turn of a slider, silent where nothing was planned.
import assert from "node:assert/strict";
import { test } from "node:test";
import { holds } from "./support/invariants.mjs";
import { go, launch, look, openPlanner, until } from "./support/page.mjs";

test("instant estimates of a scenario", async (t) => {
  const browser = await launch(t);
  const { app, page, trouble } = await openPlanner(t, { browser, complete: true });
  await go(app, "Scenarios");
  await app.getByText(/^Net benefit .*, from .* to /).waitFor({ timeout: 60_000 });
  await holds(app, "a first estimate while it runs");
  await until(() => look(app, "state.scenario.report !== undefined && !state.scenario.running"), "scenarios", 180_000);
  assert.equal(await app.getByText(/^Net benefit .*, from .* to /).count(), 0, "the result takes the place of the estimate");
  const rate = app.getByRole("spinbutton", { name: "No-show rate" });
  const turn = async (value) => {
    await rate.fill(String(value));
    await page.keyboard.press("Enter");
  };

  await t.test("a stopped preparation leaves no estimate", async () => {
    await app.locator(".instant").getByRole("button", { name: "Prepare instant estimates" }).click();
    await app.getByRole("progressbar", { name: "Planning positions of the sliders" }).waitFor();
    await holds(app, "estimates under way");
    await app.locator(".assumptions").getByRole("button", { name: /^Stop/ }).click();
    await until(() => look(app, "state.scenario.preparing === undefined"), "it has stopped");
    assert.equal(await look(app, "state.scenario.instant === undefined"), true);
  });

  await t.test("fewer no-shows are estimated at once, and to bring more", async () => {
    await app.locator(".instant").getByRole("button", { name: "Prepare instant estimates" }).click();
    await until(() => look(app, "state.scenario.guess !== undefined"), "a first estimate", 240_000);
    const guessed = async (value) => {
      const before = await look(app, "state.scenario.guess");
      await turn(value);
      await until(async () => JSON.stringify(await look(app, "state.scenario.guess")) !== JSON.stringify(before), `an estimate for ${value}`);
      return look(app, "state.scenario.guess");
    };
    const some = await guessed(-20);
    const more = await guessed(-40);
    assert.ok(more.value > some.value && some.value > 0, `${some.value} ${more.value}`);
    assert.ok(some.low < some.value && some.value < some.high);
    await app.getByText(/net over 36 months/).waitFor();
    await app.getByText(/it had not seen it was off by/).waitFor();
    await holds(app, "an estimate");
    assert.equal(await guessed(-90), "beyond");
    await app.getByText("A slider is beyond the positions that were planned: run the scenarios.").waitFor();
  });
  assert.deepEqual(trouble, []);
});
