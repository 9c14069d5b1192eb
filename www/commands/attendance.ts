// Who is expected to come to the plan on the board: asked once a plan, and for what a session's scores are made of.
import type { AttendanceNews } from "../state/attendance.ts";
import type { State } from "../state/store.ts";
import { attempt, type Context } from "./context.ts";

/** Answers what views ask. */
export async function attendance(context: Context, news: AttendanceNews): Promise<void> {
  if (news.kind === "load") await loadAttendance(context);
  else await ask(context, news.session);
}

/** What is expected of the plan on the board, unless that is known. */
export async function loadAttendance(context: Context): Promise<void> {
  const { state } = context.store;
  const { report, plan, running } = state.attendance;
  if (plan === state.history.value.plan && (report || running)) return;
  await ask(context, undefined);
}

async function ask(context: Context, session: string | undefined): Promise<void> {
  const { store, engine } = context;
  const { open } = store.state;
  const plan = store.work.plan;
  if (!open || !plan) return;
  const before = store.state.attendance;
  const set = (patch: Partial<State["attendance"]>): void => store.set({ attendance: { ...store.state.attendance, ...patch } });
  set(before.plan === plan ? { running: true } : { plan, report: undefined, explained: undefined, running: true });
  const current = (): boolean => store.state.open === open && store.state.attendance.plan === plan;
  await attempt(context, async () => {
    const report = await engine.call("attendance", { plan, explain: session === undefined ? [] : [session] });
    if (!current()) return;
    const explained = report.sessions.find((each) => each.session === session);
    set(explained ? { report, explained } : { report });
  });
  if (current()) set({ running: false });
}
