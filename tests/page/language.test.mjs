// The page in Spanish: as the browser prefers it, with no English left in any view, and the first five minutes in it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { holds } from "./support/invariants.mjs";
import { go, launch, look, openPlanner, until } from "./support/page.mjs";
import { english, namesIn, sentences, spanish, texts } from "./support/words.mjs";

/** Words that English sentences cannot do without and Spanish ones do not have. */
const ENGLISH = /\b(the|of|and|is|are|was|were|with|which|every|without|has|have|than|that|from|for|by|this|not|their|its|our|your|week|day|days|hours|room|rooms|sessions|visits|patients|clinicians|nobody|shown)\b/i;

/** Each view, and when it is complete. */
const VIEWS = [
  ["start", "state.open !== undefined"],
  ["data", "state.quality.reply !== undefined && !state.quality.running"],
  ["triage", "state.triage.reply !== undefined && !state.triage.running"],
  ["schedule", "state.base !== undefined"],
  ["kpis", "state.past !== undefined"],
  ["attendance", "state.attendance.report !== undefined && !state.attendance.running"],
  ["workload", "state.workload.report !== undefined && !state.workload.running"],
  ["pilot", "state.pilot.planned !== undefined"],
  ["forecast", "state.forecast.report !== undefined && !state.forecast.running && state.buffers.reply !== undefined"],
  ["scenarios", "state.scenario.report !== undefined && !state.scenario.running"],
  ["simulator", "state.view === 'simulator'"],
  ["governance", "!state.busy"],
  ["privacy", "state.view === 'privacy'"],
];

/** A browser that prefers a language of itself: what is emulated for a page comes late to a frame of another process. */
const preferring = (t, language) => launch(t, { args: [`--accept-lang=${language}`] });

async function visit(app, view, complete) {
  await go(app, spanish.views[view]);
  await until(() => look(app, `state.view === ${JSON.stringify(view)}`), view);
  await until(() => look(app, complete), `${view} is complete`, 180_000);
}

/** Takes what the clinic itself has named, and what is quoted or written for machines, out of a text. */
function withoutNames(text, names) {
  let rest = text;
  for (const name of names) rest = rest.replaceAll(name, " ");
  return rest.replaceAll(/“[^”]*”|Royal College of Physicians|\bsha256-\S+|\S*[-_]\S*-\S*/g, " ");
}

test("every view speaks Spanish where the browser prefers it", async (t) => {
  const { app, trouble } = await openPlanner(t, { browser: await preferring(t, "es-MX"), complete: true });
  assert.equal(await app.evaluate(() => document.documentElement.lang), "es-US");
  const names = new Set(namesIn(await look(app, "structuredClone(state.open.index.clinic)")).filter((name) => /\p{L}{2}/u.test(name)));
  const ours = new Set(sentences(spanish));
  const theirs = new Set(sentences(english).filter((text) => !ours.has(text) && !names.has(text) && /\p{L}{3}/u.test(text)));
  const byLength = [...names].toSorted((a, b) => b.length - a.length);
  const wrong = [];
  let marked = 0;
  let all = 0;
  for (const [view, complete] of VIEWS) {
    await visit(app, view, complete);
    if (view === "schedule") {
      await app.locator("rw-schedule .block").first().click();
      await until(() => look(app, "state.insight?.explain !== undefined"), "why it is there");
    }
    if (view === "kpis") await app.locator("rw-view-kpis table button").first().click();
    const said = await texts(app);
    all += said.length;
    marked += said.filter((each) => each.english).length;
    const left = said.filter((each) => !each.english).map((each) => each.text);
    // A table of the clinic's own rows has its columns by the names of the documents.
    const told = [...new Set(left)].filter((text) => !names.has(text) && ENGLISH.test(withoutNames(text, byLength)));
    wrong.push(...told.filter((text) => !text.startsWith("default-src")).map((text) => `${view}: ${text}`));
    wrong.push(...left.filter((text) => theirs.has(text)).map((text) => `${view}, of the English table: ${text}`));
    await holds(app, view);
  }
  assert.deepEqual(wrong, [], "English that is not marked");
  t.diagnostic(`${marked} of ${all} texts are marked as English`);
  assert.ok(marked < all / 50, `${marked} of ${all} texts are English`);
  assert.deepEqual(trouble, []);
});

