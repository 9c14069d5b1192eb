// Words of another length and another direction: every view with each text 40 % longer and accented, and from right to left.
// Nothing scrolls sideways but what scrolls inside, and nothing is cut off.
import assert from "node:assert/strict";
import { test } from "node:test";
import { standing } from "./support/invariants.mjs";
import { launch, look, openPlanner, until } from "./support/page.mjs";

const VIEWS = [
  ["start", "true"], ["data", "state.quality.reply !== undefined && !state.quality.running"], ["triage", "state.triage.reply !== undefined"],
  ["schedule", "true"], ["kpis", "true"], ["attendance", "state.attendance.report !== undefined"], ["workload", "state.workload.report !== undefined"],
  ["pilot", "state.pilot.planned !== undefined"], ["forecast", "state.forecast.report !== undefined && !state.forecast.running"],
  ["simulator", "true"], ["governance", "!state.busy"], ["privacy", "true"],
  ["scenarios", "state.scenario.report !== undefined && !state.scenario.running"],
];

/** Goes to a view as the navigation does, whose words are no words any more. */
const goTo = (app, view) =>
  app.evaluate((view) => document.querySelector("rw-planner").dispatchEvent(new CustomEvent("rw-navigate", { detail: { view }, bubbles: true, composed: true })), view);

/** Makes every word of the page 40 % longer, with accents, but for names of the clinic on the board. */
function lengthen(app) {
  return app.evaluate(() => {
    const accents = { a: "á", e: "ë", i: "î", o: "ô", u: "ü", n: "ñ", c: "ç", A: "Å", E: "É", O: "Ø" };
    const longer = (word) => `${word.replaceAll(/[aeiouncAEO]/g, (letter) => accents[letter])}${"é".repeat(Math.ceil(word.length * 0.4))}`;
    const walk = (node) => {
      if (node.nodeType === Node.TEXT_NODE) {
        if (/\p{L}{2}/u.test(node.data) && !/[áéëîôüñçÅÉØ]/.test(node.data)) node.data = node.data.replaceAll(/\p{L}{2,}/gu, longer);
        return;
      }
      if (node.nodeType === Node.ELEMENT_NODE && node.matches("script, style, code, pre, .block")) return;
      if (node.shadowRoot) for (const child of node.shadowRoot.childNodes) walk(child);
      for (const child of node.childNodes) walk(child);
    };
    walk(document.body);
  });
}

/** What has more text than it shows and no way to scroll to it. Sessions on the board are cut on purpose: the panel has all of it. */
function cutOff(app) {
  return app.evaluate(() => {
    const found = [];
    const walk = (root) => {
      for (const element of root.querySelectorAll("*")) {
        if (element.shadowRoot) walk(element.shadowRoot);
        const style = getComputedStyle(element);
        const box = element.getBoundingClientRect();
        const own = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
        if (!own || box.width < 2 || box.height < 2 || element.closest("[role=grid], svg, select, .hidden-text") || style.visibility !== "visible") continue;
        const hides = (axis) => ["hidden", "clip"].includes(axis);
        if (hides(style.overflowX) && element.scrollWidth > element.clientWidth + 1) found.push(`${element.localName}.${element.className}: ${element.textContent.trim().slice(0, 40)}`);
        // Out of the window, and not inside anything that scrolls.
        let inside = element;
        while (inside && !["auto", "scroll", "hidden", "clip"].includes(getComputedStyle(inside).overflowX)) inside = inside.parentElement ?? inside.getRootNode().host;
        if (!inside && (box.right > innerWidth + 1 || box.left < -1)) found.push(`${element.localName}.${element.className} at ${Math.round(box.left)} to ${Math.round(box.right)}: ${element.textContent.trim().slice(0, 40)}`);
      }
    };
    walk(document.body);
    return found;
  });
}

async function stands(app, what) {
  const { overflow, small } = await standing(app);
  const cut = await cutOff(app);
  return [...(overflow > 0 ? [`${what}: ${overflow} px wider than the window`] : []), ...small.map((each) => `${what}: small: ${each}`), ...cut.map((each) => `${what}: cut off: ${each}`)];
}

test("longer words and the other direction fit every view", async (t) => {
  const browser = await launch(t);
  for (const width of [320, 1280]) {
    await t.test(`${width} px`, async (t) => {
      const { app, trouble } = await openPlanner(t, { browser, complete: true, viewport: { width, height: 900 } });
      const wrong = [];
      for (const [view, complete] of VIEWS) {
        await app.evaluate(() => document.documentElement.removeAttribute("dir"));
        await goTo(app, view);
        await until(() => look(app, `state.view === ${JSON.stringify(view)} && (${complete})`), view, 180_000);
        await app.evaluate(() => (document.documentElement.dir = "rtl"));
        await new Promise((resolve) => setTimeout(resolve, 300));
        wrong.push(...(await stands(app, `${view}, right to left`)));
        await app.evaluate(() => document.documentElement.removeAttribute("dir"));
        await lengthen(app);
        await new Promise((resolve) => setTimeout(resolve, 300));
        wrong.push(...(await stands(app, `${view}, longer`)));
      }
      assert.deepEqual(wrong, []);
      assert.deepEqual(trouble, []);
    });
  }
});
