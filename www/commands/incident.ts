// Something has happened: proposals of how to go on, with as few changes as possible. Taking one tells the clinic what has
// happened and puts the proposal's plan on the board, as one action.
import { answers, eventOf, eventsOf, firstDraft, type IncidentNews, type IncidentState, NO_INCIDENT } from "../state/incident.ts";
import { engineTaken } from "../state/store.ts";
import { words } from "../words/index.ts";
import { amend } from "./amend.ts";
import { type Context, report, say } from "./context.ts";
import { stopForecast } from "./forecast.ts";
import { beforeOf } from "./plan.ts";

/** Proposals that are asked for. */
const PROPOSALS = 3;

/** Answers the Schedule view. */
export async function incident(context: Context, news: IncidentNews): Promise<void> {
  const { store } = context;
  const { open, board, incident: now } = store.state;
  const set = (patch: Partial<IncidentState>): void => store.set({ incident: { ...store.state.incident, ...patch } });
  switch (news.kind) {
    case "open":
      if (!open || now.draft) return;
      store.set({ incident: { ...NO_INCIDENT, draft: firstDraft(open.index, board.day) }, board: { ...board, selected: undefined } });
      await context.planner.focusPart("changes");
      return;
    case "draft":
      if (!now.running) set({ draft: news.draft });
      return;
    case "more":
      if (open && now.draft && !now.running) set({ events: [...now.events, eventOf(now.draft)], draft: { ...firstDraft(open.index, board.day), now: now.draft.now } });
      return;
    case "less":
      if (!now.running) set({ events: now.events.filter((_, at) => at !== news.at) });
      return;
    case "run":
      await run(context);
      return;
    case "stop":
      context.runs.incident?.abort();
      return;
    case "accept":
      await accept(context, news.proposal);
      return;
    case "close":
      context.runs.incident?.abort();
      store.set({ incident: NO_INCIDENT });
      if (now.result) say(context, words.incident.closed);
      await context.planner.focusPart("changes");
  }
}

async function run(context: Context): Promise<void> {
  const { store, engine } = context;
  const { open, incident: asked } = store.state;
  const { plan, locks } = store.work;
  if (!open || !plan || !asked.draft || context.runs.incident || engineTaken(store.state)) return;
  stopForecast(context);
  const own = new AbortController();
  context.runs.incident = own;
  const set = (patch: Partial<IncidentState>): void => store.set({ incident: { ...store.state.incident, ...patch } });
  set({ running: { step: 0, steps: 1, found: 0 }, result: undefined });
  const { now } = asked.draft;
  const events = eventsOf(asked);
  const placed = new Set(plan.sessions.filter((session) => session.place).map((session) => session.session));
  try {
    const { reply, stopped } = await engine.run(
      "repair",
      { plan, now, events, locks: locks.filter((key) => placed.has(key)), proposals: PROPOSALS },
      { signal: own.signal, progress: ({ step, steps, news }) => set({ running: { step, steps, found: news.proposals } }) },
    );
    if (store.state.open !== open || !store.state.incident.draft) {
      set({ running: undefined });
      return;
    }
    set({ running: undefined, result: { now, events, reply, stopped, plan, clinic: open.index } });
    say(context, words.incident.found(reply.proposals.length, reply.affected.length));
  } catch (error) {
    set({ running: undefined });
    report(context, error);
  } finally {
    context.runs.incident = undefined;
  }
}

async function accept(context: Context, at: number): Promise<void> {
  const { store } = context;
  const { open, incident: now } = store.state;
  const { result } = now;
  const { work } = store;
  if (!open || !result || !answers(result, now, work.plan, open.index)) return;
  const proposal = result.reply.proposals[at];
  const actions = [...result.reply.actions, ...(proposal?.actions ?? [])];
  await amend(context, actions, words.incident.taken(proposal?.moves.length ?? 0), {
    plan: proposal?.plan ?? work.plan,
    stage: proposal ? "proposal" : work.stage,
    before: proposal ? beforeOf(work) : work.before,
  });
  store.set({ incident: NO_INCIDENT, board: { ...store.state.board, panel: "changes" } });
  await context.planner.focusPart("changes");
}
