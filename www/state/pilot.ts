// A pilot: what is to be tried as a form, the design it means, and what the data say.
import type {
  PilotBetter, PilotComparison, PilotDesign, PilotDesignReply, PilotKind, PilotReadingReply, PilotRow,
} from "../engine/types.ts";
import type { Indicator } from "../engine/operations.ts";
import { dateOf, dayNumber } from "../format.ts";
import type { ClinicIndex } from "./clinic.ts";

/** Measures that the clinic's own records tell, by the rules of the indicators. */
export const KNOWN: readonly { readonly id: string; readonly better: PilotBetter }[] = [
  { id: "K10", better: "lower" },
  { id: "K9", better: "higher" },
  { id: "K11", better: "higher" },
];

/** What the form holds. Shares are in per cent. */
export interface PilotDraft {
  readonly name: string;
  readonly comparison: PilotComparison;
  readonly start: string;
  readonly weeks: number;
  /** Weeks after which one looks before the end; 0 for none. */
  readonly look: number;
  /** Units of this discipline; of all if empty. */
  readonly discipline: string;
  /** Observations of each unit over the whole pilot. */
  readonly observations: number;
  readonly icc: number;
  readonly correlation: number;
  /** One of the known measures, or empty for one's own. */
  readonly measure: string;
  readonly own: { readonly id: string; readonly kind: PilotKind; readonly better: PilotBetter; readonly sd: number };
  readonly baseline: number;
  readonly effect: number;
  /** Other known measures that are watched. */
  readonly also: readonly string[];
}

/** A design that was written down. */
export interface FixedPilot {
  readonly design: PilotDesign;
  readonly hash: string;
}

export interface PilotState {
  readonly draft: PilotDraft | undefined;
  readonly planned: PilotDesignReply | undefined;
  /** Why the draft cannot be planned. */
  readonly fault: string | undefined;
  readonly reading: { readonly reply: PilotReadingReply; readonly design: PilotDesign; readonly rehearsal: boolean } | undefined;
  readonly readingFault: string | undefined;
  readonly busy: boolean;
}

export const NO_PILOT: PilotState = {
  draft: undefined, planned: undefined, fault: undefined, reading: undefined, readingFault: undefined, busy: false,
};

/** What is to be read. */
export interface PilotData {
  readonly week: number;
  /** Weeks before the start that count as the time before; no records if undefined. */
  readonly beforeWeeks: number | undefined;
  readonly rows: string;
}

/** What the Pilot view asks for. */
export type PilotNews =
  | { readonly kind: "draft"; readonly patch: Partial<PilotDraft> }
  | { readonly kind: "fix" }
  | { readonly kind: "drop" }
  | { readonly kind: "save"; readonly what: "design" | "protocol" }
  | { readonly kind: "open"; readonly file: File }
  | { readonly kind: "read"; readonly data: PilotData }
  | { readonly kind: "rehearse" };

/** Visits of each clinician on record by their session's first clinician, and the weeks they lie in. */
export function visitsByClinician({ clinic }: ClinicIndex): { readonly visits: ReadonlyMap<string, number>; readonly weeks: number } {
  const seats = new Map<string, number>();
  for (const row of clinic.attendances) seats.set(row.appointment, (seats.get(row.appointment) ?? 0) + 1);
  const asOf = clinic.settings.as_of;
  const visits = new Map<string, number>();
  let first = asOf;
  for (const row of clinic.appointments) {
    const [unit] = row.clinicians;
    const n = row.patient ? 1 : (seats.get(row.id) ?? 0);
    if (unit === undefined || n === 0 || row.start >= asOf) continue;
    visits.set(unit, (visits.get(unit) ?? 0) + n);
    if (row.start < first) first = row.start;
  }
  return { visits, weeks: (dayNumber(asOf) - dayNumber(first)) / 7 };
}

/** Clinicians who may take part: those of the discipline who have a visit a week at least. */
export function unitsOf(index: ClinicIndex, discipline: string): { readonly id: string; readonly stratum: string }[] {
  const { visits, weeks } = visitsByClinician(index);
  return index.clinic.clinicians
    .filter((row) => (discipline === "" || row.discipline === discipline) && (visits.get(row.id) ?? 0) >= Math.max(1, weeks))
    .map((row) => ({ id: row.id, stratum: row.discipline }));
}

