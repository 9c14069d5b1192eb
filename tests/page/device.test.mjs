// The encrypted copy on the device: kept across a crash, told when it cannot be kept, one writer, gone after a wipe.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { go, launchProfile, look, openPlanner, until } from "./support/page.mjs";

const PASSPHRASE = "a heron waits by the weir";
const dialog = (app) => app.locator("rw-vault dialog");
const later = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function lockSession(app, page) {
  await go(app, "Schedule");
  const before = await look(app, "state.history.value.locks.length");
  await app.locator("rw-schedule .block:not([data-locked])").nth(before).focus();
  await page.keyboard.press("l");
  await until(() => look(app, `state.history.value.locks.length > ${before}`), "a lock");
}

async function askToKeep(app) {
  await go(app, "Privacy");
  await app.getByRole("button", { name: "Keep a copy on this device" }).click();
  if (!(await look(app, "state.keep.hasKey"))) {
    await dialog(app).getByLabel("New passphrase").fill(PASSPHRASE);
    await dialog(app).getByLabel("The same once more").fill(PASSPHRASE);
    await dialog(app).getByRole("button", { name: "Keep a copy on this device" }).click();
  }
}

async function keepHere(app) {
  await askToKeep(app);
  await until(() => look(app, "state.keep.device === 'on' && state.keep.kept !== undefined"), "it is kept");
}

/** Every file below a folder that holds one of the texts, as UTF-8 or UTF-16. */
function holding(folder, texts) {
  const wanted = texts.flatMap((text) => [Buffer.from(text, "utf8"), Buffer.from(text, "utf16le")]);
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile())
    .filter((path) => {
      const bytes = readFileSync(path);
      return wanted.some((text) => bytes.includes(text));
    });
}

test("the copy on this device", async (t) => {
  const folder = mkdtempSync(join(tmpdir(), "rosterwell-profile-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  let canaries;
  let locks;

  await t.test("nothing is kept until it is asked for; changes are kept two seconds after they are made", async () => {
    const context = await launchProfile(t, folder);
    const { app, page } = await openPlanner(t, { context });
    await until(() => look(app, "state.keep.device === 'none'"), "there is nothing");
    canaries = [PASSPHRASE, ...(await look(app, "state.open.index.clinic.patients.slice(0, 20).map((each) => each.name || each.id)"))];
    await keepHere(app);
    await lockSession(app, page);
    await lockSession(app, page);
    locks = await look(app, "state.history.value.locks");
    const before = await look(app, "state.keep.kept.at");
    await until(() => look(app, `state.keep.kept.at !== ${JSON.stringify(before)}`), "the changes are kept");
    // As in a crash: nothing is saved on the way out.
    await page.close({ runBeforeUnload: false });
    await context.close();
  });

  await t.test("a crash loses nothing: the changes after the save are offered and taken up as one step", async (t) => {
    const context = await launchProfile(t, folder);
    const { app, page } = await openPlanner(t, { context });
    await dialog(app).getByLabel("Passphrase").fill(PASSPHRASE);
    await dialog(app).getByRole("button", { name: "Open", exact: true }).click();
    await dialog(app).getByRole("heading", { name: "Restore 2 changes?" }).waitFor();
    assert.equal(await look(app, "state.history.value.locks.length"), 0);
    await dialog(app).getByRole("button", { name: "Restore", exact: true }).click();
    await until(() => look(app, "state.history.value.locks.length === 2 && !state.busy"), "they are back");
    assert.deepEqual(await look(app, "state.history.value.locks"), locks);
    await page.keyboard.press("Control+z");
    await until(() => look(app, "state.history.value.locks.length === 0"), "undone as one");
    await page.keyboard.press("Control+Shift+z");
    await until(() => look(app, "state.history.value.locks.length === 2"), "and done again");

    await t.test("a second tab is told and overwrites nothing", async () => {
      const second = await openPlanner(t, { context });
      await until(() => look(second.app, "state.keep.otherTab"), "it is told");
      await second.app.locator(".notice").getByText("Another tab keeps the copy").waitFor();
      await second.app.evaluate(() => document.querySelector("rw-planner").dispatchEvent(new CustomEvent("rw-dismiss", { detail: {} })));
      await askToKeep(second.app);
      await second.app.locator(".notice").getByText("Another tab keeps the copy").waitFor();
      assert.equal(await look(second.app, "state.keep.device"), "copy", "it is refused");
      await second.page.close();
      await page.bringToFront();
      await lockSession(app, page);
      const before = await look(app, "state.keep.kept?.at");
      await until(() => look(app, `state.keep.kept?.at !== ${JSON.stringify(before)}`), "the first goes on");
      assert.equal(await look(app, "state.keep.otherTab"), false);
    });

    await t.test("a device without room is told, and the copy before it stays", async () => {
      await page.evaluate(() => {
        globalThis.put = IDBObjectStore.prototype.put;
        IDBObjectStore.prototype.put = () => {
          throw new DOMException("no room", "QuotaExceededError");
        };
      });
      await lockSession(app, page);
      await app.locator(".notice").getByText("no room left").waitFor();
      assert.equal(await look(app, "state.history.value.locks.length"), 4, "what is open is untouched");
      await page.evaluate(() => (IDBObjectStore.prototype.put = globalThis.put));
      await lockSession(app, page);
      const before = await look(app, "state.keep.kept.at");
      await until(() => look(app, `state.keep.kept.at !== ${JSON.stringify(before)}`), "it is kept again");
    });

    await t.test("after the lock no name can be found in the profile", async () => {
      await go(app, "Privacy");
      await app.getByRole("button", { name: "Lock now" }).click();
      await app.locator("rw-cover").getByRole("heading", { name: "Locked" }).waitFor();
      await later(500);
      assert.deepEqual(holding(folder, canaries), []);
      await app.locator("rw-cover").getByLabel("Passphrase").fill(PASSPHRASE);
      await page.keyboard.press("Enter");
      await until(() => look(app, "state.open && !state.busy && !state.keep.cover"), "it is open again");
      assert.equal(await look(app, "state.history.value.locks.length"), 5);
    });

    await t.test("a wipe takes two steps and leaves nothing", async () => {
      await go(app, "Privacy");
      await app.getByRole("button", { name: "Wipe…" }).click();
      await dialog(app).getByRole("button", { name: "Wipe" }).click();
      assert.equal(await look(app, "state.keep.dialog.kind"), "wipe", "not without the second step");
      await dialog(app).getByRole("checkbox").check();
      await dialog(app).getByRole("button", { name: "Wipe" }).click();
      await until(() => look(app, "state.keep.device === 'none' && state.history.value.locks.length === 0 && !state.keep.dialog"), "it is empty");
      await context.close();
      assert.deepEqual(holding(folder, canaries), []);
    });
  });

  await t.test("nothing is found afterwards", async () => {
    const context = await launchProfile(t, folder);
    const { app } = await openPlanner(t, { context });
    await until(() => look(app, "state.keep.device === 'none'"), "there is nothing");
    assert.equal(await look(app, "state.keep.dialog"), undefined);
    await context.close();
  });
});
