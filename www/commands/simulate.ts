// The simulator: living through the week of the open clinic, showing what the runs say as they end, stopping it.
import { POLICIES, type SimulatorNews, type SimulatorState } from "../state/simulator.ts";
import { engineTaken } from "../state/store.ts";
import { words } from "../words/index.ts";
import { type Context, report, say } from "./context.ts";
import { stopForecast } from "./forecast.ts";

/** Steps of the optimizer for a published week and for a repair: those of the measured table. */
const STEPS = 2_000;
const REPAIR_STEPS = 200;

/** Answers the Simulator view. */
export async function simulator(context: Context, news: SimulatorNews): Promise<void> {
  const { store } = context;
  switch (news.kind) {
    case "runs":
      store.set({ simulator: { ...store.state.simulator, runs: news.runs } });
      return;
    case "run":
      await run(context);
      return;
    case "stop":
      context.runs.simulate?.abort();
  }
}

async function run(context: Context): Promise<void> {
  const { store, engine } = context;
  const { open } = store.state;
  if (!open || context.runs.simulate || engineTaken(store.state)) return;
  stopForecast(context);
  const own = new AbortController();
  context.runs.simulate = own;
  const { runs } = store.state.simulator;
  const of = { clinic: open.index, runs };
  const set = (patch: Partial<SimulatorState>): void => store.set({ simulator: { ...store.state.simulator, ...patch } });
  // What was lived through before stays until there is something new.
  set({ running: { step: 0, steps: 1, runs, done: 0, policy: undefined, claims: [] } });
  try {
    const { reply } = await engine.run(
      "simulate",
      { policies: [...POLICIES], replications: runs, steps: STEPS, repair_steps: REPAIR_STEPS },
      {
        signal: own.signal,
        // Before the first run has ended there is nothing worth keeping.
        get keep() {
          return (store.state.simulator.running?.done ?? 0) > 0;
        },
        progress: ({ step, steps, news }) =>
          // What was lived through before stays until there is something new.
  set({ running: { step, steps, runs, done: news.replications, policy: news.policy ?? undefined, claims: news.claims } }),
      },
    );
    if (store.state.open !== open) return;
    // Null if it was stopped before anything was there.
    if ((reply as typeof reply | null) === null) return;
    set({ reply, of, running: undefined });
    say(context, words.simulator.done);
  } catch (error) {
    report(context, error);
  } finally {
    context.runs.simulate = undefined;
    set({ running: undefined });
  }
}
