// The door that keeps the promise: the single file in a portal's frame, with a handshake and one port.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, test } from "node:test";
import { clinic, examples, namedPortals, openHost, serveFolder } from "./support/host.mjs";
import { axe } from "./support/invariants.mjs";
import { launch, until } from "./support/page.mjs";
import { headers, serve } from "./support/server.mjs";

let document;
before(async () => (document = await clinic()));

/** Serves the file as a host does that lets these portals frame it. */
const servePlanner = (t, named, framing = named) =>
  serve(t, (_, response) => {
    response.writeHead(200, headers({ ancestors: framing.join(" ") }));
    response.end(namedPortals(...named));
  });

/** The example's portal, with a planner that names it or another. */
async function portal(t, { name = (origin) => [origin] } = {}) {
  const pages = { "clinic.json": document };
  const origin = await serveFolder(t, `${examples}/iframe`, { pages });
  const planner = await servePlanner(t, name(origin), [origin]);
  for (const file of ["index.html"]) pages[file] = readFileSync(`${examples}/iframe/${file}`, "utf8").replaceAll("http://127.0.0.1:8200", planner);
  return { origin, planner };
}

/** The frame in which everything happens: inside the shell, inside the portal's. */
async function inner(page, planner) {
  const shell = await until(() => page.frames().find((frame) => frame.url().startsWith(planner)), "the shell is framed");
  return until(() => shell.childFrames()[0], "the shell has its frame");
}

const state = (app, text) => app.evaluate(`(() => { const state = document.querySelector("rw-planner")?.state; return state && (${text}); })()`);

