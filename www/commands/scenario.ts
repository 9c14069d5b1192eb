// Scenarios: turning assumptions, running them in the engine, keeping the ones that matter.
import { changesOf, controlsOf, type ScenarioNews } from "../state/scenario.ts";
import { words } from "../words/en-US.ts";
import { type Context, report as tell, say } from "./context.ts";
import { stopForecast } from "./forecast.ts";

/** Joint draws and runs of each: enough for a stable range on a laptop within seconds. */
const DRAWS = 15;
const RUNS = 8;
const FIRST_STEPS = 800;
const PLAN_STEPS = 120;
const LEVELS = 3;

let running: AbortController | undefined;

/** Answers the Scenarios view. */
export async function scenario(context: Context, news: ScenarioNews): Promise<void> {
  const { store } = context;
  const now = store.state.scenario;
  const { scenarios } = store.work;
  switch (news.kind) {
    case "turn":
      store.set({ scenario: { ...now, draft: turned(context, news.id, news.value) } });
      return;
    case "months":
      store.set({ scenario: { ...now, months: news.months } });
      return;
    case "reset":
      store.set({ scenario: { ...now, draft: new Map() } });
      return;
    case "stop":
      running?.abort();
      return;
    case "run":
      await run(context);
      return;
    case "save": {
      if (!now.report || !now.reported) return;
      const saved = { name: news.name, values: [...now.reported], report: now.report };
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
      store.set({ scenario: { ...now, draft, reported: draft, report: saved.report, months: saved.report.months, reportedMonths: saved.report.months } });
      say(context, words.scenarios.loaded(saved.name));
    }
  }
}

function turned(context: Context, id: string, value: number): Map<string, number> {
  const { open, scenario: now } = context.store.state;
  const draft = new Map(now.draft);
  const control = open && controlsOf(open.index.clinic).find((each) => each.id === id);
  if (control?.start === value) draft.delete(id);
  else draft.set(id, value);
  return draft;
}

/** Runs the draft. Nothing is replaced before the result is there. */
export async function run(context: Context): Promise<void> {
  const { store, engine } = context;
  const { open, scenario: now, solve } = store.state;
  if (!open || now.running || solve) return;
  const { draft, months } = now;
  stopForecast();
  running = new AbortController();
  store.set({ scenario: { ...now, running: { step: 0, steps: 1, draws: 0, ofDraws: DRAWS } } });
  try {
    const { reply } = await engine.run(
      "scenario",
      {
        changes: changesOf(controlsOf(open.index.clinic), draft),
        months, draws: DRAWS, runs: RUNS, levels: LEVELS, first_steps: FIRST_STEPS, plan_steps: PLAN_STEPS,
      },
      {
        signal: running.signal,
        progress: ({ step, steps, news }) =>
          store.set({ scenario: { ...store.state.scenario, running: { step, steps, draws: news.draws, ofDraws: news.of_draws } } }),
      },
    );
    if (store.state.open !== open) return;
    store.set({
      scenario: { ...store.state.scenario, report: reply, reported: draft, reportedMonths: months, running: undefined },
      said: words.scenarios.done,
    });
  } catch (error) {
    tell(context, error);
  } finally {
    running = undefined;
    store.set({ scenario: { ...store.state.scenario, running: undefined } });
  }
}
