// What the engine says of the plan on the board: broken rules by the independent checker, and the indicators.
import type { BrokenRule } from "../engine/operations.ts";
import type { Context } from "./context.ts";

/** The indicators of the schedule as it was imported. */
export async function loadBase(context: Context): Promise<void> {
  const { store, engine } = context;
  const open = store.state.open;
  if (!open) return;
  const { indicators } = await engine.call("kpis", {});
  const base = store.state.base;
  if (store.state.open !== open || !base) return;
  store.set({ base: { ...base, indicators } });
  const past = await engine.call("kpis", { to: open.index.clinic.settings.as_of });
  if (store.state.open === open) store.set({ past: past.indicators });
}

/** Judges the plan on the board, if it is not the published one. The last plan asked about wins. */
export async function analyze(context: Context): Promise<void> {
  const { store, engine } = context;
  const { open } = store.state;
  const plan = store.work.plan;
  if (!open || !plan) return;
  if (plan === open.published) {
    store.set({ shown: undefined });
    return;
  }
  if (store.state.shown?.plan === plan && store.state.shown.indicators) return;
  const { violations } = await engine.call("check", { plan });
  if (store.work.plan !== plan) return;
  store.set({ shown: { plan, violations, indicators: store.state.shown?.indicators } });
  const { indicators } = await engine.call("kpis", { plan });
  if (store.work.plan === plan) store.set({ shown: { plan, violations, indicators } });
}

/** What breaks now and did not before, as far as it concerns this session. */
export function freshViolations(before: readonly BrokenRule[], after: readonly BrokenRule[], session: string): BrokenRule[] {
  const known = new Set(before.map(keyOf));
  return after.filter((item) => item.sessions.includes(session) && !known.has(keyOf(item)));
}

function keyOf(item: BrokenRule): string {
  return [item.rule, item.resource?.kind, item.resource?.id, item.amount, ...[...item.sessions].sort()].join("\n");
}
