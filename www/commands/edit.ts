// Editing by hand: select, move, lock, take out, undo. A move is tried on the checker first; one that would break a
// rule changes nothing and is answered with places that break none.
import type { PlannedPlace } from "../engine/types.ts";
import { dayNumber, formatMoment } from "../format.ts";
import { nameOf, titleOf, withNames } from "../state/describe.ts";
import { samePlace, sessionOf, withPlace } from "../state/plan.ts";
import { words } from "../words/index.ts";
import { followClinic } from "./amend.ts";
import { analyze, freshViolations } from "./analyze.ts";
import { loadAttendance } from "./attendance.ts";
import { type Context, say } from "./context.ts";
import { beforeOf } from "./plan.ts";
import { loadBuffers } from "./buffers.ts";
import { loadQuality } from "./quality.ts";
import { loadRows } from "./rows.ts";
import { loadTriage } from "./triage.ts";
import { loadWorkload } from "./workload.ts";

/** Other places that are asked for. */
const ALTERNATIVES = 3;

/** Shows a session in the panel, and asks the engine about it. */
export async function select(
  context: Context,
  { session, focus }: { session: string | undefined; focus: "none" | "panel" | "move" },
): Promise<void> {
  const { store } = context;
  const was = store.state.board.selected;
  const place = session === undefined ? undefined : sessionOf(store.state.solve?.best ?? store.work.plan ?? EMPTY, session)?.place;
  const { mode } = store.state.board;
  const onBoard = place ? { day: dayNumber(place.start), mode: mode === "routes" ? mode : ("day" as const) } : {};
  store.set({
    board: { ...store.state.board, selected: session, ...(focus === "none" ? {} : onBoard) },
    insight: store.state.insight?.session === session ? store.state.insight : undefined,
    notice: undefined,
  });
  if (session === undefined) {
    if (was !== undefined) await context.planner.focusPart("board");
    return;
  }
  if (focus !== "none") await context.planner.focusPart(focus);
  await explain(context, session);
}

const EMPTY = { format: "", hash: "", sessions: [] };

/** Why a session is where it is, and where else it could be. */
async function explain(context: Context, session: string, refused: readonly never[] = []): Promise<void> {
  const { store, engine } = context;
  const plan = store.work.plan;
  if (!plan) return;
  const known = store.state.insight;
  if (known?.session === session && known.plan === plan && known.alternatives) return;
  store.set({ insight: { session, plan, explain: undefined, alternatives: undefined, refused } });
  const current = (): boolean => store.state.insight?.session === session && store.state.insight.plan === plan;
  const found = await engine.call("alternatives", { plan, session, count: ALTERNATIVES });
  // A place is taken with one move: those for which another session has to move too are left out.
  const alternatives = { ...found, alternatives: found.alternatives.filter((place) => place.moves.length === 0) };
  const now = store.state.insight;
  if (!current() || !now) return;
  store.set({ insight: { ...now, alternatives } });
  const explained = await engine.call("explain", { plan, session });
  const later = store.state.insight;
  if (!current() || !later) return;
  store.set({ insight: { ...later, explain: explained } });
  await loadAttendance(context);
}

/** Moves a session, or refuses. */
export async function move(
  context: Context,
  { session, place, patients }: { session: string; place: PlannedPlace; patients?: readonly string[] },
): Promise<void> {
  const { store, engine } = context;
  const { open } = store.state;
  const plan = store.work.plan;
  const old = plan && sessionOf(plan, session);
  if (!open || !plan || !old || store.state.solve) return;
  if (isLocked(context, session)) {
    say(context, words.schedule.edgeLocked);
    store.set({ notice: { tone: "warn", text: words.schedule.edgeLocked, undo: false, retry: false } });
    return;
  }
  if (samePlace(old.place, place)) return;
  const day = dayNumber(place.start);
  if (day < open.index.firstDay || day >= open.index.firstDay + open.index.days) {
    say(context, words.schedule.outOfHorizon);
    return;
  }
  const next = withPlace(plan, session, place, patients);
  const before = await violationsOf(context, plan);
  const { violations } = await engine.call("check", { plan: next });
  if (store.work.plan !== plan) return;
  const refused = freshViolations(before, violations, session);
  if (refused.length > 0) {
    await refuse(context, session, refused);
    return;
  }
  const who = nameOf(open.index, "clinician", place.clinicians[0] ?? "");
  const label = words.actions.move(titleOf(open.index, old), formatMoment(place.start), who);
  store.act(
    label,
    { plan: next, stage: "proposal", before: beforeOf(store.work) },
    {
      shown: { plan: next, violations, indicators: store.state.shown?.indicators },
      insight: undefined,
      said: `${label}. ${words.actions.noConflict}`,
      notice: { tone: "note", text: `${label}.`, undo: true, retry: false },
    },
  );
  if (store.state.board.selected === session) void explain(context, session);
  await analyze(context);
}

