// Who is expected to come: what the engine says of one plan, and what of it is worth a line.
import type { AttendanceReply, AttendanceScore, Help, PlanDocument, SeatExpectation, SessionExpectation } from "../engine/types.ts";

export interface AttendanceState {
  /** The plan that the report is of, or that is being looked at. */
  readonly plan: PlanDocument | undefined;
  readonly report: AttendanceReply | undefined;
  /** The session whose scores are told with what they are made of. */
  readonly explained: SessionExpectation | undefined;
  readonly running: boolean;
}

export const NO_ATTENDANCE: AttendanceState = { plan: undefined, report: undefined, explained: undefined, running: false };

/** What views ask about attendance. */
export type AttendanceNews = { readonly kind: "load" } | { readonly kind: "explain"; readonly session: string };

/** A visit for which help is suggested. */
export interface HelpLine {
  readonly session: SessionExpectation;
  readonly seat: SeatExpectation;
  /** Chance that the patient misses it or cancels late. */
  readonly missing: number;
  readonly help: readonly Help[];
}

/** Chance that the patient misses a visit or cancels it late. */
export function missingOf(seat: SeatExpectation): number {
  return seat.no_show + seat.late_cancel;
}

/** Visits for which help is suggested, the likeliest to be missed first. */
export function helpLines(report: AttendanceReply): HelpLine[] {
  return report.sessions
    .flatMap((session) => session.patients.map((seat) => ({ session, seat, missing: missingOf(seat), help: seat.help ?? [] })))
    .filter((line) => line.help.length > 0)
    .sort((a, b) => b.missing - a.missing || a.session.start.localeCompare(b.session.start) || a.seat.patient.localeCompare(b.seat.patient));
}

/** 95 % of the sums that chance makes of an expected number of visits, if they are independent; never beyond all of them. */
export function rangeOf(attend: number, sd: number, seats: number): readonly [number, number] {
  return [Math.max(0, attend - 1.96 * sd), Math.min(seats, attend + 1.96 * sd)];
}

/** Log odds of a chance. */
export function logOdds(chance: number): number {
  return Math.log(chance / (1 - chance));
}

/** The contributions of a score that say something, the largest first. */
export function contributionsOf(score: AttendanceScore): AttendanceScore["contributions"] {
  return [...(score.contributions ?? [])].filter((each) => Math.abs(each.log_odds) >= 0.005).sort((a, b) => Math.abs(b.log_odds) - Math.abs(a.log_odds));
}

/** What is left of the contributions when those that say something are told. */
export function restOf(score: AttendanceScore): number {
  const told = contributionsOf(score).reduce((sum, each) => sum + each.log_odds, 0);
  return (score.contributions ?? []).reduce((sum, each) => sum + each.log_odds, 0) - told;
}

/** The expectation of a session in the report of a plan. */
export function expectationOf(state: AttendanceState, plan: PlanDocument | undefined, session: string): SessionExpectation | undefined {
  if (state.plan !== plan) return undefined;
  return state.explained?.session === session ? state.explained : state.report?.sessions.find((each) => each.session === session);
}
