// Scenarios: turning assumptions, running them in the engine, keeping the ones that matter.
import { changesOf, type Control, controlsOf, decisionsOf, positionsOf, type ScenarioNews, type ScenarioRun, type ScenarioState, slidersOf } from "../state/scenario.ts";
import { engineTaken, type OpenClinic } from "../state/store.ts";
import { words } from "../words/index.ts";
import { attempt, type Context, report as tell, say } from "./context.ts";
import { exportScenarios } from "./files.ts";
import { stopForecast } from "./forecast.ts";
import { seek } from "./goal.ts";

/** Joint draws and replications of each: the Monte Carlo error is far below what draws differ by. */
const DRAWS = 15;
const RUNS = 40;
const FIRST_STEPS = 800;
const PLAN_STEPS = 120;
const LEVELS = 3;

/** Positions that instant estimates are fitted to, those that they are held against, and replications of each. */
const POSITIONS = 40;
const UNSEEN = 10;
const POSITION_RUNS = 8;

/** Answers the Scenarios view. */
export async function scenario(context: Context, news: ScenarioNews): Promise<void> {
  const { store } = context;
  const now = store.state.scenario;
  const { scenarios } = store.work;
  switch (news.kind) {
    case "turn":
      store.set({ scenario: unanswered({ ...now, draft: turned(context, news.id, news.value) }) });
      await guess(context);
      return;
    case "months":
      store.set({ scenario: unanswered({ ...now, months: news.months, instant: undefined, guess: undefined }) });
      return;
    case "approach":
      store.set({ scenario: unanswered({ ...now, approach: news.approach }) });
      return;
    case "reset":
      store.set({ scenario: unanswered({ ...now, draft: new Map(), approach: undefined }) });
      await guess(context);
      return;
    case "part":
      store.set({ scenario: { ...now, part: news.part } });
      return;
    case "goal":
      store.set({ scenario: { ...now, goal: { ...now.goal, question: { ...now.goal.question, ...news.patch } } } });
      return;
    case "seek":
      await seek(context);
      return;
    case "replan": {
      const draft = news.plan.values.reduce((draft, [id, value]) => turned(context, id, value, draft), now.draft);
      store.set({ scenario: { ...now, draft, goal: { ...now.goal, planned: news.plan } } });
      await run(context);
      return;
    }
    case "workbook":
      await exportScenarios(context);
      return;
    case "stop":
      context.runs.scenario?.abort();
      return;
    case "run":
      await run(context);
      return;
    case "prepare":
      await prepare(context);
      return;
    case "save": {
      if (!now.report || !now.reported) return;
      const approach = now.reportedApproach ? { approach: now.reportedApproach } : {};
      const saved = { name: news.name, values: [...now.reported], ...approach, report: now.report };
      const label = words.scenarios.saved(news.name);
      store.act(label, { scenarios: [...scenarios.filter((each) => each.name !== news.name), saved] }, { said: label, notice: { tone: "good", text: `${label}.`, undo: true, retry: false } });
      return;
    }
    case "remove": {
      const label = words.scenarios.removed(news.name);
      store.act(label, { scenarios: scenarios.filter((each) => each.name !== news.name) }, { said: label, notice: { tone: "note", text: `${label}.`, undo: true, retry: false } });
      return;
    }
    case "load": {
      const saved = scenarios.find((each) => each.name === news.name);
      if (!saved) return;
      const draft = new Map(saved.values);
      const { approach, report } = saved;
      const reported = { reported: draft, reportedApproach: approach, reportedMonths: report.months };
      store.set({ scenario: unanswered({ ...now, draft, approach, months: report.months, report, ...reported }) });
      say(context, words.scenarios.loaded(saved.name));
    }
  }
}

/** What was answered or planned for a goal belongs to the sliders as they stood. */
function unanswered(scenario: ScenarioState): ScenarioState {
  return { ...scenario, goal: { ...scenario.goal, answer: undefined, planned: undefined } };
}

function controlsNow(open: OpenClinic, now: ScenarioState): Control[] {
  return controlsOf(open.index.clinic, now.choices?.levers, now.draft);
}

function turned(context: Context, id: string, value: number, from = context.store.state.scenario.draft): ReadonlyMap<string, number> {
  const { open, scenario: now } = context.store.state;
  const draft = new Map(from);
  const control = open && controlsNow(open, now).find((each) => each.id === id);
  if (control?.start === value) draft.delete(id);
  else draft.set(id, value);
  return draft;
}