/** Observations of a unit in so many weeks, by the records: the middle clinician's. */
export function observationsOf(index: ClinicIndex, discipline: string, weeks: number): number {
  const known = visitsByClinician(index);
  const each = unitsOf(index, discipline).map((unit) => known.visits.get(unit.id) ?? 0).sort((a, b) => a - b);
  const middle = each[Math.floor(each.length / 2)] ?? 0;
  return known.weeks > 0 ? Math.max(1, Math.round((middle / known.weeks) * weeks)) : 100;
}

/** The value of a known measure in the past, per cent. */
export function baselineOf(past: readonly Indicator[] | undefined, id: string): number | undefined {
  const value = past?.find((item) => item.id === id)?.value;
  return value === undefined ? undefined : Math.round(value * 1000) / 10;
}

/** The first draft: fewer no-shows, by clinician, a quarter of a year from the week that is planned. */
export function firstDraft(index: ClinicIndex, past: readonly Indicator[] | undefined, name: string): PilotDraft {
  const weeks = 12;
  const baseline = baselineOf(past, "K10") ?? 18;
  return {
    name, comparison: "randomized", start: index.clinic.settings.horizon_start, weeks, look: 6, discipline: "",
    observations: observationsOf(index, "", weeks), icc: 0.03, correlation: 0.5, measure: "K10",
    own: { id: "", kind: "mean", better: "higher", sd: 1 }, baseline, effect: Math.max(1, Math.round(baseline / 3)), also: ["K9"],
  };
}

/** The design that a draft means. */
export function designOf(draft: PilotDraft, index: ClinicIndex, past: readonly Indicator[] | undefined): Partial<PilotDesign> {
  const known = KNOWN.find((each) => each.id === draft.measure);
  const share = known !== undefined || draft.own.kind === "share";
  const scale = share ? 100 : 1;
  const { own } = draft;
  const primary = {
    id: known?.id ?? own.id, kind: known ? ("share" as const) : own.kind, better: known?.better ?? own.better, primary: true,
    baseline: exact(draft.baseline / scale), effect: exact(draft.effect / scale), ...(!known && own.kind === "mean" ? { sd: own.sd } : {}),
  };
  const others = KNOWN.filter((each) => draft.also.includes(each.id) && each.id !== draft.measure).map(({ id, better }) => ({
    id, better, kind: "share" as const, primary: false, baseline: exact((baselineOf(past, id) ?? 80) / 100), effect: share ? exact(draft.effect / 100) : 0.05,
  }));
  return {
    name: draft.name, comparison: draft.comparison, start: draft.start, weeks: draft.weeks, looks: draft.look > 0 && draft.look < draft.weeks ? [draft.look] : [],
    units: unitsOf(index, draft.discipline), observations: draft.observations, icc: draft.icc, correlation: draft.correlation,
    measures: [primary, ...others], seed: index.clinic.settings.seed,
  };
}

function exact(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

/** The same design as if it had ended with the last full week on record. */
export function asRehearsal(design: PilotDesign, index: ClinicIndex): PilotDesign {
  const days = dayNumber(index.clinic.settings.as_of) - dayNumber(design.start) - 7 * design.weeks;
  return { ...design, start: dateOf(dayNumber(design.start) + 7 * Math.floor(days / 7)) };
}

/** Full weeks of a pilot that lie before the document's moment; 0 if it has not begun. */
export function weeksPassed(design: PilotDesign, index: ClinicIndex): number {
  const passed = Math.floor((dayNumber(index.clinic.settings.as_of) - dayNumber(design.start)) / 7);
  return Math.max(0, Math.min(design.weeks, passed));
}

/** Rows pasted from a sheet: measure, unit, arm, before, sum, count, and cluster if there are any; a header row is left out. */
export function parseRows(text: string): { readonly rows: PilotRow[]; readonly wrong: number[] } {
  const rows: PilotRow[] = [];
  const wrong: number[] = [];
  text.split(/\r?\n/).forEach((line, at) => {
    if (line.trim() === "") return;
    const [measure = "", unit = "", arm = "", before = "", sum = "", count = "", cluster = ""] = line.split(/\t|;|,/).map((cell) => cell.trim());
    if (at === 0 && /^measure$/i.test(measure)) return;
    const good = measure && unit && (arm === "usual" || arm === "new") && sum !== "" && count !== "" && Number.isFinite(Number(sum)) && Number(count) > 0;
    if (good) rows.push({ measure, unit, arm, before: /^(true|yes|1|before)$/i.test(before), sum: Number(sum), count: Number(count), cluster });
    else wrong.push(at + 1);
  });
  return { rows, wrong };
}
