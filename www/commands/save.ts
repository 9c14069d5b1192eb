// Saving to one encrypted file, and opening one. What is open stays open until everything about the other one is right.
import { EngineError } from "../engine/client.ts";
import { fromBase64, toBase64 } from "../keep/bytes.ts";
import { indexClinic } from "../state/clinic.ts";
import { capital } from "../state/describe.ts";
import { type ChangeNote, type Purpose, type SavedFile, savedFile, settingsOf, withNote, workOf } from "../state/keep.ts";
import { NO_WORK } from "../state/store.ts";
import { words } from "../words/index.ts";
import { followClinic } from "./amend.ts";
import { analyze } from "./analyze.ts";
import type { Context } from "./context.ts";
import { keepOnDevice, keepSave } from "./device.ts";
import { download, fileName } from "./files.ts";
import { lockNow, startEngine } from "./lock.ts";
import { openClinic } from "./open.ts";

/** Saves everything to one encrypted file; asks for a passphrase if there is none yet. */
export async function saveFile(context: Context): Promise<void> {
  const { store } = context;
  if (!store.state.open) return;
  if (!store.state.keep.hasKey) {
    store.setKeep({ dialog: { kind: "choose", purpose: "save" }, error: undefined });
    return;
  }
  const { bytes, base } = await seal(context, "save");
  const name = fileName(context, "rosterwell");
  download(context, name, new Blob([bytes], { type: "application/octet-stream" }));
  const text = words.savedSealed(name);
  store.set({ savedAt: base.work, notice: { tone: "good", text, undo: false, retry: false }, said: text });
  if (store.state.keep.device === "on") await keepSave(context, bytes, base);
  else context.keeping.base = base;
}

/** Saves everything to one file that anybody can read. */
export function savePlain(context: Context): void {
  const { store, keeping } = context;
  const { open, keep } = store.state;
  if (!open) return;
  const saved = savedFile(open.index.clinic, store.work, keep.settings, new Date().toISOString());
  const name = fileName(context, "rosterwell.json");
  keeping.trail.add({ action: "export", object: "unencrypted save", after: store.work });
  download(context, name, new Blob([JSON.stringify(saved)], { type: "application/json" }));
  const text = words.saved(name);
  store.setKeep({ dialog: undefined, error: undefined });
  store.set({ savedAt: store.work, notice: { tone: "good", text, undo: false, retry: false }, said: text });
}

/** The envelope of what is open: the base of changes once it is where it belongs. */
export async function seal(
  context: Context,
  occasion: "save" | "lock",
): Promise<{ readonly bytes: Uint8Array<ArrayBuffer>; readonly envelope: string; readonly base: NonNullable<Context["keeping"]["base"]> }> {
  const { store, keeping } = context;
  const { open, keep } = store.state;
  const work = store.work;
  if (!open) throw new Error("nothing is open");
  keeping.trail.add({ action: occasion, after: work });
  await keeping.trail.flush();
  const document = JSON.stringify(savedFile(open.index.clinic, work, keep.settings, new Date().toISOString()));
  try {
    const { envelope, revision } = await keeping.keeper.call("vault_seal", { document, occasion, after: keeping.base?.revision ?? 0 });
    return { bytes: fromBase64(envelope), envelope, base: { revision, work } };
  } catch (error) {
    if (error instanceof EngineError && error.code === "save.locked") store.setKeep({ hasKey: false });
    throw error;
  }
}

/** Takes the passphrase that was chosen, and goes on with what it was chosen for. */
export async function choosePassphrase(context: Context, purpose: Purpose, passphrase: string): Promise<void> {
  const { store, keeping } = context;
  if (!(await tried(context, () => keeping.keeper.call("vault_create", { passphrase: passphrase.normalize("NFKC") })))) return;
  store.setKeep({ hasKey: true, dialog: undefined });
  if (purpose === "save") await saveFile(context);
  else if (purpose === "device") await keepOnDevice(context);
  else await lockNow(context);
}

/** Changes the passphrase of the saves from now on. */
export async function changePassphrase(context: Context, old: string, next: string): Promise<void> {
  const { store, keeping } = context;
  const request = { old: old.normalize("NFKC"), new: next.normalize("NFKC") };
  if (!(await tried(context, () => keeping.keeper.call("vault_rewrap", request)))) return;
  store.setKeep({ dialog: undefined });
  store.set({ notice: { tone: "good", text: words.keep.changed, undo: false, retry: false }, said: words.keep.changed });
  if (store.state.keep.device === "on") await keepOnDevice(context);
}

