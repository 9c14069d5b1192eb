// The packed page in a real browser: launched, watched, closed. `cargo xtask test page` builds everything first and sets
// CHROMIUM; the paths below are where it puts things.
import { createRequire } from "node:module";
import { createServer } from "node:http";
import { readFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";

const { chromium } = createRequire(new URL("../../../www/package.json", import.meta.url))("playwright-core");

const built = (path) => fileURLToPath(new URL(`../../../target/${path}`, import.meta.url));

/** The packed page. */
export const html = built("page/rosterwell.html");
/** Both modules with glue for Node. */
export const modules = built("page/web");
/** The native command. */
export const command = built("debug/rosterwell");

function fail(message) {
  throw new Error(message);
}

/** The headers of the server, as `cargo xtask serve` sends them: taken from the file's own policy. */
function headers(body) {
  const policy = /Content-Security-Policy" content="([^"]+)"/.exec(body)?.[1] ?? fail("the file has no policy");
  return {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": `${policy.replaceAll("&amp;", "&")}; frame-ancestors 'none'`,
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "cross-origin-opener-policy": "same-origin",
  };
}

/** Serves the packed file on this machine and counts what is asked for. */
export async function serve() {
  const body = readFileSync(html, "utf8");
  const asked = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.writeHead(request.url === "/" ? 200 : 404, headers(body));
    response.end(request.url === "/" ? body : "");
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${server.address().port}/`, asked, close: () => server.close() };
}

/** Where the page is opened from: a server, or the disk. */
export async function origins() {
  const server = await serve();
  return {
    list: [
      { name: "http", url: server.url },
      { name: "file", url: pathToFileURL(html).href },
    ],
    server,
    close: () => server.close(),
  };
}

/** A browser. Close it when done. */
export function launch(options = {}) {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-component-update", ...(options.args ?? [])],
  });
}

/**
 * Opens the page and waits until its engine answers. `app` is the frame in which everything happens; `trouble` fills
 * with console errors, exceptions and policy violations.
 */
export async function open(browser, url, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  const page = await context.newPage();
  const trouble = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) trouble.push(message.text());
  });
  page.on("pageerror", (error) => trouble.push(`${error.name}: ${error.message}`));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  await page.goto(url);
  const app = await inner(page);
  const ready = () => app.evaluate(() => document.querySelector("rw-planner")?.state?.open !== undefined);
  if (options.wait !== false) await until(ready, "the sample clinic is open");
  return { context, page, app, trouble, close: () => context.close() };
}

/** The frame inside the shell. */
async function inner(page) {
  const element = await page.waitForSelector("iframe");
  return (await element.contentFrame()) ?? fail("the shell has no frame");
}

/** Waits until `look` gives something, by asking again and again: the page's policy rules out waiting inside it. */
export async function until(look, what, milliseconds = 60_000) {
  const end = Date.now() + milliseconds;
  for (;;) {
    const seen = await look();
    if (seen) return seen;
    if (Date.now() > end) fail(`waited in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
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
