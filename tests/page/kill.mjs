// A soak: the whole browser is killed at random moments around a save, and what was kept is opened again each time.
// `node tests/page/kill.mjs [--moments N] [--seed N]`, after a build of the page. It prints a line a moment and sums at the end.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { go, launchProfile, look, openPlanner, until } from "./support/page.mjs";

const given = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
};
const moments = given("moments", 200);
const seed = given("seed", 1);
const PASSPHRASE = "a heron waits by the weir";
/** Milliseconds after a change within which the kill falls: a save begins two seconds after it. */
const SPAN_MS = [1_500, 3_500];
const folder = mkdtempSync(join(tmpdir(), "rosterwell-kill-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

let state = seed;
/** Pseudorandom, 0 to 1: the minimal standard generator. */
function random() {
  state = (state * 48_271) % 2_147_483_647;
  return state / 2_147_483_647;
}

const dialog = (app) => app.locator("rw-vault dialog");
const locksOf = (app) => look(app, "state.history.value.locks");
const later = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
/** Closes what a test would close at its end. */
const scope = () => ({ after() {} });

/** Every process of the browser of this profile, at once, without a word. */
function kill() {
  try {
    execFileSync("pkill", ["-KILL", "-f", folder]);
  } catch {
    // None was left.
  }
}

/** One more session is locked, or, of many, one less. */
async function change(app, page) {
  const before = (await locksOf(app)).length;
  const less = before >= 8;
  await app.locator(less ? "rw-schedule .block[data-locked]" : "rw-schedule .block:not([data-locked])").first().focus();
  await page.keyboard.press("l");
  await until(() => look(app, `state.history.value.locks.length !== ${before}`), "a lock more or less");
}

/** The state that was kept for certain, and the one that was being kept. */
let sure = [];
let perhaps = [];
const found = { before: 0, after: 0 };

async function begin() {
  const context = await launchProfile(scope(), folder);
  const { app, page } = await openPlanner(scope(), { context });
  await go(app, "Privacy");
  await app.getByRole("button", { name: "Keep a copy on this device" }).click();
  await dialog(app).getByLabel("New passphrase").fill(PASSPHRASE);
  await dialog(app).getByLabel("The same once more").fill(PASSPHRASE);
  await dialog(app).getByRole("button", { name: "Keep a copy on this device" }).click();
  await until(() => look(app, "state.keep.device === 'on' && state.keep.kept !== undefined"), "it is kept");
  await context.close();
}

/** Opens what was kept, says which of both states it is, changes something, and is killed. */
async function once(moment) {
  const context = await launchProfile(scope(), folder);
  const { app, page } = await openPlanner(scope(), { context });
  await dialog(app).getByLabel("Passphrase").fill(PASSPHRASE);
  await dialog(app).getByRole("button", { name: "Open", exact: true }).click();
  const open = "state.open && !state.busy && !state.keep.dialog && state.keep.device === 'on'";
  const restore = dialog(app).getByRole("button", { name: "Restore", exact: true });
  let openFor = 0;
  await until(async () => {
    if (await restore.isVisible()) await restore.click();
    openFor = (await look(app, open)) ? openFor + 1 : 0;
    return openFor >= 5;
  }, "it is open, and nothing more is offered");
  const now = await locksOf(app);
  const [isOld, isNew] = [sure, perhaps].map((each) => JSON.stringify(each) === JSON.stringify(now));
  assert.ok(isOld || isNew, `moment ${moment}: ${now.length} locks, kept were ${sure.length} or ${perhaps.length}`);
  if (moment > 0) found[isNew ? "after" : "before"] += 1;
  await go(app, "Schedule");
  const kept = await look(app, "state.keep.kept?.at");
  await change(app, page);
  const wait = SPAN_MS[0] + random() * (SPAN_MS[1] - SPAN_MS[0]);
  await later(wait);
  const [told, locks] = await app.evaluate((before) => {
    const { state } = document.querySelector("rw-planner");
    return [(state.keep.kept?.at ?? null) !== before, state.history.value.locks];
  }, kept ?? null);
  kill();
  // What the page said is kept must be there; what it was writing may be.
  sure = told ? locks : now;
  perhaps = locks;
  await context.close().catch(() => {});
  console.log(`${moment}: ${now.length} locks found, the ${isNew ? "newer" : "older"} state; killed ${Math.round(wait)} ms after a change, ${told ? "kept" : "not yet kept"}`);
}

await begin();
for (let moment = 0; moment <= moments; moment += 1) await once(moment);
console.log(`${moments} kills: ${found.after} times the change was there, ${found.before} times the state before it; nothing else was ever found`);
