// Nothing leaves the page: an independent listener hears every way out that is open, and from the page none.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { test } from "node:test";
import { listen, probes, runProbes } from "./support/listener.mjs";
import { launch, open, origins } from "./support/page.mjs";

/** Everything the browser wants from any host is sent to the listener, loopback included. */
const through = (listener) => ({
  args: [`--proxy-server=${listener.url.slice("http://".length)}`, "--proxy-bypass-list=<-loopback>"],
});

test("control: the listener hears the probes of a page without a policy", async (t) => {
  const listener = await listen();
  const server = createServer((_, response) => {
    response.writeHead(200, { "content-type": "text/html" });
    response.end("<!doctype html><title>control</title><body>");
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const browser = await launch();
  t.after(async () => {
    await browser.close();
    listener.close();
    server.close();
  });
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  await runProbes(page, listener);
  const heard = (name) => listener.seen.some((line) => line.includes(`/${name}`));
  const silent = Object.keys(probes).filter((name) => !heard(name));
  // Held back in a browser without a user: a second window, a form into one; `top` is the page itself.
  const expected = ["form", "link", "prefetch", "stun", "topNavigate", "video", "window"];
  assert.deepEqual(silent.filter((name) => !expected.includes(name)), [], listener.seen.join("\n"));
  assert.ok(listener.seen.length >= 12, listener.seen.join("\n"));
});

test("the page is silent, even when its own code tries to send", async (t) => {
  const listener = await listen();
  const browser = await launch();
  const { list, close } = await origins();
  t.after(async () => {
    await browser.close();
    listener.close();
    close();
  });
  for (const { name, url } of list) {
    await t.test(name, async () => {
      const { app, close } = await open(browser, url);
      // Where a frame wants to go, the browser may open a connection before it asks the policy; nothing is sent on it.
      const navigations = ["frame", "navigate"];
      await runProbes(app, listener, Object.keys(probes).filter((probe) => !navigations.includes(probe)));
      assert.deepEqual(listener.seen, []);
      await runProbes(app, listener, navigations);
      assert.deepEqual(listener.seen.filter((line) => line !== "tcp connection"), []);
      listener.seen.length = 0;
      await close();
    });
  }
});

test("no host is asked for anything while the page works", async (t) => {
  const listener = await listen();
  const browser = await launch(through(listener));
  const { list, close } = await origins();
  t.after(async () => {
    await browser.close();
    listener.close();
    close();
  });
  const { app, trouble } = await open(browser, list[1].url);
  await app.evaluate(() => new Promise((resolve) => setTimeout(resolve, 2_000)));
  // The browser's own look for updates is not the page's.
  const ofTheBrowser = /^tcp connection$|^(CONNECT|POST|GET) (https?:\/\/)?[a-z.]*(google|googleapis|gstatic)\.com\b/;
  assert.deepEqual(listener.seen.filter((line) => !ofTheBrowser.test(line)), []);
  assert.deepEqual(trouble, []);
});
