// The page starts from a server and from the disk, with its engine in a worker, without a word of complaint.
import assert from "node:assert/strict";
import { test } from "node:test";
import { engine, launch, openPlanner } from "./support/page.mjs";
import { origins } from "./support/server.mjs";

test("the page starts, wherever it is opened from", async (t) => {
  const browser = await launch(t);
  const { list, asked } = await origins(t);
  for (const { name, url } of list) {
    await t.test(name, async (t) => {
      const { app, page, trouble } = await openPlanner(t, { browser, url });
      assert.equal(await page.title(), "Rosterwell");
      const { summary } = await (await engine(page)).run("sample", { kind: "addiction_treatment", clinicians: 4 });
      assert.equal(summary.synthetic, true);
      assert.ok(summary.sessions > 20, `${summary.sessions} sessions`);
      assert.ok(await app.getByText(/no real patients/i).first().isVisible(), "invented data is not marked");
      assert.deepEqual(trouble, []);
    });
  }
  await t.test("nothing but the page itself was asked for", () => assert.deepEqual(asked, ["GET /"]));
});

test("the page lives in a jail", async (t) => {
  const { app, page } = await openPlanner(t);
  assert.equal(await page.evaluate(() => document.scripts.length), 1, "the shell runs one script, which keeps ciphertext");
  const seen = await app.evaluate(async () => {
    const stopped = (work) => {
      try {
        work();
        return false;
      } catch {
        return true;
      }
    };
    // Code that a debugger runs may make code from text; code that runs later on its own may not.
    const code = new Promise((resolve) => {
      setTimeout(() => resolve(stopped(() => new Function("return 1")())));
    });
    const frame = document.body.appendChild(document.createElement("iframe"));
    return {
      origin: self.origin,
      storage: stopped(() => localStorage.length),
      cookies: stopped(() => document.cookie),
      markup: stopped(() => (document.createElement("p").innerHTML = "<b>x</b>")),
      code: await code,
      peers: typeof RTCPeerConnection,
      peersOfAFreshFrame: stopped(() => frame.contentWindow.RTCPeerConnection),
    };
  });
  assert.deepEqual(seen, {
    origin: "null",
    storage: true,
    cookies: true,
    markup: true,
    code: true,
    peers: "undefined",
    peersOfAFreshFrame: true,
  });
});

test("a script that is not the page's own does not run", async (t) => {
  const { app, trouble } = await openPlanner(t);
  const ran = await app.evaluate(async () => {
    const script = document.createElement("script");
    try {
      script.append("globalThis.injected = true");
      document.body.append(script);
    } catch {
      return "refused";
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
    return globalThis.injected ?? "ignored";
  });
  assert.ok(ran === "refused" || ran === "ignored", String(ran));
  assert.ok(trouble.some((line) => /policy|TrustedScript|Content Security Policy/.test(line)), trouble.join("\n"));
});

test("the policy allows nothing unsafe but wasm", async (t) => {
  const { app, page } = await openPlanner(t);
  const read = () => document.querySelector("meta[http-equiv=Content-Security-Policy]").content;
  for (const policy of [await page.evaluate(read), await app.evaluate(read)]) {
    assert.deepEqual(policy.match(/'unsafe[^']*'|'wasm-unsafe[^']*'/g), ["'wasm-unsafe-eval'"]);
    assert.match(policy, /default-src 'none'/);
    assert.match(policy, /connect-src 'none'/);
    assert.doesNotMatch(policy, /https?:|\*|'self'/);
  }
});
