// What the schedule asks of people: the engine's report of one plan, the team alone unless people are asked for.
import type { ClinicianWorkload, PersonStrain, PlanDocument, StrainPart, WorkloadReply } from "../engine/types.ts";

export interface WorkloadState {
  /** The plan that the report looks ahead to. */
  readonly plan: PlanDocument | undefined;
  /** Whether clinicians are shown one by one. */
  readonly people: boolean;
  readonly report: WorkloadReply | undefined;
  readonly running: boolean;
}

export const NO_WORKLOAD: WorkloadState = { plan: undefined, people: false, report: undefined, running: false };

/** What the Workload view asks for. */
export type WorkloadNews = { readonly kind: "load" } | { readonly kind: "people"; readonly on: boolean };

/** Parts that make points, the most first; and those that are not recorded. */
export function partsOf(strain: PersonStrain): { readonly made: StrainPart[]; readonly missing: StrainPart[] } {
  const known = strain.parts.filter((part) => part.amount !== undefined);
  return {
    made: known.filter((part) => part.points > 0).sort((a, b) => b.points - a.points || a.id.localeCompare(b.id)),
    missing: strain.parts.filter((part) => part.amount === undefined),
  };
}

/** Clinicians with work, those with warnings first, then by the larger index. */
export function byLoad(report: WorkloadReply): ClinicianWorkload[] {
  const index = (each: ClinicianWorkload): number => Math.max(each.recent?.index ?? 0, each.ahead?.index ?? 0);
  return report.clinicians
    .filter((each) => each.recent || each.ahead)
    .sort((a, b) => Number(b.warnings.length > 0) - Number(a.warnings.length > 0) || index(b) - index(a) || a.clinician.localeCompare(b.clinician));
}