test("the first five minutes in Spanish", async (t) => {
  const { app, trouble } = await openPlanner(t, { browser: await preferring(t, "es-US"), complete: true });
  const button = (name) => app.getByRole("button", { name, exact: true });
  const s = spanish;
  const problems = await look(app, "state.base.violations.length");
  await app.getByRole("heading", { name: s.schedule.problems(problems) }).waitFor();
  await button(s.schedule.optimize).click();
  await button(s.solve.stop).waitFor();
  await until(() => look(app, "state.solve === undefined && state.outcome !== undefined"), "the proposal is there", 120_000);
  await until(() => look(app, "state.shown?.indicators !== undefined"), "the proposal is judged");
  await app.getByRole("heading", { name: s.changes.title }).waitFor();
  await holds(app, "proposal", { focused: true });
  await app.locator("rw-changes details", { hasText: s.changes.moved }).locator("li button").first().click();
  await app.locator("rw-session").getByRole("heading", { name: s.session.whyHere }).waitFor();
  await app.getByRole("heading", { name: s.session.other }).or(app.getByRole("heading", { name: s.session.blockedBy })).waitFor();
  await app.locator("rw-session").getByRole("button", { name: s.session.lock, exact: true }).click();
  assert.equal(await look(app, "state.history.value.locks.length"), 1);
  await button(s.session.close).click();
  await button(s.schedule.keep).click();
  assert.equal(await look(app, "state.history.value.stage"), "kept");
  await go(app, s.views.scenarios);
  await until(() => look(app, "state.scenario.report !== undefined && !state.scenario.running"), "three scenarios", 180_000);
  await app.getByRole("button", { name: s.scenarios.more(s.scenarios.controls.demand[0]) }).click();
  await app.getByText(s.scenarios.stale).waitFor();
  await button(s.report.partNames.report).click();
  await app.getByRole("heading", { name: s.report.definitions }).waitFor();
  await holds(app, "report");
  assert.deepEqual(trouble, []);
});

test("language, clock, currency and workweek are chosen on the page", async (t) => {
  const { app, trouble } = await openPlanner(t, { browser: await launch(t), complete: true });
  assert.equal(await app.evaluate(() => document.documentElement.lang), "en-US");
  await go(app, "Start");
  await app.getByRole("button", { name: "Español" }).click();
  await app.getByRole("heading", { name: spanish.start.title }).waitFor();
  assert.equal(await app.evaluate(() => document.documentElement.lang), "es-US");
  await holds(app, "Spanish is chosen", { focused: true });
  await app.getByRole("button", { name: spanish.formats.clocks[12] }).click();
  await go(app, spanish.views.schedule);
  await app.locator("rw-schedule").getByText(/\b1:00 PM/).first().waitFor();
  await go(app, spanish.views.start);
  await app.getByLabel(spanish.formats.currency).selectOption("MXN");
  await until(() => look(app, "state.open.index.clinic.settings.currency === 'MXN'"), "the clinic has another currency");
  await app.getByLabel(spanish.formats.weekStart).selectOption("Sun");
  await until(() => look(app, "state.open.index.clinic.settings.week_start === 'Sun'"), "its week begins on Sunday");
  await app.locator("rw-planner header").getByRole("button", { name: spanish.undo }).click();
  await until(() => look(app, "state.open.index.clinic.settings.week_start !== 'Sun'"), "that is undone");
  assert.equal(await look(app, "state.open.index.clinic.settings.currency"), "MXN");
  await app.getByRole("button", { name: "English" }).click();
  await app.getByRole("heading", { name: english.start.title }).waitFor();
  assert.deepEqual(await app.evaluate(() => [localStorage, sessionStorage].map((store) => store.length).join()).catch(() => "none"), "none", "nothing is stored");
  assert.deepEqual(trouble, []);
});
