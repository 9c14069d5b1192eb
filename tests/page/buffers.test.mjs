// Time kept free for unplanned arrivals: how much, with what chance, one action that makes plans keep it, and back again.
import assert from "node:assert/strict";
import { test } from "node:test";
import { holds } from "./support/invariants.mjs";
import { engine, go, launch, look, openPlanner, reopen, shown, until } from "./support/page.mjs";

const view = (app) => app.locator("rw-buffers");
const there = (app) => until(() => look(app, "state.buffers.reply !== undefined && !state.buffers.running"), "the time to keep free is there");
const kept = (app) => look(app, "Object.fromEntries(state.open.index.clinic.reserves.map((row) => [row.weekday, row.minutes]))");
const wanted = (app) => look(app, "Object.fromEntries(state.buffers.reply.weekdays.map((day) => [day.weekday, day.reserve_min]))");

test("time kept free", async (t) => {
  const browser = await launch(t);
  const { app, page, trouble } = await openPlanner(t, { browser, complete: true });
  await go(app, "Forecast");
  await there(app);

  await t.test("is that of the engine, with the chance that it is enough", async () => {
    const reply = await look(app, "state.buffers.reply");
    const own = await engine(page);
    await own.run("sample", { kind: "addiction_treatment", clinicians: 24, seed: 1 });
    assert.deepEqual(await own.run("buffers", { level: 0.9, walk_ins: true, freed_share: 0 }), reply);
    assert.equal(reply.refused, undefined);
    const rows = view(app).getByRole("region", { name: "Minutes to keep free by weekday, table" }).locator("tbody tr");
    assert.equal(await rows.count(), reply.weekdays.length);
    assert.ok(reply.weekdays.every((day) => day.chance >= 0.9));
    await view(app).getByText(/^Keep .* a day free: enough on 90 % of days\.$/).waitFor();
    await view(app).getByText(/Learned from [\d,]+ emergenc(y|ies) and [\d,]+ walk-ins? on [\d,]+ days with work since/).waitFor();
    assert.equal(await view(app).getByRole("region", { name: "What the plan on the board leaves, table" }).locator("tbody tr").count(), reply.plan.length);
    assert.doesNotMatch(await shown(view(app)), /`|case_manager|NaN|undefined|-0\b/);
    await holds(app, "time to keep free");
  });

  await t.test("a higher chance needs more, and what becomes free makes up for some", async () => {
    const total = async () => Object.values(await wanted(app)).reduce((sum, minutes) => sum + minutes, 0);
    const before = await total();
    await view(app).getByLabel("It is to be enough in").selectOption("0.95");
    await until(() => look(app, "!state.buffers.running && state.buffers.of.asked.level === 0.95"), "95 %");
    const more = await total();
    assert.ok(more > before, `${more} after ${before}`);
    const freed = async (share) => {
      await view(app).getByLabel("Time of no-shows that can be used").selectOption(String(share));
      await until(() => look(app, `!state.buffers.running && state.buffers.of.asked.freedShare === ${share}`), "what becomes free");
      return total();
    };
    assert.ok((await freed(0.5)) < more);
    await holds(app, "asked anew", { focused: true });
    assert.equal(await freed(0), more);
  });

  await t.test("one action makes the clinic keep it, undo takes it back, redo does it again", async () => {
    assert.deepEqual(await kept(app), {});
    // By keyboard alone.
    await view(app).getByRole("button", { name: "Keep this time free" }).focus();
    await page.keyboard.press("Enter");
    await until(() => look(app, "state.open.index.clinic.reserves.length > 0 && !state.buffers.running"), "the clinic keeps it");
    const minutes = await kept(app);
    assert.deepEqual(minutes, await wanted(app));
    await view(app).getByText("The clinic keeps this time free.").waitFor();
    await until(() => look(app, "state.buffers.reply.plan.every((day) => day.kept_min > 0)"), "the plan is to keep it");
    await holds(app, "kept", { focused: true });
    await app.getByRole("button", { name: "Undo", exact: true }).first().click();
    await until(() => look(app, "state.open.index.clinic.reserves.length === 0 && !state.buffers.running"), "it is taken back");
    await view(app).getByRole("button", { name: "Keep this time free" }).waitFor();
    await app.getByRole("button", { name: "Redo", exact: true }).click();
    await until(() => look(app, "state.open.index.clinic.reserves.length > 0 && !state.buffers.running"), "it is done again");
    assert.deepEqual(await kept(app), minutes);
  });

  await t.test("the next plan keeps it free where it can", async () => {
    const short = (days) => days.reduce((sum, day) => sum + Math.max(0, day.kept_min - day.free_min), 0);
    const before = short(await look(app, "state.buffers.reply.plan"));
    await view(app).getByRole("button", { name: "Optimize week with it" }).click();
    await until(() => look(app, "state.view === 'schedule' && state.solve !== undefined"), "it plans");
    await until(() => look(app, "state.solve === undefined && state.outcome !== undefined"), "the proposal", 180_000);
    await go(app, "Forecast");
    await until(() => look(app, "!state.buffers.running && state.buffers.of.plan === state.history.value.plan"), "the plan is looked at");
    const after = short(await look(app, "state.buffers.reply.plan"));
    assert.ok(after <= before, `${after} min are missing, ${before} were`);
  });

  await t.test("without arrivals it says what it needs", async () => {
    await reopen(app, (clinic) => ({ ...clinic, appointments: [], attendances: [], referrals: [] }));
    await go(app, "Forecast");
    await there(app);
    await view(app).getByText(/record emergencies and walk-ins/).waitFor();
    assert.equal(await view(app).getByRole("button", { name: "Keep this time free" }).count(), 0);
    await holds(app, "nothing");
    await view(app).getByRole("button", { name: "Add arrivals" }).click();
    assert.equal(await look(app, "state.view"), "data");
  });
  assert.equal(await look(app, "state.requests"), 0);
  assert.deepEqual(trouble, []);
});
