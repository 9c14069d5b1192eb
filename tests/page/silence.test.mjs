// Nothing leaves the page: an independent listener hears every way out that is open, and from the page none.
import assert from "node:assert/strict";
import { test } from "node:test";
import { listen, probes, runProbes } from "./support/listener.mjs";
import { launch, openPlanner } from "./support/page.mjs";
import { origins, serve } from "./support/server.mjs";

/** Everything the browser wants from any host is sent to the listener, loopback included. */
const through = (listener) => ({
  args: [`--proxy-server=${listener.url.slice("http://".length)}`, "--proxy-bypass-list=<-loopback>"],
});

test("control: the listener hears the probes of a page without a policy", async (t) => {
  const listener = await listen(t);
  const address = await serve(t, (_, response) => {
    response.writeHead(200, { "content-type": "text/html" });
    response.end("<!doctype html><title>control</title><body>");
  });
  const page = await (await launch(t)).newPage();
  await page.goto(`${address}/`);
  await runProbes(page, listener);
  const heard = (name) => listener.seen.some((line) => line.includes(`/${name}`));
  const silent = Object.keys(probes).filter((name) => !heard(name));
  // Held back in a browser without a user: a second window, a form into one; `top` is the page itself.
  const expected = ["form", "link", "prefetch", "stun", "topNavigate", "video", "window"];
  assert.deepEqual(silent.filter((name) => !expected.includes(name)), [], listener.seen.join("\n"));
  assert.ok(listener.seen.length >= 12, listener.seen.join("\n"));
});

test("the page is silent, even when its own code tries to send", async (t) => {
  const listener = await listen(t);
  const browser = await launch(t);
  const { list } = await origins(t);
  for (const { name, url } of list) {
    await t.test(name, async (t) => {
      const { app } = await openPlanner(t, { browser, url });
      // Where a frame wants to go, the browser may open a connection before it asks the policy; nothing is sent on it.
      const navigations = ["frame", "navigate"];
      await runProbes(app, listener, Object.keys(probes).filter((probe) => !navigations.includes(probe)));
      assert.deepEqual(listener.seen, []);
      await runProbes(app, listener, navigations);
      assert.deepEqual(listener.seen.filter((line) => line !== "tcp connection"), []);
      listener.seen.length = 0;
    });
  }
});

test("no host is asked for anything while the page works", async (t) => {
  const listener = await listen(t);
  const browser = await launch(t, through(listener));
  const { app, trouble } = await openPlanner(t, { browser });
  await app.evaluate(() => new Promise((resolve) => setTimeout(resolve, 2_000)));
  // The browser's own look for updates is not the page's.
  const ofTheBrowser = /^tcp connection$|^(CONNECT|POST|GET) (https?:\/\/)?[a-z.]*(google|googleapis|gstatic)\.com\b/;
  assert.deepEqual(listener.seen.filter((line) => !ofTheBrowser.test(line)), []);
  assert.deepEqual(trouble, []);
});
