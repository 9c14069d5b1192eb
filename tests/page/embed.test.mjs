// The element in pages of others: under a strict policy, with its properties, methods and events, wherever it is put.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { modules as pack } from "./support/built.mjs";
import { clinic, examples, openHost, opened, serveFolder } from "./support/host.mjs";
import { axe } from "./support/invariants.mjs";
import { launch, until } from "./support/page.mjs";

let document_;
before(async () => (document_ = await clinic()));

/** The policy of the plain example. */
const POLICY = /content="(default-src[^"]*)"/.exec(readFileSync(join(examples, "html/index.html"), "utf8"))[1];

/** One browser a test. */
const launches = new Map();

/** A page under that policy with this in its body; `script` is a module of its own. */
async function host(t, { body = "", script = 'import "./rosterwell/define.js";', policy = POLICY, headers = {}, pages = {} } = {}) {
  const browser = await (launches.get(t) ?? launches.set(t, launch(t)).get(t));
  const index = `<!doctype html><html lang="en"><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><title>host</title><link rel="icon" href="data:,"><script type="module" src="host.js"></script><body>${body}`;
  const url = await serveFolder(t, examples, { pages: { "index.html": index, "host.js": script, "clinic.json": document_, ...pages }, headers });
  return openHost(t, browser, url);
}

test("the plain example works under its policy", async (t) => {
  const browser = await launch(t);
  const url = await serveFolder(t, join(examples, "html"));
  const { page, trouble } = await openHost(t, browser, url);
  assert.equal(await page.getByText("Nothing is planned yet.").isVisible(), false);
  await until(async () => (await page.locator("#status").innerText()) === "Ready", "it is ready");
  const style = await page.evaluate(() => {
    const planner = document.querySelector("rw-planner");
    const button = planner.shadowRoot.querySelector("header button[part=button]");
    const deep = planner.shadowRoot.querySelector("rw-view-schedule").shadowRoot.querySelector("rw-solve").shadowRoot.querySelector("button");
    return {
      accent: getComputedStyle(planner).getPropertyValue("--rw-accent").trim(),
      radius: [button, deep].map((each) => getComputedStyle(each).borderRadius),
      font: getComputedStyle(planner).fontFamily,
    };
  });
  const { modules } = JSON.parse(readFileSync(join(pack, "custom-elements.json"), "utf8"));
  const attributes = await page.evaluate(() => customElements.get("rw-planner").observedAttributes);
  assert.deepEqual(attributes.sort(), modules[0].declarations[0].attributes.map(({ name }) => name).sort(), "the manifest has every attribute");
  assert.deepEqual(style, { accent: "#6a2c72", radius: ["2px", "2px"], font: "system-ui, sans-serif" });
  await page.getByRole("button", { name: "Optimize week" }).click();
  await until(async () => /^\d+ sessions have no place$/.test(await page.locator("#status").innerText()), "the end of the run is told");
  assert.deepEqual(await axe(page), []);
  assert.deepEqual(trouble, []);
});

