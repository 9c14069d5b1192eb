// The packed page in a real browser: launched, opened, watched, asked. Whatever a test opens here is closed when it is over.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { file } from "./built.mjs";

const { chromium } = createRequire(new URL("../../../www/package.json", import.meta.url))("playwright-core");

/** A browser for as long as `t`, a test, runs. */
export async function launch(t, { args = [] } = {}) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-component-update", ...args],
  });
  t.after(() => browser.close());
  return browser;
}

/** A browser whose profile lies in a folder and outlives it, until `t`, a test, is over or it is closed. */
export async function launchProfile(t, folder) {
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-component-update"],
    viewport: { width: 1440, height: 900 },
  });
  t.after(() => context.close());
  return context;
}

/**
 * A browser as a person has it, with none of the switches of automation, which turn off look-ups and connections ahead of
 * time; its profile lies in `folder`. What it asks of its maker's servers is its own.
 */
export async function stockBrowser(folder) {
  const context = await chromium.launchPersistentContext(`${folder}/profile`, {
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    ignoreDefaultArgs: true,
    args: ["--headless=new", "--no-sandbox", "--no-first-run", "--remote-debugging-pipe", `--user-data-dir=${folder}/profile`],
    viewport: { width: 1440, height: 900 },
  });
  return { context, close: () => context.close() };
}

/**
 * Opens the page for as long as `t`, a test, runs, and waits until its engine answers; if it is to be `complete`, until
 * all indicators are there too. It is opened from the disk and in a browser of its own, unless others are given; all
 * other options are those of a browser context, but `context`, one that is there already, and `cores` and `workersAtMost`: what the browser says it has, and what it gives. `app` is the frame in which everything happens; `trouble` fills with
 * console errors, exceptions and policy violations.
 */
export async function openPlanner(t, { browser, url = file, complete = false, cores = 2, workersAtMost = 16, context: kept, ...options } = {}) {
  const context = kept ?? (await (browser ?? (await launch(t))).newContext({ viewport: { width: 1440, height: 900 }, ...options }));
  if (!kept) t.after(() => context.close());
  const page = await context.newPage();
  const trouble = watch(page);
  await page.addInitScript(machine, { cores, workersAtMost });
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  await page.goto(url);
  const app = await inner(page);
  await until(() => app.evaluate(() => document.querySelector("rw-planner")?.state?.open !== undefined), "the sample clinic is open");
  if (complete) await until(() => look(app, "state.past !== undefined"), "all indicators are there");
  return { context, page, app, trouble };
}

/** Makes a page believe in a machine; run inside it, before anything else. */
function machine({ cores, workersAtMost }) {
  Object.defineProperty(navigator, "hardwareConcurrency", { value: cores });
  let made = 0;
  globalThis.Worker = class extends Worker {
    constructor(...given) {
      made += 1;
      if (made > workersAtMost) throw new Error("no more workers");
      super(...given);
    }
  };
}

/** A list that fills with what the page complains of. */
export function watch(page) {
  const trouble = [];
  // Chromium has no Bluetooth on Linux, so a header that denies it says nothing to it there.
  const unknown = "Error with Permissions-Policy header: Unrecognized feature: 'bluetooth'.";
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type()) && message.text() !== unknown) trouble.push(message.text());
  });
  page.on("pageerror", (error) => trouble.push(`${error.name}: ${error.message}`));
  return trouble;
}

/** The frame inside the shell. */
async function inner(page) {
  const element = await page.waitForSelector("iframe");
  const frame = await element.contentFrame();
  if (!frame) throw new Error("the shell has no frame");
  return frame;
}

/** The value of an expression over `state`, the state of the page, as far as a test asks for it. */
export const look = (app, text) => app.evaluate(`(() => { const state = document.querySelector("rw-planner").state; return ${text}; })()`);

/** Goes to a view by its name in the navigation. */
export const go = (app, name) => app.getByRole("navigation").getByRole("button", { name }).click();

/**
 * What a person reads in an element, with all elements inside it. Its own `innerText` is empty: what it shows lies in its
 * shadow tree. An element that shows nothing is a fault of the test, or of the page.
 */
export async function shown(locator) {
  const text = await locator.evaluate((host) => {
    const read = (root) => [...root.children].map((child) => child.innerText ?? "").concat(...[...root.querySelectorAll("*")].flatMap((inner) => (inner.shadowRoot ? read(inner.shadowRoot) : [])));
    return read(host.shadowRoot ?? host).join("\n").trim();
  });
  assert.notEqual(text, "", `${locator} shows nothing`);
  return text;
}

/** Waits until `ask` gives something, by asking again and again: the page's policy rules out waiting inside it. */
export async function until(ask, what, milliseconds = 60_000) {
  const end = Date.now() + milliseconds;
  for (;;) {
    const seen = await ask();
    if (seen) return seen;
    if (Date.now() > end) throw new Error(`waited in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Opens the clinic that is open once more, as `change` makes it. */
export async function reopen(app, change) {
  const clinic = await look(app, "structuredClone(state.open.index.clinic)");
  const text = JSON.stringify(change(clinic));
  await go(app, "Data");
  await app.locator("rw-view-data input[type=file]").setInputFiles({ name: "clinic.json", mimeType: "application/json", buffer: Buffer.from(text) });
  await until(() => look(app, "state.view === 'schedule' && !state.busy"), "it is open");
}

/** A planner of its own in the page's worker and module, beside the one the page uses. */
export async function engine(page) {
  const worker = await until(() => page.workers()[0], "the worker is there");
  const planner = await worker.evaluateHandle("new wasm_bindgen.Planner()");
  const run = (work, operation, request = {}) => planner.evaluate(work, [operation, JSON.stringify(request)]);
  return {
    run: async (operation, request) => {
      const reply = await run((planner, [operation, request]) => planner.run(operation, request), operation, request);
      return JSON.parse(reply);
    },
    /** Starts a task, advances it by `steps` at a time and finishes it. */
    task: async (operation, request, steps) => {
      await run((planner, [operation, request]) => planner.start(operation, request), operation, request);
      while (!(await planner.evaluate((planner, steps) => planner.advance(steps).done, steps)));
      return JSON.parse(await planner.evaluate((planner) => planner.finish()));
    },
  };
}
