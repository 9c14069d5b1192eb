// Pictures of every view, desktop and phone, light and dark: `node tests/page/screenshots.mjs FOLDER [NAME…]` with
// ROSTERWELL_HTML set. The few that the documentation shows are kept in docs/screenshots.
import { mkdirSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { html, launch, open, until } from "./support/page.mjs";

const [folder = "target/screenshots", ...wanted] = process.argv.slice(2);
const look = (app, text) => app.evaluate(`(() => { const state = document.querySelector("rw-planner").state; return ${text}; })()`);
const go = (app, name) => app.getByRole("navigation").getByRole("button", { name }).click();

/** The walk: each stop has a name and what leads to it. */
const STOPS = [
  ["start", (app) => go(app, "Start")],
  ["data", (app) => go(app, "Data")],
  ["schedule", (app) => go(app, "Schedule")],
  ["week", (app) => app.getByRole("button", { name: "Week", exact: true }).click()],
  [
    "proposal",
    async (app) => {
      await app.getByRole("button", { name: "Day", exact: true }).click();
      await app.getByRole("button", { name: "Optimize week" }).click();
      await until(() => look(app, "state.solve === undefined && state.outcome !== undefined"), "the proposal", 180_000);
      await until(() => look(app, "state.shown?.indicators !== undefined"), "it is judged");
    },
  ],
  [
    "session",
    async (app) => {
      await app.locator("rw-changes details", { hasText: "Moved" }).locator("li button").first().click();
      await until(() => look(app, "state.insight?.alternatives !== undefined"), "other places");
    },
  ],
  ["list", async (app) => app.getByRole("button", { name: "Show as list" }).click()],
  ["kpis", async (app) => go(app, "KPIs")],
  ["kpi", async (app) => app.locator("rw-view-kpis table button").first().click()],
  [
    "scenarios",
    async (app) => {
      await go(app, "Scenarios");
      await until(() => look(app, "state.scenario.report !== undefined && !state.scenario.running"), "scenarios", 240_000);
    },
  ],
  ["privacy", (app) => go(app, "Privacy")],
];

const SCREENS = [
  ["light", { viewport: { width: 1440, height: 900 }, colorScheme: "light" }],
  ["dark", { viewport: { width: 1440, height: 900 }, colorScheme: "dark" }],
  ["phone-light", { viewport: { width: 390, height: 844 }, colorScheme: "light" }],
  ["phone-dark", { viewport: { width: 390, height: 844 }, colorScheme: "dark" }],
];

mkdirSync(folder, { recursive: true });
const browser = await launch();
for (const [screen, options] of SCREENS) {
  if (wanted.length > 0 && !wanted.some((name) => name === screen || name.endsWith(`-${screen}`))) continue;
  const { app, page, trouble, close } = await open(browser, pathToFileURL(html).href, options);
  await until(() => look(app, "state.past !== undefined"), "all indicators are there");
  for (const [name, lead] of STOPS) {
    try {
      await lead(app);
    } catch (error) {
      console.error(`${name}, ${screen}: ${error.message.split("\n")[0]}`);
      continue;
    }
    await page.waitForTimeout(300);
    const kept = wanted.length === 0 || wanted.includes(screen) || wanted.includes(`${name}-${screen}`);
    if (kept) await page.screenshot({ path: `${folder}/${name}-${screen}.png` });
  }
  if (trouble.length > 0) console.error(screen, trouble);
  await close();
}
await browser.close();
