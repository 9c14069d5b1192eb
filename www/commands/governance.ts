// The pack of a quarter: asked for once a clinic and log, and again when other groups are to be compared.
import type { GovernanceNews, GovernanceState } from "../state/governance.ts";
import { attempt, type Context } from "./context.ts";
import { logEntries } from "./keep.ts";

/** Answers the Governance view. */
export async function governance(context: Context, news: GovernanceNews): Promise<void> {
  const { store } = context;
  const now = store.state.governance;
  if (news.kind === "group") store.set({ governance: { ...now, by: news.by, within: now.within === news.by ? undefined : now.within, of: undefined } });
  if (news.kind === "within") store.set({ governance: { ...now, within: news.within, of: undefined } });
  await loadGovernance(context);
}

/** The pack of the quarter before today, unless it is known. */
export async function loadGovernance(context: Context): Promise<void> {
  const { store, engine } = context;
  const { open, governance: now } = store.state;
  if (!open || now.of === open) return;
  const set = (patch: Partial<GovernanceState>): void => store.set({ governance: { ...store.state.governance, ...patch } });
  set({ of: open, running: true });
  const { by, within } = now;
  const current = (): boolean => store.state.governance.of === open && store.state.governance.by === by && store.state.governance.within === within;
  await attempt(context, async () => {
    const entries = await logEntries(context);
    const pack = await engine.call("governance", { by, entries: [...entries], ...(within ? { within } : {}) });
    if (current()) set({ pack });
  });
  if (current()) set({ running: false });
}
