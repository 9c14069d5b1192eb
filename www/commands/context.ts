// What every command works with: the state, the engine, the element for the focus, and who is told of what leaves or fails.
import { type EngineClient, EngineError, EngineLost } from "../engine/client.ts";
import { EngineRefused } from "../engine/refused.ts";
import type { Team } from "../engine/team.ts";
import type { PlanDocument } from "../engine/types.ts";
import type { Device } from "../keep/device.ts";
import type { Keeper } from "../keep/keeper.ts";
import type { AuditTrail } from "../keep/log.ts";
import type { Slots } from "../keep/slots.ts";
import type { ChangeNote, SavedFile } from "../state/keep.ts";
import type { PlannerPage } from "../elements/rw-planner/page.ts";
import type { Home } from "../planner/home.ts";
import { ReadOnly, type Store, type Work } from "../state/store.ts";
import { capital } from "../state/describe.ts";
import { words } from "../words/index.ts";

export interface Context {
  readonly store: Store;
  readonly engine: EngineClient;
  /** The engine with others like it, for what is shared out. */
  readonly team: Team;
  readonly planner: PlannerPage;
  /** What is around it. */
  readonly home: Home;
  /** Keys, log, and the copy on this device. */
  readonly keeping: Keeping;
  /** What stops each long task that is under way. */
  readonly runs: Partial<Record<Run, AbortController>>;
  /** Aborted once all of this is over. */
  readonly gone: AbortSignal;
  readonly told: Told;
}

/** The long tasks. */
export type Run = "plan" | "forecast" | "incident" | "relief" | "scenario" | "simulate" | "staffing";

/** A file that is about to leave. */
export interface OutgoingFile {
  readonly name: string;
  readonly blob: Blob;
}

/** Who is told of what the page around may want to know. */
export interface Told {
  /** A deed of the user makes a file: true if it may be handed to the browser as a download. */
  readonly leaving: (file: OutgoingFile) => boolean;
  readonly failed: (code: string, message: string) => void;
  /** The user sends the plan to the portal around the page. */
  readonly send: (plan: PlanDocument) => void;
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
  /** The work that was noted to the copy on this device, and when the next note is due. */
  noted: Work | undefined;
  noting: ReturnType<typeof setTimeout> | undefined;
}

/** One sentence for the live region. */
export function say(context: Context, text: string): void {
  context.store.set({ said: text });
}

/** Shows what went wrong: what happened, and that nothing is lost. A lost engine is told by its own notice. */
export function report(context: Context, error: unknown): void {
  const { store } = context;
  // Whatever was under way when the workers were ended is no news.
  if (context.gone.aborted) return;
  if (error instanceof ReadOnly) {
    store.set({ busy: undefined, notice: { tone: "note", text: words.empty.readonly, undo: false, retry: false }, said: words.empty.readonly });
    return;
  }
  if (error instanceof EngineRefused) {
    const reason = words.engine.refused[error.code](error.detail);
    store.set({ busy: undefined, blocked: reason, said: words.engine.blocked(reason) });
    context.told.failed(`engine.${error.code}`, words.engine.blocked(reason));
    return;
  }
  if (error instanceof EngineLost) {
    store.set({
      busy: undefined,
      solve: undefined,
      notice: { tone: "bad", text: words.engine.lost, undo: false, retry: true },
      said: words.engine.lost,
    });
    context.told.failed("engine.lost", words.engine.lost);
    return;
  }
  const text = error instanceof EngineError ? capital(error.message) : words.failed;
  if (!(error instanceof EngineError)) console.error(error);
  store.set({ busy: undefined, notice: { tone: "bad", text: words.data.failed(text), undo: false, retry: false }, said: text });
  context.told.failed(error instanceof EngineError ? error.code : "page", text);
}

/** A command that reports its own failure. */
export async function attempt(context: Context, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    report(context, error);
  }
}
