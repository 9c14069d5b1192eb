// The walk of somebody new: a workbook that another program saved, to a plan and a board report on paper, by nothing but what
// the page offers. It has little data in it, and the report has to say so.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { holds } from "./support/invariants.mjs";
import { go, launch, look, openPlanner, shown, until } from "./support/page.mjs";

const workbook = readFileSync(new URL("../data/libreoffice-clinic.xlsx", import.meta.url));

test("from an own workbook to a printed board report", async (t) => {
  const browser = await launch(t);
  const { app, page, trouble } = await openPlanner(t, { browser, complete: true });
  await go(app, "Data");
  await app.locator("rw-view-data input[type=file]").setInputFiles({ name: "our clinic.xlsx", mimeType: "application/octet-stream", buffer: workbook });
  await app.getByRole("button", { name: /^Use \d+ of \d+ rows$/ }).click();
  await until(() => look(app, "!state.importing && !state.busy && state.view === 'schedule'"), "it is open");

  await app.getByRole("button", { name: "Optimize week" }).click();
  await until(() => look(app, "!state.solve && state.outcome !== undefined"), "a proposal", 120_000);
  assert.ok((await app.locator("rw-schedule .block").count()) > 0, "the day that is shown has something on it");
  await app.getByRole("button", { name: "Keep this plan" }).click();

  await go(app, "Scenarios");
  await until(() => look(app, "state.scenario.report !== undefined && !state.scenario.running"), "scenarios", 300_000);
  await app.getByText("Too little data for a decision").waitFor();
  await holds(app, "scenarios of little data");
  await app.getByRole("button", { name: "Report", exact: true }).click();
  await app.evaluate(() => {
    globalThis.printed = 0;
    globalThis.print = () => (globalThis.printed += 1);
  });
  await app.getByRole("button", { name: "Print or save as PDF" }).click();
  await until(() => app.evaluate(() => globalThis.printed === 1), "it is printed");
  const text = await shown(app.locator("rw-report .pages"));
  for (const wanted of ["Too little data for a decision", "What these figures cannot say", "What the numbers mean", "Seed 1"]) assert.ok(text.includes(wanted), wanted);
  await page.emulateMedia({ media: "print" });
  const paper = await page.pdf({ format: "Letter" });
  assert.equal(paper.subarray(0, 5).toString(), "%PDF-");
  assert.deepEqual(trouble, []);
});
