// Locking: the work is sealed, the workers end, the keys and the page's data go. Unlocking is opening it again.
import { HIDDEN_MS, judge, type Moment, type Watch } from "../keep/idle.ts";
import { NO_KEEP } from "../state/keep.ts";
import { FIRST_STATE, type State, unsavedActions } from "../state/store.ts";
import { words } from "../words/index.ts";
import { attempt, type Context } from "./context.ts";
import { keepSave, removeCopy } from "./device.ts";
import { openSample } from "./open.ts";
import { seal } from "./save.ts";
import { SAMPLE } from "../state/sample.ts";

/** Milliseconds between two looks at the clocks. */
const LOOK_MS = 5_000;

/** Starts the engine, which gets the open clinic again if it is lost. */
export async function startEngine({ store, engine }: Context): Promise<void> {
  await engine.start(async () => {
    const open = store.state.open;
    if (open) await engine.callNow("open", { clinic: open.index.clinic });
  });
}

/** Locks now; asks for a passphrase if there is none. */
export async function lockNow(context: Context): Promise<void> {
  const { store } = context;
  if (!store.state.open) return;
  if (!store.state.keep.hasKey) {
    store.setKeep({ dialog: { kind: "choose", purpose: "lock" }, error: undefined });
    return;
  }
  await lock(context);
}

async function lock(context: Context): Promise<void> {
  const { store, keeping } = context;
  const unsaved = unsavedActions(store.state);
  // Out of sight first: what follows takes a moment.
  store.setKeep({ cover: "curtain", dialog: undefined, soon: false });
  const { envelope, bytes, base } = await seal(context, "lock");
  if (store.state.keep.device === "on") await keepSave(context, bytes, base);
  const { device, kept, otherTab, settings } = store.state.keep;
  empty(context, { ...NO_KEEP, cover: "locked", device, kept, otherTab, settings });
  keeping.sealed = { envelope, source: "lock", unsaved };
}

/** Ends the workers and drops everything that was open. */
function empty(context: Context, keep: State["keep"]): void {
  const { store, engine, team, keeping } = context;
  const { theme, requests, formats, readonly, privacy, portal } = store.state;
  store.set({ ...FIRST_STATE, theme, requests, formats, readonly, privacy, portal, keep });
  keeping.keeper.end();
  keeping.trail.drop();
  Object.assign(keeping, { base: undefined, sealed: undefined, pending: undefined, proposed: undefined, noted: undefined });
  team.end();
  engine.end();
}

/** Removes the copy from this device and everything from the page; an invented clinic is open afterwards. */
export async function wipe(context: Context): Promise<void> {
  const { store, keeping } = context;
  await removeCopy(context);
  const { device } = store.state.keep;
  empty(context, { ...NO_KEEP, device });
  await startEngine(context);
  await openSample(context, SAMPLE);
  keeping.trail.add({ action: "wipe" });
  store.set({ notice: { tone: "good", text: words.keep.wiped, undo: false, retry: false }, said: words.keep.wiped });
}

/** Whether there is something to protect: anything but an invented clinic without a passphrase. */
function worthLocking({ open, keep }: State): boolean {
  return open !== undefined && keep.cover === undefined && (keep.hasKey || !open.summary.synthetic);
}

function now(): Moment {
  return { wall: Date.now(), steady: performance.now() };
}

/** Locks after a time without a deed, out of sight, on freezing and after sleep. */
export function watchIdle(context: Context): void {
  const { store } = context;
  let watch: Watch = { lastDeed: now(), lastLook: now(), hiddenSince: undefined };
  const deed = (): void => {
    watch = { ...watch, lastDeed: now() };
    if (store.state.keep.soon) store.setKeep({ soon: false });
  };
  const cover = (): void => {
    void attempt(context, async () => {
      if (store.state.keep.hasKey) await lock(context);
      else store.setKeep({ cover: "curtain", dialog: undefined, soon: false });
    });
  };
  const look = (): void => {
    const moment = now();
    const verdict = judge(watch, moment, store.state.keep.settings.lockMinutes);
    watch = { ...watch, lastLook: moment };
    if (!worthLocking(store.state)) return;
    if (verdict === "lock") cover();
    else if (verdict === "warn" && !store.state.keep.soon) store.setKeep({ soon: true });
  };
  const seen = (): void => {
    const hidden = document.visibilityState === "hidden";
    if (!hidden) look();
    watch = { ...watch, hiddenSince: hidden ? now() : undefined };
    if (hidden) setTimeout(look, HIDDEN_MS);
  };
  const frozen = (): void => {
    if (worthLocking(store.state)) cover();
  };
  const { gone: signal } = context;
  for (const type of ["pointerdown", "keydown", "wheel", "touchstart"]) {
    document.addEventListener(type, deed, { capture: true, passive: true, signal });
  }
  document.addEventListener("visibilitychange", seen, { signal });
  document.addEventListener("freeze", frozen, { signal });
  const looking = setInterval(look, LOOK_MS);
  signal.addEventListener("abort", () => clearInterval(looking), { once: true });
}
