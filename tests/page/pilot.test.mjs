// A pilot: planned from the clinic's records, written down, saved and opened, rehearsed, and read from pasted rows.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { holds } from "./support/invariants.mjs";
import { engine, go, launch, look, openPlanner, reopen, shown, until } from "./support/page.mjs";

const view = (app) => app.locator("rw-view-pilot");
const fill = async (app, label, value) => {
  const field = view(app).getByLabel(label, { exact: true });
  await field.fill(value);
  await field.press("Tab");
};

test("a pilot", async (t) => {
  const browser = await launch(t);
  const { app, page, trouble } = await openPlanner(t, { browser, complete: true });
  await go(app, "Pilot");
  await until(() => look(app, "state.pilot.planned !== undefined"), "the first draft is planned");

  await t.test("is planned from the records, as the engine plans it", async () => {
    const planned = await look(app, "state.pilot.planned");
    const past = await look(app, "state.past.find((each) => each.id === 'K10').value");
    const primary = planned.design.measures.find((each) => each.primary);
    assert.ok(Math.abs(primary.baseline - past) < 0.001, "the rate of no-shows is the clinic's own");
    assert.deepEqual(await (await engine(page)).run("pilot_design", planned.design), planned);
    await view(app).getByText(planned.hash, { exact: true }).waitFor();
    assert.equal(await view(app).locator(".arms > div").count(), 2);
    const text = await shown(view(app));
    assert.doesNotMatch(text, /`|\bc0\d\d\b|NaN|undefined|\d-0\.\d/, "names, not ids");
    await holds(app, "design", { focused: true });
  });

  await t.test("changes with the form, and says what cannot be planned", async () => {
    const before = await look(app, "state.pilot.planned.hash");
    await fill(app, "Worth having: a change of, points", "10");
    await until(() => look(app, `state.pilot.planned?.hash !== ${JSON.stringify(before)}`), "planned anew");
    assert.ok((await look(app, "state.pilot.planned.measures[0].planned.power")) > 0.9);
    await view(app).getByLabel("What decides").selectOption("");
    await view(app).getByRole("alert").filter({ hasText: "This cannot be planned yet" }).waitFor();
    await holds(app, "refused", { focused: true });
    await view(app).getByLabel("What decides").selectOption("K10");
    await until(() => look(app, "state.pilot.planned !== undefined && !state.pilot.fault"), "planned again");
    await view(app).getByLabel("Attendance (K11)").check();
    await until(() => look(app, "state.pilot.planned?.design.measures.length === 3"), "one more is watched");
  });

  await t.test("a rehearsal on past weeks reads the clinic's records", async () => {
    await view(app).getByRole("button", { name: "Rehearse on past weeks" }).click();
    await until(() => look(app, "state.pilot.reading !== undefined"), "it is read");
    const { reply, design } = await look(app, "state.pilot.reading");
    assert.ok(design.start < "2026-09-01");
    assert.equal(reply.measures.length, 3);
    assert.ok(reply.measures.every((each) => each.arms.every((arm) => arm.count > 100)));
    await view(app).getByText("Rehearsal on past weeks: nothing was changed in them.").waitFor();
    assert.equal(await view(app).locator(".measure .verdict").count(), 3);
    await view(app).getByText(/^This cannot exclude/).first().waitFor();
    await view(app).locator(".measure summary").first().click();
    assert.ok((await view(app).locator(".measure tbody tr").count()) > 2, "every analysis stands there");
    assert.doesNotMatch(await view(app).locator(".measure").first().innerText(), /0\.\d{4}/, "shares are points");
    await holds(app, "rehearsal", { focused: true });
    await page.emulateMedia({ media: "print" });
    for (const printed of [".measure .verdict", "rw-interval svg", "code"]) assert.ok(await view(app).locator(printed).first().isVisible(), `${printed} is not printed`);
    assert.ok(await view(app).getByLabel("Weeks", { exact: true }).isHidden());
    await page.emulateMedia({ media: "screen" });
  });

  await t.test("a design is written down, saved, put away, opened, and read from rows", async () => {
    await fill(app, "First day", "2026-08-24");
    await until(() => look(app, "state.pilot.planned?.design.start === '2026-08-24'"), "planned anew");
    await view(app).getByRole("button", { name: "Write this design down" }).click();
    const { hash, design } = await look(app, "state.history.value.pilot");
    const download = page.waitForEvent("download");
    await view(app).getByRole("button", { name: "Save design" }).click();
    const saved = readFileSync(await (await download).path(), "utf8");
    assert.equal(JSON.parse(saved).hash, hash);
    await view(app).getByRole("button", { name: "Put it away" }).click();
    assert.equal(await look(app, "state.history.value.pilot"), undefined);
    const give = (text) => view(app).locator("input[type=file]").setInputFiles({ name: "pilot.json", mimeType: "application/json", buffer: Buffer.from(text) });
    await give("{}");
    await app.locator(".notice").getByText(/holds no design of a pilot/).waitFor();
    await give(saved);
    await until(() => look(app, `state.history.value.pilot?.hash === ${JSON.stringify(hash)}`), "it is open again");

    const { allocation } = await look(app, "state.pilot.planned");
    const rows = allocation.map(({ unit, arm }, at) => ["K10", unit, arm, "no", (arm === "new" ? 10 : 80) + at, 400].join("\t"));
    await view(app).getByLabel("Take visits from the clinic's records").uncheck();
    await view(app).getByLabel("Rows from a sheet").fill("K10\tx\tboth\tno\t1\t2");
    await view(app).getByRole("button", { name: "Read", exact: true }).click();
    await view(app).getByText("Lines that cannot be read: 1.").waitFor();
    await view(app).getByLabel("Rows from a sheet").fill(rows.join("\n"));
    await view(app).getByRole("button", { name: "Read", exact: true }).click();
    await view(app).getByText("✓ The design is the one that was written down").waitFor();
    await view(app).getByText("✓ Better").first().waitFor();
    await holds(app, "read", { focused: true });

    await give(JSON.stringify({ format: "rosterwell-pilot/1", hash, design: { ...design, measures: design.measures.map((each) => ({ ...each, effect: each.effect / 2 })) } }));
    await view(app).getByLabel("Rows from a sheet").fill(rows.join("\n"));
    await view(app).getByRole("button", { name: "Read", exact: true }).click();
    await view(app).getByText("▲ The design is not the one that was written down").waitFor();
  });

  await t.test("without clinicians it says what it needs", async () => {
    await reopen(app, (clinic) => ({ ...clinic, appointments: [], attendances: [] }));
    await go(app, "Pilot");
    await view(app).getByText(/A pilot needs clinicians with visits on record/).waitFor();
    await holds(app, "nothing", { focused: true });
  });
  assert.deepEqual(trouble, []);
});
