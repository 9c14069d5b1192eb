// The smallest staffing that meets targets: a search that can be watched and stopped.
import { hireId, isHire } from "../state/scenario.ts";
import { type StaffingNews, staffingRequest, type StaffingState } from "../state/staffing.ts";
import { engineTaken } from "../state/store.ts";
import { words } from "../words/index.ts";
import { type Context, report, say } from "./context.ts";
import { stopForecast } from "./forecast.ts";

/** Answers the part of the Scenarios view that looks for a staffing. */
export async function staffing(context: Context, news: StaffingNews): Promise<void> {
  const { store } = context;
  const now = store.state.staffing;
  switch (news.kind) {
    case "draft":
      store.set({ staffing: { ...now, draft: { ...now.draft, ...news.patch } } });
      return;
    case "stop":
      context.runs.staffing?.abort();
      return;
    case "run":
      await run(context);
      return;
    case "try": {
      const hires = (now.report?.best ?? now.report?.today)?.hires ?? [];
      const { open } = store.state;
      if (!open) return;
      const draft = new Map([...store.state.scenario.draft].filter(([id]) => !isHire(id)));
      for (const { discipline, fte } of hires) draft.set(hireId(open.index.clinic, discipline), fte);
      if (now.asked && now.asked.demand !== 0) draft.set("demand", now.asked.demand);
      const goal = { ...store.state.scenario.goal, answer: undefined, planned: undefined };
      store.set({ scenario: { ...store.state.scenario, draft, part: "run", guess: undefined, goal } });
    }
  }
}

async function run(context: Context): Promise<void> {
  const { store, engine } = context;
  const { open, staffing: now } = store.state;
  const asked = now.draft;
  const request = staffingRequest(asked);
  if (!open || !request || context.runs.staffing || engineTaken(store.state)) return;
  stopForecast(context);
  const own = new AbortController();
  context.runs.staffing = own;
  const set = (patch: Partial<StaffingState>): void => store.set({ staffing: { ...store.state.staffing, ...patch } });
  set({ running: { step: 0, steps: 1, plans: 0, fte: 0 } });
  try {
    const { reply } = await engine.run(
      "staffing",
      request,
      { signal: own.signal, progress: ({ step, steps, news }) => set({ running: { step, steps, plans: news.plans, fte: news.fte } }) },
    );
    if (store.state.open !== open) return;
    set({ report: reply, asked });
    say(context, reply.reached ? words.staffing.done : words.staffing.none);
  } catch (error) {
    report(context, error);
  } finally {
    context.runs.staffing = undefined;
    set({ running: undefined });
  }
}
