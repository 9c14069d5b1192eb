// Tables of the clinic edited as a sheet: typed, pasted and copied as in Excel, refused with a reason, undone in one step.
import assert from "node:assert/strict";
import { test } from "node:test";
import { isDeepStrictEqual } from "node:util";
import { holds } from "./support/invariants.mjs";
import { go, look, openPlanner, until } from "./support/page.mjs";

/** Puts a text into the clipboard of a paste, as another program would have. */
const paste = (cell, text) =>
  cell.evaluate((target, value) => {
    const data = new DataTransfer();
    data.setData("text/plain", value);
    target.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, composed: true, cancelable: true }));
  }, text);

/** The cell of a row, from 0, under a header. */
const cellOf = async (app, row, header) => {
  const headers = await app.locator("rw-grid thead th").allInnerTexts();
  const place = headers.findIndex((text) => text.replace(/\s*\(needed\)/, "").trim() === header);
  assert.ok(place > 0, `${header} is a column of ${headers.join(", ")}`);
  return app.locator("rw-grid tbody tr").nth(row).locator("td").nth(place - 1);
};

/** One step back, after which a table is what it was. */
const undo = async (app, table, before) => {
  await app.locator("rw-planner header").getByRole("button", { name: "Undo" }).click();
  await until(async () => isDeepStrictEqual(await look(app, `structuredClone(state.open.index.clinic.${table})`), before), "one step back");
  await until(() => look(app, "state.rows.of === state.open.index"), "the table follows");
};

