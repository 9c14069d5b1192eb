// Data that is doubtful, added, compared and printed: each journey from the file to what stands in the clinic, and back by undo.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { holds } from "./support/invariants.mjs";
import { go, look, openPlanner, reopen, until } from "./support/page.mjs";

const file = (name, content) => ({ name, mimeType: "text/csv", buffer: Buffer.from(content) });
const idle = (app) => until(() => look(app, "!state.busy && !state.importing"), "the page is idle");
const checked = (app) => until(() => look(app, "state.quality.reply !== undefined && !state.quality.running && state.quality.of === state.open.index"), "the data are looked at");
const cell = (text) => `"${String(text ?? "").replaceAll('"', '""')}"`;

async function choose(app, files) {
  await go(app, "Data");
  await app.locator("rw-view-data input[type=file]").setInputFiles(files);
  await app.getByRole("heading", { name: "What was understood" }).waitFor();
}

async function saved(page, press) {
  const [download] = await Promise.all([page.waitForEvent("download"), press()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

/** The booked appointments of the planned days as another system exports them. */
async function exported(app, change = (row) => row) {
  const rows = await look(app, `(() => {
    const { settings, appointments } = state.open.index.clinic;
    return appointments.filter((row) => row.status === "booked" && row.start >= settings.horizon_start);
  })()`);
  const fields = ["id", "service", "patient", "group", "shift", "clinicians", "room", "modality", "start", "minutes", "status"];
  const lines = rows.flatMap((row) => change(row) ?? []).map((row) => fields.map((field) => cell([row[field] ?? []].flat().join("; "))).join(","));
  return [fields.join(","), ...lines].join("\n");
}

test("doubtful data", async (t) => {
  const { app, trouble } = await openPlanner(t, { complete: true });
  await reopen(app, (clinic) => {
    clinic.rooms.push({ ...clinic.rooms[0], id: "again", name: clinic.rooms[0].name.toUpperCase() });
    clinic.appointments.find((row) => row.room === clinic.rooms[0].id).room = "again";
    return clinic;
  });
  await go(app, "Data");
  await checked(app);
  const list = app.locator("rw-quality");

  await t.test("is listed with its reason and mended by one click", async () => {
    const rooms = await look(app, "state.open.index.clinic.rooms.length");
    await list.locator("summary", { hasText: "nearly the same name" }).click();
    await list.getByText("booked twice at the same time").waitFor();
    await holds(app, "doubtful data");
    await list.getByRole("button", { name: "Make it one room" }).first().click();
    await until(() => look(app, `state.open.index.clinic.rooms.length === ${rooms - 1}`), "one room less");
    await checked(app);
    assert.ok(await look(app, "!state.open.index.clinic.appointments.some((row) => row.room === 'again')"));
    assert.ok(await look(app, "!state.quality.reply.counts.some((each) => each.kind === 'similar_rooms')"));
    assert.equal(await look(app, "state.history.value.plan === state.open.published"), true, "the board follows the schedule");
  });

  await t.test("comes back by undo", async () => {
    await app.getByRole("button", { name: /^Undo/ }).first().click();
    await until(() => look(app, "state.open.index.clinic.rooms.some((row) => row.id === 'again')"), "the room is back");
    await checked(app);
    assert.ok(await look(app, "state.quality.reply.counts.some((each) => each.kind === 'similar_rooms')"));
  });
  assert.deepEqual(trouble, []);
});

test("files added to the open clinic", async (t) => {
  const { app, page, trouble } = await openPlanner(t, { complete: true });
  const { clinician, patients, service } = await look(app, `({
    clinician: state.open.index.clinic.clinicians[0].id,
    patients: state.open.index.clinic.patients.slice(0, 2).map((row) => row.id),
    service: state.open.index.clinic.services.find((row) => row.kind === "individual").id,
  })`);
  const list = ["Termin,Wer,Bei wem,Was,Wann,Wie lange", ...patients.map((id) => `,${id},${clinician},${service},23.02.2027 19:00,45`)].join("\n");

  await t.test("columns that nobody knows are matched by hand and kept as a profile", async () => {
    await choose(app, file("Liste.csv", list));
    assert.equal(await look(app, "state.importing.reply.counts.length"), 0, "nothing is understood");
    await app.getByRole("button", { name: "Back", exact: true }).click();
    await choose(app, file("appointments.csv", list));
    await app.locator("rw-columns summary").click();
    for (const [column, field] of [["Wer", "patient"], ["Bei wem", "clinicians"], ["Was", "service"], ["Wann", "start"], ["Wie lange", "minutes"]]) {
      await app.getByLabel(`Field of column ${column}`, { exact: true }).selectOption(field);
      await until(() => look(app, `state.importing.reply.columns.some((each) => each.column === ${JSON.stringify(column)} && each.field === "${field}")`), column);
    }
    await holds(app, "columns matched by hand");
    await app.getByLabel("Name of the source").fill("Praxis");
    await app.getByRole("button", { name: "Keep how this file is read" }).click();
    await until(() => look(app, "state.history.value.profiles.length === 1"), "it is kept");
    await app.getByRole("button", { name: "Discard", exact: true }).click();
    await choose(app, file("Liste.csv", list));
    await app.getByText("Read by your profile “Praxis”.").waitFor();
    assert.equal(await look(app, "state.importing.reply.counts[0].used"), 2);
  });

  await t.test("rows at one time become a group session only when that is said", async () => {
    const before = await look(app, "state.open.index.clinic.appointments.length");
    await app.getByRole("button", { name: "Add to the clinic", exact: true }).click();
    await until(() => look(app, "state.importing.merge?.groups.length === 1"), "the question");
    assert.equal(await look(app, "state.importing.merge.groups[0].yes"), false);
    await holds(app, "adding files");
    await app.getByRole("button", { name: "One group session", exact: true }).click();
    await until(() => look(app, "state.importing.merge.groups[0].yes"), "the answer");
    const report = await saved(page, () => app.getByRole("button", { name: "Download the report" }).click());
    assert.match(report.bytes.toString("utf8"), /seat of a group session/);
    await app.getByRole("button", { name: /^Add \d+ rows?$/ }).click();
    await idle(app);
    await until(() => look(app, `state.open.index.clinic.appointments.length === ${before + 1}`), "one session more");
    await app.getByRole("button", { name: /^Undo/ }).first().click();
    await until(() => look(app, `state.open.index.clinic.appointments.length === ${before}`), "it is as before");
    await checked(app);
  });
  assert.deepEqual(trouble, []);
});

test("plan, base and a newer export", async (t) => {
  const { app, page, trouble } = await openPlanner(t, { complete: true });
  // The plan moves one session; there it takes longer, and another one is cancelled.
  const picked = await look(app, `(() => {
    const { clinic } = state.open.index;
    const free = clinic.appointments.filter((row) => row.status === "booked" && row.start >= clinic.settings.horizon_start && row.patient && row.freedom !== "locked");
    return free.slice(0, 3).map((row) => row.id);
  })()`);
  await app.getByRole("button", { name: "Optimize week" }).click();
  await until(() => look(app, "state.solve === undefined && state.outcome !== undefined"), "the plan", 240_000);
  await app.getByRole("button", { name: "Keep this plan" }).click();
  await until(() => look(app, "state.history.value.stage === 'kept'"), "it is kept");
  const text = await exported(app, (row) => {
    if (row.id === picked[0]) return { ...row, minutes: row.minutes + 5 };
    if (row.id === picked[1]) return { ...row, status: "cancelled" };
    return row;
  });
  await choose(app, file("appointments.csv", text));
  await app.getByRole("button", { name: "Compare with the plan", exact: true }).click();
  await until(() => look(app, "state.importing.reconcile !== undefined"), "the comparison");

  await t.test("is a list to decide, with a change list that follows", async () => {
    const reply = await look(app, "state.importing.reconcile");
    assert.ok(reply.items.some((item) => item.id === picked[1] && item.case.startsWith("deleted_there")));
    assert.deepEqual(reply.broken, [], "defaults break no rule");
    await holds(app, "reconcile");
    const list = app.locator("rw-reconcile");
    await list.getByRole("button", { name: "All", exact: true }).click();
    await list.getByRole("button", { name: /^Take “There” for all/ }).click();
    await until(() => look(app, "state.importing.reconcile.lines.length === 0"), "nothing is left to change there");
    await list.getByRole("button", { name: /^Take “Plan” for all/ }).click();
    await until(() => look(app, "state.importing.reconcile.lines.length > 0"), "there are lines again");
    const lines = await look(app, "state.importing.reconcile.lines.length");
    const csv = await saved(page, () => list.getByRole("button", { name: "Change list, CSV" }).click());
    assert.equal(csv.bytes.toString("utf8").trim().split(/\r?\n/).length, lines + 1);
    const book = await saved(page, () => list.getByRole("button", { name: "Change list, XLSX" }).click());
    assert.equal(book.bytes.subarray(0, 2).toString(), "PK");
  });

  await t.test("is taken over as one action", async () => {
    await app.locator("rw-reconcile").getByRole("button", { name: "Take this schedule" }).click();
    await idle(app);
    await until(() => look(app, "state.history.value.plan === state.open.published && state.history.value.stage === 'current'"), "it is the schedule");
    await app.getByRole("button", { name: /^Undo/ }).first().click();
    await until(() => look(app, "state.history.value.stage === 'kept'"), "the plan is back");
    await checked(app);
  });
  assert.deepEqual(trouble, []);
});

test("the plan on paper", async (t) => {
  const { app, page, trouble } = await openPlanner(t, { complete: true });
  await app.getByRole("button", { name: "On paper", exact: true }).click();
  await until(() => look(app, "state.sheets?.days !== undefined"), "the sheets");
  const sheets = app.locator("rw-day-sheets");
  assert.equal(await sheets.locator("article").count(), await look(app, "state.sheets.days[0].sheets.length"));
  await holds(app, "day sheets");
  for (const by of ["Room", "Group"]) {
    await sheets.getByRole("button", { name: by, exact: true }).click();
    await until(() => look(app, `state.sheets.by === "${by.toLowerCase()}" && state.sheets.days?.[0].sheets.length > 0`), by);
  }
  await sheets.getByRole("button", { name: "Whole week", exact: true }).click();
  await sheets.getByRole("button", { name: "Clinician", exact: true }).click();
  await until(() => look(app, "state.sheets.span === 'week' && state.sheets.by === 'clinician' && state.sheets.days !== undefined"), "the week");
  const everyone = await look(app, "new Set(state.history.value.plan.sessions.flatMap((each) => each.place?.clinicians ?? [])).size");
  assert.equal(await sheets.locator("article").count(), everyone, "a page for everyone who has something to do");
  const places = await look(app, "state.sheets.days.flatMap((day) => day.sheets.flatMap((sheet) => sheet.rows)).length");
  assert.equal(await sheets.locator("tbody tr td.time").count(), places);
  await holds(app, "a week on paper");
  await page.emulateMedia({ media: "print" });
  assert.equal(await sheets.getByRole("button").count(), 0, "nothing to press is on paper");
  assert.ok(await sheets.locator("article").first().isVisible());
  await page.emulateMedia({ media: "screen" });
  await app.getByRole("button", { name: "Back to the board" }).click();
  await app.locator("rw-schedule").waitFor();
  assert.deepEqual(trouble, []);
});
