// Weeks lived through: how often is asked, what is under way, and what came of it.
import type { SimulatedClaim, PolicyName, SimulateReply } from "../engine/types.ts";
import type { ClinicIndex } from "./clinic.ts";

/** Runs that can be chosen. */
export const RUNS = [5, 10, 20, 50] as const;

/** A run under way. */
export interface SimulatorRun {
  readonly step: number;
  readonly steps: number;
  readonly runs: number;
  /** Runs that are done. */
  readonly done: number;
  readonly policy: PolicyName | undefined;
  /** What the done ones say. */
  readonly claims: readonly SimulatedClaim[];
}

export interface SimulatorState {
  readonly runs: (typeof RUNS)[number];
  readonly running: SimulatorRun | undefined;
  readonly reply: SimulateReply | undefined;
  /** What the reply is about: the clinic, and how many runs were asked for. */
  readonly of: { readonly clinic: ClinicIndex; readonly runs: number } | undefined;
}

export const NO_SIMULATOR: SimulatorState = { runs: 10, running: undefined, reply: undefined, of: undefined };

/** What the Simulator view asks for. */
export type SimulatorNews =
  | { readonly kind: "runs"; readonly runs: SimulatorState["runs"] }
  | { readonly kind: "run" }
  | { readonly kind: "stop" };

/** The ways of scheduling in the order of the request: differences are to the first. */
export const POLICIES: readonly PolicyName[] = ["human", "recall", "rules", "optimizer"];