test("a portal opens a clinic, has the week planned, and gets the plan when the user sends it", async (t) => {
  const browser = await launch(t);
  const { origin, planner } = await portal(t);
  const { page, trouble } = await openHost(t, browser, origin);
  const app = await inner(page, planner);
  const status = page.locator("#status");
  await until(async () => (await status.innerText()) === "Ready", "the planner is ready");
  await until(() => state(app, "state.open?.index.clinic.clinicians.length === 4 && !state.busy"), "the portal's clinic is open");

  const heights = new Set();
  for (let look = 0; look < 10; look += 1) {
    heights.add(await page.evaluate(() => document.querySelector("iframe").clientHeight));
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.ok([...heights].at(-1) > 700, `the frame is as high as the planner: ${[...heights]}`);
  assert.ok(heights.size <= 3, `the height comes to rest: ${[...heights]}`);
  const [scroll, window] = await app.evaluate(() => [document.documentElement.scrollHeight, innerHeight]);
  assert.ok(scroll <= window, `nothing scrolls inside: ${scroll} in ${window}`);

  await page.getByRole("button", { name: "Plan the week" }).click();
  await until(async () => /^Step \d+ of \d+$/.test(await status.innerText()), "progress is told");
  await until(() => state(app, "state.history.value.stage === 'proposal'"), "there is a proposal");
  assert.match(await status.innerText(), /^Step/, "the plan is not sent by itself");

  await app.getByRole("button", { name: "Send to portal" }).click();
  const dialog = app.getByRole("dialog");
  assert.match(await dialog.innerText(), new RegExp(origin.replaceAll(".", "\\.")));
  assert.deepEqual(await axe(app), []);
  await dialog.getByRole("button", { name: "Do not send" }).click();
  assert.match(await status.innerText(), /^Step/);
  await app.getByRole("button", { name: "Send to portal" }).click();
  await dialog.getByRole("button", { name: "Send to portal" }).click();
  await until(async () => /^\d+ sessions received$/.test(await status.innerText()), "the plan has come");
  assert.deepEqual(trouble, []);
});

test("a portal that is not named in the file hears nothing and is not answered", async (t) => {
  const browser = await launch(t);
  for (const name of [() => [], () => ["https://portal.example"]]) {
    const { origin, planner } = await portal(t, { name });
    const { page } = await openHost(t, browser, origin);
    await page.evaluate(() => addEventListener("message", ({ data }) => (globalThis.heard ??= []).push(data)));
    const app = await inner(page, planner);
    await until(() => state(app, "state.open !== undefined"), "the planner works by itself");
    assert.equal(await page.evaluate(() => globalThis.heard), undefined);
    assert.equal(await page.locator("#status").innerText(), "Waiting for the planner");
    assert.equal(await state(app, "state.portal === undefined"), true);
  }
});

test("what is not in the contract is refused", async (t) => {
  const browser = await launch(t);
  const silent = "<!doctype html><title>p</title><body>";
  const origin = await serve(t, (_, response) => response.writeHead(200, { "content-type": "text/html" }).end(silent));
  const planner = await servePlanner(t, [origin]);
  const { page } = await openHost(t, browser, origin);
  // Wrong answers first: another version, another nonce, a field too many, no port, from another window.
  await page.evaluate((planner) => {
    const frame = document.createElement("iframe");
    frame.sandbox = "allow-scripts allow-downloads";
    frame.src = planner;
    globalThis.said = [];
    addEventListener("message", ({ data, source }) => {
      if (source !== frame.contentWindow || data.type !== "hello") return;
      const offer = (answer, ports = 1) => {
        const channels = Array.from({ length: ports }, () => new MessageChannel());
        for (const { port1 } of channels) port1.onmessage = (event) => globalThis.said.push(["wrong", event.data]);
        frame.contentWindow.postMessage(answer, "*", channels.map(({ port2 }) => port2));
      };
      offer({ ...data, version: 2 });
      offer({ ...data, nonce: "0".repeat(32) });
      offer({ ...data, more: 1 });
      offer(data, 0);
      offer(data, 2);
      offer("hello");
      const other = document.body.appendChild(document.createElement("iframe"));
      other.contentWindow.eval(`parent.frames[0].postMessage(${JSON.stringify(data)}, "*", [new MessageChannel().port2])`);
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = (event) => globalThis.said.push(["right", event.data]);
      globalThis.port = port1;
      setTimeout(() => frame.contentWindow.postMessage({ type: "hello", version: 1, nonce: data.nonce }, "*", [port2]), 200);
    });
    document.body.prepend(frame);
  }, planner);
  const said = () => page.evaluate(() => globalThis.said);
  await until(async () => (await said()).some(([, data]) => data.type === "ready"), "the right answer is taken");
  assert.deepEqual((await said()).filter(([which]) => which === "wrong"), []);

  const answered = async (message) => {
    const before = (await said()).length;
    await page.evaluate((message) => globalThis.port.postMessage(message), message);
    return until(async () => (await said()).slice(before).find(([, data]) => ["error", "ready"].includes(data.type)), `${JSON.stringify(message)} is answered`);
  };
  const load = { type: "load", version: 1, id: 9, document };
  for (const [message, id, code] of [
    [{ ...load, version: 2 }, 9, "version"],
    [{ ...load, more: true }, 9, "message"],
    [{ type: "load", version: 1, id: 9 }, 9, "message"],
    [{ ...load, document: {} }, 9, "message"],
    [{ ...load, document: "x".repeat((48 << 20) + 1) }, 9, "size"],
    [{ ...load, document: "{" }, 9, "format"],
    [{ ...load, document: '{"format":"rosterwell-clinic/1","settings":[]}' }, 9, "engine"],
    [{ type: "wipe", version: 1, id: 9 }, 9, "message"],
    [{ type: "constructor", version: 1, id: 9 }, 9, "message"],
    [{ type: "solve", version: 1 }, null, "message"],
    ["solve", null, "message"],
    [null, null, "message"],
  ]) {
    const [, error] = await answered(message);
    assert.deepEqual(error, { type: "error", version: 1, id, code });
  }
  // A document is the engine's to judge; what it does not know changes nothing here.
  const odd = document.replace("{", '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},');
  assert.equal((await answered({ ...load, document: odd }))[1].type, "ready");
  const app = await inner(page, planner);
  assert.equal(await app.evaluate(() => ({}).polluted), undefined);

  // Work that is in no file is not replaced.
  await app.evaluate(() => document.querySelector("rw-planner").state.open && document.querySelector("rw-planner").dispatchEvent(new CustomEvent("rw-solve", { detail: { start: "shown" } })));
  await until(() => state(app, "state.history.value.stage === 'proposal' && !state.solve"), "something was done");
  assert.equal((await answered(load))[1].code, "unsaved");

  // A flood is not answered word for word, and does not stop the page.
  const before = (await said()).length;
  await page.evaluate(() => {
    for (let n = 0; n < 10_000; n += 1) globalThis.port.postMessage({ type: "solve", version: 9, id: n });
  });
  await until(() => state(app, "true"), "the page answers");
  await new Promise((resolve) => setTimeout(resolve, 500));
  const errors = (await said()).slice(before).filter(([, data]) => data.type === "error");
  assert.ok(errors.length < 100, `${errors.length} answers`);
});