test("properties, methods and events", async (t) => {
  const { page, trouble } = await host(t, {
    body: '<rw-planner id="p" view="kpis" locale="es-US" theme="dark" currency="CAD"><p slot="empty">Nothing here yet</p></rw-planner>',
    script: `
      const p = document.getElementById("p");
      globalThis.heard = [];
      for (const type of ["rw-ready", "rw-plan-change", "rw-solve-progress", "rw-solve-end", "rw-export", "rw-error", "rw-move", "rw-navigate", "rw-download"])
        document.addEventListener(type, ({ detail, composed, bubbles }) => globalThis.heard.push({ type, detail, composed, bubbles }));
      // Before the element is what it is: kept when it becomes it.
      p.plan = await (await fetch("clinic.json")).json();
      p.config = {};
      await new Promise((resolve) => setTimeout(resolve, 50));
      const { PlannerError } = await import("./rosterwell/define.js");
      globalThis.PlannerError = PlannerError;`,
    policy: POLICY.replace("connect-src 'none'", "connect-src 'self'"),
  });
  await opened(page);
  const say = (work, given) => page.evaluate(`(async () => { const p = document.getElementById("p"); ${given === undefined ? "" : `const given = ${JSON.stringify(given)};`} return await (${work})(); })()`);
  await say("() => p.ready");
  const first = await say(`() => ({
    people: p.plan.clinic.clinicians.length, currency: p.plan.clinic.settings.currency, view: p.view, heading: p.shadowRoot.querySelector("main > *").shadowRoot.querySelector("h1").textContent,
    lang: document.documentElement.lang, dark: getComputedStyle(p).colorScheme, unsaved: p.unsaved, heard: heard.map((each) => each.type),
  })`);
  assert.deepEqual(first, { people: 4, currency: "CAD", view: "kpis", heading: "Indicadores", lang: "en", dark: "dark", unsaved: 0, heard: ["rw-ready"] });

  const solved = await say("async () => { const result = await p.solve(); return { ...result, plan: result.plan.sessions.length, heard: heard.map((each) => [each.type, each.detail.version, each.composed && each.bubbles]) }; }");
  assert.equal(solved.stopped, false);
  assert.ok(solved.plan > 10 && solved.steps > 0 && Number.isSafeInteger(solved.seed), JSON.stringify(solved));
  const kinds = new Set(solved.heard.map(([type]) => type));
  for (const type of ["rw-solve-progress", "rw-solve-end", "rw-plan-change"]) assert.ok(kinds.has(type), `${type}: ${[...kinds]}`);
  assert.ok(solved.heard.every(([, version, out]) => version === 1 && out), JSON.stringify(solved.heard));
  assert.ok(!["rw-move", "rw-navigate", "rw-download"].some((type) => kinds.has(type)), "what elements say to each other stays inside");
  const stopped = await say("async () => { const end = new AbortController(); setTimeout(() => end.abort(), 60); return (await p.solve({ signal: end.signal })).stopped; }");
  assert.equal(typeof stopped, "boolean");

  const round = await say(`async () => {
    const value = await p.save();
    const sealed = await p.save({ passphrase: "seven geese over the lake" });
    const before = heard.length;
    await p.load(JSON.parse(await (await fetch("clinic.json")).text()));
    const [emptied] = [p.plan.plan.hash];
    await p.restore(value);
    const again = p.plan.plan.hash;
    const wrong = await p.restore(sealed, { passphrase: "not this one" }).catch((error) => error.code);
    const none = await p.restore(sealed).catch((error) => error.code);
    await p.restore(sealed, { passphrase: "seven geese over the lake" });
    return { format: value.format, magic: new TextDecoder().decode(sealed.slice(0, 4)), plan: value.plan.hash, emptied, again, sealedAgain: p.plan.plan.hash, wrong, none, quiet: heard.slice(before).map((each) => each.type) };
  }`);
  assert.match(round.format, /^rosterwell-save\/\d+$/);
  assert.notEqual(round.emptied, round.plan);
  assert.deepEqual([round.again, round.sealedAgain, round.wrong, round.none, round.quiet], [round.plan, round.plan, "passphrase", "passphrase", []]);

  const files = await say(`async () => {
    const made = await Promise.all(["plan-csv", "clinic-json", "plan-xlsx", "report-html"].map((kind) => p.exportAs(kind)));
    return { names: made.flat().map((file) => file.name), sizes: made.flat().map((file) => file.blob.size), wrong: await p.exportAs("plan-pdf").catch((error) => error instanceof PlannerError && error.code) };
  }`);
  assert.ok(files.names.length >= 4 && files.sizes.every((size) => size > 100), JSON.stringify(files));
  assert.equal(files.wrong, "kind");
  const refused = await say('() => Promise.all([{}, null, { format: "rosterwell-clinic/1", settings: [] }].map((wrong) => p.load(wrong).catch((error) => error.code)))');
  assert.deepEqual(refused.slice(0, 2), ["format", "format"]);
  assert.match(refused[2], /\./);

  // A file that the user takes out can be taken by the page instead.
  const taken = await say(`async () => {
    let got; const clicks = [];
    HTMLAnchorElement.prototype.click = function () { clicks.push(this.download); };
    p.addEventListener("rw-export", (event) => { got = event.detail.name; event.preventDefault(); }, { once: true });
    const send = () => p.shadowRoot.dispatchEvent(new CustomEvent("rw-download", { detail: { what: "plan", format: "json" } }));
    send(); while (!got) await new Promise((resolve) => setTimeout(resolve, 20));
    send(); while (clicks.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    return { got, clicks };
  }`);
  assert.deepEqual([taken.clicks.length, taken.clicks[0]], [1, taken.got]);

  // Only to be looked at.
  const only = await say(`async () => {
    p.setAttribute("readonly", ""); await p.updateComplete;
    const before = p.plan.plan.hash;
    const code = await p.solve().catch((error) => error.code);
    p.view = "schedule"; await p.updateComplete; await p.updateComplete;
    p.shadowRoot.dispatchEvent(new CustomEvent("rw-solve", { detail: { start: "shown" } }));
    await new Promise((resolve) => setTimeout(resolve, 100));
    const notice = p.shadowRoot.querySelector(".notice p").textContent;
    p.removeAttribute("readonly");
    return { code, same: before === p.plan.plan.hash, notice };
  }`);
  assert.deepEqual(only, { code: "readonly", same: true, notice: "Aquí este plan solo se puede mirar." });

  await say("() => p.dispose()");
  await until(() => page.workers().length === 0, "no worker is left");
  assert.equal(await say("() => p.plan"), undefined);
  assert.ok(await page.getByText("Nothing here yet").isVisible(), "the slot for nothing is shown");
  await say("async () => p.load(await (await fetch('clinic.json')).json())");
  assert.equal(await say("() => p.plan.clinic.clinicians.length"), 4, "it begins anew");
  await say("async () => { await p.dispose(); p.plan = await (await fetch('clinic.json')).json(); }");
  await opened(page);
  await say("async () => { const other = p.plan; p.plan = { format: 'nothing' }; p.plan = other; await p.save(); }");
  assert.equal(await say("() => p.plan.clinic.clinicians.length + (p.state.open === undefined ? 1 : 0)"), 4, "the last one given is open");
  assert.deepEqual(trouble, []);
});

