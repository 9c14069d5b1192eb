// What must hold after every step, whatever the step was.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const axeSource = readFileSync(createRequire(new URL("../../../www/package.json", import.meta.url)).resolve("axe-core/axe.min.js"), "utf8");

/** Accessibility findings of axe-core for WCAG 2.2 AA, as readable lines. */
export async function axe(app) {
  await app.evaluate(axeSource);
  return app.evaluate(async () => {
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    const { violations } = await globalThis.axe.run(document, { runOnly: { type: "tag", values: tags } });
    return violations.flatMap((violation) =>
      violation.nodes.slice(0, 3).map((node) => `${violation.id}: ${violation.help} at ${node.target.flat().join(" ")} (${node.failureSummary})`),
    );
  });
}

/** How the page stands: sideways scrolling, tab stops of the board, where the focus is, targets that are too small. */
export function standing(app) {
  return app.evaluate(() => {
    const all = (root, found = []) => {
      for (const element of root.querySelectorAll("*")) {
        found.push(element);
        if (element.shadowRoot) all(element.shadowRoot, found);
      }
      return found;
    };
    const elements = all(document);
    const stops = elements
      .filter((element) => element.getAttribute("role") === "grid")
      .map((grid) => [...grid.querySelectorAll("*")].filter((element) => element.tabIndex >= 0).length);
    let focus = document.activeElement;
    while (focus?.shadowRoot?.activeElement) focus = focus.shadowRoot.activeElement;
    const small = elements
      .filter((element) => element.matches("button, input:not([type=range]), select, summary") && !element.closest("[role=grid]"))
      .filter((element) => {
        const box = element.getBoundingClientRect();
        const inLabel = element.closest("label")?.getBoundingClientRect();
        const height = Math.max(box.height, inLabel?.height ?? 0);
        return box.width > 1 && height > 1 && height < 23.5 && getComputedStyle(element).visibility === "visible";
      })
      .map((element) => `${element.tagName} ${element.textContent.trim().slice(0, 30)} ${element.getBoundingClientRect().height}`);
    return {
      overflow: document.documentElement.scrollWidth - innerWidth,
      stops,
      focus: focus?.localName ?? "none",
      small,
    };
  });
}

/** Asserts all of it. `focused`: the last step was a deed of the user, so the focus is on something. */
export async function holds(app, step, { focused = false, quick = false } = {}) {
  const now = await standing(app);
  assert.ok(now.overflow <= 0, `${step}: ${now.overflow} px wider than the window`);
  assert.ok(now.stops.every((count) => count === 1), `${step}: tab stops of grids: ${now.stops}`);
  assert.deepEqual(now.small, [], `${step}: targets below 24 px`);
  if (focused) assert.notEqual(now.focus, "body", `${step}: the focus fell on the body`);
  if (!quick) assert.deepEqual(await axe(app), [], `${step}: accessibility`);
}
