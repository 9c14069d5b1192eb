// The packed page in a real browser: launched, watched, closed. Set by `cargo xtask test page`: CHROMIUM,
// ROSTERWELL_HTML (the packed file), ROSTERWELL_MODULES (both modules for Node), ROSTERWELL_COMMAND (the native one).
import { createRequire } from "node:module";
import { createServer } from "node:http";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const { chromium } = createRequire(new URL("../../../www/package.json", import.meta.url))("playwright-core");

export const html = process.env.ROSTERWELL_HTML ?? fail("ROSTERWELL_HTML is not set: run `cargo xtask test page`");

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
    args: ["--no-sandbox", "--disable-dev-shm-usage", ...(options.args ?? [])],
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
    // So that a test can speak to the page's own worker.
    globalThis.Worker = class extends Worker {
      constructor(...given) {
        super(...given);
        globalThis.engineWorker = this;
      }
    };
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

/**
 * Asks the page's own worker, beside the page: each call is `[kind, operation, request]` with kind `call` or `task`.
 * The reply to the last one, parsed.
 */
export async function ask(app, calls) {
  const texts = calls.map(([kind, operation, request]) => [kind, operation, JSON.stringify(request)]);
  const reply = await app.evaluate((calls) => {
    // The page's client passes over ids that it did not give out.
    const first = 1_000_000_000;
    return new Promise((resolve, reject) => {
      const worker = globalThis.engineWorker;
      const next = (idx) => {
        const [kind, operation, request] = calls[idx];
        worker.postMessage({ kind, id: first + idx, operation, request });
      };
      worker.addEventListener("message", ({ data }) => {
        if (data.kind === "failed" || data.kind === "crashed") reject(new Error(JSON.stringify(data)));
        if (data.kind !== "done" || data.id < first) return;
        if (data.id - first === calls.length - 1) resolve(data.reply);
        else next(data.id - first + 1);
      });
      next(0);
    });
  }, texts);
  return JSON.parse(reply);
}
