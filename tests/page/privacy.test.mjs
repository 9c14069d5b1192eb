// The Privacy view: what it counts, the request that it lets the user try, and what this copy says of itself.
import assert from "node:assert/strict";
import { test } from "node:test";
import { holds } from "./support/invariants.mjs";
import { go, launch, look, openPlanner } from "./support/page.mjs";
import { origins } from "./support/server.mjs";

test("the Privacy view lets the user see a request refused", async (t) => {
  const browser = await launch(t);
  const { list } = await origins(t);
  for (const { name, url } of list) {
    await t.test(name, async (t) => {
      const { app, trouble } = await openPlanner(t, { browser, url });
      await go(app, "Privacy");
      const { self, refused } = await look(app, "state.privacy");
      assert.equal(self.mode, name === "file" ? "file" : "hosted");
      assert.match(self.version, /^\d+\.\d+\.\d+$/);
      assert.match(self.build, /^[0-9a-f]{64}$/);
      assert.ok(self.policy.includes("connect-src 'none'"), self.policy.join("; "));
      assert.equal(refused, 0);
      const view = app.locator("rw-view-privacy");
      await view.getByText(self.build).waitFor();
      assert.deepEqual(trouble, []);

      await view.getByRole("button", { name: "Try to send something" }).click();
      await view.locator(".outcome").getByText("Refused by the browser, before anything was sent: connect-src forbids it.").waitFor();
      await view.getByText("1 attempt of this page was refused by the browser.").waitFor();
      assert.equal((await view.locator(".count").innerText()).trim(), "0", "what was refused did not go out");
      await holds(app, "privacy", { focused: true });
    });
  }
});