async function violationsOf(context: Context, plan: NonNullable<Context["store"]["work"]["plan"]>) {
  const { base, shown } = context.store.state;
  if (shown?.plan === plan) return shown.violations;
  if (base?.plan === plan) return base.violations;
  return (await context.engine.call("check", { plan })).violations;
}

async function refuse(context: Context, session: string, refused: NonNullable<Context["store"]["state"]["insight"]>["refused"]): Promise<void> {
  const { store } = context;
  const plan = store.work.plan;
  if (!plan) return;
  const { open, board } = store.state;
  const sessions = new Map(plan.sessions.map((each) => [each.session, each]));
  const texts = refused.map((item) => (open ? withNames(open.index, item.text, { sessions, names: board.names, self: session }) : item.text));
  const reasons = [...new Set(texts)].join("; ");
  store.set({
    board: { ...store.state.board, selected: session },
    insight:
      store.state.insight?.session === session && store.state.insight.plan === plan
        ? { ...store.state.insight, refused }
        : { session, plan, explain: undefined, alternatives: undefined, refused },
    said: `${words.session.refused} ${reasons}`,
    notice: { tone: "warn", text: words.session.refused, undo: false, retry: false },
  });
  const alternatives = await context.engine.call("alternatives", { plan, session, count: ALTERNATIVES });
  const now = store.state.insight;
  if (now?.session === session && now.plan === plan) store.set({ insight: { ...now, alternatives } });
}

function isLocked(context: Context, session: string): boolean {
  const { work } = context.store;
  return work.locks.includes(session) || (work.plan ? (sessionOf(work.plan, session)?.locked ?? false) : false);
}

/** Locks a session where it is, or unlocks it. What the clinic itself has locked stays locked. */
export function lock(context: Context, session: string): void {
  const { store } = context;
  const { open } = store.state;
  const found = store.work.plan && sessionOf(store.work.plan, session);
  if (!open || !found?.place) return;
  if (found.locked) {
    store.set({ said: words.actions.lockedByClinic, notice: { tone: "note", text: words.actions.lockedByClinic, undo: false, retry: false } });
    return;
  }
  const has = store.work.locks.includes(session);
  const title = titleOf(open.index, found);
  const label = has ? words.actions.unlock(title) : words.actions.lock(title);
  const locks = has ? store.work.locks.filter((key) => key !== session) : [...store.work.locks, session];
  const { [session]: reason, ...lockReasons } = store.work.lockReasons;
  store.act(label, reason === undefined ? { locks } : { locks, lockReasons }, { said: label, notice: { tone: "note", text: `${label}.`, undo: true, retry: false } });
}

/** Says why a session that is locked stays where it is; an empty reason takes back what was said. */
export function explainLock(context: Context, session: string, reason: string): void {
  const { store } = context;
  const { open } = store.state;
  const found = store.work.plan && sessionOf(store.work.plan, session);
  const { [session]: old, ...others } = store.work.lockReasons;
  if (!open || !found || !store.work.locks.includes(session) || (old ?? "") === reason) return;
  const label = words.actions.explainLock(titleOf(open.index, found));
  store.act(label, { lockReasons: reason === "" ? others : { ...others, [session]: reason } }, { said: label });
}

/** Takes a session off the board. */
export async function unplace(context: Context, session: string): Promise<void> {
  const { store } = context;
  const { open } = store.state;
  const plan = store.work.plan;
  const found = plan && sessionOf(plan, session);
  if (!open || !plan || !found?.place || store.state.solve) return;
  if (isLocked(context, session)) {
    store.set({ said: words.schedule.edgeLocked, notice: { tone: "warn", text: words.schedule.edgeLocked, undo: false, retry: false } });
    return;
  }
  const label = words.actions.unplace(titleOf(open.index, found), formatMoment(found.place.start));
  store.act(
    label,
    { plan: withPlace(plan, session, undefined), stage: "proposal", before: beforeOf(store.work) },
    { insight: undefined, said: label, notice: { tone: "note", text: `${label}.`, undo: true, retry: false } },
  );
  if (store.state.board.selected === session) void explain(context, session);
  await analyze(context);
}

/** One action back, or forth. */
export async function walkHistory(context: Context, back: boolean): Promise<void> {
  const { store } = context;
  if (store.state.solve) return;
  const label = back ? store.undo() : store.redo();
  if (label === undefined) {
    say(context, back ? words.nothingToUndo : words.nothingToRedo);
    return;
  }
  store.set({ insight: undefined, said: back ? words.undone(label) : words.redone(label) });
  if (store.work.plan !== store.state.outcome?.plan) store.set({ outcome: undefined });
  await followClinic(context);
  if (store.state.view === "data") {
    await loadRows(context);
    await loadQuality(context);
  }
  if (store.state.view === "triage") await loadTriage(context);
  if (store.state.view === "workload") await loadWorkload(context);
  if (store.state.view === "forecast") await loadBuffers(context);
  await analyze(context);
  const selected = store.state.board.selected;
  if (selected !== undefined) await explain(context, selected);
}
