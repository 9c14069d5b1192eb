// Relieving a clinician: what is asked, how far the run is, and what came of it. Nothing of it changes the clinic or the plan.
import type { PlanDocument, RelieveReply } from "../engine/types.ts";
import type { ClinicIndex } from "./clinic.ts";

/** Shares of contract time that can be left, percent. */
export const RELIEF_PERCENTS = [90, 80, 70, 60, 50] as const;
/** Weeks that a cap can last. */
export const RELIEF_WEEKS = [2, 4, 8, 12] as const;

/** What is asked. */
export interface ReliefQuestion {
  readonly clinician: string;
  readonly percent: number;
  readonly weeks: number;
  /** Whether sessions of others may move too. */
  readonly others: boolean;
}

/** What came of a run. */
export interface ReliefResult {
  readonly question: ReliefQuestion;
  readonly reply: RelieveReply;
  readonly stopped: boolean;
  /** What it began with: it is of no use for anything else. */
  readonly plan: PlanDocument;
  readonly clinic: ClinicIndex;
}

export interface ReliefState {
  /** What is asked; undefined while nobody is to be relieved. */
  readonly asked: ReliefQuestion | undefined;
  readonly running: { readonly step: number; readonly steps: number } | undefined;
  readonly result: ReliefResult | undefined;
}

export const NO_RELIEF: ReliefState = { asked: undefined, running: undefined, result: undefined };

/** What the Workload view asks for. */
export type ReliefNews =
  | { readonly kind: "ask"; readonly question: ReliefQuestion }
  | { readonly kind: "run"; readonly question: ReliefQuestion }
  | { readonly kind: "stop" }
  | { readonly kind: "accept" }
  | { readonly kind: "discard" };

/** What is asked of somebody for whom nothing was chosen yet. */
export function firstQuestion(clinician: string): ReliefQuestion {
  return { clinician, percent: 80, weeks: 4, others: false };
}

/** Minutes a week that are left of a contract. */
export function weekMinutes(contract: number, percent: number): number {
  return Math.round((contract * percent) / 100);
}

/** Sessions that others take over from the one who is relieved, and how many others. */
export function absorbed(reply: RelieveReply): { readonly sessions: number; readonly people: number } {
  const lost = new Set(reply.people.find((row) => row.clinician === reply.cap.clinician)?.lost);
  const takers = reply.people.filter((row) => row.gained.some((key) => lost.has(key)));
  return { sessions: new Set(takers.flatMap((row) => row.gained.filter((key) => lost.has(key)))).size, people: takers.length };
}

/** True if the result is about what is asked, the plan on the board and the clinic as it stands. */
export function isCurrent(result: ReliefResult, asked: ReliefQuestion, plan: PlanDocument | undefined, clinic: ClinicIndex): boolean {
  const { question } = result;
  const same = question.clinician === asked.clinician && question.percent === asked.percent && question.weeks === asked.weeks && question.others === asked.others;
  return same && result.plan === plan && result.clinic === clinic;
}