/** What can be chosen for this clinic, unless that is known. */
export async function loadChoices(context: Context): Promise<void> {
  const { store, engine } = context;
  const { open } = store.state;
  if (!open || store.state.scenario.choices) return;
  await attempt(context, async () => {
    const choices = await engine.call("levers", {});
    if (store.state.open === open) store.set({ scenario: { ...store.state.scenario, choices } });
  });
}

/** Plans the controls in many positions, so that turning one is estimated at once. */
async function prepare(context: Context): Promise<void> {
  const { store, engine } = context;
  const { open, scenario: now } = store.state;
  if (!open || now.approach || engineTaken(store.state)) return;
  const { months } = now;
  const controls = controlsNow(open, now);
  stopForecast(context);
  context.runs.scenario = new AbortController();
  const preparing = (preparing: ScenarioRun | undefined): void => store.set({ scenario: { ...store.state.scenario, preparing } });
  preparing({ step: 0, steps: 1, draws: 0, ofDraws: POSITIONS + UNSEEN });
  try {
    const { reply } = await engine.run(
      "surface",
      { changes: slidersOf(controls), months, points: POSITIONS, unseen: UNSEEN, runs: POSITION_RUNS, levels: LEVELS, first_steps: FIRST_STEPS, plan_steps: PLAN_STEPS },
      { signal: context.runs.scenario.signal, progress: ({ step, steps, news }) => preparing({ step, steps, draws: news.draws, ofDraws: news.of_draws }) },
    );
    // A surface through part of the positions would miss by more than it says.
    if (!reply.complete || store.state.open !== open || store.state.scenario.months !== months) return;
    const check = reply.checks.find(({ id }) => id === "net_cents");
    const instant = { surface: reply.surface, controls: controls.map(({ id }) => id), months, missed: check?.rmse, unseen: reply.unseen };
    store.set({ scenario: { ...store.state.scenario, instant }, said: words.scenarios.prepared });
    await guess(context);
  } catch (error) {
    tell(context, error);
  } finally {
    context.runs.scenario = undefined;
    preparing(undefined);
  }
}

/** What the surface says of the draft, if there is one. */
async function guess(context: Context): Promise<void> {
  const { store, engine } = context;
  const { open, scenario: now } = store.state;
  const { instant, draft } = now;
  if (!open || !instant) return;
  const values = positionsOf(instant, controlsNow(open, now), draft);
  await attempt(context, async () => {
    const estimates = values ? (await engine.call("estimate", { surface: instant.surface, values })).estimates : [];
    // A later turn has its own answer.
    if (store.state.scenario.draft !== draft || store.state.scenario.instant !== instant) return;
    store.set({ scenario: { ...store.state.scenario, guess: estimates.find(({ id }) => id === "net_cents") ?? "beyond" } });
  });
}

/** Runs the draft. Nothing is replaced before the result is there. */
export async function run(context: Context): Promise<void> {
  const { store, engine } = context;
  const { open, scenario: now } = store.state;
  if (!open || engineTaken(store.state)) return;
  const { draft, months, approach } = now;
  stopForecast(context);
  context.runs.scenario = new AbortController();
  store.set({ scenario: { ...now, running: { step: 0, steps: 1, draws: 0, ofDraws: DRAWS } } });
  try {
    const { reply } = await engine.run(
      "scenario",
      {
        ...(approach ? { template: approach.template, ...(approach.phased ? { rollout: {} } : {}) } : {}),
        changes: changesOf(decisionsOf(controlsNow(open, now), approach), draft),
        months, draws: DRAWS, runs: RUNS, levels: LEVELS, first_steps: FIRST_STEPS, plan_steps: PLAN_STEPS, drivers: true,
      },
      {
        signal: context.runs.scenario.signal,
        progress: ({ step, steps, news }) =>
          store.set({ scenario: { ...store.state.scenario, running: { step, steps, draws: news.draws, ofDraws: news.of_draws, net: news.net_cents, quick: news.quick } } }),
      },
    );
    if (store.state.open !== open) return;
    store.set({
      scenario: { ...store.state.scenario, report: reply, reported: draft, reportedMonths: months, reportedApproach: approach, running: undefined },
      said: words.scenarios.done,
    });
  } catch (error) {
    tell(context, error);
  } finally {
    context.runs.scenario = undefined;
    store.set({ scenario: { ...store.state.scenario, running: undefined } });
  }
}
