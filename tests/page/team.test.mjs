// Several workers on one plan: what they find together is what the module finds alone with as many workers, also when
// some of them are lost on the way; and a run of several can be stopped.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { test } from "node:test";
import { modules } from "./support/built.mjs";
import { holds } from "./support/invariants.mjs";
import { launch, look, openPlanner, until } from "./support/page.mjs";

const sample = { kind: "addiction_treatment", clinicians: 8, seed: 5 };
const CORES = 4;
const WORKERS = CORES - 1;

/** What one module finds that does the rounds of all workers one after another. */
async function alone(start, locks = []) {
  const glue = await import(pathToFileURL(join(modules, "core.js")).href);
  glue.initSync({ module: readFileSync(join(modules, "core_bg.wasm")) });
  const planner = new glue.Planner();
  planner.run("sample", JSON.stringify(sample));
  planner.start("plan", JSON.stringify({ start, locks, workers: WORKERS }));
  while (!planner.advance(10_000).done);
  const { hash, steps, seed, workers } = JSON.parse(planner.finish());
  return { hash, steps, seed, workers };
}

/** A page that believes in so many cores. */
async function opened(t, browser, workersAtMost = 16) {
  const planner = await openPlanner(t, { browser, cores: CORES, workersAtMost });
  await planner.app.evaluate(
    (detail) => document.querySelector("rw-planner").dispatchEvent(new CustomEvent("rw-sample", { detail })),
    sample,
  );
  await until(() => look(planner.app, `state.open?.index.clinic.clinicians.length === ${sample.clinicians} && !state.busy`), "the clinic is open");
  await until(() => look(planner.app, "state.past !== undefined"), "all indicators are there");
  return planner;
}

const optimize = (app) => app.getByRole("button", { name: /^Optimize/ }).click();

async function outcome(app) {
  await until(() => look(app, "state.solve === undefined && state.outcome !== undefined"), "the proposal is there", 180_000);
  return look(app, "({ hash: state.outcome.plan.hash, steps: state.outcome.steps, seed: state.outcome.seed, workers: state.outcome.workers })");
}

/** A worker fails in the middle of its round, with nobody to catch it. */
const lose = (worker) => worker.evaluate(() => setTimeout(() => { throw new Error("lost"); }));

test("several workers", async (t) => {
  const browser = await launch(t);
  const expected = await alone("published");
  assert.equal(expected.workers, WORKERS);

  await t.test("find together what they find alone", async (t) => {
    const { app, page, trouble } = await opened(t, browser);
    await optimize(app);
    await until(() => look(app, "state.solve?.best !== undefined"), "a first checked plan");
    assert.equal(page.workers().length, WORKERS);
    await app.getByText(/3 workers, about \d+ (s|min) left/).waitFor();
    await holds(app, "while several workers run");
    assert.deepEqual(await outcome(app), expected);
    await app.getByText("steps by 3 workers, seed").waitFor();
    // The workers stay, with the clinic open: the next run begins at once.
    await optimize(app);
    await until(() => look(app, "state.solve !== undefined"), "it runs again");
    assert.equal(page.workers().length, WORKERS);
    await app.getByRole("button", { name: "Stop and keep best" }).click();
    const stopped = Date.now();
    await until(() => look(app, "state.solve === undefined"), "stopped");
    assert.ok(Date.now() - stopped < 5_000, "within the grace");
    await until(() => look(app, "state.shown?.indicators !== undefined"), "it is judged");
    assert.equal(await look(app, "state.shown.violations.length"), 0);
    assert.deepEqual(trouble, []);
  });

  await t.test("find it also when some of them are lost", async (t) => {
    const { app, page, trouble } = await opened(t, browser);
    await app.locator("rw-schedule .block").first().focus();
    await page.keyboard.press("l");
    await until(() => look(app, "state.history.value.locks.length === 1"), "a lock");
    const locks = await look(app, "state.history.value.locks");
    await optimize(app);
    await until(() => look(app, "state.solve?.best !== undefined"), "a first checked plan");
    await until(() => look(app, "state.solve?.step > state.solve?.steps / 8"), "all of them run");
    const [lead, helper] = page.workers();
    await lose(helper);
    await until(() => page.workers().length === WORKERS && !page.workers().includes(helper), "a new helper");
    await until(() => look(app, "state.solve?.step > state.solve?.steps / 3"), "it goes on");
    await lose(lead);
    await until(() => !page.workers().includes(lead), "the first one is lost too");
    assert.deepEqual(await outcome(app), await alone("published", locks));
    assert.equal(await look(app, "state.history.value.locks.length"), 1);
    assert.equal(await look(app, "state.notice.tone === 'bad'"), false);
    await until(() => look(app, "state.engine === 'ready'"), "the engine is there");
    assert.deepEqual(trouble, []);
  });

  await t.test("find it also where no second worker can be had", async (t) => {
    const { app, trouble } = await opened(t, browser, 1);
    await optimize(app);
    assert.deepEqual(await outcome(app), expected);
    assert.deepEqual(trouble, []);
  });

  await t.test("stop and keep the best", async (t) => {
    const { app, trouble } = await opened(t, browser);
    await optimize(app);
    await until(() => look(app, "state.solve?.best !== undefined"), "a first checked plan");
    await app.getByRole("button", { name: "Stop and keep best" }).click();
    const { steps, workers } = await outcome(app);
    assert.ok(workers === WORKERS && steps < expected.steps, `${steps} of ${expected.steps}`);
    await until(() => look(app, "state.shown?.indicators !== undefined"), "it is judged");
    assert.equal(await look(app, "state.shown.violations.length"), 0);
    assert.deepEqual(trouble, []);
  });
});
