// Scenarios: the levers a user can turn, the changes they mean, and what came of them.
import type { Change, Lever, ScenarioReport } from "../engine/operations.ts";
import type { Clinic, LeverFacts, LeversReply, ScenarioTemplate, Surface, SurfaceEstimate } from "../engine/types.ts";
import { formatNumber } from "../format.ts";
import { wordFor, words } from "../words/index.ts";
import { disciplineOf } from "./describe.ts";
import { type GoalPlan, type GoalQuestion, type GoalState, NO_GOAL } from "./goal.ts";

/** One assumption that can be turned. Values are what the user sees: per cent for shares, else plain numbers. */
export interface Control {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly note: string;
  readonly lever: Lever;
  /** What one shown unit is in the lever's unit. */
  readonly scale: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** What it is at first: the most likely value. */
  readonly start: number;
  /** Cautious and hopeful end at first. */
  readonly low: number;
  readonly high: number;
  readonly ramp: { readonly low: number; readonly likely: number; readonly high: number };
}

/** An approach of the field in place of own assumptions about results, at once or in phases. */
export interface Approach {
  readonly template: ScenarioTemplate;
  readonly phased: boolean;
}

/** A scenario kept by the user. */
export interface SavedScenario {
  readonly name: string;
  readonly values: readonly (readonly [string, number])[];
  /** The approach it took, none if only the user's own assumptions. */
  readonly approach?: Approach;
  readonly report: ScenarioReport;
}

/** A run under way. */
export interface ScenarioRun {
  readonly step: number;
  readonly steps: number;
  readonly draws: number;
  readonly ofDraws: number;
  /** Net benefit, conservative, likely and aggressive, cents: an estimate until the run is done. */
  readonly net?: readonly [number, number, number] | undefined;
  /** True if the estimate rests on quick plans of today's week alone. */
  readonly quick?: boolean;
}

/** A surface that estimates at once, and which control each of its sliders is. */
export interface Instant {
  readonly surface: Surface;
  readonly controls: readonly string[];
  readonly months: number;
  /** Root mean squared error of net benefit on positions that it had not seen, cents, and how many there were. */
  readonly missed: number | undefined;
  readonly unseen: number;
}

/** The parts of the view. */
export type ScenarioPart = "run" | "staffing" | "report";

export interface ScenarioState {
  readonly part: ScenarioPart;
  /** Values that differ from the start, by control. */
  readonly draft: ReadonlyMap<string, number>;
  readonly months: number;
  /** What can be chosen, once the engine has told. */
  readonly choices: LeversReply | undefined;
  readonly approach: Approach | undefined;
  readonly report: ScenarioReport | undefined;
  /** The values the report was made of. */
  readonly reported: ReadonlyMap<string, number> | undefined;
  readonly reportedMonths: number;
  readonly reportedApproach: Approach | undefined;
  readonly running: ScenarioRun | undefined;
  readonly instant: Instant | undefined;
  /** A surface is being prepared. */
  readonly preparing: ScenarioRun | undefined;
  /** What the surface says of the draft; `beyond` where nothing was planned. */
  readonly guess: SurfaceEstimate | "beyond" | undefined;
  readonly goal: GoalState;
}

export const NO_SCENARIO: ScenarioState = {
  part: "run",
  draft: new Map(),
  months: 36,
  choices: undefined,
  approach: undefined,
  report: undefined,
  reported: undefined,
  reportedMonths: 36,
  reportedApproach: undefined,
  running: undefined,
  instant: undefined,
  preparing: undefined,
  guess: undefined,
  goal: NO_GOAL,
};

/** What the Scenarios view asks for. */
export type ScenarioNews =
  | { readonly kind: "turn"; readonly id: string; readonly value: number }
  | { readonly kind: "months"; readonly months: number }
  | { readonly kind: "approach"; readonly approach: Approach | undefined }
  | { readonly kind: "reset" }
  | { readonly kind: "run" }
  | { readonly kind: "part"; readonly part: ScenarioPart }
  | { readonly kind: "prepare" }
  | { readonly kind: "goal"; readonly patch: Partial<GoalQuestion> }
  | { readonly kind: "seek" }
  /** Puts the sliders where an answer says, and runs. */
  | { readonly kind: "replan"; readonly plan: GoalPlan }
  /** Every kept scenario and the one at hand, with its money as formulas. */
  | { readonly kind: "workbook" }
  | { readonly kind: "stop" }
  | { readonly kind: "save"; readonly name: string }
  | { readonly kind: "remove"; readonly name: string }
  | { readonly kind: "load"; readonly name: string };

const RAMP = { low: 9, likely: 6, high: 3 };
const AT_ONCE = { low: 0, likely: 0, high: 0 };

