// Something happens during the day: it is told in a form, ways to go on are shown with what moves, what is lost and who must
// be told; nothing changes before one is taken, and undo takes back both the plan and what the clinic was told.
import assert from "node:assert/strict";
import { test } from "node:test";
import { holds } from "./support/invariants.mjs";
import { engine, go, launch, look, openPlanner, shown, until } from "./support/page.mjs";

const part = (app) => app.locator("rw-incident");
const button = (app, name) => part(app).getByRole("button", { name, exact: true });
const done = (app) => until(() => look(app, "state.incident.result !== undefined && state.incident.running === undefined"), "ways are found", 120_000);
const kept = (app) => look(app, "JSON.stringify([state.history.value.plan, state.open.index.clinic.absences, state.open.index.clinic.appointments.length])");

async function open(app) {
  await app.getByRole("button", { name: "Something happened", exact: true }).click();
  await part(app).getByRole("heading", { name: "Something happened" }).waitFor();
}

test("something happened", async (t) => {
  const browser = await launch(t);
  const { app, page, trouble } = await openPlanner(t, { browser, complete: true });
  await go(app, "Schedule");
  await app.evaluate(() => document.querySelector("rw-planner").dispatchEvent(new CustomEvent("rw-board", { detail: { mode: "day", day: document.querySelector("rw-planner").state.open.index.firstDay + 1 } })));
  // Whoever has most sessions on that day, and a patient.
  const [who, patient] = await look(
    app,
    `(() => {
      const counts = new Map();
      for (const { place, kind } of state.history.value.plan.sessions) {
        if (!place?.start.startsWith("2026-11-24") || kind === "shift") continue;
        for (const id of place.clinicians) counts.set(id, (counts.get(id) ?? 0) + 1);
      }
      const [first] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
      return [first[0], state.open.index.clinic.patients[0].id];
    })()`,
  );
  const before = await kept(app);

  await t.test("a clinician is away: the ways are the engine's, and nothing changes yet", async () => {
    await open(app);
    await part(app).getByLabel("Clinician", { exact: true }).selectOption(who);
    assert.equal(await part(app).getByLabel("It is now").inputValue(), "2026-11-24T08:00", "the day on the board, in the morning");
    await button(app, "Show ways to go on").click();
    await done(app);
    const { reply, events, now } = await look(app, "state.incident.result");
    assert.deepEqual(events, [{ kind: "sick", clinician: who, from: "2026-11-24T08:00", until: "2026-11-25T00:00" }]);
    const own = await engine(page);
    await own.run("sample", { kind: "addiction_treatment", clinicians: 24, seed: 1 });
    const plan = await look(app, "state.history.value.plan");
    assert.deepEqual(await own.task("repair", { plan, now, events, locks: [], proposals: 3 }, 1000), reply);
    assert.ok(reply.affected.length > 0 && reply.proposals.length > 0, "somebody is missed");
    assert.equal(await part(app).getByRole("article").count(), reply.proposals.length);
    assert.doesNotMatch(await shown(part(app)), /`|NaN|undefined|-0\b/);
    assert.equal(await kept(app), before, "nothing changed");
    await holds(app, "ways to go on", { focused: true });
  });

  await t.test("another form makes the ways old, and they cannot be taken", async () => {
    await part(app).getByLabel("What happened").selectOption("late");
    await part(app).getByText("This answers what was told before your last change.").waitFor();
    assert.equal(await part(app).getByRole("button", { name: /^Take way/ }).count(), 0);
    await part(app).getByLabel("What happened").selectOption("sick");
    await part(app).getByRole("button", { name: "Take way 1" }).waitFor();
  });

  await t.test("a way that is taken is the plan on the board and an absence of the clinic; undo takes back both", async () => {
    const proposal = await look(app, "state.incident.result.reply.proposals[0]");
    await part(app).getByRole("button", { name: "Take way 1" }).click();
    await until(() => look(app, "state.incident.draft === undefined && state.shown?.indicators !== undefined"), "the way is taken");
    assert.deepEqual(await look(app, "state.history.value.plan"), proposal.plan);
    assert.equal(await look(app, "state.history.value.stage"), "proposal");
    assert.deepEqual(await look(app, `state.open.index.clinic.absences.filter((row) => row.id === ${JSON.stringify(who)} && row.from.startsWith("2026-11-24T08")).map((row) => row.until.slice(0, 16))`), ["2026-11-25T00:00"]);
    const theirs = proposal.plan.sessions.filter(({ place }) => place?.start.startsWith("2026-11-24") && place.clinicians.includes(who));
    assert.deepEqual(theirs.map(({ place }) => place.start), [], "nobody expects them that day");
    await holds(app, "taken", { focused: true });
    await app.getByRole("button", { name: "Undo", exact: true }).first().click();
    await until(async () => (await kept(app)) === before, "both are as before");
  });

  await t.test("several things are repaired together, and one can be taken off the list", async () => {
    await open(app);
    await part(app).getByLabel("What happened").selectOption("late");
    await part(app).getByLabel("Clinician", { exact: true }).selectOption(who);
    await part(app).getByLabel("Behind by").selectOption("45");
    await button(app, "Something else happened too").click();
    await part(app).getByLabel("What happened").selectOption("emergency");
    await part(app).getByLabel("Patient", { exact: true }).selectOption(patient);
    await button(app, "Show ways to go on").click();
    await done(app);
    const result = await look(app, "state.incident.result");
    assert.deepEqual(result.events.map(({ kind }) => kind), ["late", "emergency"]);
    const [first] = result.reply.proposals;
    const bookings = first.actions.filter(({ kind }) => kind === "add_appointment").map(({ appointment }) => [appointment.patient, appointment.emergency]);
    assert.deepEqual(bookings, [[patient, true]]);
    assert.ok(!(await shown(part(app))).includes(await look(app, `state.open.index.patients.get(${JSON.stringify(patient)}).name`)), "no names before they are switched on");
    await holds(app, "an emergency", { focused: true });
    await part(app).getByRole("button", { name: /^Remove: .* is 45 minutes behind$/ }).click();
    assert.deepEqual(await look(app, "state.incident.events"), []);
    await button(app, "Close").click();
    await until(() => look(app, "state.incident.draft === undefined"), "the form is closed");
    assert.equal(await kept(app), before);
  });

  assert.deepEqual(trouble, []);
});
