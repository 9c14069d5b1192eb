// Goal seek: which slider has to stand where for an outcome to reach a value, as instant estimates say it.
import type { ScenarioReport } from "../engine/operations.ts";
import type { Surface, SurfaceEstimate } from "../engine/types.ts";
import { formatMoney, formatNumber } from "../format.ts";
import { spoken } from "../words/engine.ts";
import { words } from "../words/index.ts";

/** What is asked: values are what the user sees, money in whole units of the currency, shares in per cent. */
export interface GoalQuestion {
  readonly outcome: string;
  readonly reach: number;
  /** The control that is turned for it. */
  readonly slider: string;
  /** A second one, along whose range the answer is given; empty for none. */
  readonly along: string;
}

/** The answer for one position of the second slider, or of none. Positions are what the user sees. */
export interface GoalPoint {
  readonly along: number | undefined;
  /** `met`: reached with the slider as it is today; `beyond`: nowhere in the range that was planned. */
  readonly kind: "met" | "reached" | "beyond";
  /** Where the estimate reaches the goal: the step of the slider that does. */
  readonly value: number | undefined;
  /** Where the band's worse end reaches it. */
  readonly cautious: number | undefined;
  /** What is estimated there; where the goal is out of reach, at the best end of the range. */
  readonly guess: SurfaceEstimate;
}

export interface GoalAnswer {
  readonly question: GoalQuestion;
  readonly points: readonly GoalPoint[];
}

/** A setting of an answer that was planned anew. */
export interface GoalPlan {
  readonly question: GoalQuestion;
  readonly guess: SurfaceEstimate;
  readonly values: readonly (readonly [string, number])[];
}

export interface GoalState {
  readonly question: GoalQuestion;
  readonly answer: GoalAnswer | undefined;
  readonly planned: GoalPlan | undefined;
}

export const NO_GOAL: GoalState = {
  question: { outcome: "net_cents", reach: 0, slider: "", along: "" },
  answer: undefined,
  planned: undefined,
};

/** An outcome that can be a goal. */
export interface GoalOutcome {
  readonly id: string;
  readonly name: string;
  /** What stands behind the field. */
  readonly unit: string;
  /** What one shown unit is in the engine's unit. */
  readonly scale: number;
  /** 1 if more is better, -1 if less is. */
  readonly direction: 1 | -1;
  readonly show: (value: number) => string;
}

/** What can be a goal: money first, then every indicator that says which way is better and, if there is one, that the surface knows. */
export function goalOutcomes(report: ScenarioReport, surface: Surface | undefined, currency: string): GoalOutcome[] {
  const money = (id: string, name: string): GoalOutcome => ({
    id, name, unit: currency, scale: 100, direction: 1, show: (cents) => formatMoney(cents, currency),
  });
  const indicators = (report.cases[0]?.indicators ?? []).flatMap((row): GoalOutcome[] => {
    if (row.direction === 0) return [];
    const share = row.unit === "share";
    const unit = share ? "%" : row.unit === "hours" ? "h" : "";
    const scale = share ? 0.01 : 1;
    const show = (value: number): string => `${formatNumber(value / scale)}${unit && ` ${unit}`}`;
    return [{ id: row.id, name: spoken(row.name), unit, scale, direction: row.direction > 0 ? 1 : -1, show }];
  });
  const all = [money("net_cents", words.scenarios.netOver(report.months)), money("first_year_cents", words.scenarios.firstYear), ...indicators];
  return surface ? all.filter(({ id }) => surface.outcomes.some((outcome) => outcome.id === id)) : all;
}

/** True if a value is as good as the goal. */
export function meets(outcome: GoalOutcome, value: number, reach: number): boolean {
  return outcome.direction > 0 ? value >= reach : value <= reach;
}

/** The value that the likely case of a report gives for an outcome. */
export function planned(report: ScenarioReport, id: string): number | undefined {
  const likely = report.cases.find((each) => each.name === "likely");
  if (id === "net_cents") return likely?.net_cents.mean;
  if (id === "first_year_cents") return likely?.first_year_cents.mean;
  return likely?.indicators.find((row) => row.id === id)?.value ?? undefined;
}

/** The position nearest to today's. */
export function nearest(values: readonly number[]): number | undefined {
  return values.reduce<number | undefined>((best, value) => (best === undefined || Math.abs(value) < Math.abs(best) ? value : best), undefined);
}

/** The step of a slider at or beyond `value`, upward or downward, within its range. */
export function toStep(value: number, step: number, up: boolean, [low, high]: readonly [number, number]): number {
  const steps = value / step;
  const whole = (up ? Math.ceil(steps - 1e-9) : Math.floor(steps + 1e-9)) * step;
  return Math.min(high, Math.max(low, Math.round(whole * 1e6) / 1e6)) + 0;
}
