// The encrypted save, the lock and the log: what is saved can be opened by its passphrase alone, and what is locked is gone.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { holds } from "./support/invariants.mjs";
import { go, look, openPlanner, until } from "./support/page.mjs";

const PASSPHRASE = "a heron waits by the weir";
const file = (name, buffer) => ({ name, mimeType: "application/octet-stream", buffer });
const dialog = (app) => app.locator("rw-vault dialog");

async function choose(app, passphrase = PASSPHRASE) {
  await dialog(app).getByLabel("New passphrase").fill(passphrase);
  await dialog(app).getByLabel("The same once more").fill(passphrase);
}

async function saved(page, press) {
  const [download] = await Promise.all([page.waitForEvent("download"), press()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

async function open(app, given) {
  await go(app, "Data");
  await app.locator("rw-view-data input[type=file]").setInputFiles(given);
}

async function lockSession(app, page) {
  await go(app, "Schedule");
  const before = await look(app, "state.history.value.locks.length");
  await app.locator("rw-schedule .block:not([data-locked])").first().focus();
  await page.keyboard.press("l");
  await until(() => look(app, `state.history.value.locks.length !== ${before}`), "a lock");
}

test("saves, lock and log", async (t) => {
  const { app, page, trouble } = await openPlanner(t, { complete: true });
  let keep;
  let locks;

  await t.test("a save asks for a passphrase, says that there is no recovery, and refuses weak ones", async () => {
    await lockSession(app, page);
    locks = await look(app, "state.history.value.locks");
    await app.getByRole("button", { name: /^Save file/ }).click();
    await dialog(app).getByText("There is no recovery").waitFor();
    await holds(app, "choosing a passphrase");
    for (const [passphrase, wrong] of [["short", "At least 15 characters: several"], ["aaaaaaaaaaaaaaaaaaaa", "repeats"]]) {
      await choose(app, passphrase);
      await dialog(app).getByRole("button", { name: "Save encrypted" }).click();
      await dialog(app).getByRole("alert").getByText(wrong).waitFor();
    }
    await dialog(app).getByRole("button", { name: "Suggest one" }).click();
    const suggested = await dialog(app).locator("output").innerText();
    assert.equal(await dialog(app).getByLabel("New passphrase").inputValue(), suggested);
    await choose(app);
    keep = await saved(page, () => dialog(app).getByRole("button", { name: "Save encrypted" }).click());
    assert.match(keep.name, /\.rosterwell$/);
    assert.equal(keep.bytes.subarray(1, 4).toString("latin1"), "RWS");
    for (const name of await look(app, "state.open.index.clinic.patients.slice(0, 50).map((each) => each.name).filter(Boolean)")) {
      assert.ok(!keep.bytes.includes(name), "a name stands in the file");
    }
    await until(() => look(app, "!state.keep.dialog && state.savedAt === state.history.value"), "it is saved");
  });

  await t.test("a second save asks nothing", async () => {
    const again = await saved(page, () => app.getByRole("button", { name: /^Save file/ }).click());
    assert.ok(!again.bytes.equals(keep.bytes));
  });

  await t.test("it comes back by its passphrase alone", async () => {
    await page.keyboard.press("Control+z");
    await until(() => look(app, "state.history.value.locks.length === 0"), "undone");
    await open(app, file("mine.rosterwell", keep.bytes));
    await dialog(app).getByLabel("Passphrase").fill("a heron waits by the Weir");
    await dialog(app).getByRole("button", { name: "Open", exact: true }).click();
    await dialog(app).getByText("The passphrase does not open this file").waitFor();
    assert.equal(await look(app, "state.history.value.locks.length"), 0, "what was open is still open");
    await dialog(app).getByLabel("Passphrase").fill(PASSPHRASE);
    await dialog(app).getByRole("button", { name: "Open", exact: true }).click();
    await until(() => look(app, "!state.keep.dialog && state.view === 'schedule' && !state.busy"), "it is open");
    assert.deepEqual(await look(app, "state.history.value.locks"), locks);
  });

  const flipped = (bytes) => {
    const changed = Buffer.from(bytes);
    changed[60] ^= 1;
    return changed;
  };
  const newer = (bytes) => {
    const changed = Buffer.from(bytes);
    changed[9] = 9;
    return changed;
  };
  for (const [name, spoil, cause] of [
    ["cut", (bytes) => bytes.subarray(0, bytes.length - 1), "ends too early"],
    ["flipped", flipped, "damaged or changed"],
    ["newer", newer, "newer version"],
  ]) {
    await t.test(`a ${name} file is refused before a passphrase is asked for, and nothing is lost`, async () => {
      await open(app, file("spoilt.rosterwell", spoil(keep.bytes)));
      await app.locator(".notice").getByText(cause).waitFor();
      assert.equal(await look(app, "state.keep.dialog"), undefined);
      assert.deepEqual(await look(app, "state.history.value.locks"), locks);
    });
  }

  await t.test("a flipped bit among the contents is refused once the key is known", async () => {
    const spoilt = Buffer.from(keep.bytes);
    spoilt[spoilt.length >> 1] ^= 1;
    await open(app, file("spoilt.rosterwell", spoilt));
    await dialog(app).getByLabel("Passphrase").fill(PASSPHRASE);
    await dialog(app).getByRole("button", { name: "Open", exact: true }).click();
    await dialog(app).getByText("damaged or changed").waitFor();
    await dialog(app).getByRole("button", { name: "Cancel" }).click();
    assert.deepEqual(await look(app, "state.history.value.locks"), locks);
  });

  await t.test("the lock leaves nothing in the page and no worker; the passphrase brings all of it back", async () => {
    await lockSession(app, page);
    const before = await look(app, "state.history.value.locks");
    await go(app, "Privacy");
    await app.getByRole("button", { name: "Lock now" }).click();
    await app.locator("rw-cover").getByRole("heading", { name: "Locked" }).waitFor();
    assert.equal(page.workers().length, 0);
    assert.deepEqual(await look(app, "[state.open, state.history.value.plan, state.history.past.length]"), [undefined, undefined, 0]);
    assert.equal(await page.title(), "Rosterwell");
    await holds(app, "locked");
    const field = app.locator("rw-cover").getByLabel("Passphrase");
    await field.fill("wrong, wrong, wrong");
    await page.keyboard.press("Enter");
    await app.locator("rw-cover").getByText("does not open").waitFor();
    await field.fill(PASSPHRASE);
    await page.keyboard.press("Enter");
    await until(() => look(app, "state.open && !state.busy && !state.keep.cover"), "it is open again");
    assert.deepEqual(await look(app, "state.history.value.locks"), before);
    await app.getByRole("button", { name: /Save file/ }).locator(".dot").waitFor();
  });

  await t.test("a clock that jumps ahead locks, one that goes back does not", async () => {
    await app.evaluate(() => {
      const real = Date.now;
      Date.now = () => real() + (globalThis.jump ?? 0);
      globalThis.jump = -3_600_000;
    });
    await new Promise((resolve) => setTimeout(resolve, 6_000));
    assert.equal(await look(app, "state.keep.cover"), undefined);
    await app.evaluate(() => (globalThis.jump = 7_200_000));
    await app.locator("rw-cover").getByRole("heading", { name: "Locked" }).waitFor();
    await app.locator("rw-cover").getByLabel("Passphrase").fill(PASSPHRASE);
    await page.keyboard.press("Enter");
    await until(() => look(app, "state.open && !state.busy && !state.keep.cover"), "it is open again");
  });

  await t.test("the log names every deed, verifies and is exported", async () => {
    await lockSession(app, page);
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Control+Shift+z");
    await go(app, "Privacy");
    await until(() => look(app, "state.keep.log?.entries.at(-1)?.action === 'redo'"), "the log is there");
    const actions = await look(app, "state.keep.log.entries.map((each) => each.action)");
    for (const action of ["open", "save", "lock", "unlock", "undo", "redo"]) assert.ok(actions.includes(action), `${action}: ${actions}`);
    await app.getByRole("button", { name: "Verify" }).click();
    await app.locator("rw-log").getByText("in order as written").waitFor();
    await app.locator("rw-log").getByLabel("A head that was printed").fill("0123456789abcdef");
    await app.getByRole("button", { name: "Verify" }).click();
    await app.locator("rw-log").getByText("belongs to no entry").waitFor();
    await holds(app, "the log");
    const log = await saved(page, () => app.getByRole("button", { name: "Export, JSON lines" }).click());
    const lines = log.bytes.toString("utf8").trim().split("\n").map((line) => JSON.parse(line));
    assert.ok(lines.at(-1).signature && lines[0].hash);
    const csv = await saved(page, () => app.getByRole("button", { name: "Export, CSV" }).click());
    assert.match(csv.bytes.toString("utf8"), /"sequence","time"/);
  });

  await t.test("a lock says why, without names, to the log and to whoever opens the session", async () => {
    await go(app, "Schedule");
    const session = await look(app, "state.history.value.plan.sessions.find((each) => each.place && !each.locked && !state.history.value.locks.includes(each.session)).session");
    const send = (type, detail) => app.evaluate(([type, detail]) => document.querySelector("rw-planner").dispatchEvent(new CustomEvent(type, { detail })), [type, detail]);
    await send("rw-select", { session, focus: "panel" });
    const why = app.locator("rw-session").getByLabel("Why it stays where it is");
    assert.equal(await why.count(), 0, "what is not locked has no reason");
    await app.locator("rw-session").getByRole("button", { name: "Lock", exact: true }).click();
    await why.fill(await look(app, "`for ${state.open.index.clinic.clinicians[0].name}`"));
    await why.press("Enter");
    await app.locator("rw-session").getByRole("alert").waitFor();
    assert.deepEqual(await look(app, "state.history.value.lockReasons"), {});
    await why.fill("ride share only then");
    await why.press("Enter");
    assert.deepEqual(await look(app, "state.history.value.lockReasons"), { [session]: "ride share only then" });
    await holds(app, "a lock with its reason");
    await send("rw-select", { session: undefined, focus: "none" });
    await send("rw-select", { session, focus: "panel" });
    assert.equal(await why.inputValue(), "ride share only then");
    await app.locator("rw-session").getByRole("button", { name: "Unlock", exact: true }).click();
    assert.deepEqual(await look(app, "state.history.value.lockReasons"), {});
    await go(app, "Privacy");
    await until(() => look(app, "state.keep.log?.entries.at(-1)?.action === 'unlock'"), "the log is there");
    const entries = await look(app, "state.keep.log.entries.slice(-3).map(({ action, reason }) => [action, reason])");
    assert.deepEqual(entries, [["lock", undefined], ["lock", "ride share only then"], ["unlock", undefined]]);
    const objects = await look(app, "state.keep.log.entries.slice(-3).map(({ object }) => object)");
    assert.equal(new Set(objects).size, 1);
    assert.notEqual(objects[0], session, "a pseudonym");
  });

  await t.test("a proposal that was changed by hand is kept with a reason, without names", async () => {
    await go(app, "Schedule");
    await app.evaluate(() => {
      const planner = document.querySelector("rw-planner");
      const plan = planner.state.history.value.plan;
      planner.dispatchEvent(new CustomEvent("rw-solve", { detail: { start: "shown" } }));
      return plan.hash;
    });
    await app.getByRole("button", { name: /^Stop/ }).click();
    await until(() => look(app, "!state.solve && state.outcome !== undefined"), "a proposal");
    const session = await look(app, "state.history.value.plan.sessions.find((each) => each.place && !each.locked && !state.history.value.locks.includes(each.session)).session");
    await app.evaluate((session) => {
      document.querySelector("rw-planner").dispatchEvent(new CustomEvent("rw-unplace", { detail: { session } }));
    }, session);
    await until(() => look(app, `state.history.value.plan.sessions.find((each) => each.session === ${JSON.stringify(session)}).place == null`), "it is taken out");
    await app.getByRole("button", { name: "Keep this plan" }).click();
    await dialog(app).getByLabel("Another reason").check();
    const name = await look(app, "state.open.index.clinic.clinicians[0].name");
    await dialog(app).getByLabel("In a few words").fill(`${name} asked`);
    await dialog(app).getByRole("button", { name: "Keep this plan" }).click();
    await dialog(app).getByText("holds the name of somebody").waitFor();
    await dialog(app).getByLabel("Clinical need").check();
    await dialog(app).getByRole("button", { name: "Keep this plan" }).click();
    await until(() => look(app, "state.history.value.stage === 'kept'"), "it is kept");
    await go(app, "Privacy");
    await until(() => look(app, "state.keep.log?.entries.some((each) => each.action === 'accept')"), "the log is there");
    const [override] = await look(app, "state.keep.log.entries.filter((each) => each.action === 'override')");
    assert.equal(override.reason, "Clinical need");
    assert.match(override.object, /^[0-9a-f]{16}$/);
  });
  assert.deepEqual(trouble, []);
});
