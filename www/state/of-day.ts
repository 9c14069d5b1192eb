// What the engine is asked about one day of the plan on the board.
import type { PlanDocument } from "../engine/types.ts";
import type { ClinicIndex } from "./clinic.ts";

/** An answer, and what it is an answer to. */
export interface OfDay<R> {
  readonly clinic: ClinicIndex | undefined;
  readonly plan: PlanDocument | undefined;
  readonly day: number | undefined;
  /** The last answer, which stays in sight until the next one comes; undefined before the first. */
  readonly reply: R | undefined;
}

export const NOT_ASKED: OfDay<never> = { clinic: undefined, plan: undefined, day: undefined, reply: undefined };
