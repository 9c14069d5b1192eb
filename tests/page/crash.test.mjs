// The engine is lost in the middle of a run: the plan, the locks and the history are as they were, and a new engine works.
import assert from "node:assert/strict";
import { test } from "node:test";
import { holds } from "./support/invariants.mjs";
import { look, openPlanner, until } from "./support/page.mjs";

/** The engine fails while it runs on its own, with nobody to catch it. */
const lose = (page) =>
  page.workers()[0].evaluate(() => {
    setTimeout(() => {
      throw new Error("lost");
    });
  });

test("a lost engine loses nothing", async (t) => {
  const { app, page, trouble } = await openPlanner(t, { complete: true });
  await app.locator("rw-schedule .block").first().focus();
  await page.keyboard.press("l");
  await until(() => look(app, "state.history.value.locks.length === 1"), "a lock");
  await app.getByRole("button", { name: "Optimize week" }).click();
  await until(() => look(app, "state.solve?.best !== undefined"), "a first checked plan", 60_000);
  await lose(page);
  await app.getByText("The calculation stopped unexpectedly. Your plan is intact.").first().waitFor();
  assert.equal(await look(app, "state.solve ?? null"), null);
  assert.equal(await look(app, "state.history.value.locks.length"), 1);
  assert.ok(await look(app, "state.history.value.plan.sessions.some((session) => session.place)"));
  assert.equal(await look(app, "state.history.value.stage"), "proposal", "the best plan so far is kept as a proposal");
  await until(() => look(app, "state.engine === 'ready'"), "a new engine");
  await app.getByRole("button", { name: "Try again" }).click();
  await until(() => look(app, "state.shown?.indicators !== undefined"), "the new engine knows the clinic");
  assert.equal(await look(app, "state.shown.violations.length"), 0);
  await app.getByRole("button", { name: /^Optimize/ }).click();
  await until(() => look(app, "state.solve !== undefined"), "it works again");
  await app.getByRole("button", { name: "Stop and keep best" }).click();
  const stopped = Date.now();
  await until(() => look(app, "state.solve === undefined"), "stopped");
  assert.ok(Date.now() - stopped < 5_000, "within the grace");
  await holds(app, "after a crash and a stop");
  // An engine that is lost while nobody waits for it is replaced without a word.
  await lose(page);
  await until(() => look(app, "state.engine !== 'ready'"), "it is lost");
  await until(() => look(app, "state.engine === 'ready'"), "a new engine once more");
  await app.locator("rw-schedule .block").first().click();
  await until(() => look(app, "state.insight?.explain !== undefined"), "it answers");
  assert.deepEqual(trouble, []);
});
