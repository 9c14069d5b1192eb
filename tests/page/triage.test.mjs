// How urgent and how demanding: the queue with its rules, decisions that are accepted, taken back and undone, rules that are
// changed, the longest wait.
import assert from "node:assert/strict";
import { test } from "node:test";
import { holds } from "./support/invariants.mjs";
import { engine, go, launch, look, openPlanner, reopen, shown, until } from "./support/page.mjs";

const view = (app) => app.locator("rw-view-triage");
const there = (app) => until(() => look(app, "state.triage.reply !== undefined && !state.triage.running && state.triage.of === state.open.index"), "triage is there");

test("triage", async (t) => {
  const browser = await launch(t);
  const { app, page, trouble } = await openPlanner(t, { browser, complete: true });
  await go(app, "Triage");
  await there(app);

  await t.test("is that of the engine, with every rule that fired, and names nobody", async () => {
    const { reply, acuity } = await look(app, "state.triage");
    const own = await engine(page);
    await own.run("sample", { kind: "addiction_treatment", clinicians: 24, seed: 1 });
    assert.deepEqual(await own.run("triage", {}), reply);
    assert.deepEqual(await own.run("acuity", {}), acuity);
    await view(app).getByText(reply.version, { exact: false }).first().waitFor();
    const queue = view(app).locator("section[aria-labelledby=queue] .orders > li");
    assert.equal(await queue.count(), Math.min(8, reply.queue.length));
    const first = reply.orders.find((order) => order.order === reply.queue[0]);
    const text = (await queue.first().innerText()).toLowerCase();
    for (const rule of first.fired) assert.ok(text.includes(rule.text.toLowerCase()), rule.text);
    const whole = await shown(view(app));
    const names = await look(app, "state.open.index.clinic.patients.map((row) => row.name)");
    assert.deepEqual(names.filter((name) => whole.includes(name)), [], "patients are named without being asked for");
    assert.doesNotMatch(whole, /`|NaN|undefined|\bp0\d\d\d\b/);
    await view(app).locator("summary", { hasText: "Why" }).first().click();
    await holds(app, "triage", { focused: true });
  });

  await t.test("a suggestion is accepted, undone, done again and taken back", async () => {
    const decisions = () => look(app, "state.open.index.clinic.decisions.filter((row) => !row.withdrawn).length");
    const plan = await look(app, "state.history.value.plan.hash");
    await view(app).getByRole("button", { name: /^Accept: / }).first().click();
    await until(async () => (await decisions()) === 1, "a decision is in the clinic");
    await there(app);
    await view(app).getByText(/^✓ accepted/).first().waitFor();
    assert.equal(await look(app, "state.history.value.plan.hash"), plan, "the plan on the board stays");
    await holds(app, "accepted", { focused: true });
    const { undo, redo } = { undo: app.locator("rw-planner header").getByRole("button", { name: "Undo" }), redo: app.locator("rw-planner header").getByRole("button", { name: "Redo" }) };
    await undo.click();
    await until(async () => (await decisions()) === 0, "it is undone");
    await there(app);
    assert.equal(await view(app).getByText(/^✓ accepted/).count(), 0, "the engine has the clinic from before");
    await redo.click();
    await until(async () => (await decisions()) === 1, "it is done again");
    await there(app);
    await view(app).getByRole("button", { name: /^Take back: / }).first().click();
    await until(async () => (await decisions()) === 0, "it is taken back");
    assert.equal(await look(app, "state.open.index.clinic.decisions.length"), 1, "the row stays");
  });

  await t.test("a rule that is changed makes a new version and other answers", async () => {
    const version = await look(app, "state.triage.reply.version");
    await view(app).getByRole("button", { name: /^Edit rule: intake: attendance falls/ }).click();
    await view(app).getByLabel("Tier", { exact: true }).selectOption("urgent");
    await holds(app, "a rule is edited", { focused: true });
    await view(app).getByRole("button", { name: "Save rule" }).click();
    await until(() => look(app, `state.triage.reply.version !== ${JSON.stringify(version)} && !state.triage.running`), "another version");
    assert.ok(await look(app, "state.triage.reply.rules.find((use) => use.rule.id === 'intake').own"));
    assert.ok(await look(app, "state.triage.reply.orders.filter((order) => order.fired.some((rule) => rule.rule === 'intake')).every((order) => ['urgent', 'emergency'].includes(order.tier))"));
    await view(app).getByRole("button", { name: "Add a rule" }).click();
    await view(app).getByLabel("When, one condition a line; all must hold").fill("phase is strange");
    await view(app).getByLabel("What it says").fill("nonsense");
    await view(app).getByRole("button", { name: "Save rule" }).click();
    await view(app).getByRole("heading", { name: "Rules that cannot be used" }).waitFor();
    for (const name of ["Points", "In person", "Acuity"]) await view(app).getByRole("button", { name, exact: true }).click();
    await holds(app, "a rule is refused", { focused: true });
  });

  await t.test("the longest possible wait, for slots that suffice and for slots that do not", async () => {
    await view(app).locator("summary", { hasText: "Longest possible wait" }).click();
    await view(app).getByRole("button", { name: "Compute" }).click();
    await until(() => look(app, "state.triage.reply.tiers.every((tier) => tier.longest_wait_min > 0)"), "every tier has an end");
    await view(app).getByLabel("Slots a day").fill("3");
    await view(app).getByRole("button", { name: "Compute" }).click();
    await view(app).getByText("no end: more come than there are slots").first().waitFor();
    await holds(app, "waits", { focused: true });
  });

  await t.test("without orders it says what it needs", async () => {
    await reopen(app, (clinic) => ({ ...clinic, orders: [], appointments: [], attendances: [], authorizations: [], decisions: [] }));
    await go(app, "Triage");
    await there(app);
    await view(app).getByText(/This clinic has no open orders/).waitFor();
    await holds(app, "nothing", { focused: true });
  });
  assert.deepEqual(trouble, []);
});
