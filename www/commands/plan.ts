// The optimizer's run: start, progress, stop, and what becomes of its proposal.
import type { PlanReply } from "../engine/operations.ts";
import type { PlanDocument } from "../engine/types.ts";
import { workersFor } from "../engine/team.ts";
import { dayNumber } from "../format.ts";
import { differences, unplaced } from "../state/plan.ts";
import type { Outcome, Work } from "../state/store.ts";
import { words } from "../words/index.ts";
import { analyze } from "./analyze.ts";
import { stopForecast } from "./forecast.ts";
import { attempt, type Context, report, say } from "./context.ts";

/** Looks for a better plan, beginning with the one on the board; undefined if there was nothing to do it with, or it failed. */
export async function optimize(context: Context): Promise<Outcome | undefined> {
  const { store, team } = context;
  const { open, solve } = store.state;
  const from = store.work.plan;
  if (!open || !from || solve) return undefined;
  let outcome: Outcome | undefined;
  stopForecast(context);
  context.runs.plan = new AbortController();
  const workers = workersFor(navigator, from.sessions.length);
  store.set({
    solve: { step: 0, steps: 1, unplaced: unplaced(from).length, costs: [], workers, rate: 0, best: undefined },
    notice: undefined,
    outcome: undefined,
    said: words.solve.first,
  });
  try {
    const { reply, stopped } = await team.plan(
      { start: from === open.published ? "published" : { plan: from }, locks: placedLocks(store.work), workers },
      open.index.clinic,
      {
        signal: context.runs.plan.signal,
        progress: ({ step, steps, rate, news }) => {
          const last = store.state.solve;
          if (!last) return;
          const said = news.best ? words.solve.improving(news.unplaced) : store.state.said;
          const { unplaced, costs } = news;
          store.set({ solve: { step, steps, unplaced, costs, workers, rate, best: news.best ?? last.best }, said });
        },
      },
    );
    outcome = propose(context, reply, stopped);
  } catch (error) {
    keepBest(context, error);
  } finally {
    context.runs.plan = undefined;
  }
  await attempt(context, () => analyze(context));
  return outcome;
}

function placedLocks(work: Work): string[] {
  const placed = new Set(work.plan?.sessions.filter((session) => session.place).map((session) => session.session));
  return work.locks.filter((key) => placed.has(key));
}

/** Ends the run with the best plan so far. */
export function stop(context: Context): void {
  context.runs.plan?.abort();
}

function propose(context: Context, reply: PlanReply, stopped: boolean): Outcome | undefined {
  const { store } = context;
  const { open } = store.state;
  const from = store.work.plan;
  if (!open || !from) return undefined;
  const moved = differences(open.published, reply.plan).length;
  const changed = differences(from, reply.plan).length;
  const outcome = {
    plan: reply.plan,
    stopped,
    moved,
    notMet: reply.unplaced,
    bound: reply.bound ?? undefined,
    costs: reply.costs,
    steps: reply.steps,
    seed: reply.seed,
    workers: reply.workers,
  };
  const text =
    changed === 0
      ? words.solve.nothingBetter
      : `${stopped ? `${words.solve.stopped} ` : ""}${reply.unplaced.length > 0 ? words.solve.fits(reply.unplaced.length) : words.solve.allMet} ${words.solve.done(moved, reply.plan.sessions.length)}`;
  store.act(
    words.actions.optimize,
    { plan: changed === 0 ? from : reply.plan, stage: changed === 0 ? store.work.stage : "proposal", before: store.work.before ?? beforeOf(store.work) },
    {
      solve: undefined,
      outcome,
      insight: undefined,
      said: text,
      notice: { tone: reply.unplaced.length > 0 ? "warn" : "good", text, undo: false, retry: false },
      board: { ...store.state.board, day: dayWithSessions(reply.plan, store.state.board.day), panel: "changes", selected: undefined },
    },
  );
  void context.planner.focusPart("changes");
  return outcome;
}

/** The day that is shown, or the first with a session if there is none on it. */
function dayWithSessions(plan: PlanDocument, shown: number): number {
  const days = plan.sessions.flatMap(({ place }) => (place ? [dayNumber(place.start)] : []));
  return days.length === 0 || days.includes(shown) ? shown : Math.min(...days);
}

/** What "Go back" returns to. */
export function beforeOf(work: Work): Work["before"] {
  if (work.before || !work.plan || work.stage === "proposal") return work.before;
  return { plan: work.plan, stage: work.stage };
}

/** The engine was lost: the best checked plan that had arrived is still a proposal. */
function keepBest(context: Context, error: unknown): void {
  const { store } = context;
  const best = store.state.solve?.best;
  if (best) {
    store.act(
      words.actions.optimize,
      { plan: best, stage: "proposal", before: store.work.before ?? beforeOf(store.work) },
      { solve: undefined, board: { ...store.state.board, panel: "changes" } },
    );
  }
  report(context, error);
  store.set({ solve: undefined });
}

/** Accepts the proposal. */
export function keepPlan(context: Context): void {
  context.store.act(words.actions.keep, { stage: "kept", before: undefined }, { notice: { tone: "good", text: words.actions.kept, undo: true, retry: false } });
  say(context, words.actions.kept);
  void context.planner.focusPart("changes");
}

/** Drops the proposal and shows what was there before it. */
export async function goBack(context: Context): Promise<void> {
  const before = context.store.work.before;
  if (!before) return;
  context.store.act(
    words.actions.revert,
    { plan: before.plan, stage: before.stage, before: undefined },
    { outcome: undefined, insight: undefined, notice: { tone: "note", text: words.actions.reverted, undo: true, retry: false } },
  );
  say(context, words.actions.reverted);
  void context.planner.focusPart("changes");
  await analyze(context);
}