/**
 * The controls of a clinic, within the ranges of the engine's levers: what better planning is said to bring, with its range,
 * and decisions of the clinic. A draft may hire in more disciplines than the most common one.
 */
export function controlsOf(clinic: Clinic, levers: readonly LeverFacts[] = [], draft: ReadonlyMap<string, number> = new Map()): Control[] {
  const w = words.scenarios.controls;
  const percent = { unit: "%", scale: 0.01, step: 1 };
  const claim = (id: string, lever: Lever, [low, start, high]: readonly [number, number, number], min: number, max: number): Control => ({
    id, name: wordFor(w, id)?.[0] ?? id, note: wordFor(w, id)?.[1] ?? "", lever, ...percent, min, max, start, low, high, ramp: RAMP,
  });
  const decision = (id: string, lever: Lever, rest: Pick<Control, "unit" | "scale" | "min" | "max" | "step">, name?: string): Control => ({
    id, name: name ?? wordFor(w, id)?.[0] ?? id, note: wordFor(w, id)?.[1] ?? "", lever, ...rest, start: 0, low: 0, high: 0, ramp: AT_ONCE,
  });
  const discipline = mostCommon(clinic.clinicians.map((row) => row.discipline));
  const remote = mostCommon(
    clinic.orders
      .map((order) => clinic.services.find((service) => service.id === order.service))
      .filter((service) => service?.modalities.includes("in_person") && service.modalities.includes("video"))
      .map((service) => service?.id ?? ""),
  );
  const controls: Control[] = [];
  const more = [...draft.keys()].filter((id) => id.startsWith(HIRE)).map((id) => id.slice(HIRE.length));
  for (const each of new Set([...(discipline ? [discipline] : []), ...more])) {
    const id = each === discipline ? "hire" : HIRE + each;
    const text = { name: words.scenarios.hire(disciplineOf(each)), note: w["hire"]?.[1] ?? "" };
    controls.push({ ...decision(id, { hire: { discipline: each } }, { unit: words.scenarios.fte, scale: 1, min: 0, max: 20, step: 0.5 }), ...text });
  }
  if (remote) {
    const service = clinic.services.find((row) => row.id === remote);
    const name = words.scenarios.telehealth(service?.name ?? remote);
    controls.push(decision("telehealth", { telehealth: { service: remote } }, { ...percent, min: 0, max: 100, step: 5 }, name));
  }
  controls.push(
    decision("demand", "demand", { ...percent, min: -50, max: 100 }),
    decision("pay", { pay: {} }, { ...percent, min: -20, max: 50 }),
    claim("no_show", { no_show: {} }, [-5, -15, -45], -100, 100),
    claim("utilization", "utilization", [1, 4, 10], 0, 30),
    claim("overtime_hours", "overtime_hours", [-5, -15, -30], -100, 50),
    claim("travel", "travel", [-3, -8, -15], -60, 50),
    claim("scheduling_hours", "scheduling_hours", [-15, -40, -80], -100, 50),
    claim("turnover", "turnover", [0, -5, -10], -100, 100),
  );
  return controls.map((control) => within(control, levers));
}

/** What stands before the discipline in the id of a further control that hires. */
const HIRE = "hire:";

/** The id of the control that hires in a discipline. */
export function hireId(clinic: Clinic, discipline: string): string {
  return discipline === mostCommon(clinic.clinicians.map((row) => row.discipline)) ? "hire" : HIRE + discipline;
}

/** True for a control that hires. */
export function isHire(id: string): boolean {
  return id === "hire" || id.startsWith(HIRE);
}

/** A control that offers nothing the engine would refuse. */
function within(control: Control, levers: readonly LeverFacts[]): Control {
  const facts = levers.find((each) => each.id === leverId(control.lever));
  if (!facts) return control;
  const { min, max, scale } = control;
  return { ...control, min: Math.max(min, facts.least / scale), max: Math.min(max, facts.most / scale) };
}

/** Name of a lever. */
export function leverId(lever: string | object): string {
  return typeof lever === "string" ? lever : (Object.keys(lever)[0] ?? "");
}

function mostCommon(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))[0]?.[0];
}

/** The range that goes with a value: the range at first, stretched with the value, within what the control allows. */
export function rangeFor(control: Control, value: number): readonly [number, number] {
  if (control.start === 0) return [value, value];
  const stretch = value / control.start;
  const inside = (end: number): number => Math.min(control.max, Math.max(control.min, end));
  return [inside(control.low * stretch), inside(control.high * stretch)];
}

/** The range in which a control is estimated at once: from today to the hopeful end, or the nearer part of a decision. */
export function estimatedRange(control: Control): readonly [number, number] {
  const { start, low, high, min, max } = control;
  if (start !== 0) return [Math.min(0, low, high), Math.max(0, low, high)];
  return [Math.max(min, -0.2 * max), 0.3 * max];
}

