// Files in and out: a saved file comes back as it was, a broken one leaves everything as it was, hostile text stays text.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { holds, standing } from "./support/invariants.mjs";
import { go, look, openPlanner, until } from "./support/page.mjs";

const workbook = new URL("../data/libreoffice-clinic.xlsx", import.meta.url);
const file = (name, content) => ({ name, mimeType: "application/octet-stream", buffer: Buffer.from(content) });

async function choose(app, files) {
  await go(app, "Data");
  if (await look(app, "state.importing !== undefined")) await app.getByRole("button", { name: /^(Discard|Back)$/ }).click();
  await app.locator("rw-view-data input[type=file]").setInputFiles(files);
}

async function saved(page, press) {
  const [download] = await Promise.all([page.waitForEvent("download"), press()]);
  const bytes = readFileSync(await download.path());
  return { name: download.suggestedFilename(), bytes, text: bytes.toString("utf8") };
}

test("files in and out", async (t) => {
  const { app, page, trouble } = await openPlanner(t, { complete: true });
  let keep;

  await t.test("a saved file comes back with its plan and locks", async () => {
    const session = await look(app, "state.history.value.plan.sessions.find((each) => each.place && !each.locked).session");
    await app.locator(`rw-schedule .block`).first().focus();
    await page.keyboard.press("l");
    await until(() => look(app, "state.history.value.locks.length === 1"), "a lock");
    const locks = await look(app, "state.history.value.locks");
    await app.getByRole("button", { name: /^Save file/ }).click();
    keep = await saved(page, () => app.getByRole("button", { name: "Save unencrypted instead" }).click());
    assert.match(keep.name, /-week-\d{4}-\d\d-\d\d\.rosterwell\.json$/);
    assert.ok(session);
    await page.keyboard.press("Control+z");
    await choose(app, file("mine.rosterwell.json", keep.text));
    await until(() => look(app, "state.history.value.locks.length === 1 && !state.busy"), "the file is open");
    assert.deepEqual(await look(app, "state.history.value.locks"), locks);
    await until(() => look(app, "state.past !== undefined"), "indicators of the file");
    await holds(app, "opened a saved file");
  });

  for (const [name, text] of [
    ["empty.json", ""],
    ["cut.rosterwell.json", () => keep.text.slice(0, keep.text.length / 2)],
    ["newer.rosterwell.json", '{"format":"rosterwell-save/99","clinic":{}}'],
    ["no-clinic.json", '{"format":"rosterwell-save/1"}'],
    ["wrong-types.json", '{"format":"rosterwell-clinic/1","clinicians":[{"id":5}]}'],
    ["proto.json", '{"format":"rosterwell-clinic/1","__proto__":{"polluted":true},"constructor":1}'],
    ["deep.json", "[".repeat(50_000)],
  ]) {
    await t.test(`${name} is refused or reported, nothing is lost`, async () => {
      const before = await look(app, "({ name: state.open.summary.name, locks: state.history.value.locks })");
      await choose(app, file(name, typeof text === "function" ? text() : text));
      await until(() => look(app, "!state.busy && (state.notice !== undefined || state.importing !== undefined)"), "an answer");
      if (await look(app, "state.importing !== undefined")) {
        assert.ok(await look(app, "state.importing.reply.issues.length > 0"), "it says what is wrong");
        await app.getByRole("button", { name: /^(Discard|Back)$/ }).click();
      }
      if (name !== "proto.json") {
        assert.deepEqual(await look(app, "({ name: state.open.summary.name, locks: state.history.value.locks })"), before);
      }
      assert.equal(await app.evaluate(() => ({}).polluted), undefined);
    });
  }

  await t.test("rows with faults are reported, good ones offered; markup in names stays text", async () => {
    const rows = ["id,name,seats,site", "r1,<img src=x onerror=alert(1)>,8,s", "r2,\"<script>alert(2)</script>\",many,s", "r3,=HYPERLINK(\"x\"),4,s"];
    await choose(app, [file("rooms.csv", rows.join("\n")), file("sites.csv", "id,name,hours\ns,Main \u202e site,Mon-Fri 08:00-17:00")]);
    await app.getByRole("heading", { name: "What was understood" }).waitFor();
    await app.locator("rw-view-data summary", { hasText: "rooms.csv" }).click();
    await app.locator("rw-view-data td", { hasText: "seats" }).first().waitFor();
    assert.ok(await look(app, "state.importing.reply.issues.some((issue) => issue.row === 2 && issue.field === 'seats')"));
    await holds(app, "preview");
    await app.getByRole("button", { name: /^Use \d+ of \d+ rows$/ }).click();
    await until(() => look(app, "state.open.summary.tables.some((each) => each.table === 'rooms') && !state.importing && !state.busy"), "it is open");
    await go(app, "Data");
    await app.getByRole("button", { name: /^rooms/ }).click();
    await app.locator("rw-grid td", { hasText: "<img src=x" }).waitFor();
    assert.equal(await app.locator("rw-grid img").count(), 0);
    await go(app, "Schedule");
    await app.getByText("This clinic has no clinicians yet.").waitFor();
    await holds(app, "a clinic without people");
    await app.getByRole("button", { name: "Rooms", exact: true }).click();
    await app.locator("rw-schedule [role=row]").nth(2).waitFor();
    assert.deepEqual((await standing(app)).stops, [1], "one tab stop on an empty board");
    await holds(app, "rooms without sessions");
    await app.getByRole("button", { name: "Clinicians", exact: true }).click();
    await app.getByRole("button", { name: "Add data" }).click();
    assert.equal(await look(app, "state.view"), "data");
  });

  await t.test("a workbook saved by another program is understood and opened", async () => {
    await choose(app, file("clinic.xlsx", readFileSync(workbook)));
    await app.getByText("“#DIV/0!” is the failed result of a formula.").first().waitFor();
    await holds(app, "preview of a workbook");
    await app.getByRole("button", { name: "Use 12 of 14 rows" }).click();
    await until(() => look(app, "!state.importing && !state.busy && state.view === 'schedule' && state.past !== undefined"), "it is open");
    assert.equal(await look(app, "state.open.index.clinic.clinicians.length"), 2);
    assert.deepEqual((await standing(app)).stops, [1], "one tab stop on the board of a tiny clinic");
    await holds(app, "a tiny clinic");
  });

  await t.test("what is exported as a workbook reads back as the same clinic", async () => {
    await go(app, "Start");
    await app.getByRole("button", { name: "Open this sample" }).click();
    await until(() => look(app, "state.open.index.clinic.clinicians.length === 24 && !state.busy && state.past !== undefined"), "the sample is open");
    const before = await look(app, "state.open.index.clinic");
    await go(app, "Data");
    const plan = await saved(page, () => app.getByRole("button", { name: "The plan on the board, XLSX" }).click());
    assert.equal(plan.bytes.subarray(0, 2).toString(), "PK");
    const { name, bytes } = await saved(page, () => app.getByRole("button", { name: "All tables, XLSX" }).click());
    assert.match(name, /\.xlsx$/);
    await choose(app, file(name, bytes));
    await app.getByRole("button", { name: /^Use [\d,]+ of [\d,]+ rows$/ }).click();
    await until(() => look(app, "!state.importing && !state.busy && state.view === 'schedule'"), "it is open");
    assert.deepEqual(await look(app, "state.open.index.clinic"), before);
  });

  await t.test("the empty workbook is downloaded, and says itself that it is empty", async () => {
    await go(app, "Data");
    const { name, bytes } = await saved(page, () => app.getByRole("button", { name: "Download the empty workbook" }).click());
    assert.match(name, /\.xlsx$/);
    await choose(app, file(name, bytes));
    await until(() => look(app, "state.importing !== undefined"), "it is read");
    const columns = await look(app, "state.importing.reply.columns.map((each) => [each.table, each.field])");
    for (const table of ["clinicians", "patients", "orders", "appointments"]) {
      assert.ok(columns.some((each) => each[0] === table), `the empty workbook has no ${table}`);
    }
    assert.deepEqual(columns.filter((each) => !each[1]), [], "every column of the empty workbook is known");
    await app.getByRole("button", { name: /^(Discard|Back)$/ }).click();
  });

  const whole = readFileSync(workbook);
  for (const [name, buffer, cause] of [
    ["cut.xlsx", whole.subarray(0, 4_000), /cut off or damaged/],
    ["garbage.xlsx", Buffer.concat([Buffer.from("PK\x03\x04"), Buffer.alloc(500, 65)]), /cut off or damaged/],
    ["old.xls", Buffer.concat([Buffer.from("D0CF11E0A1B11AE1", "hex"), Buffer.alloc(2_000)]), /old \.xls format/],
    ["page.xlsx", Buffer.from("<html>not a workbook</html>"), /web page/],
    ["empty.xlsx", Buffer.alloc(0), /is empty/],
    ["photo.png", Buffer.from("89504e470d0a1a0a0000", "hex"), /an image/],
  ]) {
    await t.test(`${name} gets a clear answer, nothing is lost`, async () => {
      const before = await look(app, "({ name: state.open.summary.name, sessions: state.open.summary.sessions })");
      await choose(app, file(name, buffer));
      await app.locator("rw-view-data").getByText("Nothing here can be used. What was open is still open.").waitFor();
      const row = await app.locator("rw-issues tbody tr").first().innerText();
      assert.match(row, cause);
      assert.ok(row.includes(name), `the file is named: ${row}`);
      await app.getByRole("button", { name: "Back" }).click();
      assert.deepEqual(await look(app, "({ name: state.open.summary.name, sessions: state.open.summary.sessions })"), before);
    });
  }

  await t.test("tables and plans are exported", async () => {
    await go(app, "Data");
    const json = await saved(page, () => app.getByRole("button", { name: "All tables, JSON" }).click());
    assert.equal(JSON.parse(json.text).format, "rosterwell-clinic/1");
    const csv = await saved(page, () => app.getByRole("button", { name: "The plan on the board, CSV" }).click());
    assert.match(csv.name, /\.csv$/);
  });
  assert.deepEqual(trouble, []);
});
