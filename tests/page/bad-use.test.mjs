// What people and machines do to a page: a message, nothing lost. The numbers are those of docs/bad-inputs.md.
import assert from "node:assert/strict";
import { test } from "node:test";
import { holds } from "./support/invariants.mjs";
import { go, launch, look, openPlanner, until } from "./support/page.mjs";

/** Moments at which the worker is killed, drawn from a fixed seed. */
const KILLS = 12;

const standing = (app) => look(app, "({ name: state.open.summary.name, sessions: state.open.summary.sessions, locks: state.history.value.locks })");

/** Numbers from 0 to 1 that are always the same. */
function* drawn(seed) {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 2 ** 32;
  }
}

test("bad use", async (t) => {
  const { app, page, trouble } = await openPlanner(t, { complete: true });
  await app.locator("rw-schedule .block").first().focus();
  await page.keyboard.press("l");
  await until(() => look(app, "state.history.value.locks.length === 1"), "a lock");
  const before = await standing(app);

  await t.test("61 clock set back an hour while running", async () => {
    await app.evaluate(() => {
      const now = Date.now;
      Date.now = () => now() - 3_600_000;
    });
    await app.getByRole("button", { name: "Optimize week" }).click();
    await until(() => look(app, "state.solve?.best !== undefined"), "a plan");
    await app.getByRole("button", { name: "Stop and keep best" }).click();
    await until(() => look(app, "state.solve === undefined && state.shown?.violations.length === 0"), "it stopped with a checked plan");
  });

  await t.test("66 worker killed mid-solve, at moments drawn by chance", async () => {
    const random = drawn(20261123);
    for (let kill = 0; kill < KILLS; kill += 1) {
      await app.getByRole("button", { name: /^Optimize/ }).click();
      await until(() => look(app, "state.solve !== undefined"), "it runs");
      await new Promise((resolve) => setTimeout(resolve, random.next().value * 1_500));
      if (await look(app, "state.solve === undefined")) continue;
      await page.workers()[0].evaluate(() => setTimeout(() => { throw new Error("killed"); })).catch(() => undefined);
      await until(() => look(app, "state.solve === undefined"), "the run ended");
      await until(() => look(app, "state.engine === 'ready'"), "a new engine");
      assert.deepEqual(await standing(app), before);
      assert.ok(await look(app, "state.history.value.plan.sessions.some((session) => session.place)"));
    }
    await holds(app, "after the kills");
  });

  await t.test("67 cancel pressed 100 times", async () => {
    await app.getByRole("button", { name: /^Optimize/ }).click();
    await until(() => look(app, "state.solve !== undefined"), "it runs");
    await app.evaluate(() => {
      const planner = document.querySelector("rw-planner");
      for (let press = 0; press < 100; press += 1) planner.dispatchEvent(new CustomEvent("rw-stop", { bubbles: true, composed: true, detail: {} }));
    });
    await until(() => look(app, "state.solve === undefined && state.engine === 'ready'"), "it stopped");
    assert.deepEqual(await standing(app), before);
  });

  await t.test("68 file changed on disk while read", async () => {
    await go(app, "Data");
    await app.evaluate(() => {
      const own = Blob.prototype.arrayBuffer;
      Blob.prototype.arrayBuffer = function changed() {
        Blob.prototype.arrayBuffer = own;
        return Promise.reject(new DOMException("changed", "NotReadableError"));
      };
    });
    await app.locator("rw-view-data input[type=file]").setInputFiles({ name: "moving.csv", mimeType: "text/csv", buffer: Buffer.from("id,name\n") });
    await app.getByText(/moving.csv cannot be read: it was moved or changed/).first().waitFor();
    assert.deepEqual(await standing(app), before);
  });

  await t.test("69 drop of a folder, and of more files than are read", async () => {
    const dropped = (files) =>
      app.locator("rw-view-data .drop").evaluate((zone, names) => {
        const transfer = new DataTransfer();
        for (const name of names) transfer.items.add(new File(["id,name,hours\n"], name));
        zone.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }));
      }, files);
    await dropped(Array.from({ length: 201 }, (_, at) => `sites-${at}.csv`));
    await app.getByText(/201 files are more than 200/).first().waitFor();
    await app.getByRole("button", { name: /^(Discard|Back)$/ }).click();
    assert.deepEqual(await standing(app), before);
  });

  await t.test("70 printer dialog cancelled, download refused", async () => {
    await app.evaluate(() => {
      globalThis.print = () => undefined;
      HTMLAnchorElement.prototype.click = () => undefined;
    });
    await app.getByRole("button", { name: "All tables, JSON" }).click();
    await until(() => look(app, "!state.busy"), "it is done");
    assert.deepEqual(await standing(app), before);
  });

  await t.test("71 text at 400 %, forced colors", async () => {
    await page.emulateMedia({ forcedColors: "active" });
    await page.setViewportSize({ width: 320, height: 640 });
    for (const name of ["Schedule", "KPIs", "Data"]) {
      await go(app, name);
      await holds(app, `${name} at 400 %`);
    }
    await page.emulateMedia({ forcedColors: "none" });
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  await t.test("72 pasting 1 M rows", async () => {
    await app.evaluate(() => {
      const text = `id,name,hours\n${"n,North,Mon 08:00-09:00\n".repeat(1_000_001)}`;
      const detail = { text, table: "sites" };
      document.querySelector("rw-planner").dispatchEvent(new CustomEvent("rw-paste", { bubbles: true, composed: true, detail }));
    });
    await until(() => look(app, "state.importing?.reply.issues.some((issue) => issue.code === 'table.too_many_rows')"), "the limit is told", 120_000);
    await app.getByRole("button", { name: /^(Discard|Back)$/ }).click();
    assert.deepEqual(await standing(app), before);
    await holds(app, "after a million rows");
  });
  assert.deepEqual(trouble.filter((line) => !/killed/.test(line)), []);
});

test("64 storage denied (private mode)", async (t) => {
  const context = await (await launch(t)).newContext({ viewport: { width: 1280, height: 800 } });
  await context.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("denied", "SecurityError");
    };
  });
  const { app } = await openPlanner(t, { context });
  await until(() => look(app, "state.keep.device === 'denied'"), "it is told");
  await go(app, "Privacy");
  await app.getByText("This browser keeps nothing").first().waitFor();
  await go(app, "Schedule");
  await app.getByRole("button", { name: /^Optimize/ }).click();
  await until(() => look(app, "state.solve !== undefined"), "everything else works");
  await app.getByRole("button", { name: "Stop and keep best" }).click();
  await until(() => look(app, "state.solve === undefined"), "it stopped");
});
