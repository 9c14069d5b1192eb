// What the schedule asks of people: asked once a plan, and again when people are to be shown one by one.
import type { WorkloadNews, WorkloadState } from "../state/workload.ts";
import { attempt, type Context } from "./context.ts";

/** Answers the Workload view. */
export async function workload(context: Context, news: WorkloadNews): Promise<void> {
  const { store } = context;
  if (news.kind === "people") store.set({ workload: { ...store.state.workload, people: news.on } });
  await loadWorkload(context);
}

/** What the plan on the board asks, unless that is known. */
export async function loadWorkload(context: Context): Promise<void> {
  const { store, engine } = context;
  const { open, workload: now } = store.state;
  const plan = store.work.plan;
  const { people, report: known } = now;
  if (!open || !plan || (now.plan === plan && known && (!people || known.clinicians.length > 0))) return;
  const set = (patch: Partial<WorkloadState>): void => store.set({ workload: { ...store.state.workload, ...patch } });
  set(now.plan === plan ? { running: true } : { plan, report: undefined, running: true });
  const current = (): boolean => store.state.workload.plan === plan && store.state.workload.people === people;
  await attempt(context, async () => {
    const report = await engine.call("workload", { plan, clinicians: people ? ["*"] : [] });
    if (current()) set({ report });
  });
  if (current()) set({ running: false });
}
