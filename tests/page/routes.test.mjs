// The routes of home visits: on a plain map and in words, as the engine counts them, for the plan on the board.
import assert from "node:assert/strict";
import { test } from "node:test";
import { holds } from "./support/invariants.mjs";
import { engine, go, launch, look, openPlanner, shown, until } from "./support/page.mjs";

const routes = (app) => app.locator("rw-routes");
const mode = (app, name) => app.getByRole("group", { name: "Day or week" }).getByRole("button", { name, exact: true });
const SAMPLE = { kind: "home_health", clinicians: 6, seed: 5 };

test("routes", async (t) => {
  const browser = await launch(t);
  const { app, page, trouble } = await openPlanner(t, { browser, complete: true });

  await t.test("are not offered where nobody is on the way", async () => {
    await go(app, "Schedule");
    assert.equal(await mode(app, "Week").count(), 1);
    const visits = await look(app, `state.history.value.plan.sessions.some((session) => session.place?.modality === "home")`);
    assert.equal(await mode(app, "Routes").count(), visits ? 1 : 0);
  });

  await app.evaluate((detail) => document.querySelector("rw-planner").dispatchEvent(new CustomEvent("rw-sample", { detail })), SAMPLE);
  await until(() => look(app, `state.open?.index.clinic.settings.kind !== undefined || state.open?.index.clinic.clinicians.length === 6`), "the agency is open");
  await until(() => look(app, "state.base?.indicators !== undefined"), "it is counted");

  await t.test("are those of the engine, for the plan and day on the board", async () => {
    await mode(app, "Routes").click();
    await until(() => look(app, "state.routes.reply !== undefined"), "the routes are known");
    const own = await engine(page);
    await own.run("sample", SAMPLE);
    const [plan, day] = [await look(app, "state.history.value.plan"), await look(app, "state.routes.reply.day")];
    const reply = await look(app, "state.routes.reply");
    assert.deepEqual(await own.run("routes", { plan, day }), reply);
    assert.ok(reply.routes.length > 1 && reply.routes.some((route) => route.way_min > 0));
    assert.equal(await routes(app).locator("div.route").count(), reply.routes.length);
    const open = reply.routes.reduce((most, route) => (route.way_min > most.way_min ? route : most));
    assert.equal(await routes(app).getByRole("listitem").filter({ has: app.getByRole("button") }).count(), open.stops.length);
    assert.doesNotMatch(await shown(routes(app)), /`|NaN|undefined|-0\b/);
    await holds(app, "routes", { focused: true });
  });

  await t.test("another clinician's route is opened, and a stop opens its session", async () => {
    const names = await routes(app).locator("div.route > button").evaluateAll((buttons) => buttons.map((button) => button.getAttribute("aria-expanded")));
    const other = names.indexOf("false");
    const button = routes(app).locator("div.route > button").nth(other);
    await button.click();
    assert.equal(await button.getAttribute("aria-expanded"), "true");
    assert.equal(await routes(app).locator('[aria-expanded="true"]').count(), 1 + (await routes(app).locator("rw-route-map [aria-expanded=true]").count()));
    await routes(app).locator("ol li button").first().click();
    const selected = await look(app, "state.board.selected");
    assert.equal(selected, await look(app, `state.routes.reply.routes[${other}].stops[0].session`));
    await app.locator("rw-session").getByRole("button", { name: "Close" }).click();
    assert.equal(await look(app, "state.board.mode"), "routes");
  });

  await t.test("the map has its places as a table too", async () => {
    await routes(app).getByRole("button", { name: /as table/i }).click();
    assert.equal(await routes(app).locator("rw-route-map tbody tr").count(), await look(app, "state.routes.reply.places.length"));
    await holds(app, "the map as a table");
  });

  await t.test("follow the plan", async () => {
    const before = await look(app, "state.routes.plan.hash");
    await app.getByRole("button", { name: "Optimize week" }).click();
    await until(() => look(app, `!state.solve && state.history.value.stage === "proposal"`), "a proposal", 120_000);
    await until(() => look(app, `state.routes.plan.hash !== "${before}" && state.routes.plan === state.history.value.plan`), "its routes");
  });

  assert.deepEqual(trouble, []);
});
