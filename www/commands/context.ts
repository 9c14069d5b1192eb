// What every command works with: the state, the engine, and the page's root for the focus.
import { type EngineClient, EngineError, EngineLost } from "../engine/client.ts";
import type { Team } from "../engine/team.ts";
import type { PlanDocument } from "../engine/types.ts";
import type { Device } from "../keep/device.ts";
import type { Keeper } from "../keep/keeper.ts";
import type { AuditTrail } from "../keep/log.ts";
import type { Slots } from "../keep/slots.ts";
import type { ChangeNote, SavedFile } from "../state/keep.ts";
import type { Work } from "../state/store.ts";
import type { RwPlanner } from "../elements/rw-planner/rw-planner.ts";
import type { Store } from "../state/store.ts";
import { capital } from "../state/describe.ts";
import { words } from "../words/index.ts";

export interface Context {
  readonly store: Store;
  readonly engine: EngineClient;
  /** The engine with others like it, for what is shared out. */
  readonly team: Team;
  readonly planner: RwPlanner;
  /** Keys, log, and the copy on this device. */
  readonly keeping: Keeping;
}

/** What saving and the log work with. */
export interface Keeping {
  readonly keeper: Keeper;
  readonly trail: AuditTrail;
  /** The copy on this device; undefined until the shell has answered, and where there is none. */
  slots: Slots | undefined;
  device: Device | undefined;
  /** The save that is the base of unsaved changes, and its revision. */
  base: { readonly revision: number; readonly work: Work } | undefined;
  /** The envelope that was chosen and waits for its passphrase, or that was made by the lock. */
  sealed: { readonly envelope: string; readonly source: "file" | "device" | "lock"; readonly unsaved: number } | undefined;
  /** The save that was opened on this device, and the note of changes that may be taken up. */
  pending: { readonly saved: SavedFile; readonly note: ChangeNote } | undefined;
  /** The last plan that the optimizer proposed. */
  proposed: PlanDocument | undefined;
}

/** One sentence for the live region. */
export function say(context: Context, text: string): void {
  context.store.set({ said: text });
}

/** Shows what went wrong: what happened, and that nothing is lost. A lost engine is told by its own notice. */
export function report(context: Context, error: unknown): void {
  if (error instanceof EngineLost) {
    context.store.set({
      busy: undefined,
      solve: undefined,
      notice: { tone: "bad", text: words.engine.lost, undo: false, retry: true },
      said: words.engine.lost,
    });
    return;
  }
  const text = error instanceof EngineError ? capital(error.message) : words.failed;
  if (!(error instanceof EngineError)) console.error(error);
  context.store.set({ busy: undefined, notice: { tone: "bad", text: words.data.failed(text), undo: false, retry: false }, said: text });
}

/** A command that reports its own failure. */
export async function attempt(context: Context, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    report(context, error);
  }
}
