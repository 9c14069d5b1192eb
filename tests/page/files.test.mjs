// Files in and out: a saved file comes back as it was, a broken one leaves everything as it was, hostile text stays text.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { holds } from "./support/invariants.mjs";
import { launch, open, origins, until } from "./support/page.mjs";

const look = (app, text) => app.evaluate(`(() => { const state = document.querySelector("rw-planner").state; return ${text}; })()`);
const file = (name, text) => ({ name, mimeType: "application/octet-stream", buffer: Buffer.from(text) });

async function choose(app, files) {
  await app.getByRole("navigation").getByRole("button", { name: "Data" }).click();
  await app.locator("rw-view-data input[type=file]").setInputFiles(files);
}

async function saved(page, press) {
  const [download] = await Promise.all([page.waitForEvent("download"), press()]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
}

test("files in and out", async (t) => {
  const browser = await launch();
  const { list, close } = await origins();
  const { app, page, trouble } = await open(browser, list[1].url);
  t.after(async () => {
    await browser.close();
    close();
  });
  await until(() => look(app, "state.past !== undefined"), "all indicators are there");
  let keep;

  await t.test("a saved file comes back with its plan and locks", async () => {
    const session = await look(app, "state.history.value.plan.sessions.find((each) => each.place && !each.locked).session");
    await app.locator(`rw-schedule .block`).first().focus();
    await page.keyboard.press("l");
    await until(() => look(app, "state.history.value.locks.length === 1"), "a lock");
    const locks = await look(app, "state.history.value.locks");
    keep = await saved(page, () => app.getByRole("button", { name: /^Save file/ }).click());
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
        await app.getByRole("button", { name: "Discard" }).click();
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
    await app.getByRole("navigation").getByRole("button", { name: "Data" }).click();
    await app.getByRole("button", { name: /^rooms/ }).click();
    await app.locator("rw-table td", { hasText: "<img src=x" }).waitFor();
    assert.equal(await app.locator("rw-table img").count(), 0);
    await app.getByRole("navigation").getByRole("button", { name: "Schedule" }).click();
  });

  await t.test("tables and plans are exported", async () => {
    await app.getByRole("navigation").getByRole("button", { name: "Data" }).click();
    const json = await saved(page, () => app.getByRole("button", { name: "All tables, JSON" }).click());
    assert.equal(JSON.parse(json.text).format, "rosterwell-clinic/1");
    const csv = await saved(page, () => app.getByRole("button", { name: "The plan on the board, CSV" }).click());
    assert.match(csv.name, /\.csv$/);
  });
  assert.deepEqual(trouble, []);
});
