// News about saving, locking, the copy on the device and the log.
import type { AuditEntry } from "../engine/types.ts";
import { changedSessions, entryOf } from "../state/deeds.ts";
import { type KeepNews, settingsOf } from "../state/keep.ts";
import { snapshot } from "../planner/snapshot.ts";
import { words } from "../words/index.ts";
import type { Context, OutgoingFile } from "./context.ts";
import { keepOnDevice, openCopy, removeCopy } from "./device.ts";
import { deliver, download, fileName } from "./files.ts";
import { lockNow, wipe } from "./lock.ts";
import { keepPlan } from "./plan.ts";
import { changePassphrase, choosePassphrase, openSealed, restoreChanges, savePlain } from "./save.ts";

/** Does what was asked for. */
export async function keepNews(context: Context, news: KeepNews): Promise<void> {
  const { store, keeping } = context;
  switch (news.kind) {
    case "choose":
      await choosePassphrase(context, news.purpose, news.passphrase);
      break;
    case "plain":
      savePlain(context);
      break;
    case "open":
    case "unlock":
      await openSealed(context, news.passphrase);
      break;
    case "restore":
      await restoreChanges(context, news.accept);
      break;
    case "change":
      await changePassphrase(context, news.old, news.next);
      break;
    case "ask":
      store.setKeep({ dialog: news.dialog, error: undefined });
      return;
    case "close":
      close(context);
      return;
    case "device":
      if (!news.on) await removeCopy(context);
      else await keepOnDevice(context);
      break;
    case "copy":
      await openCopy(context);
      return;
    case "again":
      await keepOnDevice(context);
      break;
    case "lock":
      await lockNow(context);
      return;
    case "show":
    case "stay":
      store.setKeep({ cover: undefined, soon: false });
      return;
    case "wipe":
      await wipe(context);
      break;
    case "reason":
      giveReason(context, news.reason);
      break;
    case "settings":
      store.setKeep({ settings: settingsOf({ ...store.state.keep.settings, ...news.settings }) });
      return;
    case "verify":
      await verifyLog(context, news.expected);
      return;
    case "log":
      await exportLog(context, news.format);
      break;
  }
  if (keeping.keeper.running && store.state.view === "privacy") await loadLog(context);
}

function close(context: Context): void {
  const { store, keeping } = context;
  if (store.state.keep.dialog?.kind === "open") keeping.sealed = undefined;
  if (store.state.keep.dialog?.kind === "restore") keeping.pending = undefined;
  store.setKeep({ dialog: undefined, error: undefined });
}

/** Notes every action of the user in the log. */
export function watchDeeds(context: Context): void {
  const { store, keeping } = context;
  store.witness((deed) => {
    if (deed.seed !== undefined) keeping.proposed = deed.after.plan;
    keeping.trail.add({ ...entryOf(deed), seed: deed.seed, before: deed.before, after: deed.after });
  }, context.gone);
}

/** Accepts the proposal; asks why first if somebody has changed it by hand. */
export function accept(context: Context): void {
  const { store, keeping } = context;
  const changes = changedSessions(keeping.proposed, store.work.plan).length;
  if (changes === 0) keepPlan(context);
  else store.setKeep({ dialog: { kind: "reason", changes }, error: undefined });
}

function giveReason(context: Context, reason: string): void {
  const { store, keeping } = context;
  store.setKeep({ dialog: undefined });
  for (const object of changedSessions(keeping.proposed, store.work.plan)) {
    keeping.trail.add({ action: "override", object, reason, before: store.work, after: store.work });
  }
  keepPlan(context);
  keeping.proposed = undefined;
}

/** Every entry of the log. */
export async function logEntries({ keeping }: Context): Promise<readonly AuditEntry[]> {
  await keeping.trail.flush();
  return (await keeping.keeper.call("audit_log", {})).entries;
}

/** Shows the log as it stands. */
export async function loadLog(context: Context): Promise<void> {
  const { store } = context;
  const entries = await logEntries(context);
  store.setKeep({ log: { entries, verification: store.state.keep.log?.verification } });
}

async function verifyLog(context: Context, expected: string): Promise<void> {
  const { store, keeping } = context;
  await loadLog(context);
  const { verification } = await keeping.keeper.call("audit_verify", expected.trim() ? { expected } : {});
  store.setKeep({ log: { entries: store.state.keep.log?.entries ?? [], verification } });
}

async function exportLog(context: Context, format: "jsonl" | "csv"): Promise<void> {
  const { keeping } = context;
  keeping.trail.add({ action: "export", object: "audit log" });
  await keeping.trail.flush();
  const { files } = await keeping.keeper.call("audit_export", { format });
  for (const file of files) download(context, file.name, new Blob([file.text], { type: "text/plain" }));
}

/** Prints, with the head of the log on the page. */
export async function print(context: Context): Promise<void> {
  const { store, keeping } = context;
  keeping.trail.add({ action: "export", object: "print" });
  try {
    await keeping.trail.flush();
    const { head } = await keeping.keeper.call("audit_sign", { occasion: "export" });
    store.setKeep({ head: head?.hash.slice(0, 16) ?? "" });
    await context.planner.updateComplete;
  } catch {
    // A log that cannot be signed is no reason not to print: the page then bears no head.
    store.setKeep({ head: "" });
  }
  // A frame that may not print does not say so: then nothing begins.
  const begun = new AbortController();
  addEventListener("beforeprint", () => begun.abort(), { once: true, signal: begun.signal });
  globalThis.print();
  if (begun.signal.aborted) return;
  begun.abort();
  const { name, blob } = viewFile(context);
  deliver(context, name, blob);
  const text = words.empty.notPrinted(name);
  store.set({ notice: { tone: "note", text, undo: false, retry: false }, said: text });
}

/** The view that is shown, as an HTML file. */
export function viewFile(context: Context): OutgoingFile {
  const { formats, view } = context.store.state;
  const shown = context.planner.renderRoot.querySelector("main > *");
  const text = shown ? snapshot(shown, words.views[view], formats.language) : "";
  return { name: fileName(context, `${view}.html`), blob: new Blob([text], { type: "text/html" }) };
}