/** Looks at encrypted bytes, and asks for their passphrase if they can be opened at all. */
export async function openEnvelope(context: Context, name: string, bytes: Uint8Array, source: "file" | "device"): Promise<void> {
  const { store, keeping } = context;
  const envelope = toBase64(bytes);
  await keeping.keeper.call("vault_check", { envelope });
  keeping.sealed = { envelope, source, unsaved: 0 };
  store.set({ busy: undefined });
  store.setKeep({ dialog: { kind: "open", source, name }, error: undefined });
}

/** Opens what waits for its passphrase. */
export async function openSealed(context: Context, passphrase: string): Promise<void> {
  const { store, keeping } = context;
  const { sealed } = keeping;
  if (!sealed) return;
  const request = { envelope: sealed.envelope, passphrase: passphrase.normalize("NFKC") };
  const opened = await tried(context, () => keeping.keeper.call("vault_open", request));
  if (!opened) return;
  const saved = opened.document as SavedFile;
  keeping.sealed = undefined;
  keeping.trail.drop();
  if (sealed.source === "lock") await startEngine(context);
  await openClinic(context, saved.clinic, workOf(saved));
  keeping.base = { revision: opened.revision, work: store.work };
  keeping.trail.add({ action: sealed.source === "lock" ? "unlock" : "open", after: store.work });
  const wasOn = store.state.keep.device === "on";
  store.setKeep({
    hasKey: true,
    dialog: undefined,
    cover: undefined,
    settings: settingsOf(saved.settings),
    device: sealed.source === "device" ? "on" : wasOn && sealed.source === "file" ? "copy" : store.state.keep.device,
  });
  if (sealed.unsaved > 0) store.set({ savedAt: NO_WORK });
  const fault = opened.log?.fault;
  const text = fault ? words.keep.logBroken(fault.entry) : undefined;
  store.set({ view: "schedule", notice: text ? { tone: "bad", text, undo: false, retry: false } : undefined, said: text ?? words.keep.opened(words.app) });
  if (sealed.source === "device") await offerChanges(context, saved, opened.revision);
}

/** Looks for changes that were kept after the save, and asks whether they are wanted. */
async function offerChanges(context: Context, saved: SavedFile, revision: number): Promise<void> {
  const { store, keeping } = context;
  let newest: { readonly note: ChangeNote; readonly revision: number } | undefined;
  for (const bytes of (await keeping.slots?.notes()) ?? []) {
    try {
      const recalled = await keeping.keeper.call("vault_recall", { envelope: toBase64(bytes) });
      const note = JSON.parse(recalled.text) as ChangeNote;
      if (note.base === revision && recalled.revision > (newest?.revision ?? 0)) newest = { note, revision: recalled.revision };
    } catch (error) {
      // A note that was cut off, or of a save before this one: the other note is looked at.
      if (!(error instanceof EngineError) && !(error instanceof SyntaxError)) throw error;
    }
  }
  if (!newest || newest.note.changes === 0) return;
  const { changes, at } = newest.note;
  keeping.pending = { saved, note: newest.note };
  store.setKeep({ dialog: { kind: "restore", changes, at } });
}

/** Takes up the changes after the save as one step, or leaves them out. */
export async function restoreChanges(context: Context, accept: boolean): Promise<void> {
  const { store, keeping } = context;
  const { pending } = keeping;
  keeping.pending = undefined;
  store.setKeep({ dialog: undefined });
  if (!accept || !pending) return;
  const { open } = store.state;
  if (!open) return;
  const restored = withNote(pending.saved, pending.note);
  const label = words.keep.restored(pending.note.changes);
  const clinic = pending.note.work.clinic ? indexClinic(pending.note.work.clinic) : store.work.clinic;
  store.act(
    label,
    { plan: open.published, stage: "current", ...workOf(restored), clinic },
    { said: label, notice: { tone: "note", text: `${label}.`, undo: true, retry: false } },
  );
  await followClinic(context);
  await analyze(context);
}

/** Does something with a passphrase: says that it takes a while, and why it failed. */
async function tried<T>(context: Context, work: () => Promise<T>): Promise<T | undefined> {
  const { store } = context;
  store.setKeep({ working: true, error: undefined });
  try {
    const done = await work();
    store.setKeep({ working: false });
    return done;
  } catch (error) {
    if (!(error instanceof EngineError)) {
      store.setKeep({ working: false, dialog: undefined });
      throw error;
    }
    store.setKeep({ working: false, error: `${capital(error.message)}.` });
    return undefined;
  }
}
