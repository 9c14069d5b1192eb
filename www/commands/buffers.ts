// Time kept free for unplanned arrivals: asked once for a clinic and plan; accepting it changes the clinic.
import type { BuffersNews, BuffersState } from "../state/buffers.ts";
import { words } from "../words/index.ts";
import { amend } from "./amend.ts";
import { attempt, type Context } from "./context.ts";

/** Answers the part of the Forecast view. */
export async function buffers(context: Context, news: BuffersNews): Promise<void> {
  const { store } = context;
  const { buffers: now } = store.state;
  if (news.kind === "ask") store.set({ buffers: { ...now, asked: news.question } });
  if (news.kind === "accept" && now.reply?.accept) await amend(context, [now.reply.accept], words.buffers.accepted);
  await loadBuffers(context);
}

/** What the records ask for, unless that is known. */
export async function loadBuffers(context: Context): Promise<void> {
  const { store, engine } = context;
  const { open, buffers: now } = store.state;
  const plan = store.work.plan;
  if (!open || !plan) return;
  const { asked, of: last } = now;
  const of = { clinic: open.index, plan, asked };
  if (last && last.clinic === of.clinic && last.plan === plan && last.asked === asked && (now.reply || now.running)) return;
  const set = (patch: Partial<BuffersState>): void => store.set({ buffers: { ...store.state.buffers, ...patch } });
  // What was known stays on the page while it is counted anew.
  set({ of, running: true });
  const current = (): boolean => store.state.buffers.of === of;
  await attempt(context, async () => {
    const reply = await engine.call("buffers", { plan, level: asked.level, walk_ins: asked.walkIns, freed_share: asked.freedShare });
    if (current()) set({ reply });
  });
  if (current()) set({ running: false });
}
