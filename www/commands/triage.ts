// Triage and acuity: asked once for a clinic as it stands; decisions and rules are changes of the clinic.
import type { TriageNews, TriageState } from "../state/triage.ts";
import { amend } from "./amend.ts";
import { attempt, type Context } from "./context.ts";

/** Answers the Triage view. */
export async function triage(context: Context, news: TriageNews): Promise<void> {
  switch (news.kind) {
    case "load":
      await loadTriage(context);
      return;
    case "capacity":
      context.store.set({ triage: { ...context.store.state.triage, capacity: news.capacity } });
      await ask(context);
      return;
    case "act":
      await amend(context, news.actions, news.label);
      await loadTriage(context);
  }
}

/** What the rules say of the clinic as it stands, unless that is known. */
export async function loadTriage(context: Context): Promise<void> {
  const { open, triage: now } = context.store.state;
  if (open && (now.of !== open.index || (!now.reply && !now.running))) await ask(context);
}

async function ask(context: Context): Promise<void> {
  const { store, engine } = context;
  const { open } = store.state;
  if (!open) return;
  const of = open.index;
  const set = (patch: Partial<TriageState>): void => store.set({ triage: { ...store.state.triage, ...patch } });
  // What was known stays on the page while the same clinic is looked at again.
  set({ of, running: true });
  const current = (): boolean => store.state.triage.of === of;
  await attempt(context, async () => {
    const { capacity } = store.state.triage;
    const reply = await engine.call("triage", capacity ? { capacity } : {});
    const acuity = await engine.call("acuity", {});
    if (current()) set({ reply, acuity });
  });
  if (current()) set({ running: false });
}
