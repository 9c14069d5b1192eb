// Tries every route in every mode and prints what was seen as JSON. Runs in a network of its own (namespace.mjs).
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { file, html } from "../support/built.mjs";
import { stockBrowser } from "../support/page.mjs";
import { headers } from "../support/server.mjs";
import { trying } from "./kit.mjs";
import { witness } from "./listener.mjs";
import { neighbor, portal } from "./pages.mjs";
import { routes } from "./routes.mjs";

const MODES = ["control", "controlworker", "hosted", "hostedworker", "portal", "file", "fileworker"];
/** How long what was started may take to arrive. */
const SETTLE_MS = 1_500;
/** Pages that are open at once for routes that need one to themselves. */
const ABREAST = 4;

const planner = readFileSync(html, "utf8");
const folder = mkdtempSync(join(tmpdir(), "rosterwell-sweep-"));
const neighborOnDisk = join(folder, "neighbor.html");
writeFileSync(neighborOnDisk, neighbor);

const seconds = () => performance.now() / 1000;
const began = seconds();
const rest = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** The pages of each mode's own server. A portal is another host than the planner that it embeds. */
const listener = await witness(MODES, routes, (mode, request, response) => {
  const plain = (body) => {
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
    response.end(body);
    return true;
  };
  if (request.url === "/neighbor" || (mode.startsWith("control") && request.url === "/")) return plain(neighbor);
  if (request.url === "/portal") return plain(portal(`${origin(mode)}/`));
  if (request.url !== "/") return false;
  response.writeHead(200, headers(mode === "portal" ? { ancestors: portalOrigin } : {}));
  response.end(planner);
  return true;
});
const origin = (mode) => (mode.startsWith("file") ? "file:///nowhere" : `http://localhost:${listener.ports.get(mode)}`);
const portalOrigin = `http://127.0.0.1:${listener.ports.get("portal")}`;
const address = (mode) => (mode.startsWith("file") ? file : mode === "portal" ? `${portalOrigin}/portal` : `${origin(mode)}/`);
const neighborOf = (mode) => (mode.startsWith("file") ? pathToFileURL(neighborOnDisk).href : mode === "portal" ? `${portalOrigin}/neighbor` : `${origin(mode)}/neighbor`);

/** Routes that mean something in a mode: what stands on the disk has no server of its own. */
const meant = (mode, where) => routes.filter((route) => route.where.includes(where) && !(mode.startsWith("file") && route.code.includes("to.own")));

/** What the debugger says of a page that was taken away under it. */
const TAKEN_AWAY = /context was destroyed|frame was detached|has been closed|frame got detached/i;

/** Tries routes in a frame or worker. Every one must have been started, unless one alone may have taken the page away. */
const attempt = async (place, mode, tried, { alone = false, pause = 5 } = {}) => {
  const tries = tried.map(({ number, code }) => ({ code, to: listener.to(mode, number, origin(mode)) }));
  const started = await place.evaluate(`(() => {${trying(tries, pause)}})()`).catch((error) => error.message);
  if (started !== tried.length && !(alone && TAKEN_AWAY.test(started))) throw new Error(`${mode}: of ${tried.length} routes were started: ${started}`);
};

/** Where code of a mode runs: in the frame that the planner lives in, once it is there; in the control, in the page. */
async function inside(page, mode) {
  if (mode.startsWith("control")) {
    await page.waitForLoadState();
    return page.mainFrame();
  }
  for (const end = seconds() + 60; seconds() < end; ) {
    const frame = page.frames().find((frame) => frame.url() === "about:srcdoc");
    if (await frame?.evaluate(() => document.querySelector("rw-planner") !== null).catch(() => false)) return frame;
    await rest(20);
  }
  throw new Error(`${mode}: the planner did not open`);
}

const { context, close } = await stockBrowser(folder);
/** A tab that needs no engine gets none: what is tried there is what the document may do. */
const WITHOUT_ENGINE = () => {
  globalThis.Worker = class {
    constructor() {
      throw new Error("no engine");
    }
  };
};

async function inPage(mode) {
  const watching = await context.newPage();
  await watching.goto(neighborOf(mode));
  const [page] = await Promise.all([watching.waitForEvent("popup"), watching.evaluate((url) => void open(url), address(mode))]);
  await page.waitForURL(address(mode), { waitUntil: "load" });
  const place = await inside(page, mode);
  await attempt(place, mode, meant(mode, "page"));
  await rest(SETTLE_MS);
  const control = mode === "control";
  if (!control) await attempt(place, mode, meant(mode, "away"), { pause: SETTLE_MS / 3 });
  await attempt(place, mode, meant(mode, "leave"));
  await page.goto("about:blank");
  await rest(SETTLE_MS);
  await page.close();
  const waiting = [...meant(mode, "alone"), ...(control ? meant(mode, "away") : [])];
  const oneAfterTheOther = async () => {
    for (let route = waiting.shift(); route; route = waiting.shift()) {
      const own = await context.newPage();
      await own.addInitScript(WITHOUT_ENGINE);
      await own.goto(address(mode), { waitUntil: "commit" });
      await attempt(await inside(own, mode), mode, [route], { alone: true });
      await rest(SETTLE_MS / 3);
      await own.close();
    }
  };
  await Promise.all(Array.from({ length: ABREAST }, oneAfterTheOther));
  await watching.close();
}

async function inWorker(mode) {
  const watching = await context.newPage();
  await watching.goto(neighborOf(mode));
  const page = await context.newPage();
  await page.goto(address(mode));
  if (mode.startsWith("control")) await page.evaluate(() => void (globalThis.kept = new Worker(URL.createObjectURL(new Blob(["0"])))));
  for (const end = seconds() + 60; page.workers().length === 0 && seconds() < end; ) await rest(50);
  await attempt(page.workers()[0], mode, meant(mode, "worker"));
  await rest(SETTLE_MS);
  await page.close();
  await watching.close();
}

const sweep = (modes) => Promise.all(modes.map((mode) => (mode.endsWith("worker") ? inWorker(mode) : inPage(mode))));
// The control on its own: what it does not hear in time would count as a route that does not work.
await sweep(MODES.filter((mode) => mode.startsWith("control")));
await sweep(MODES.filter((mode) => !mode.startsWith("control")));
await rest(SETTLE_MS);
await close();
rmSync(folder, { recursive: true, force: true });
const rows = routes.map(({ name, group, where, number, code }) => ({
  name,
  group,
  seen: MODES.map((mode) => {
    const wanted = mode.endsWith("worker") ? where.includes("worker") : where.some((each) => each !== "worker");
    const meaningless = !wanted || (mode.startsWith("file") && code.includes("to.own"));
    return meaningless ? "-" : listener.seen(mode, number);
  }),
}));
console.log(JSON.stringify({ modes: MODES, rows, others: [...listener.others].sort(), seconds: Math.round(seconds() - began) }));
process.exit(0);
