// Time kept free for unplanned arrivals: what is asked of the engine, what came of it, and whether the clinic keeps it.
import type { BuffersReply, Clinic, PlanDocument } from "../engine/types.ts";
import type { ClinicIndex } from "./clinic.ts";

/** Chances with which the time is to be enough that can be chosen. */
export const BUFFER_LEVELS = [0.8, 0.9, 0.95] as const;
/** Shares of the time that no-shows free which can be taken for usable. */
export const FREED_SHARES = [0, 0.5, 1] as const;

/** What is asked. */
export interface BuffersQuestion {
  readonly level: number;
  readonly walkIns: boolean;
  readonly freedShare: number;
}

export interface BuffersState {
  readonly asked: BuffersQuestion;
  readonly reply: BuffersReply | undefined;
  /** The clinic, the plan and the question that the reply is about. */
  readonly of: { readonly clinic: ClinicIndex; readonly plan: PlanDocument; readonly asked: BuffersQuestion } | undefined;
  readonly running: boolean;
}

export const NO_BUFFERS: BuffersState = {
  asked: { level: 0.9, walkIns: true, freedShare: 0 },
  reply: undefined,
  of: undefined,
  running: false,
};

/** What the part of the Forecast view asks for. */
export type BuffersNews =
  | { readonly kind: "load" }
  | { readonly kind: "ask"; readonly question: BuffersQuestion }
  | { readonly kind: "accept" };

/** True if the clinic keeps exactly these minutes free. */
export function isKept(clinic: Clinic, reply: BuffersReply): boolean {
  const now = new Map(clinic.reserves.map((row) => [row.weekday, row.minutes]));
  return now.size === reply.weekdays.length && reply.weekdays.every((day) => now.get(day.weekday) === day.reserve_min);
}

/** The least and the most of some minutes; undefined without any. */
export function range(minutes: readonly number[]): { readonly low: number; readonly high: number } | undefined {
  return minutes.length > 0 ? { low: Math.min(...minutes), high: Math.max(...minutes) } : undefined;
}