test("wherever it is put: moved, removed, hidden, in a shadow root, twice", async (t) => {
  const { page, trouble } = await host(t, {
    body: '<div id="a"></div><div id="b"></div><div id="hidden" hidden></div><div id="shadow"></div>',
    script: `
      import "./rosterwell/define.js";
      const make = (id, clinicians, into) => { const p = document.createElement("rw-planner"); p.id = id; p.config = { sample: { kind: "addiction_treatment", clinicians, seed: 1 } }; into.append(p); return p; };
      globalThis.one = make("one", 4, document.getElementById("a"));
      globalThis.two = make("two", 5, document.getElementById("hidden"));
      const root = document.getElementById("shadow").attachShadow({ mode: "open" });
      globalThis.three = make("three", 6, root);`,
  });
  const say = (work) => page.evaluate(`(async () => (${work})())()`);
  await say("() => Promise.all([one.ready, two.ready, three.ready])");
  const people = "() => [one, two, three].map((p) => p.plan.clinic.clinicians.length)";
  assert.deepEqual(await say(people), [4, 5, 6]);
  const workers = page.workers().length;

  await say("() => { document.getElementById('b').append(one); document.getElementById('hidden').hidden = false; }");
  await say("() => Promise.all([one.solve(), two.solve()])");
  assert.deepEqual(await say("() => [one, two, three].map((p) => p.unsaved)"), [1, 1, 0], "each has its own plan");
  assert.ok(await page.locator("#two").getByRole("heading", { name: "Schedule" }).isVisible());
  assert.ok(await page.locator("#three").getByRole("heading", { name: "Schedule" }).isVisible());

  // Ctrl+Z is that planner's in which it is pressed, and nobody's outside.
  await page.locator("#two").getByRole("button", { name: "Go back" }).focus();
  await page.keyboard.press("Control+z");
  await until(() => say("() => two.unsaved === 0"), "the second is undone");
  assert.equal(await say("() => one.unsaved"), 1);

  // Out of the document for a moment, and for longer.
  await say("() => { one.remove(); document.getElementById('a').append(one); }");
  assert.equal(await say("() => one.unsaved"), 1);
  await say("() => { one.remove(); two.remove(); three.remove(); }");
  await until(() => page.workers().length === 0, `all ${workers} workers end`, 20_000);
  await say("() => document.getElementById('a').append(one)");
  const result = await say("async () => (await one.solve()).plan.sessions.length");
  assert.ok(result > 10);
  assert.equal(await say("() => one.plan.clinic.clinicians.length"), 4, "what was open is open again");
  assert.deepEqual(trouble, []);
});

test("the engine: bytes, files of the same origin, never those of another", async (t) => {
  const assets = POLICY.replace("worker-src blob:", "worker-src 'self'").replace("connect-src 'none'", "connect-src 'self'");
  const sample = "p.config = { ...p.config, sample: { kind: 'addiction_treatment', clinicians: 4, seed: 1 } };";
  const of = (script, attributes = "", rest = {}) => host(t, { body: `<rw-planner ${attributes}></rw-planner>`, script: `import "./rosterwell/define.js"; const p = document.querySelector("rw-planner"); ${script} ${sample}`, ...rest });

  const bytes = await of(`import { engine } from "./rosterwell/engine.js"; p.config = { engine };`);
  await opened(bytes.page);
  assert.deepEqual(bytes.trouble, []);

  const files = await of("", 'asset-base="rosterwell"', { policy: assets });
  await opened(files.page);
  assert.match(files.page.workers()[0].url(), /\/rosterwell\/worker\.js$/);
  assert.deepEqual(files.trouble, []);

  const failure = (page) => page.evaluate(() => document.querySelector("rw-planner").ready.then(() => "ready", (error) => `${error.code}: ${error.message}`));
  const foreign = await of("", 'asset-base="https://cdn.example/rosterwell/"', { policy: `${assets.replace("connect-src 'self'", "connect-src *").replace("worker-src 'self'", "worker-src *")}` });
  assert.match(await failure(foreign.page), /^engine: .*https:\/\/cdn\.example.*another origin/);
  await foreign.page.getByRole("region", { name: "Message" }).waitFor();
  assert.deepEqual(foreign.trouble, [], "not even tried");

  const missing = await of("", 'asset-base="nowhere"', { policy: assets });
  assert.match(await failure(missing.page), /^engine: .*\/nowhere\/core_bg\.wasm could not be loaded/);
  const wrong = await of("p.config = { engine: { worker: 'x', core: 'y' } };");
  assert.match(await failure(wrong.page), /^engine: .*core/);
  const blocked = await of("", "", { policy: POLICY.replace("worker-src blob:", "worker-src 'none'") });
  await blocked.page.getByRole("region", { name: "Message" }).getByText("must allow worker-src blob:").waitFor();
  assert.match(await failure(blocked.page), /^engine/);
});

