// Plans sample clinics in a worker of headless Chromium, with the shipped module: node ray.mjs GLUE_FOLDER SAMPLES REQUEST
// SAMPLES has a request of `sample` for each site, REQUEST is one of `plan`. One line of JSON a site: the hash of its plan,
// the CPU seconds from the document to the reply, all processes of the browser counted, and the module's memory.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { engine, launch, until } from "../page/support/page.mjs";
import { serve } from "../page/support/server.mjs";

const [folder, samplesFile, requestFile] = process.argv.slice(2);
const worker = `import * as glue from "./core.js";
glue.default().then(({ memory }) => Object.assign(self, { memory, wasm_bindgen: glue }));`;
const served = {
  "/": ["text/html", '<!doctype html><title>bench</title><link rel="icon" href="data:,">'],
  "/worker.js": ["text/javascript", worker],
  "/core.js": ["text/javascript", readFileSync(join(folder, "core.js"))],
  "/core_bg.wasm": ["application/wasm", readFileSync(join(folder, "core_bg.wasm"))],
};

const closing = [];
const lifetime = { after: (close) => closing.unshift(close) };
const address = await serve(lifetime, ({ url }, response) => {
  const [type, body] = served[url] ?? [];
  response.writeHead(body ? 200 : 404, { "content-type": type ?? "text/plain" }).end(body);
});
const browser = await launch(lifetime);
const page = await browser.newPage();
await page.goto(`${address}/`);
await page.evaluate(() => void (globalThis.kept = new Worker("/worker.js", { type: "module" })));
const inside = await until(() => page.workers()[0], "the worker is there");
await until(() => inside.evaluate("self.wasm_bindgen !== undefined"), "its module is there");
const { run, task } = await engine(page);

const system = await browser.newBrowserCDPSession();
/** CPU seconds of all processes of the browser. */
const cpu = async () => {
  const { processInfo } = await system.send("SystemInfo.getProcessInfo");
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
};

const request = JSON.parse(readFileSync(requestFile, "utf8"));
for (const [site, sample] of Object.entries(JSON.parse(readFileSync(samplesFile, "utf8")))) {
  await run("sample", sample);
  const { clinic } = await run("document");
  const begin = await cpu();
  await run("open", { clinic });
  const { hash } = await task("plan", request, 1_000);
  const cpu_seconds = (await cpu()) - begin;
  const memory_bytes = await inside.evaluate("memory.buffer.byteLength");
  console.log(JSON.stringify({ site, hash, cpu_seconds, memory_bytes }));
}
for (const close of closing) await close();
