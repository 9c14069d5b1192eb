// Pictures of every view and state, desktop and phone, light and dark: `node tests/page/screenshots.mjs FOLDER [NAME…]`.
// A NAME is a screen (`dark`) or a picture (`week-dark`). With TALL=1 the window is as high as the page, to see all of it.
// The few that the documentation shows are kept in docs/screenshots.
import { mkdirSync } from "node:fs";
import { go, launch, look, openPlanner, until } from "./support/page.mjs";

const [folder = "target/screenshots", ...wanted] = process.argv.slice(2);

const file = (name, text) => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
const ROOMS = "id,name,seats,site,color\nr1,Room 1,8,main,red\nr2,Room 2,many,main,blue\nr3,Room 3,4,north,green\n";
const button = (app, name) => app.getByRole("button", { name, exact: true });

async function bring(app, files) {
  await go(app, "Data");
  await app.locator("rw-view-data input[type=file]").setInputFiles(files);
}

/** The walk: each stop has a name and what leads to it. */
const STOPS = [
  ["start", (app) => go(app, "Start")],
  [
    "data",
    async (app) => {
      await go(app, "Data");
      await until(() => look(app, "state.quality.reply !== undefined && !state.quality.running"), "the data are looked at");
      const kinds = app.locator("rw-quality summary");
      if ((await kinds.count()) > 0) await kinds.first().click();
    },
  ],
  [
    "share",
    async (app) => {
      const part = app.locator("rw-share");
      await part.getByRole("button", { name: "Billing check", exact: true }).click();
      await until(() => look(app, "state.share.list !== undefined && !state.share.running"), "the billing check");
      await part.scrollIntoViewIfNeeded();
    },
  ],
  [
    "calendar-out",
    async (app) => {
      const part = app.locator("rw-share");
      await part.getByRole("button", { name: "Calendars", exact: true }).click();
      await until(() => look(app, "state.share.file !== undefined && !state.share.running"), "a calendar");
      await part.scrollIntoViewIfNeeded();
    },
  ],
  [
    "merge",
    async (app) => {
      const rows = await look(app, `(() => {
        const { clinicians, patients, services } = state.open.index.clinic;
        const service = services.find((row) => row.kind === "individual").id;
        return patients.slice(0, 3).map((row) => [row.id, clinicians[0].id, service, "2027-02-03 19:00", 45].join(","));
      })()`);
      await bring(app, [file("Report_2211.csv", ["MRN,Rendering Provider,Visit Type,Scheduled Date,Duration,Encounter ID", ...rows.map((row, at) => `${row},E${at}`)].join("\n"))]);
      await button(app, "Read it so").click();
      await until(() => look(app, "state.importing.reply.profiles.some((fit) => fit.applied)"), "it is read so");
      await button(app, "Add to the clinic").click();
      await until(() => look(app, "state.importing.merge !== undefined"), "what adding would do");
      await app.locator("rw-columns summary").click();
    },
  ],
  [
    "reconcile",
    async (app) => {
      await button(app, "Discard").click();
      const rows = await look(app, `(() => {
        const { settings, appointments } = state.open.index.clinic;
        const booked = appointments.filter((row) => row.status === "booked" && row.start >= settings.horizon_start && row.patient);
        return booked.map((row, at) => [row.id, row.service, row.patient, row.clinicians[0], row.room ?? "", row.modality, row.start, row.minutes + (at % 40 === 0 ? 5 : 0), at % 25 === 0 ? "cancelled" : "booked"].join(","));
      })()`);
      await bring(app, [file("appointments.csv", ["id,service,patient,clinicians,room,modality,start,minutes,status", ...rows].join("\n"))]);
      await button(app, "Compare with the plan").click();
      await until(() => look(app, "state.importing.reconcile !== undefined"), "the comparison");
    },
  ],
  [
    "import",
    async (app) => {
      await button(app, "Discard").click();
      await bring(app, [file("rooms.csv", ROOMS), file("sites.csv", "id,name,hours\nmain,Main,Mon-Fri 08:00-17:00\n")]);
      await app.getByRole("heading", { name: "What was understood" }).waitFor();
    },
  ],
  [
    "bad-file",
    async (app) => {
      await button(app, "Discard").click();
      await bring(app, [file("clinic.rosterwell.json", '{"format":"roster')]);
      await app.locator(".notice").waitFor();
    },
  ],
  [
    "triage",
    async (app) => {
      await go(app, "Triage");
      await until(() => look(app, "state.triage.reply !== undefined && !state.triage.running"), "who comes first");
    },
  ],
  ["schedule", (app) => go(app, "Schedule")],
  [
    "incident",
    async (app) => {
      await button(app, "Something happened").click();
      await button(app, "Show ways to go on").click();
      await until(() => look(app, "state.incident.result !== undefined"), "ways to go on");
    },
  ],
  [
    "day-sheets",
    async (app) => {
      await app.locator("rw-incident").getByRole("button", { name: "Close", exact: true }).click();
      await button(app, "On paper").click();
      await until(() => look(app, "state.sheets?.days !== undefined"), "the sheets");
    },
  ],
  [
    "week",
    async (app) => {
      await button(app, "Back to the board").click();
      await button(app, "Week").click();
    },
  ],
  [
    "solving",
    async (app) => {
      await button(app, "Day").click();
      await button(app, "Optimize week").click();
      await until(() => look(app, "state.solve?.best !== undefined && state.solve.step > state.solve.steps / 4"), "a first plan", 60_000);
    },
  ],
  [
    "proposal",
    async (app) => {
      await until(() => look(app, "state.solve === undefined && state.outcome !== undefined"), "the proposal", 180_000);
      await until(() => look(app, "state.shown?.indicators !== undefined"), "it is judged");
    },
  ],
  [
    "session",
    async (app) => {
      await app.locator("rw-changes details", { hasText: "Moved" }).locator("li button").first().click();
      await until(() => look(app, "state.insight?.explain !== undefined"), "other places");
    },
  ],
  ["move", (app) => app.getByRole("button", { name: /^Move to/ }).first().click()],
  ["list", (app) => button(app, "Show as list").click()],
  ["kpis", (app) => go(app, "KPIs")],
  ["kpi", (app) => app.locator("rw-view-kpis table button").first().click()],
  [
    "attendance",
    async (app) => {
      await go(app, "Attendance");
      await until(() => look(app, "state.attendance.report !== undefined && !state.attendance.running"), "who is expected");
    },
  ],
  [
    "workload",
    async (app) => {
      await go(app, "Workload");
      await until(() => look(app, "state.workload.report !== undefined && !state.workload.running"), "what is asked of people");
    },
  ],
  [
    "relief",
    async (app) => {
      await app.getByLabel("Show clinicians one by one").check();
      await until(() => look(app, "state.workload.report?.clinicians.length > 0 && !state.workload.running"), "people");
      await app.getByRole("button", { name: /^Relieve / }).first().click();
      await until(() => look(app, "state.relief.result !== undefined"), "relief", 120_000);
    },
  ],
  [
    "pilot",
    async (app) => {
      await go(app, "Pilot");
      await until(() => look(app, "state.pilot.planned !== undefined"), "a design");
      await button(app, "Rehearse on past weeks").click();
      await until(() => look(app, "state.pilot.reading !== undefined"), "a reading");
    },
  ],
  [
    "forecast",
    async (app) => {
      await go(app, "Forecast");
      await until(() => look(app, "state.forecast.report !== undefined && !state.forecast.running"), "a forecast");
      await until(() => look(app, "state.buffers.reply !== undefined && !state.buffers.running"), "the time to keep free");
    },
  ],
  [
    "scenarios",
    async (app) => {
      await go(app, "Scenarios");
      await until(() => look(app, "state.scenario.report !== undefined && !state.scenario.running"), "scenarios", 240_000);
    },
  ],
  [
    "staffing",
    async (app) => {
      await button(app, "How many people").click();
      await button(app, "Find the smallest staffing").click();
      await until(() => look(app, "state.staffing.report !== undefined && !state.staffing.running"), "a staffing", 600_000);
    },
  ],
  ["report", (app) => button(app, "Report").click()],
  [
    "goal",
    async (app) => {
      await button(app, "What if").click();
      await app.locator("rw-goal").getByRole("button", { name: "Prepare instant estimates" }).click();
      await until(() => look(app, "state.scenario.instant !== undefined && !state.scenario.preparing"), "estimates", 600_000);
      await app.getByLabel(/Value to reach/).fill("300000");
      await button(app, "Find it").click();
      await until(() => look(app, "state.scenario.goal.answer !== undefined"), "an answer");
      await app.locator("rw-goal").scrollIntoViewIfNeeded();
    },
  ],
  [
    "simulator",
    async (app) => {
      await go(app, "Simulator");
      await button(app, "5").click();
      await button(app, "Live through the week").click();
      await until(() => look(app, "state.simulator.reply !== undefined && !state.simulator.running"), "five runs", 600_000);
    },
  ],
  ["privacy", (app) => go(app, "Privacy")],
  [
    "empty",
    async (app) => {
      await bring(app, [file("sites.csv", "id,name,hours\nmain,Main,Mon-Fri 08:00-17:00\n")]);
      await app.getByRole("button", { name: /^Use 1 of 1 row/ }).click();
      await until(() => look(app, "!state.importing && !state.busy && state.view === 'schedule'"), "it is open");
    },
  ],
  ["empty-kpis", (app) => go(app, "KPIs")],
  [
    "routes",
    async (app) => {
      await app.evaluate(() => document.querySelector("rw-planner").dispatchEvent(new CustomEvent("rw-sample", { detail: { kind: "home_health", clinicians: 12, seed: 1 } })));
      await until(() => look(app, "state.open?.index.clinic.clinicians.length === 12 && state.view === 'schedule'"), "an agency");
      await button(app, "Routes").click();
      await until(() => look(app, "state.routes.reply !== undefined"), "its routes");
    },
  ],
];

const tall = (screen, height) => ({ ...screen, viewport: { width: screen.viewport.width, height: process.env.TALL ? height : screen.viewport.height } });
const desktop = tall({ viewport: { width: 1280, height: 800 } }, 3400);
const phone = tall({ viewport: { width: 390, height: 844 } }, 8000);
const SCREENS = [
  ["light", { ...desktop, colorScheme: "light" }],
  ["dark", { ...desktop, colorScheme: "dark" }],
  ["phone-light", { ...phone, colorScheme: "light" }],
  ["phone-dark", { ...phone, colorScheme: "dark" }],
];

mkdirSync(folder, { recursive: true });
// This is no test: what is opened is closed here.
const byHand = { after: () => {} };
const browser = await launch(byHand);
for (const [screen, options] of SCREENS) {
  if (wanted.length > 0 && !wanted.some((name) => name === screen || name.endsWith(`-${screen}`))) continue;
  const { app, context, page, trouble } = await openPlanner(byHand, { browser, complete: true, ...options });
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
  await context.close();
}
await browser.close();