test("without any rights but scripts there is no storage, and no error", async (t) => {
  const { page, trouble } = await host(t, {
    script: "",
    // A frame without an origin asks for modules as a stranger.
    headers: { "access-control-allow-origin": "*" },
    policy: "default-src 'none'; script-src 'self'; frame-src 'self'; img-src data:",
    pages: {
      "inner.html": `<!doctype html><html lang="en"><meta charset="utf-8"><title>inner</title><script type="module" src="inner.js"></script><body><rw-planner></rw-planner>`,
      "inner.js": `import "./rosterwell/define.js"; document.querySelector("rw-planner").config = { sample: { kind: "addiction_treatment", clinicians: 4, seed: 1 } };`,
    },
  });
  await page.evaluate(() => {
    const frame = document.createElement("iframe");
    frame.sandbox = "allow-scripts allow-downloads";
    frame.src = "inner.html";
    document.body.append(frame);
  });
  const frame = await until(() => page.frames().find((each) => each.url().endsWith("inner.html")), "the frame is there");
  await until(() => frame.evaluate(() => document.querySelector("rw-planner")?.state?.open !== undefined), "it is open");
  await until(() => frame.evaluate(() => document.querySelector("rw-planner").state.keep.device === "denied"), "it knows that nothing is kept");
  // It may not print: what is on the screen comes as a file, which looks the same and can do nothing.
  const [download] = await Promise.all([page.waitForEvent("download"), frame.getByRole("button", { name: "Print" }).click()]);
  assert.match(download.suggestedFilename(), /\.schedule\.html$/);
  await frame.getByRole("region", { name: "Message" }).getByText("does not let it print").waitFor();
  const ignored = trouble.splice(0);
  assert.ok(ignored.length === 1 && /print/.test(ignored[0]), ignored.join());
  const report = await page.context().newPage();
  const file = join(mkdtempSync(join(tmpdir(), "rosterwell-report-")), "view.html");
  t.after(() => rmSync(join(file, ".."), { recursive: true }));
  await download.saveAs(file);
  await report.goto(pathToFileURL(file).href);
  const [shown, printed] = [await frame.locator("rw-view-schedule h1").innerText(), report.locator("rw-view-schedule h1")];
  assert.equal(await printed.innerText(), shown);
  const color = (locator) => locator.evaluate((heading) => [getComputedStyle(heading).fontSize, getComputedStyle(heading.getRootNode().host).color]);
  assert.deepEqual(await color(printed), await color(frame.locator("rw-view-schedule h1")));
  assert.equal(await report.evaluate(() => document.scripts.length), 0);
  assert.deepEqual(trouble, []);
});

test("two copies on one page: the first stays, and the second says so", async (t) => {
  const define = readFileSync(join(pack, "define.js"), "utf8");
  const { page, trouble } = await host(t, {
    body: "<rw-planner></rw-planner>",
    policy: POLICY.replace("lit-html", "lit-html 'allow-duplicates'"),
    script: `import { RwPlanner } from "./rosterwell/define.js";
      console.info = (text) => (globalThis.said = text);
      document.querySelector("rw-planner").config = { sample: { kind: "addiction_treatment", clinicians: 4, seed: 1 } };
      const other = await import("./other/define.js");
      globalThis.first = customElements.get("rw-planner") === RwPlanner && RwPlanner !== other.RwPlanner;`,
    pages: { "other/define.js": define, "other/engine.js": readFileSync(join(pack, "engine.js"), "utf8") },
  });
  await opened(page);
  assert.equal(await page.evaluate(() => globalThis.first), true);
  assert.match(await page.evaluate(() => globalThis.said), /^rosterwell \d+\.\d+\.\d+: <rw-planner> is registered already/);
  assert.deepEqual(trouble, []);
});