/** The middle of the range that goes with a value, in the lever's unit: what the draws of a run are on average. */
export function middleOf(control: Control, value: number): number {
  const [low, high] = rangeFor(control, value);
  return rounded(((low + value + high) / 3) * control.scale);
}

/** The value, within the range in which a control is estimated, whose middle is a position of the surface. */
export function valueAt(control: Control, position: number): number {
  let [from, to] = estimatedRange(control);
  for (let half = 0; half < 50; half += 1) {
    const value = (from + to) / 2;
    if (middleOf(control, value) < position) from = value;
    else to = value;
  }
  return rounded((from + to) / 2);
}

/** Every control as a slider of a surface. */
export function slidersOf(controls: readonly Control[]): Change[] {
  return controls.map((control) => {
    const [low, high] = estimatedRange(control).map((end) => middleOf(control, end));
    return { lever: control.lever, value: 0, low: low ?? 0, high: high ?? 0, start_month: 1, ramp_months: control.ramp.likely, one_off_cents: 0, running_cents_month: 0 };
  });
}

/** The draft as values of the sliders of a surface; none where one lies beyond what was planned. */
export function positionsOf(instant: Instant, controls: readonly Control[], draft: ReadonlyMap<string, number>): number[] | undefined {
  if ([...draft].some(([id, value]) => value !== 0 && !instant.controls.includes(id))) return undefined;
  const values: number[] = [];
  for (const id of instant.controls) {
    const control = controls.find((each) => each.id === id);
    if (!control) return undefined;
    const value = draft.get(id) ?? control.start;
    const [low, high] = estimatedRange(control);
    if (value < low || value > high) return undefined;
    values.push(middleOf(control, value));
  }
  return values;
}

/** The controls that go with an approach: decisions of the clinic. What it hopes for, the approach says itself. */
export function decisionsOf(controls: readonly Control[], approach: Approach | undefined): readonly Control[] {
  return approach ? controls.filter((control) => control.start === 0) : controls;
}

/** A line of an approach, as it is read. */
export interface ApproachLine {
  readonly name: string;
  readonly value: string;
  readonly range: string;
  readonly source: string;
}

/** The lines of an approach for this clinic. */
export function linesOf(choices: LeversReply, template: ScenarioTemplate): ApproachLine[] {
  const row = choices.templates.find((each) => each.id === template);
  return (row?.lines ?? []).map(({ change, source }) => {
    const id = leverId(change.lever);
    const facts = choices.levers.find((each) => each.id === id);
    const shown = (value: number): string => amount(value, facts);
    const low = change.low ?? change.value;
    const high = change.high ?? change.value;
    return {
      name: wordFor(words.scenarios.levers, id) ?? id,
      value: shown(change.value),
      range: low === high ? "" : words.scenarios.to(shown(low), shown(high)),
      source: words.scenarios.source(source),
    };
  });
}

/** A lever's value as people read it: relative changes and shares in per cent, everything else in its unit. */
export function amount(value: number, facts: LeverFacts | undefined): string {
  const unit = facts?.unit ?? "";
  const sign = value > 0 && facts && facts.least < 0 ? "+" : "";
  if (unit === "relative" || unit.startsWith("share")) return `${sign}${formatNumber(value * 100)} %`;
  return `${sign}${formatNumber(value)} ${unit}`;
}

/** The changes that a draft means. What is left as it is today is not a change. */
export function changesOf(controls: readonly Control[], draft: ReadonlyMap<string, number>): Change[] {
  return controls.flatMap((control): Change[] => {
    const value = draft.get(control.id) ?? control.start;
    if (value === 0) return [];
    const [low, high] = rangeFor(control, value);
    const { ramp, scale } = control;
    return [
      {
        lever: control.lever,
        value: rounded(value * scale),
        low: rounded(low * scale),
        high: rounded(high * scale),
        start_month: 1,
        ramp_months: ramp.likely,
        ...(ramp.likely > 0 ? { ramp_low: ramp.low, ramp_high: ramp.high } : {}),
        one_off_cents: 0,
        running_cents_month: 0,
      },
    ];
  });
}

function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

/** True if both mean the same approach. */
export function sameApproach(a: Approach | undefined, b: Approach | undefined): boolean {
  return a?.template === b?.template && a?.phased === b?.phased;
}

/** True if the report was made of just these assumptions. */
export function isFresh({ draft, reported, months, reportedMonths, approach, reportedApproach }: ScenarioState): boolean {
  if (reported === undefined || months !== reportedMonths) return false;
  return sameDraft(draft, reported) && sameApproach(approach, reportedApproach);
}

/** True if both drafts mean the same. */
export function sameDraft(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): boolean {
  return a.size === b.size && [...a].every(([id, value]) => b.get(id) === value);
}
