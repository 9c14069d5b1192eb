// The smallest staffing that meets targets: what is asked, and what was found.
import type { StaffingMeasure, StaffingPoint, StaffingReport, StaffingRequest } from "../engine/types.ts";
import { formatNumber } from "../format.ts";
import { words } from "../words/index.ts";
import { disciplineOf } from "./describe.ts";

/** A target as it stands in the form; shares in per cent. */
export interface TargetDraft {
  readonly on: boolean;
  readonly value: number;
}

export interface StaffingDraft {
  readonly targets: Readonly<Record<StaffingMeasure, TargetDraft>>;
  /** Per cent. */
  readonly demand: number;
  /** Full-time equivalents. */
  readonly step: number;
}

export interface StaffingState {
  readonly draft: StaffingDraft;
  readonly running: { readonly step: number; readonly steps: number; readonly plans: number; readonly fte: number } | undefined;
  readonly report: StaffingReport | undefined;
  /** What the report answers. */
  readonly asked: StaffingDraft | undefined;
}

const off = (value: number): TargetDraft => ({ on: false, value });

export const NO_STAFFING: StaffingState = {
  draft: {
    targets: {
      placed: { on: true, value: 92 },
      third_next_available: off(2),
      mandated_unplaced: off(0),
      high_strain: { on: true, value: 0 },
      raised_strain: off(2),
      overtime_hours: off(10),
      utilization: off(85),
    },
    demand: 50,
    step: 1,
  },
  running: undefined,
  report: undefined,
  asked: undefined,
};

/** What the form asks for. */
export type StaffingNews =
  | { readonly kind: "draft"; readonly patch: Partial<StaffingDraft> }
  | { readonly kind: "run" }
  | { readonly kind: "stop" }
  /** Puts the people that were found into the scenario. */
  | { readonly kind: "try" };

/** Measures in the order of the form. */
export const MEASURES = Object.keys(NO_STAFFING.draft.targets) as StaffingMeasure[];

/** What one shown unit of a measure is in the engine's. */
export function targetScale(measure: StaffingMeasure): number {
  return measure === "placed" || measure === "utilization" ? 0.01 : 1;
}

/** The request of a form; undefined without a target. */
export function staffingRequest(draft: StaffingDraft): Pick<StaffingRequest, "targets" | "demand" | "step"> | undefined {
  const targets = MEASURES.filter((measure) => draft.targets[measure].on).map((measure) => ({
    measure,
    value: Math.round(draft.targets[measure].value * targetScale(measure) * 1e6) / 1e6,
  }));
  return targets.length > 0 ? { targets, demand: Math.round(draft.demand * 1e4) / 1e6, step: draft.step } : undefined;
}

/** People in words: `1 counselor, 0.5 peer`; today's if nobody is hired. */
export function peopleOf(point: StaffingPoint): string {
  if (point.hires.length === 0) return words.staffing.today;
  return point.hires.map(({ discipline, fte }) => words.staffing.person(formatNumber(fte), disciplineOf(discipline))).join(", ");
}

/** The staffing that comes nearest: fewest targets missed, then most placed, then the cheapest. */
export function nearestPoint(report: StaffingReport): StaffingPoint {
  const missed = (point: StaffingPoint): number => point.met.filter((met) => !met).length;
  const better = (a: StaffingPoint, b: StaffingPoint): number => missed(a) - missed(b) || b.placed - a.placed || a.cost_year_cents - b.cost_year_cents;
  return [...report.points].sort(better)[0] ?? report.today;
}

/** Points on the frontier from the cheapest on, each cost once. */
export function frontierOf(report: StaffingReport): StaffingPoint[] {
  const seen = new Set<string>();
  return report.points
    .filter((point) => point.frontier)
    .sort((a, b) => a.cost_year_cents - b.cost_year_cents || a.placed - b.placed)
    .filter((point) => {
      const key = `${point.cost_year_cents}/${point.placed}`;
      return !seen.has(key) && seen.add(key);
    });
}
