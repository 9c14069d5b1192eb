// What needs attention before a day begins: as the engine says it, with other places that can be taken.
import assert from "node:assert/strict";
import { test } from "node:test";
import { holds } from "./support/invariants.mjs";
import { engine, go, launch, look, openPlanner, shown, until } from "./support/page.mjs";

const part = (app) => app.locator("rw-day-check");
const current = (app) => until(() => look(app, "state.dayCheck.reply !== undefined && state.dayCheck.plan === state.history.value.plan && state.dayCheck.day === state.board.day"), "the day is looked at");

test("the check of a day", async (t) => {
  const browser = await launch(t);
  const { app, page, trouble } = await openPlanner(t, { browser, complete: true });
  await go(app, "Schedule");
  await app.getByRole("button", { name: "This day", exact: true }).click();
  await current(app);

  await t.test("is that of the engine, the worst first", async () => {
    const own = await engine(page);
    await own.run("sample", { kind: "addiction_treatment", clinicians: 24, seed: 1 });
    const [plan, day] = await look(app, "[state.history.value.plan, new Date(state.board.day * 864e5).toISOString().slice(0, 10)]");
    const reply = await look(app, "state.dayCheck.reply");
    assert.deepEqual(await own.run("day_check", { plan, day }), reply);
    assert.ok(reply.findings.some((each) => each.urgency === "blocks"), "the sample has double bookings");
    const summaries = await part(app).locator("summary").allInnerTexts();
    assert.equal(summaries.length, new Set(reply.findings.map((each) => each.urgency)).size);
    assert.match(summaries[0], /Cannot take place/);
    assert.doesNotMatch(await shown(part(app)), /`|NaN|undefined|-0\b/);
    await holds(app, "the check of a day", { focused: true });
  });

  await t.test("another place is taken, and the day is looked at anew", async () => {
    const before = await look(app, "state.dayCheck.reply.findings.filter((each) => each.urgency === 'blocks').length");
    await part(app).getByRole("button", { name: "Move it there" }).first().click();
    await until(() => look(app, "state.history.past.length > 0"), "it is moved");
    await current(app);
    await until(() => look(app, `state.dayCheck.reply.findings.filter((each) => each.urgency === 'blocks').length < ${before}`), "one thing less");
  });

  await t.test("another day is another check", async () => {
    const day = await look(app, "state.board.day");
    await app.getByRole("button", { name: "Next day" }).click();
    await until(() => look(app, `state.board.day === ${day} + 1`), "the next day");
    await current(app);
    assert.match(await shown(part(app)), /Wednesday/);
  });

  assert.deepEqual(trouble, []);
});
