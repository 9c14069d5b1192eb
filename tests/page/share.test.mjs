// Share: every list and calendar is looked at before it is taken, says what is left out and why, and brings its notice. A calendar
// that was taken reads back into the clinic that is open.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { holds } from "./support/invariants.mjs";
import { engine, go, look, openPlanner, shown, until } from "./support/page.mjs";

const NOTICE = "42 CFR part 2 prohibits unauthorized use or disclosure of these records.";
const part = (app) => app.locator("rw-share");

async function open(app, name) {
  await part(app).getByRole("button", { name, exact: true }).click();
  await until(() => look(app, "!state.share.running && (state.share.list !== undefined || state.share.file !== undefined)"), `${name} is there`);
}

async function taken(app, page, name) {
  const [download] = await Promise.all([page.waitForEvent("download"), part(app).getByRole("button", { name, exact: true }).click()]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
}

test("share", async (t) => {
  const { app, page, trouble } = await openPlanner(t, { complete: true });
  await go(app, "Data");
  const own = await engine(page);
  await own.run("sample", { kind: "addiction_treatment", clinicians: 24, seed: 1 });
  const { clinic } = await own.run("document", {});

  await t.test("reminders leave out whoever has not agreed, and say why", async () => {
    await open(app, "Reminders");
    const list = await look(app, "state.share.list");
    assert.ok(list.rows.length > 50 && list.left_out.length > 5, `${list.rows.length} rows, ${list.left_out.length} left out`);
    // Asked of the clinic's own table, without the engine.
    const may = new Set(clinic.consents.filter((row) => row.purposes.includes("reminders") && row.signed && !row.revoked && (row.until ?? "9") >= list.from).map((row) => row.patient));
    for (const [patient] of list.rows) assert.ok(may.has(patient), patient);
    await part(app).getByText(/^\d+ rows left out: /).waitFor();
    await part(app).getByText(NOTICE).waitFor();
    await holds(app, "reminders");
    const file = await taken(app, page, "Take the list (CSV)");
    assert.equal(file.name, "list-1.csv");
    assert.equal(file.text.trim().split("\r\n").length, 1 + list.rows.length);
    assert.equal(file.text.split(NOTICE).length, 1 + list.rows.length, "every row has the notice");
    assert.doesNotMatch(await shown(part(app)), /`|NaN|undefined/);
  });

  await t.test("a consent that is revoked takes the patient off the list at once, and undo brings both back", async () => {
    await open(app, "Reminders");
    const before = await look(app, "state.share.list");
    const [patient] = before.rows[0];
    const held = clinic.consents.filter((row) => row.patient === patient && row.purposes.includes("reminders") && !row.revoked);
    await part(app).getByText("Consents", { exact: true }).click();
    await part(app).getByLabel("Patient", { exact: true }).selectOption(patient);
    for (const _ of held) {
      const revoked = await look(app, "state.open.index.clinic.consents.filter((row) => row.revoked).length");
      await part(app).getByRole("button", { name: /^Revoke: .*reminders/ }).first().click();
      await until(() => look(app, `state.open.index.clinic.consents.filter((row) => row.revoked).length > ${revoked}`), "it is revoked");
    }
    await until(() => look(app, "!state.share.running && state.share.of.clinic === state.open.index"), "the list follows");
    const after = await look(app, "state.share.list");
    assert.ok(before.rows.some((row) => row[0] === patient) && after.rows.every((row) => row[0] !== patient));
    assert.ok(after.left_out.some((row) => row.patient === patient && row.reason.includes("revoked")));
    await holds(app, "revoked", { focused: true });
    for (const _ of held) await page.keyboard.press("Control+z");
    await until(() => look(app, `state.open.index.clinic.consents.every((row) => row.patient !== ${JSON.stringify(patient)} || !row.purposes.includes("reminders") || !row.revoked)`), "undone");
  });

  await t.test("an invitation names nobody", async () => {
    await open(app, "Family invitations");
    const list = await look(app, "state.share.list");
    assert.ok(list.rows.length > 0);
    const buttons = part(app).getByRole("button", { name: /^Invitation of .*: Calendar$/ });
    assert.equal(await buttons.count(), list.rows.length);
    const names = await buttons.evaluateAll((all) => all.map((each) => each.getAttribute("aria-label")));
    assert.equal(new Set(names).size, names.length, "each has a name of its own");
    const file = await taken(app, page, names[0]);
    assert.match(file.text, /SUMMARY:Appointment\r\n/);
    assert.doesNotMatch(file.text, /p\d{4}|part 2/);
  });

  await t.test("the billing check shows first what differs", async () => {
    await open(app, "Billing check");
    const list = await look(app, "state.share.list");
    const differs = list.header.indexOf("differs");
    const count = list.rows.filter((row) => row[differs] === "yes").length;
    await part(app).getByText(count === 0 ? /^No code or unit differs/ : new RegExp(`^${count} rows? where code or units differ`)).waitFor();
    await holds(app, "billing");
  });

  await t.test("a complete calendar reads back into the open clinic", async () => {
    await open(app, "Calendars");
    assert.doesNotMatch(await look(app, "state.share.file.text"), /p\d{4}\b/);
    await part(app).getByLabel("Which calendar").selectOption("complete");
    await until(() => look(app, "!state.share.running && state.share.file?.text.includes('X-ROSTERWELL-ID')"), "the complete one");
    await holds(app, "calendars");
    const { name, text } = await taken(app, page, "Take the calendar (.ics)");
    assert.equal(name, "calendar.ics");
    const before = await look(app, "JSON.stringify(state.open.index.clinic.appointments)");
    await app.locator("rw-view-data input[type=file]").setInputFiles({ name, mimeType: "text/calendar", buffer: Buffer.from(text) });
    await app.getByText("What the calendar holds is added to the clinic that is open.").waitFor();
    await app.getByRole("button", { name: /^Use [\d,]+ of [\d,]+ rows$/ }).click();
    await until(() => look(app, "!state.importing && !state.busy && state.view === 'schedule'"), "it is open");
    assert.equal(await look(app, "JSON.stringify(state.open.index.clinic.appointments)"), before);
  });

  assert.deepEqual(trouble, []);
});
