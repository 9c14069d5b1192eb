// The same work by keyboard alone: the board has one tab stop, every command has a key, the focus is never lost.
import assert from "node:assert/strict";
import { test } from "node:test";
import { holds } from "./support/invariants.mjs";
import { look, openPlanner, until } from "./support/page.mjs";

/** What has the focus: session key and label of it. */
const focused = (app) =>
  app.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return { tag: element?.localName, session: element?.dataset?.session, label: element?.getAttribute("aria-label") ?? element?.textContent?.trim() };
  });

async function tabTo(page, app, wanted, what, key = "Tab") {
  for (let step = 0; step < 60; step += 1) {
    await page.keyboard.press(key);
    if (wanted(await focused(app))) return;
  }
  assert.fail(`Tab never reached ${what}`);
}

test("the board by keyboard", async (t) => {
  const { app, page, trouble } = await openPlanner(t, { complete: true });
  await app.locator("rw-schedule .block").first().waitFor();

  await t.test("one Tab enters the board, one leaves it", async () => {
    await app.locator("body").click({ position: { x: 3, y: 3 } });
    await tabTo(page, app, (now) => now.session !== undefined, "a session");
    const first = await focused(app);
    await page.keyboard.press("Tab");
    assert.equal((await focused(app)).session, undefined, "the next Tab is outside");
    await page.keyboard.press("Shift+Tab");
    assert.equal((await focused(app)).session, first.session, "and back on the same session");
  });

  await t.test("arrows, Home, End and brackets walk", async () => {
    const start = await focused(app);
    await page.keyboard.press("End");
    const last = await focused(app);
    await page.keyboard.press("Home");
    assert.equal((await focused(app)).session, start.session);
    await page.keyboard.press("ArrowRight");
    assert.notEqual((await focused(app)).session, start.session);
    assert.ok(last.session);
    await page.keyboard.press("Control+End");
    await holds(app, "last row", { focused: true, quick: true });
    await page.keyboard.press("Control+Home");
    const day = await look(app, "state.board.day");
    await page.keyboard.press("]");
    await until(() => look(app, `state.board.day === ${day + 1}`), "the next day");
    await holds(app, "next day", { focused: true, quick: true });
    await page.keyboard.press("[");
    await until(() => look(app, `state.board.day === ${day}`), "the day before");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await holds(app, "two rows down", { focused: true, quick: true });
  });

  await t.test("Enter goes into the panel, Escape and Close lead back", async () => {
    const { session } = await focused(app);
    assert.ok(session, "a session has the focus");
    await page.keyboard.press("Enter");
    await until(async () => (await focused(app)).tag === "h2", "the panel has the focus");
    await until(() => look(app, "state.insight?.explain !== undefined"), "the panel is filled");
    assert.equal((await focused(app)).tag, "h2", "what arrives later takes no focus");
    await holds(app, "panel", { focused: true });
    await page.keyboard.press("Escape");
    await until(async () => (await focused(app)).session === session, "Escape leads back to the session");
    await page.keyboard.press("m");
    await until(async () => (await focused(app)).tag === "select", "the form has the focus");
    await page.keyboard.press("Escape");
    await until(async () => /^Move to/.test((await focused(app)).label ?? ""), "the form is closed first");
    await tabTo(page, app, (now) => now.label === "Close session", "Close session", "Shift+Tab");
    await page.keyboard.press("Enter");
    await until(async () => (await focused(app)).session === session, "Close leads back too");
    assert.equal(await look(app, "state.board.selected ?? null"), null);
  });

  await t.test("a session opened from a list of findings leads back to the list", async () => {
    await app.locator("rw-problems summary").first().focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    const { label } = await focused(app);
    await page.keyboard.press("Enter");
    await until(async () => (await focused(app)).tag === "h2", "the panel has the focus");
    await page.keyboard.press("Escape");
    await until(async () => (await focused(app)).label === label, "back in the list");
    await app.locator('rw-schedule .body [tabindex="0"]').focus();
  });

  await t.test("Optimize, then Enter, L, U and Alt+arrows on a session", async () => {
    await app.getByRole("button", { name: "Optimize week" }).focus();
    await page.keyboard.press("Enter");
    await until(() => look(app, "state.solve === undefined && state.outcome !== undefined"), "the proposal", 120_000);
    await holds(app, "after the run", { focused: true, quick: true });
    await tabTo(page, app, (now) => now.label === "Keep this plan", "Keep this plan");
    await page.keyboard.press("Enter");
    assert.equal(await look(app, "state.history.value.stage"), "kept");

    await app.locator('rw-schedule .body [tabindex="0"]').focus();
    for (let step = 0; step < 30 && !(await focused(app)).session; step += 1) await page.keyboard.press("ArrowDown");
    const { session } = await focused(app);
    assert.ok(session, "a session has the focus");
    await page.keyboard.press("l");
    assert.deepEqual(await look(app, "state.history.value.locks"), [session]);
    await page.keyboard.press("Alt+ArrowRight");
    await until(() => look(app, "/locked/.test(state.said)"), "a locked session refuses");
    await page.keyboard.press("l");
    assert.deepEqual(await look(app, "state.history.value.locks"), []);
    const plan = await look(app, "state.history.past.length");
    await page.keyboard.press("u");
    await until(() => look(app, `state.history.past.length === ${plan + 1}`), "it is taken out");
    assert.equal(await look(app, `state.history.value.plan.sessions.find((each) => each.session === ${JSON.stringify(session)}).place ?? null`), null);
    await holds(app, "taken out", { focused: true, quick: true });
    await page.keyboard.press("Control+z");
    await until(() => look(app, `state.history.past.length === ${plan}`), "undone");
    await holds(app, "undone", { focused: true });
  });

  await t.test("a move that clashes is refused with other places, one that does not is made", async () => {
    let made = 0;
    let refused = 0;
    await app.locator('rw-schedule .body [tabindex="0"]').focus();
    while (await look(app, "state.board.day > state.open.index.firstDay")) await page.keyboard.press("[");
    const tryMove = async (key) => {
      const before = await look(app, "state.history.past.length");
      // Every answer brings a notice of its own; a key that leads off the board brings none.
      await look(app, "state.notice && Object.assign(state.notice, { seen: true }) && undefined");
      await page.keyboard.press(key);
      await until(() => look(app, "state.notice !== undefined && !state.notice.seen"), "the move is answered", 2_000).catch(() => {});
      const after = await look(app, "({ plan: state.history.past.length, refused: state.insight?.refused?.length ?? 0 })");
      if (after.plan > before) made += 1;
      else if (after.refused > 0) refused += 1;
      assert.ok((await focused(app)).tag !== "body", "the focus stays");
    };
    // Every session of a day, row by row, later, earlier and to the next row, until both answers have been seen.
    const seen = () => made > 0 && refused > 0;
    for (let day = 0; day < 5 && !seen(); day += 1) {
      for (let row = 0; row < 24 && !seen(); row += 1) {
        await page.keyboard.press("Home");
        for (let at = 0; at < 4 && !seen(); at += 1) {
          const { session, label } = await focused(app);
          if (session === undefined) break;
          // Groups have too many who would have to be free.
          for (const key of label.startsWith("Group") ? [] : ["Alt+ArrowRight", "Alt+ArrowLeft", "Alt+ArrowDown"]) if (!seen()) await tryMove(key);
          await page.keyboard.press("ArrowRight");
        }
        await page.keyboard.press("ArrowDown");
      }
      if (seen()) break;
      await page.keyboard.press("Control+Home");
      await page.keyboard.press("]");
    }
    assert.ok(made > 0, "some move is made");
    assert.ok(refused > 0, "some move is refused");
    assert.deepEqual(await look(app, "state.shown.violations.length"), 0, "no move has broken a rule");
  });
  await t.test("the pointer drags with a ghost, Escape cancels, a drop is answered", async () => {
    const block = app.locator("rw-schedule .block:not(.tiny)").first();
    await block.scrollIntoViewIfNeeded();
    const box = await block.boundingBox();
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const steps = await look(app, "state.history.past.length");
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 60, y, { steps: 4 });
    await app.locator("rw-schedule .drag").waitFor();
    await page.keyboard.press("Escape");
    await until(async () => (await app.locator("rw-schedule .drag").count()) === 0, "the ghost is gone");
    await page.mouse.up();
    assert.equal(await look(app, "state.history.past.length"), steps, "nothing has moved");
    const said = await look(app, "state.said");
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 90, y, { steps: 4 });
    await page.mouse.up();
    await until(() => look(app, `state.said !== ${JSON.stringify(said)}`), "the drop is answered", 10_000);
    assert.deepEqual(await look(app, "state.shown.violations.length"), 0);
  });
  assert.deepEqual(trouble, []);
});
