// What is doubtful in the data: asked once for a clinic as it stands; a mend is a change of the clinic.
import type { Mend, PlanDocument } from "../engine/types.ts";
import { type QualityNews, type QualityState, roomsMadeOne } from "../state/quality.ts";
import { follow } from "./amend.ts";
import { attempt, type Context } from "./context.ts";

/** Answers the list of findings. */
export async function quality(context: Context, news: QualityNews): Promise<void> {
  if (news.kind === "mend") await mend(context, news.mends, news.label);
  await loadQuality(context);
}

/** What is doubtful in the clinic as it stands, unless that is known. */
export async function loadQuality(context: Context): Promise<void> {
  const { store, engine } = context;
  const { open, quality: now } = store.state;
  if (!open || (now.of === open.index && (now.reply || now.running))) return;
  const of = open.index;
  const set = (patch: Partial<QualityState>): void => store.set({ quality: { ...store.state.quality, ...patch } });
  set({ of, running: true });
  await attempt(context, async () => {
    const reply = await engine.call("quality", {});
    if (store.state.quality.of === of) set({ reply });
  });
  if (store.state.quality.of === of) set({ running: false });
}

async function mend(context: Context, mends: readonly Mend[], label: string): Promise<void> {
  const { store, engine } = context;
  const { open } = store.state;
  if (!open || store.state.solve) return;
  store.beforeChange();
  const reply = await engine.call("mend", { mends: [...mends] });
  const rooms = roomsMadeOne(mends);
  const { plan } = store.work;
  await follow(context, open, reply, label, plan && plan !== open.published && rooms.size > 0 ? { plan: renamed(plan, rooms) } : {});
}

/** A plan whose rooms are called by the names they have now. */
function renamed(plan: PlanDocument, rooms: ReadonlyMap<string, string>): PlanDocument {
  const sessions = plan.sessions.map((session) => {
    const room = session.place?.room ? rooms.get(session.place.room) : undefined;
    return session.place && room ? { ...session, place: { ...session.place, room } } : session;
  });
  return { ...plan, sessions };
}
