// What is doubtful in the clinic that is open, and what one click does about it.
import type { Doubt, DoubtKind, Mend, QualityReply } from "../engine/types.ts";
import type { ClinicIndex } from "./clinic.ts";

export interface QualityState {
  /** The clinic that the reply is of. */
  readonly of: ClinicIndex | undefined;
  readonly reply: QualityReply | undefined;
  readonly running: boolean;
}

export const NO_QUALITY: QualityState = { of: undefined, reply: undefined, running: false };

/** What the list of findings asks for. */
export type QualityNews =
  | { readonly kind: "load" }
  | { readonly kind: "mend"; readonly mends: readonly Mend[]; readonly label: string };

/** Findings of one kind, the gravest kinds first. */
export interface KindOfFindings {
  readonly kind: DoubtKind;
  readonly grade: Doubt["grade"];
  /** How many there are, listed or not. */
  readonly count: number;
  readonly findings: readonly Doubt[];
}

/** Findings by kind: errors first, then warnings, then notes; within them the order of the engine. */
export function byKind(reply: QualityReply): KindOfFindings[] {
  const rank = { error: 0, warning: 1, note: 2 } as const;
  return reply.counts
    .map((each) => ({ ...each, findings: reply.findings.filter((finding) => finding.kind === each.kind) }))
    .sort((a, b) => rank[a.grade] - rank[b.grade]);
}

/** The rooms that a mend makes one: what a plan calls the one that goes is called the other from then on. */
export function roomsMadeOne(mends: readonly Mend[]): Map<string, string> {
  return new Map(mends.flatMap((mend) => (mend.kind === "one_room" ? [[mend.drop, mend.keep] as const] : [])));
}
