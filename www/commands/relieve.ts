// Relieving a clinician: a run with the cap that can be stopped; accepting it changes the clinic and the plan at once.
import { type ReliefNews, type ReliefQuestion, type ReliefState, weekMinutes } from "../state/relief.ts";
import { nameOf } from "../state/describe.ts";
import { engineTaken } from "../state/store.ts";
import { words } from "../words/index.ts";
import { amend } from "./amend.ts";
import { type Context, report, say } from "./context.ts";
import { stopForecast } from "./forecast.ts";
import { beforeOf } from "./plan.ts";
import { loadWorkload } from "./workload.ts";

/** Answers the Workload view. */
export async function relief(context: Context, news: ReliefNews): Promise<void> {
  const { store } = context;
  const now = store.state.relief;
  switch (news.kind) {
    case "ask":
      if (!now.running) store.set({ relief: { ...now, asked: news.question } });
      return;
    case "run":
      await run(context, news.question);
      return;
    case "stop":
      context.runs.relief?.abort();
      return;
    case "accept":
      await accept(context);
      return;
    case "discard":
      context.runs.relief?.abort();
      store.set({ relief: { ...now, asked: undefined, result: undefined } });
      if (now.result) say(context, words.relief.discarded);
  }
}

async function run(context: Context, question: ReliefQuestion): Promise<void> {
  const { store, engine } = context;
  const { open } = store.state;
  const plan = store.work.plan;
  const contract = open?.index.clinicians.get(question.clinician)?.contract_week_min;
  if (!open || !plan || contract === undefined || context.runs.relief || engineTaken(store.state)) return;
  stopForecast(context);
  const own = new AbortController();
  context.runs.relief = own;
  const set = (patch: Partial<ReliefState>): void => store.set({ relief: { ...store.state.relief, ...patch } });
  set({ asked: question, running: { step: 0, steps: 1 }, result: undefined });
  try {
    const { reply, stopped } = await engine.run(
      "relieve",
      {
        clinician: question.clinician,
        week_min: weekMinutes(contract, question.percent),
        weeks: question.weeks,
        plan,
        others_may_move: question.others,
      },
      { signal: own.signal, progress: ({ step, steps }) => set({ running: { step, steps } }) },
    );
    if (store.state.open !== open) return;
    const { asked } = store.state.relief;
    // Discarded meanwhile: nobody waits for it any more.
    set(asked ? { running: undefined, result: { question, reply, stopped, plan, clinic: open.index } } : { running: undefined });
    if (asked) say(context, words.relief.title(nameOf(open.index, "clinician", question.clinician)));
  } catch (error) {
    set({ running: undefined });
    report(context, error);
  } finally {
    context.runs.relief = undefined;
  }
}

async function accept(context: Context): Promise<void> {
  const { store } = context;
  const { open, relief: now } = store.state;
  const { result } = now;
  const { work } = store;
  if (!open || !result || result.plan !== work.plan || result.clinic !== open.index) return;
  const name = nameOf(open.index, "clinician", result.question.clinician);
  const kept = work.stage === "proposal";
  await amend(context, [result.reply.accept], words.relief.accepted(name), {
    plan: result.reply.plan,
    stage: kept ? "proposal" : "kept",
    before: kept ? beforeOf(work) : undefined,
  });
  store.set({ relief: { asked: undefined, running: undefined, result: undefined } });
  await loadWorkload(context);
}
