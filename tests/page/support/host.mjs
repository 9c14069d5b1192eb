// Pages of others with a planner in them: the examples of `examples/embed`, served with the package beside them.
import { readFileSync } from "node:fs";
import { extname, join, normalize } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { html, modules as pack } from "./built.mjs";
import { until, watch } from "./page.mjs";
import { serve } from "./server.mjs";

export const examples = fileURLToPath(new URL("../../../examples/embed", import.meta.url));

const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm", ".json": "application/json" };

/** What a file is served as. */
export const typeOf = (path) => TYPES[extname(path)] ?? "application/octet-stream";

/**
 * Serves a folder with the package below `rosterwell/` until the test is over; `pages` are texts by path, before any file,
 * and `headers` go with every answer. Gives the address.
 */
export function serveFolder(t, folder, { pages = {}, headers = {} } = {}) {
  return serve(t, (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, "http://x").pathname)).slice(1) || "index.html";
    const file = path.startsWith("rosterwell/") ? join(pack, path.slice("rosterwell/".length)) : join(folder, path);
    try {
      const body = pages[path] ?? readFileSync(file);
      response.writeHead(200, { "content-type": typeOf(path), ...headers });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
}

/** Opens a host page, watched: console errors, exceptions and violations of its policy are trouble. */
export async function openHost(t, browser, url, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  t.after(() => context.close());
  const page = await context.newPage();
  const trouble = watch(page);
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
  });
  await page.goto(url);
  return { page, trouble };
}

/** Waits until a clinic is open in the planner that a selector finds. */
export const opened = (page, selector = "rw-planner") =>
  until(() => page.evaluate((selector) => document.querySelector(selector)?.state?.open !== undefined && document.querySelector(selector).state.busy === undefined, selector), "a clinic is open");

/** A small invented clinic, as a page that frames or holds a planner would have it from its own server. */
export async function clinic() {
  const core = await import(pathToFileURL(join(pack, "core.js")).href);
  core.initSync({ module: readFileSync(join(pack, "core_bg.wasm")) });
  const planner = new core.Planner();
  planner.run("sample", JSON.stringify({ kind: "addiction_treatment", clinicians: 4, seed: 7 }));
  return JSON.stringify(JSON.parse(planner.run("document", "{}")).clinic);
}

/** The single file with these origins named as portals, as `docs/embedding.md` says it is done. */
export const namedPortals = (...origins) => readFileSync(html, "utf8").replace('<meta name="portals" content="">', `<meta name="portals" content="${origins.join(" ")}">`);
