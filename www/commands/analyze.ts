// What the engine says of the plan on the board: broken rules by the independent checker, and the indicators.
import type { BrokenRule, Indicator } from "../engine/operations.ts";
import type { PlanDocument } from "../engine/types.ts";
import { formatCount, formatMoneyValue } from "../format.ts";
import type { RwEvents } from "../elements/events.ts";
import type { Context } from "./context.ts";

/** The indicators of the schedule as it was imported. */
export async function loadBase(context: Context): Promise<void> {
  const { store } = context;
  const open = store.state.open;
  if (!open) return;
  const indicators = await indicatorsOf(context, {});
  const base = store.state.base;
  if (store.state.open !== open || !base) return;
  store.set({ base: { ...base, indicators } });
  const past = await indicatorsOf(context, { to: open.index.clinic.settings.as_of });
  if (store.state.open === open) store.set({ past });
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
  const indicators = await indicatorsOf(context, { plan });
  if (store.work.plan === plan) store.set({ shown: { plan, violations, indicators } });
}

async function indicatorsOf(context: Context, request: { plan?: PlanDocument; to?: string }): Promise<Indicator[]> {
  const { indicators, currency } = await context.engine.call("kpis", request);
  return indicators.map((item) => asShown(item, currency));
}

/** Tells one indicator by groups of patients; the engine hides groups of few people. */
export async function splitIndicator(context: Context, { id, by, history }: RwEvents["rw-split"]): Promise<void> {
  const { store, engine } = context;
  const { open } = store.state;
  if (!open || by === undefined) {
    store.set({ split: undefined });
    return;
  }
  const plan = store.work.plan;
  const split = { id, by, history, plan, cells: undefined };
  store.set({ split });
  const period = history ? { to: open.index.clinic.settings.as_of } : plan && plan !== open.published ? { plan } : {};
  const { breakdowns } = await engine.call("kpis", { ...period, ids: [id], by });
  if (store.state.split === split) store.set({ split: { ...split, cells: breakdowns[0]?.cells ?? [] } });
}

/** Indicators that count things: conflicts, and what is not placed. */
const COUNTS = ["K12", "P2"];

/** Amounts of money in the clinic's currency, counts without decimals. */
export function asShown(item: Indicator, currency: string): Indicator {
  const figures = item.figures?.map((figure) =>
    figure.unit === "number" && Number.isInteger(figure.value) ? { ...figure, text: formatCount(figure.value) } : figure,
  );
  const text =
    item.value === undefined ? item.text
    : item.unit === "money" ? formatMoneyValue(item.value, currency)
    : COUNTS.includes(item.id) ? formatCount(item.value)
    : item.text;
  return { ...item, text, ...(figures ? { figures } : {}) };
}

/** What breaks now and did not before, as far as it concerns this session. */
export function freshViolations(before: readonly BrokenRule[], after: readonly BrokenRule[], session: string): BrokenRule[] {
  const known = new Set(before.map(keyOf));
  return after.filter((item) => item.sessions.includes(session) && !known.has(keyOf(item)));
}

function keyOf(item: BrokenRule): string {
  return [item.rule, item.resource?.kind, item.resource?.id, item.amount, ...[...item.sessions].sort()].join("\n");
}
