// The package as others install it: packed, put into a fresh project with React, Vue and Svelte beside it, compiled by a strict
// TypeScript, bundled, and opened under the policy of each example. And a portal that makes its page on the server.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { portal } from "../../examples/embed/portal/server.mjs";
import { modules as pack } from "./support/built.mjs";
import { clinic, examples, openHost, opened, serveFolder } from "./support/host.mjs";
import { launch, until } from "./support/page.mjs";

const project = fileURLToPath(new URL("../../target/page/project", import.meta.url));
/** Those whose examples are built. */
const FRAMEWORKS = ["react", "vue", "svelte"];
const tools = fileURLToPath(new URL("../../www/node_modules", import.meta.url));
const run = (program, given, folder = project) => execFileSync(program, given, { cwd: folder, stdio: "pipe", encoding: "utf8" });
const tool = (path, given, folder) => run(process.execPath, [join(tools, path), ...given], folder);
let document_;

/** Packs, and installs what the examples name, exactly; what is there of an earlier run with the same names stays. */
before(async () => {
  document_ = await clinic();
  mkdirSync(project, { recursive: true });
  const [{ filename, files }] = JSON.parse(run("npm", ["pack", "--json", "--pack-destination", project], pack));
  assert.ok(files.some(({ path }) => path === "define.js") && !files.some(({ path }) => path.includes("node_modules")));
  const wanted = FRAMEWORKS.map((name) => JSON.parse(readFileSync(join(examples, name, "package.json"), "utf8")).dependencies);
  const manifest = JSON.stringify({ private: true, type: "module", dependencies: Object.assign({}, ...wanted) }, null, 1);
  const mark = join(project, "package.json");
  if (!existsSync(mark) || readFileSync(mark, "utf8") !== manifest) {
    rmSync(join(project, "node_modules"), { recursive: true, force: true });
    writeFileSync(mark, manifest);
    run("npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", "--no-package-lock"]);
  }
  run("npm", ["install", "--no-save", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", "--no-package-lock", "--prefer-offline", `./${filename}`]);
  for (const name of FRAMEWORKS) cpSync(join(examples, name), join(project, name), { recursive: true });
});

const STRICT = ["--noEmit", "--strict", "--noUncheckedIndexedAccess", "--exactOptionalPropertyTypes", "--target", "es2022", "--lib", "es2023,dom,esnext.disposable", "--skipLibCheck", "false"];

test("strict TypeScript takes the package, and finds what is wrong", () => {
  const file = join(project, "strict.ts");
  const lines = [
    'import { definePlanner, EXPORT_KINDS, PlannerError, RwPlanner, type PlannerDocument, type ToPlanner } from "rosterwell";',
    'import { engine } from "rosterwell/engine";',
    'import type { Clinic } from "rosterwell/types";',
    'import init, { Planner, initSync } from "rosterwell/core";',
    "definePlanner();",
    'const planner = document.createElement("rw-planner");',
    "planner.config = { engine, sample: { kind: \"addiction_treatment\", clinicians: 4, seed: 1 } };",
    "export async function open(clinic: Clinic): Promise<string> {",
    "  const opened = await planner.load(clinic);",
    "  const { plan, unplaced } = await planner.solve({ signal: AbortSignal.timeout(1000) });",
    '  planner.addEventListener("rw-export", (event) => { const name: string = event.detail.name; event.preventDefault(); console.log(name); });',
    '  const sealed: Uint8Array = await planner.save({ passphrase: "x" });',
    "  const value: PlannerDocument = await planner.save();",
    "  await planner.restore(sealed, { passphrase: \"x\" });",
    "  for (const file of await planner.exportAs(EXPORT_KINDS[0])) console.log(file.blob.size);",
    "  return `${opened.name} ${plan.hash} ${unplaced} ${value.format}`;",
    "}",
    'export const wish: ToPlanner = { type: "solve", version: 1, id: 1 };',
    "export { init, initSync, Planner, PlannerError, RwPlanner };",
  ];
  const check = (text) => {
    writeFileSync(file, text);
    const modes = [["--module", "nodenext"], ["--module", "esnext", "--moduleResolution", "bundler"]];
    return modes.map((mode) => {
      try {
        tool("typescript/bin/tsc", [...STRICT, ...mode, "strict.ts"]);
        return "";
      } catch ({ stdout }) {
        return stdout;
      }
    });
  };
  assert.deepEqual(check(lines.join("\n")), ["", ""]);
  for (const wrong of ['planner.view = "nowhere";', "planner.unsaved = 1;", 'void planner.exportAs("plan-pdf");', 'export const w: ToPlanner = { type: "solve", version: 1, id: 1, more: 1 };']) {
    for (const said of check([...lines, wrong].join("\n"))) assert.match(said, /error TS\d+/, wrong);
  }
});

test("a server can load the package, and nothing happens", () => {
  const text = `
    for (const name of ["rosterwell", "rosterwell/define", "rosterwell/engine"]) {
      const before = Object.getOwnPropertyNames(globalThis).length;
      const module = await import(name);
      if (module.definePlanner?.()) throw new Error("registered");
      if (globalThis.document ?? globalThis.window ?? globalThis.HTMLElement) throw new Error("made a page");
    }
    const { readFileSync } = await import("node:fs");
    const core = await import("rosterwell/core");
    core.initSync({ module: readFileSync(new URL(import.meta.resolve("rosterwell/core.wasm"))) });
    const planner = new core.Planner();
    console.log(JSON.parse(planner.run("sample", JSON.stringify({ kind: "addiction_treatment", clinicians: 4 }))).summary.synthetic);`;
  assert.equal(run(process.execPath, ["--input-type=module", "--eval", text]).trim(), "true");
});

for (const name of FRAMEWORKS) {
  test(`the example of ${name} works under its policy`, async (t) => {
    const folder = join(project, name);
    if (name === "react") tool("typescript/bin/tsc", [...STRICT.slice(0, -2), "--skipLibCheck", "--module", "esnext", "--moduleResolution", "bundler", "--jsx", "react-jsx", "--allowImportingTsExtensions", "main.tsx"], folder);
    tool("vite/bin/vite.js", ["build", "--base", "./", "--logLevel", "error"], folder);
    const browser = await launch(t);
    const url = await serveFolder(t, join(folder, "dist"), { pages: { "clinic.json": document_ } });
    const { page, trouble } = await openHost(t, browser, url);
    const status = page.getByRole("status").first();
    await opened(page);
    assert.equal(await page.evaluate(() => document.querySelector("rw-planner").plan.clinic.clinicians.length), 4);
    await until(async () => (await status.innerText()) === "Ready", "it is ready");
    await page.getByRole("button", { name: "Plan the week" }).click();
    await until(async () => /^\d+ sessions have no place$/.test(await status.innerText()), "the week is planned");
    assert.deepEqual(trouble, []);
  });
}

test("a portal that makes its page on the server, for one who may plan and one who may look", async (t) => {
  const browser = await launch(t);
  const hostile = { ...JSON.parse(document_) };
  hostile.settings = { ...hostile.settings, name: `</script><script>alert(1)</script>"'<!--` };
  for (const mayPlan of [true, false]) {
    const server = portal({ packageFolder: pack, model: { clinic: hostile, reader: { name: "R. <b>Reader</b>", mayPlan }, locale: "en-US" } });
    await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
    t.after(() => server.close());
    const { page, trouble } = await openHost(t, browser, `http://127.0.0.1:${server.address().port}/`);
    await opened(page);
    await until(async () => (await page.locator("#status").innerText()) === "Ready", "it is ready");
    assert.equal(await page.evaluate(() => document.querySelector("rw-planner").plan.clinic.settings.name), hostile.settings.name);
    const worker = page.workers()[0];
    assert.match(await worker.evaluate("fetch('/').then(() => 'left', (error) => error.message)"), /Failed to fetch|Refused|violates/, "the worker's own header holds");
    await page.getByRole("button", { name: "Optimize week" }).click();
    if (mayPlan) await until(() => page.evaluate(() => document.querySelector("rw-planner").unsaved === 1), "there is a proposal");
    else await page.getByText("This plan can only be looked at here.").first().waitFor();
    assert.deepEqual(trouble.filter((line) => !/connect-src|Connecting to/.test(line)), []);
    await page.getByRole("navigation").getByRole("button", { name: "Start" }).click();
    await page.getByRole("button", { name: "Download the empty workbook" }).click();
    await until(async () => (await page.locator("#status").innerText()) === "Kept template.xlsx in the portal", "the portal has the file");
  }
});