test("a table is a sheet", async (t) => {
  const { page, app, trouble } = await openPlanner(t, { complete: true });
  await go(app, "Data");
  await until(() => look(app, "state.rows.reply !== undefined && !state.quality.running"), "the table is there");
  const clinicians = "state.open.index.clinic.clinicians";
  const before = await look(app, `structuredClone(${clinicians})`);

  await t.test("keys move, edit, restore and keep", async () => {
    const name = await cellOf(app, 0, "name");
    await name.click();
    await page.keyboard.press("F2");
    await app.locator("rw-grid td input").waitFor();
    await page.keyboard.press("Escape");
    assert.deepEqual(await look(app, `structuredClone(${clinicians})`), before, "Escape restores");
    await page.keyboard.type("Grace Hopper");
    await page.keyboard.press("Enter");
    await until(() => look(app, `${clinicians}[0].name === 'Grace Hopper'`), "the name is taken");
    await app.getByText("Changed 1 row of clinicians.").waitFor();
    await until(() => look(app, "state.rows.of === state.open.index && state.rows.reply.rows[0].cells.includes('Grace Hopper')"), "the table follows");
    const focused = await app.evaluate(() => {
      let at = document.activeElement;
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      return at?.parentElement?.querySelector("th")?.textContent;
    });
    assert.equal(focused, "2", "Enter goes down");
    await undo(app, "clinicians", before);
  });

  await t.test("what cannot be taken stays as it was typed, with its reason", async () => {
    const day = await cellOf(app, 1, "max day min");
    await day.click();
    await page.keyboard.type("a lot");
    await page.keyboard.press("Enter");
    await app.getByRole("heading", { name: "To correct" }).waitFor();
    assert.equal(await app.locator("rw-grid td[aria-invalid]").innerText(), "a lot");
    assert.deepEqual(await look(app, `structuredClone(${clinicians})`), before);
    await holds(app, "a cell to correct", { focused: true });
    await app.getByRole("button", { name: "Discard what was not taken" }).click();
    await until(async () => (await app.locator("rw-grid td[aria-invalid]").count()) === 0, "it is gone");
  });

  await t.test("a rectangle is copied, and pasted over other rows as one step", async () => {
    const [from, to] = [await cellOf(app, 0, "name"), await cellOf(app, 2, "name")];
    await from.click();
    await page.keyboard.press("Shift+ArrowDown");
    await page.keyboard.press("Shift+ArrowDown");
    const copied = await (await cellOf(app, 2, "name")).evaluate((target) => {
      const data = new DataTransfer();
      target.dispatchEvent(new ClipboardEvent("copy", { clipboardData: data, bubbles: true, composed: true, cancelable: true }));
      return data.getData("text/plain");
    });
    assert.deepEqual(copied.split("\n"), before.slice(0, 3).map((row) => row.name));
    await to.click();
    await paste(to, "One\nTwo\nThree\n");
    await until(() => look(app, `${clinicians}[4].name === 'Three'`), "three names are pasted");
    assert.equal(await look(app, `${clinicians}[2].name`), "One");
    await undo(app, "clinicians", before);
  });

  await t.test("a paste goes on over rows of the next page, and behind the last one adds rows", async () => {
    await app.getByRole("group", { name: "Tables" }).getByRole("button", { name: /^patients/ }).click();
    await until(() => look(app, "state.rows.table === 'patients' && state.rows.reply?.rows.length === 25"), "patients");
    const patients = await look(app, "structuredClone(state.open.index.clinic.patients)");
    const first = await cellOf(app, 0, "name");
    await first.click();
    const names = patients.map((_, at) => `Patient number ${at}`);
    await paste(first, names.join("\n"));
    await until(() => look(app, `state.open.index.clinic.patients.at(-1).name === ${JSON.stringify(names.at(-1))}`), "all names are pasted", 60_000);
    assert.deepEqual(await look(app, "state.open.index.clinic.patients.map((row) => row.name)"), names);
    await undo(app, "patients", patients);
    await app.getByRole("group", { name: "Tables" }).getByRole("button", { name: /^rooms/ }).click();
    await until(() => look(app, "state.rows.table === 'rooms' && state.rows.reply !== undefined"), "rooms");
    const rooms = await look(app, "state.open.index.clinic.rooms.length");
    await app.getByRole("button", { name: "Add a row" }).click();
    const row = await cellOf(app, rooms, "name");
    await row.click();
    const columns = await look(app, "state.rows.reply.columns.map((column) => column.field)");
    const like = await look(app, "state.rows.reply.rows[0].cells");
    const text = like.map((cell, at) => (columns[at] === "id" ? "" : columns[at] === "name" ? "Room of pasted cells" : cell)).join("\t");
    await page.keyboard.press("Home");
    await paste(await cellOf(app, rooms, "id"), text);
    await until(() => look(app, `state.open.index.clinic.rooms.length === ${rooms + 1}`), "a room more");
    assert.equal(await look(app, "state.open.index.clinic.rooms.at(-1).name"), "Room of pasted cells");
    assert.equal(await look(app, "state.rows.drafts.length"), 0);
    await holds(app, "a room more", { focused: true });
  });

  await t.test("a row that others name is not removed, one that none names is", async () => {
    const rooms = await look(app, "state.open.index.clinic.rooms.length");
    await (await cellOf(app, rooms - 1, "name")).click();
    await app.getByRole("button", { name: "Remove this row" }).click();
    await until(() => look(app, `state.open.index.clinic.rooms.length === ${rooms - 1}`), "it is gone");
    await app.getByRole("group", { name: "Tables" }).getByRole("button", { name: /^patients/ }).click();
    await until(() => look(app, "state.rows.table === 'patients' && state.rows.reply !== undefined"), "patients");
    await (await cellOf(app, 0, "name")).click();
    await app.getByRole("button", { name: "Remove this row" }).click();
    await app.getByText("The row was not removed:").first().waitFor();
  });

  await t.test("rows are found by a word", async () => {
    const patient = await look(app, "state.open.index.clinic.patients[30].id");
    await app.locator("rw-grid input[type=search]").fill(patient);
    await app.locator("rw-grid input[type=search]").press("Enter");
    await until(() => look(app, `state.rows.reply.rows[0].cells.includes(${JSON.stringify(patient)})`), "it is found");
  });
  assert.deepEqual(trouble, []);
});
