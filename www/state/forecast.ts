// Demand ahead: what is asked of the engine, what came of it, and what of it is worth a line.
import type { ClinicAhead, Closing, DisciplineAhead, Measure, SeriesAhead } from "../engine/types.ts";
import { dayNumber } from "../format.ts";
import type { Course } from "../elements/rw-course/rw-course.ts";
import { type ClinicIndex } from "./clinic.ts";
import { spoken } from "../words/engine.ts";
import { asSentence, disciplineOf, withNames } from "./describe.ts";

/** Weeks ahead that can be chosen: a month, a quarter of a year, half a year. */
export const HORIZONS = [4, 13, 26] as const;
/** Probabilities with which the hours are to suffice that can be chosen. */
export const LEVELS = [0.5, 0.8, 0.9, 0.95] as const;
/** Less than this is missing by rounding, not by demand, hours. Our choice: half an hour a week. */
const SMALLEST_GAP = 0.5;

/** What is asked. */
export interface ForecastQuestion {
  readonly weeks: number;
  readonly level: number;
}

export interface ForecastState {
  readonly asked: ForecastQuestion;
  readonly report: ClinicAhead | undefined;
  /** What the report answers. */
  readonly reported: ForecastQuestion | undefined;
  readonly running: { readonly step: number; readonly steps: number } | undefined;
  /** Stopped by the user before it was done. */
  readonly stopped: boolean;
}

export const NO_FORECAST: ForecastState = {
  asked: { weeks: 13, level: 0.8 },
  report: undefined,
  reported: undefined,
  running: undefined,
  stopped: false,
};

/** What the Forecast view asks for. */
export type ForecastNews = { readonly kind: "ask"; readonly question: ForecastQuestion } | { readonly kind: "run" } | { readonly kind: "stop" };

/** True if the report answers what is asked. */
export function isAnswered({ asked, reported }: ForecastState): boolean {
  return reported !== undefined && reported.weeks === asked.weeks && reported.level === asked.level;
}

/** A discipline that has people or demand on record. */
export function isStaffed(each: DisciplineAhead): boolean {
  return each.capacity.clinicians > 0 || each.hours.history.length > 0;
}

/** Weeks in which a discipline lacks hours with the wanted probability, and the most that is missing in one. */
export function shortage(each: DisciplineAhead): { readonly weeks: number; readonly most: number } {
  const missing = each.gap_planned.filter((hours) => hours >= SMALLEST_GAP);
  return { weeks: missing.length, most: Math.max(0, ...missing) };
}

/** Disciplines that lack hours first, the most missing hours at the top; the others by name. */
export function byNeed(disciplines: readonly DisciplineAhead[]): DisciplineAhead[] {
  const rank = new Map(disciplines.map((each) => [each, shortage(each)]));
  const most = (each: DisciplineAhead): number => rank.get(each)?.most ?? 0;
  return disciplines.filter(isStaffed).sort((a, b) => most(b) - most(a) || a.discipline.localeCompare(b.discipline));
}

/** A total over the weeks shown as an amount a week. */
export function perWeek(total: number, weeks: number): number {
  return weeks > 0 ? total / weeks : 0;
}

/** A way to close a gap, and how many of the short weeks it closes whole. */
export interface Means {
  readonly means: Closing;
  readonly weeks: number;
}

/** Means that close something, the ones that close most short weeks first; and those that cannot. */
export function closingOf(each: DisciplineAhead): { readonly helps: Means[]; readonly not: Closing[] } {
  const closes = (means: Closing): boolean => means.closes.some((hours) => hours > 0);
  const closed = (means: Closing): number =>
    each.gap_planned.filter((gap, week) => gap >= SMALLEST_GAP && (means.closes[week] ?? 0) > gap - SMALLEST_GAP / 10).length;
  const helps = each.closing.filter(closes).map((means) => ({ means, weeks: closed(means) }));
  return { helps: helps.sort((a, b) => b.weeks - a.weeks || a.means.cents - b.means.cents), not: each.closing.filter((means) => !closes(means)) };
}

/** Series of a measure, in the order of the services. */
export function seriesOf(report: ClinicAhead, measure: Measure): SeriesAhead[] {
  return report.series.filter((series) => series.measure === measure);
}

/** Hours of a discipline as a chart. */
export function courseOfHours(report: ClinicAhead, each: DisciplineAhead): Course {
  const from = dayNumber(report.weeks[0] ?? report.as_of);
  return {
    ...courseStart(report, each.hours.history.length),
    history: each.hours.history,
    from,
    fan: each.hours.fan,
    capacity: each.capacity.hours,
    widenedFrom: undefined,
  };
}

/** A series as a chart; undefined if it was refused. */
export function courseOfSeries(report: ClinicAhead, series: SeriesAhead): Course | undefined {
  if (!series.ahead) return undefined;
  return {
    start: dayNumber(series.first_week),
    history: series.history,
    from: dayNumber(report.weeks[0] ?? report.as_of),
    fan: series.ahead.fan,
    capacity: undefined,
    widenedFrom: series.ahead.widened_from ?? undefined,
  };
}

/** Where a history of so many weeks begins: its last week is the same as that of the series. */
function courseStart(report: ClinicAhead, weeks: number): { readonly start: number } {
  const ends = report.series.map((series) => dayNumber(series.first_week) + 7 * series.history.length);
  const end = ends.length > 0 ? Math.max(...ends) : dayNumber(report.weeks[0] ?? report.as_of);
  return { start: end - 7 * weeks };
}

/** A sentence of the engine with names in place of ids. */
export function told(index: ClinicIndex, text: string, disciplines: readonly DisciplineAhead[]): string {
  const known = new Set(disciplines.map((each) => each.discipline));
  return spelled(withNames(index, spoken(text).replace(/`([^`]+)`/g, (whole, id: string) => (known.has(id) ? disciplineOf(id) : whole))));
}

/** Arithmetic of the engine as a sentence, with a sign for times. */
export function spelled(text: string): string {
  return asSentence(spoken(text).replaceAll(" x ", " × "));
}
