// Weekly groups put together: a new one, seats in it, two who are to be apart; the optimizer keeps all of it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { holds } from "./support/invariants.mjs";
import { go, look, openPlanner, until } from "./support/page.mjs";

test("a group is built, filled and planned", async (t) => {
  const { app, trouble } = await openPlanner(t, { complete: true });
  const clinic = (rest) => look(app, `structuredClone(state.open.index.clinic.${rest})`);
  const field = (name) => app.locator("rw-groups").getByLabel(name, { exact: true });
  await go(app, "Data");
  await app.getByRole("heading", { name: "Groups", exact: true }).waitFor();
  const before = await clinic("groups");
  await holds(app, "groups");

  await app.locator("rw-groups").getByRole("button", { name: "New group" }).click();
  await app.getByRole("button", { name: "Save the group" }).click();
  await app.getByText("Give it a topic.").waitFor();
  assert.equal((await clinic("groups")).length, before.length, "nothing is saved without a topic");
  await field("Topic").fill("Evening group");
  await field("Fewest patients").fill("9");
  await field("Wished for").fill("5");
  await app.getByRole("button", { name: "Save the group" }).click();
  await app.getByText("Fewest, wished for and most have to be in order.").waitFor();
  await field("Fewest patients").fill("3");
  await field("Most patients").fill("8");
  await app.getByRole("button", { name: "Save the group" }).click();
  await until(async () => (await clinic("groups")).length === before.length + 1, "the group is there");
  const group = (await clinic("groups")).at(-1);
  assert.deepEqual([group.name, group.min, group.target, group.max], ["Evening group", 3, 5, 8]);

  const seats = app.locator("rw-groups .members select");
  const wanted = 4;
  for (let at = 0; at < wanted; at += 1) {
    const free = app.locator("rw-groups .members select").filter({ has: app.locator("option:checked", { hasText: /^(any|another) group/ }) }).first();
    await free.selectOption("only");
    await until(async () => (await clinic("orders")).filter((order) => order.groups?.join() === group.id).length === at + 1, `seat ${at + 1}`);
  }
  assert.ok((await seats.count()) >= wanted);
  const seated = (await clinic("orders")).filter((order) => order.groups?.join() === group.id).map((order) => order.patient);

  await field("Patient").selectOption(seated[0]);
  await field("and patient").selectOption(seated[1]);
  await field("Rule").selectOption("apart");
  await app.getByRole("button", { name: "Add the rule" }).click();
  await app.getByText(/is to be apart from .*, who can only come here too/).first().waitFor();
  await holds(app, "two who cannot both come", { focused: true });
  await app.getByRole("button", { name: /^Remove the rule between/ }).last().click();
  await until(async () => !(await app.getByText(/is to be apart from .*, who can only come here too/).count()), "the rule is gone");

  await go(app, "Schedule");
  await app.getByRole("button", { name: "Optimize week" }).click();
  await until(() => look(app, "state.solve === undefined && state.outcome !== undefined"), "the proposal is there", 180_000);
  const meetings = await look(app, `state.outcome.plan.sessions.filter((each) => each.session.startsWith('${group.id}/w'))`);
  assert.equal(meetings.length, group.per_week);
  const held = meetings.filter((meeting) => meeting.place);
  for (const meeting of held) assert.ok(meeting.patients.length >= group.min && meeting.patients.length <= group.max, `${meeting.patients.length} seats`);
  for (const other of await look(app, `state.outcome.plan.sessions.filter((each) => each.kind === 'group' && !each.session.startsWith('${group.id}/w'))`)) {
    const service = (await clinic("groups")).find((each) => other.session.startsWith(`${each.id}/w`))?.service;
    if (service === group.service) assert.deepEqual(other.patients.filter((id) => seated.includes(id)), [], "who sits here only sits nowhere else");
  }
  await go(app, "Data");
  if (held.length > 0) await app.locator("rw-groups").getByText("Meetings on the board").waitFor();
  assert.deepEqual(trouble, []);
});
