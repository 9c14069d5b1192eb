// The encrypted copy on this device: off until it is asked for, written two seconds after a change, told when it fails.
import { toBase64, fromBase64 } from "../keep/bytes.ts";
import { DeviceError } from "../keep/device.ts";
import { Slots } from "../keep/slots.ts";
import { changeNote } from "../state/keep.ts";
import { actionsSince } from "../state/store.ts";
import { words } from "../words/index.ts";
import { attempt, type Context } from "./context.ts";
import { openEnvelope, seal } from "./save.ts";

/** Milliseconds after a change at which it is kept. */
const QUIET_MS = 2_000;

/** Looks for a copy, and asks for its passphrase if there is one. */
export async function findDevice(context: Context): Promise<void> {
  const { store, keeping } = context;
  const device = await context.home.device?.(() => {
    if (store.state.keep.device === "on") complain(context, new DeviceError("changed"));
  });
  keeping.device = device;
  if (!device) {
    store.setKeep({ device: "denied" });
    return;
  }
  keeping.slots = new Slots(device, {
    revisionOf: async (bytes) => (await keeping.keeper.call("vault_test", { envelope: toBase64(bytes) })).revision,
  });
  try {
    const found = await keeping.slots.saves();
    store.setKeep({ device: found.length > 0 ? "copy" : "none", otherTab: device.writer === false });
    if (found.length === 0) return;
    if (device.writer === false) complain(context, new DeviceError("busy"));
    else await openCopy(context);
  } catch (error) {
    if (!(error instanceof DeviceError)) throw error;
    store.setKeep({ device: "denied" });
  }
}

/** Asks for the passphrase of the copy; of the one before it if the newer one is damaged. */
export async function openCopy(context: Context): Promise<void> {
  const { store, keeping } = context;
  const found = (await keeping.slots?.saves()) ?? [];
  for (const [at, bytes] of found.entries()) {
    try {
      await openEnvelope(context, words.keep.openDevice, bytes, "device");
      if (at > 0) store.set({ notice: { tone: "warn", text: words.keep.damagedSlot, undo: false, retry: false } });
      return;
    } catch (error) {
      if (at === found.length - 1) throw error;
    }
  }
}

/** Begins to keep a copy, or goes on after it failed. */
export async function keepOnDevice(context: Context): Promise<void> {
  const { store } = context;
  if (!store.state.open) return;
  if (!store.state.keep.hasKey) {
    store.setKeep({ dialog: { kind: "choose", purpose: "device" }, error: undefined });
    return;
  }
  const { bytes, base } = await seal(context, "save");
  if (await keepSave(context, bytes, base)) store.setKeep({ device: "on" });
}

/** Writes a save to the slot that is not in use; true if it is there. If not, changes are still noted to the one before. */
export async function keepSave(context: Context, bytes: Uint8Array, base: NonNullable<Context["keeping"]["base"]>): Promise<boolean> {
  const { store, keeping } = context;
  try {
    if (!keeping.slots) throw new DeviceError("denied");
    await keeping.slots.save(bytes);
    keeping.base = base;
    keeping.noted = base.work;
    store.setKeep({ kept: { at: new Date().toISOString(), bytes: bytes.length }, otherTab: false });
    return true;
  } catch (error) {
    complain(context, error);
    return false;
  }
}

/** Keeps changes as they come. */
export function watchChanges(context: Context): void {
  context.store.listen(() => {
    const { store, keeping } = context;
    if (store.state.keep.device !== "on" || !keeping.base || store.work === (keeping.noted ?? keeping.base.work)) return;
    keeping.noted = store.work;
    clearTimeout(keeping.noting);
    keeping.noting = setTimeout(() => void keepChanges(context), QUIET_MS);
  }, context.gone);
  document.addEventListener(
    "visibilitychange",
    () => {
      if (document.visibilityState === "hidden") void keepChanges(context);
    },
    { signal: context.gone },
  );
}

/** Writes the note of changes since the save. */
async function keepChanges(context: Context): Promise<void> {
  const { store, keeping } = context;
  const { base, slots } = keeping;
  clearTimeout(keeping.noting);
  keeping.noting = undefined;
  if (store.state.keep.device !== "on" || !base || !slots || !store.state.open) return;
  const work = store.work;
  const note = changeNote(base, { work, changes: actionsSince(store.state.history, base.work), at: new Date().toISOString() });
  try {
    const { envelope } = await keeping.keeper.call("vault_keep", { text: JSON.stringify(note) });
    const bytes = fromBase64(envelope);
    if (keeping.base !== base) return;
    await slots.note(bytes);
    store.setKeep({ kept: { at: note.at, bytes: bytes.length }, otherTab: false });
  } catch (error) {
    complain(context, error);
  }
}

/** Says that the copy was not written, and why; what is open is not touched by it. */
function complain(context: Context, error: unknown): void {
  const { store } = context;
  const fault = error instanceof DeviceError ? error.fault : "failed";
  const text = words.keep.notKept[fault];
  store.setKeep({ otherTab: fault === "busy" || fault === "changed", ...(fault === "denied" ? { device: "denied" as const } : {}) });
  store.set({ notice: { tone: "warn", text, undo: false, retry: false }, said: text });
}

/** Removes the copy and stops keeping one. */
export async function removeCopy(context: Context): Promise<void> {
  await attempt(context, async () => {
    try {
      await context.keeping.device?.wipe();
      context.store.setKeep({ device: "none", kept: undefined, otherTab: false });
    } catch (error) {
      complain(context, error);
    }
  });
}
