// The keeper: a worker of its own that holds the keys and the audit log, and opens no foreign file but encrypted saves.
// It is started when it is first needed; when it ends, the keys are gone.
import { EngineClient, type EngineSource } from "../engine/client.ts";
import type { Operations } from "../engine/operations.ts";

type KeeperOperation = Extract<keyof Operations, `vault_${string}` | `audit_${string}` | "digest" | "save_read">;

export class Keeper {
  readonly #client: EngineClient;
  readonly #lost: () => void;
  #started: Promise<void> | undefined;

  /** `lost`: the worker crashed, and the keys with it. */
  constructor(source: EngineSource, lost: () => void) {
    this.#client = new EngineClient(
      source,
      (state) => {
        if (state === "lost") this.#lost();
      },
      false,
    );
    this.#lost = lost;
  }

  /** Whether there is a worker, and perhaps keys in it. */
  get running(): boolean {
    return this.#started !== undefined;
  }

  async call<O extends KeeperOperation>(operation: O, request: Operations[O]["request"]): Promise<Operations[O]["reply"]> {
    await (this.#started ??= this.#client.start(async () => {}));
    return this.#client.call(operation, request);
  }

  /** Ends the worker: no key is left. */
  end(): void {
    if (this.#started) this.#client.end();
    this.#started = undefined;
  }
}
