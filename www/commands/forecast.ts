// Demand ahead: asking the engine, showing how far it is, stopping it.
import { type ForecastNews, isAnswered } from "../state/forecast.ts";
import { engineTaken, type State } from "../state/store.ts";
import { words } from "../words/index.ts";
import { type Context, report as tell } from "./context.ts";

/** Answers the Forecast view. */
export async function forecast(context: Context, news: ForecastNews): Promise<void> {
  const { store } = context;
  switch (news.kind) {
    case "ask":
      stopForecast(context);
      store.set({ forecast: { ...store.state.forecast, asked: news.question } });
      await enterForecast(context);
      return;
    case "run":
      await run(context);
      return;
    case "stop":
      stopForecast(context);
  }
}

/** Forecasts what is asked, unless that is answered. */
export async function enterForecast(context: Context): Promise<void> {
  if (!isAnswered(context.store.state.forecast)) await run(context);
}

/** Ends a forecast under way without a result: what needs the engine comes first. */
export function stopForecast(context: Context): void {
  context.runs.forecast?.abort();
  context.runs.forecast = undefined;
}

async function run(context: Context): Promise<void> {
  const { store, engine } = context;
  const { open } = store.state;
  if (!open || context.runs.forecast || engineTaken(store.state)) return;
  const { asked } = store.state.forecast;
  const own = new AbortController();
  context.runs.forecast = own;
  const set = (patch: Partial<State["forecast"]>): void => store.set({ forecast: { ...store.state.forecast, ...patch } });
  set({ running: { step: 0, steps: 1 }, stopped: false });
  try {
    const { reply, stopped } = await engine.run(
      "forecast",
      { horizon: asked.weeks, service_level: asked.level },
      { signal: own.signal, keep: false, progress: ({ step, steps }) => context.runs.forecast === own && set({ running: { step, steps } }) },
    );
    if (store.state.open !== open) return;
    if (context.runs.forecast !== own && context.runs.forecast !== undefined) return;
    if (stopped) set({ running: undefined, stopped: true });
    else {
      set({ report: reply.clinic ?? undefined, reported: asked, running: undefined });
      store.set({ said: words.forecast.done });
    }
  } catch (error) {
    set({ running: undefined, stopped: true });
    tell(context, error);
  } finally {
    if (context.runs.forecast === own) context.runs.forecast = undefined;
  }
}
