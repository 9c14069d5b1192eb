// What every command works with: the state, the engine, and the page's root for the focus.
import { type EngineClient, EngineError, EngineLost } from "../engine/client.ts";
import type { Team } from "../engine/team.ts";
import type { RwPlanner } from "../elements/rw-planner/rw-planner.ts";
import type { Store } from "../state/store.ts";
import { capital } from "../state/describe.ts";
import { words } from "../words/en-US.ts";

export interface Context {
  readonly store: Store;
  readonly engine: EngineClient;
  /** The engine with others like it, for what is shared out. */
  readonly team: Team;
  readonly planner: RwPlanner;
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
