// What leaves the clinic: made by the engine, looked at, then handed to the browser as a download.
import { calendarRequest, type ShareNews, type ShareState, siteNow } from "../state/share.ts";
import { words } from "../words/index.ts";
import { amend } from "./amend.ts";
import { attempt, type Context } from "./context.ts";
import { deliver } from "./files.ts";

/** Answers the part of the Data view. */
export async function share(context: Context, news: ShareNews): Promise<void> {
  const { store } = context;
  const { share: now } = store.state;
  if (news.kind === "take") {
    const file = now.kind === "calendar" ? now.file : now.list?.files[news.file];
    if (file) deliver(context, file.name, new Blob([file.text], { type: /\.ics$/.test(file.name) ? "text/calendar" : "text/plain" }));
    return;
  }
  if (news.kind === "patient") {
    store.set({ share: { ...now, patient: news.patient } });
    return;
  }
  if (news.kind === "revoke") {
    const { open } = store.state;
    if (open) await amend(context, [{ kind: "revoke_consent", consent: news.consent, at: siteNow(open.index.clinic.settings, new Date()) }], words.share.revoked);
    // What is looked at is no longer what may leave.
    await loadShare(context);
    return;
  }
  store.set({ share: { ...now, ...(news.kind === "look" ? { kind: news.what } : { kind: "calendar", calendar: news.calendar }) } });
  await loadShare(context);
}

/** What is looked at, unless that is known. */
async function loadShare(context: Context): Promise<void> {
  const { store, engine } = context;
  const { open, share: now } = store.state;
  const { kind, calendar } = now;
  if (!open || kind === undefined) return;
  const of = { clinic: open.index, kind, calendar };
  const set = (patch: Partial<ShareState>): void => store.set({ share: { ...store.state.share, ...patch } });
  set({ of, running: true, list: undefined, file: undefined });
  const current = (): boolean => store.state.share.of === of;
  const moment = siteNow(open.index.clinic.settings, new Date());
  await attempt(context, async () => {
    if (kind === "calendar") {
      const file = await engine.call("calendar", calendarRequest(calendar, moment));
      if (current()) set({ file });
    } else {
      const list = await engine.call("disclose", { list: kind, now: moment });
      if (current()) set({ list });
    }
  });
  if (current()) set({ running: false });
}
