// The simulator: the measured claims as the documentation has them, and the week of the open clinic lived through, with
// figures as runs end.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { holds } from "./support/invariants.mjs";
import { engine, go, launch, look, openPlanner, shown, until } from "./support/page.mjs";

const view = (app) => app.locator("rw-view-simulator");
const table = (app) => view(app).getByRole("region", { name: "The clinic that is open, table" });
const SMALL = { kind: "home_health", clinicians: 4, seed: 3 };
const ASKED = { policies: ["human", "recall", "rules", "optimizer"], steps: 2000, repair_steps: 200 };

async function small(app) {
  await app.evaluate((request) => document.querySelector("rw-planner").dispatchEvent(new CustomEvent("rw-sample", { detail: request })), SMALL);
  await until(() => look(app, "state.open?.summary.sessions > 0 && state.open.index.clinicians.size === 4 && !state.busy && state.past !== undefined"), "a small clinic is open");
  await go(app, "Simulator");
}

test("the simulator", async (t) => {
  const browser = await launch(t);
  const { app, page, trouble } = await openPlanner(t, { browser, complete: true });
  await small(app);

  await t.test("shows the table of the documentation, or says that there is none", async () => {
    const text = readFileSync(new URL("../../docs/benchmarks.md", import.meta.url), "utf8");
    const [, section] = /<!-- begin claims -->([^]*?)<!-- end claims -->/.exec(text);
    const kinds = [...section.matchAll(/^([a-z][^:\n]*): \d/gm)].map(([, name]) => name);
    const head = view(app).locator("section", { hasText: "What is claimed, and what was measured" });
    if (kinds.length === 0) await head.getByText(/^Not yet measured on this version/).waitFor();
    for (const kind of kinds) {
      if (kinds.length > 1) await head.getByRole("button", { name: new RegExp(`^${kind}$`, "i") }).click();
      const own = section.slice(section.indexOf(`${kind}: `)).split("Beside these")[0];
      const rows = own.split("\n").filter((line) => line.startsWith("| ")).slice(1);
      const shown = await head.getByRole("region", { name: "What is claimed, and what was measured, table" }).locator("tbody tr").allInnerTexts();
      assert.equal(shown.length, rows.length);
      for (const [at, row] of rows.entries()) {
        const verdict = /\*\*(.*)\*\*/.exec(row)[1].replace("holds in part", "in part");
        assert.ok(shown[at].includes(verdict), `${shown[at]}: ${verdict}`);
        const [, , number] = row.split("|").map((cell) => cell.trim());
        assert.ok(shown[at].trimEnd().endsWith(number), `${shown[at]}: ${number}`);
      }
    }
    await holds(app, "claims", { focused: true });
  });

  await t.test("lives through the week, shows figures as runs end, and is that of the engine", async () => {
    await view(app).getByRole("button", { name: "5", exact: true }).click();
    const run = view(app).getByRole("button", { name: "Live through the week" });
    await run.focus();
    await page.keyboard.press("Enter");
    await view(app).getByRole("progressbar").waitFor();
    await until(() => look(app, "state.simulator.running?.claims.length > 0"), "first figures", 120_000);
    await view(app).getByText(/^So far, \d runs:/).waitFor();
    assert.ok((await table(app).locator("tbody tr").count()) > 5);
    await holds(app, "under way");
    await until(() => look(app, "state.simulator.reply !== undefined && !state.simulator.running"), "five runs", 180_000);
    const reply = await look(app, "state.simulator.reply");
    const own = await engine(page);
    await own.run("sample", SMALL);
    assert.deepEqual(await own.task("simulate", { ...ASKED, replications: 5 }, 100), reply);
    assert.equal(reply.replications, 5);
    assert.equal(await table(app).locator("tbody tr").count(), reply.claims.length);
    await view(app).getByText(/5 runs of one clinic: a glimpse/).waitFor();
    await view(app).getByText(new RegExp(`^Of ${reply.claims.length} claims:`)).last().waitFor();
    for (const part of ["All figures", "How often things happen"]) {
      await view(app).locator("summary", { hasText: part }).click();
    }
    assert.equal(await view(app).getByRole("region", { name: "All figures, table" }).locator("tbody tr").count(), reply.measures.length);
    assert.doesNotMatch(await shown(view(app)), /`|NaN|undefined|-0\b|cancel_only/);
    await holds(app, "lived through", { focused: true });
  });

  await t.test("is stopped: early it replaces nothing, later it keeps what was finished", async () => {
    await view(app).getByRole("button", { name: "50", exact: true }).click();
    await view(app).getByRole("button", { name: "Live through it again" }).click();
    await view(app).getByRole("button", { name: "Stop and keep" }).click();
    await until(() => look(app, "!state.simulator.running && state.engine === 'ready'"), "it has stopped", 10_000);
    await view(app).getByRole("button", { name: /^Live through/ }).click();
    await until(() => look(app, "state.simulator.running?.done >= 2"), "two runs", 120_000);
    await view(app).getByRole("button", { name: "Stop and keep" }).click();
    await until(() => look(app, "state.simulator.reply !== undefined && !state.simulator.running"), "it has stopped", 10_000);
    assert.ok(await look(app, "state.simulator.reply.replications >= 2 && state.simulator.reply.replications < 50"));
    await view(app).getByText(/^Stopped after \d+ of 50 runs\.$/).waitFor();
    await holds(app, "stopped");
  });

  await t.test("fits a phone", async () => {
    await page.setViewportSize({ width: 320, height: 640 });
    await until(() => app.evaluate(() => !document.querySelector("rw-planner").wide), "it is drawn for a phone");
    await holds(app, "320 px wide");
  });
  assert.equal(await look(app, "state.requests"), 0);
  assert.deepEqual(trouble, []);
});
