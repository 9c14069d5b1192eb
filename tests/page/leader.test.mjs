// A leader's question on the page: a scenario made and kept, another beside it, what it would take, how many people it
// takes, the report on two pages, and the workbook whose money is formulas.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { holds } from "./support/invariants.mjs";
import { go, launch, look, openPlanner, shown, until } from "./support/page.mjs";

/** What a page of paper holds at 96 dots an inch with margins of 15 mm: the width of A4, the height of Letter. */
const PAPER = { width: 680, height: 942 };

const idle = (app) => until(() => look(app, "!state.scenario.running && !state.scenario.preparing && !state.staffing.running"), "the engine is free", 600_000);

test("a leader's question", async (t) => {
  const browser = await launch(t);
  const { app, page, trouble } = await openPlanner(t, { browser, complete: true, acceptDownloads: true });
  await go(app, "Scenarios");
  await until(() => look(app, "state.scenario.report !== undefined"), "scenarios", 300_000);
  await idle(app);
  const keep = async (name) => {
    await app.getByLabel("Keep this scenario as").fill(name);
    await app.getByRole("button", { name: "Save", exact: true }).click();
    await app.getByRole("columnheader", { name: new RegExp(name) }).waitFor();
  };

  await t.test("two scenarios stand side by side, by settings and by outcome", async () => {
    await keep("As claimed");
    await app.getByRole("button", { name: /^More: Pay/ }).click();
    await app.getByRole("button", { name: "Run scenarios" }).click();
    await idle(app);
    await keep("Pay one percent more");
    const row = app.locator("rw-compare tbody tr", { has: app.getByRole("rowheader", { name: "Pay", exact: true }) });
    assert.deepEqual((await row.locator("td").allInnerTexts()).slice(-2), ["as today", "+1 %"]);
    await app.getByRole("button", { name: "Differences" }).click();
    await app.getByLabel("Differences against").selectOption("As claimed");
    const net = app.locator("rw-compare tbody tr", { has: app.getByRole("rowheader", { name: "Net benefit, 36 months" }) });
    const cells = await net.locator("td").allInnerTexts();
    const [claimed, dearer] = await look(app, "state.history.value.scenarios.map(({ report }) => report.cases[1].net_cents.mean)");
    assert.ok(dearer < claimed, "more pay brings less");
    assert.match(cells.at(-1), /^−\$/);
    await holds(app, "side by side", { focused: false });
  });

  await t.test("the workbook holds both, with formulas", async () => {
    const [download] = await Promise.all([page.waitForEvent("download"), app.getByRole("button", { name: "Excel workbook with live assumptions" }).click()]);
    const bytes = readFileSync(await download.path());
    assert.equal(bytes.subarray(0, 2).toString(), "PK");
    assert.equal(download.suggestedFilename(), "scenarios.xlsx");
    await until(() => look(app, "state.notice?.tone === 'good'"), "it says so");
    const sheets = await look(app, "state.history.value.scenarios.length");
    assert.equal(sheets, 2);
  });

  await t.test("the smallest staffing, stopped and found", async () => {
    await app.getByRole("button", { name: "How many people" }).click();
    await app.getByRole("button", { name: "Find the smallest staffing" }).click();
    await app.getByRole("progressbar", { name: "Looking for the smallest staffing" }).waitFor();
    await app.getByRole("button", { name: "Stop and keep what is done" }).click();
    await idle(app);
    const stopped = await look(app, "state.staffing.report");
    assert.equal(stopped.certain, false);
    await app.getByLabel("Placed of all that is wanted", { exact: true }).uncheck();
    await app.getByLabel("Clinicians with a high strain", { exact: true }).uncheck();
    await app.getByText("Choose at least one target.").waitFor();
    await app.getByLabel("Placed of all that is wanted", { exact: true }).check();
    await app.getByLabel("Placed of all that is wanted: at least").fill("90");
    await page.keyboard.press("Tab");
    await app.getByRole("button", { name: "Find the smallest staffing" }).click();
    await idle(app);
    const report = await look(app, "state.staffing.report");
    assert.equal(report.reached, true);
    assert.ok(report.points.length > 2 && report.best.placed >= 0.9 && report.best.hires.length > 0);
    await app.getByRole("img", { name: /Cost against access/ }).waitFor();
    await holds(app, "a staffing");
    await app.getByRole("button", { name: "See what it brings" }).click();
    for (const { fte } of report.best.hires) assert.ok((await look(app, "[...state.scenario.draft.values()]")).includes(fte));
    await app.getByRole("heading", { name: "Assumptions" }).waitFor();
  });

  await t.test("the report is two pages of paper, and says what it rests on", async () => {
    await app.getByRole("button", { name: "Report", exact: true }).click();
    const text = await shown(app.locator("rw-report .pages"));
    const report = await look(app, "({ version: state.scenario.report.version, hash: state.scenario.report.input_hash, limits: state.scenario.report.limits.length })");
    for (const wanted of ["Conservative", "Likely", "Aggressive", "What it hangs on", "What these figures cannot say", "What was taken for granted", "What the numbers mean", `Rosterwell ${report.version}`, report.hash, "Seed 1"]) {
      assert.ok(text.includes(wanted), wanted);
    }
    assert.ok(report.limits > 3);
    await holds(app, "the report");
    await page.setViewportSize({ width: PAPER.width, height: 900 });
    await page.emulateMedia({ media: "print" });
    const pages = await app.evaluate(() => {
      const report = document.querySelector("rw-planner").shadowRoot.querySelector("rw-view-scenarios").shadowRoot.querySelector("rw-report");
      const boxes = [...report.shadowRoot.querySelectorAll(".page")].map((page) => page.getBoundingClientRect());
      const top = document.documentElement.getBoundingClientRect().top;
      // What stands before the first page is printed above it.
      return boxes.map((box, at) => ({ width: box.width, height: at === 0 ? box.bottom - top : box.height }));
    });
    assert.equal(pages.length, 2);
    for (const { height } of pages) assert.ok(height <= PAPER.height, JSON.stringify(pages));
    await page.emulateMedia({ media: "screen" });
    await page.setViewportSize({ width: 390, height: 844 });
    await holds(app, "the report on a phone", { quick: true });
    await page.setViewportSize({ width: 1440, height: 900 });
  });
  await t.test("what it would take: an estimate with its band, replaced by a plan", async () => {
    await app.getByRole("button", { name: "What if" }).click();
    await app.getByRole("button", { name: "Reset" }).click();
    const goal = app.locator("rw-goal");
    await goal.getByRole("button", { name: "Prepare instant estimates" }).click();
    await until(() => look(app, "state.scenario.instant !== undefined"), "estimates", 600_000);
    await idle(app);
    await goal.getByLabel("By turning").selectOption("no_show");
    const today = await look(app, "state.scenario.report.cases[1].net_cents.mean / 100");
    await goal.getByLabel(/Value to reach/).fill(String(Math.round(today * 0.9)));
    await goal.getByRole("button", { name: "Find it" }).click();
    await until(() => look(app, "state.scenario.goal.answer !== undefined"), "an answer");
    const [point] = await look(app, "state.scenario.goal.answer.points");
    assert.equal(point.kind, "reached", JSON.stringify(point));
    assert.ok(point.guess.low < point.guess.value && point.guess.value < point.guess.high && point.guess.value >= today * 90);
    await goal.getByRole("heading", { name: "Estimate" }).waitFor();
    await goal.getByText("8 in 10 such estimates hit between").waitFor();
    await holds(app, "a goal");
    await goal.getByRole("button", { name: /^Plan this setting/ }).first().click();
    await idle(app);
    await goal.getByRole("heading", { name: "Planned anew" }).waitFor();
    assert.equal(await look(app, "state.scenario.draft.get('no_show')"), point.value);
    assert.equal(await app.locator(".estimate").count(), 0, "the estimate is replaced");
    await holds(app, "a goal that was planned");

    await goal.getByLabel("And", { exact: true }).selectOption("overtime_hours");
    await goal.getByRole("button", { name: /^Find it/ }).click();
    await until(() => look(app, "state.scenario.goal.answer?.points.length === 11"), "mixes of both");
    await goal.getByRole("heading", { name: "Estimate" }).waitFor();
    await holds(app, "mixes of two sliders");
  });

  assert.deepEqual(trouble, []);
});
