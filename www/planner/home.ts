// What a planner finds around it: the page that is nothing but a planner, or a page of others.
import type { EngineSource } from "../engine/client.ts";
import type { Device } from "../keep/device.ts";
import type { Self } from "../state/privacy.ts";

export interface Home {
  /** Where worker and modules come from. */
  readonly engine: EngineSource;
  /** What this copy says of itself. */
  readonly self: Self;
  /** Whether the page is nothing but this planner: then keys that no control has are its own too. */
  readonly whole: boolean;
  /** The store of the shell around the page, where there is a shell. `changed`: another tab has written. */
  readonly device?: (changed: () => void) => Promise<Device | undefined>;
}
