// The one state of the page: an immutable value, replaced as a whole, that elements are drawn from. What undo covers is
// `work`; everything else (which view, what is selected, what the engine last said) is not an action of the user.
import type { EngineState } from "../engine/client.ts";
import type { AlternativesReply, BrokenRule, ClinicSummary, CostLine, ExplainReply, Indicator, Unplaced } from "../engine/operations.ts";
import type { BreakdownCell, DayCheckReply, Grouping as PatientGrouping, Issue, PlanDocument, Profile, RoutesReply } from "../engine/types.ts";
import type { PlannerView } from "../elements/rw-planner/contract.ts";
import type { Grouping } from "../elements/rw-schedule/layout.ts";
import { type AttendanceState, NO_ATTENDANCE } from "./attendance.ts";
import { type BuffersState, NO_BUFFERS } from "./buffers.ts";
import type { ClinicIndex } from "./clinic.ts";
import { act, begin, type History, redo, redoLabel, undo, undoLabel } from "./history.ts";
import { type FixedPilot, NO_PILOT, type PilotState } from "./pilot.ts";
import type { PortalState } from "./portal.ts";
import { NO_PRIVACY, type PrivacyState } from "./privacy.ts";
import { NO_QUALITY, type QualityState } from "./quality.ts";
import { NO_ROWS, type RowsState } from "./rows.ts";
import type { Sheets } from "./sheets.ts";
import { type KeepState, NO_KEEP } from "./keep.ts";
import { FIRST_FORMATS, type Formats } from "./language.ts";
import type { Deed } from "./deeds.ts";
import { type IncidentState, NO_INCIDENT } from "./incident.ts";
import { NO_RELIEF, type ReliefState } from "./relief.ts";
import { NO_SCENARIO, type SavedScenario, type ScenarioState } from "./scenario.ts";
import { type ForecastState, NO_FORECAST } from "./forecast.ts";
import { NOT_ASKED, type OfDay } from "./of-day.ts";
import { NO_SHARE, type ShareState } from "./share.ts";
import { NO_SIMULATOR, type SimulatorState } from "./simulator.ts";
import { NO_STAFFING, type StaffingState } from "./staffing.ts";
import { NO_TRIAGE, type TriageState } from "./triage.ts";
import { type GovernanceState, NO_GOVERNANCE } from "./governance.ts";
import { NO_WORKLOAD, type WorkloadState } from "./workload.ts";
import type { ImportState } from "./import.ts";

export type View = PlannerView;

/** What a person has made of the clinic: this is what undo takes back. */
export interface Work {
  /** The plan on the board; the published schedule until something changes. */
  readonly plan: PlanDocument | undefined;
  /** Where it comes from: the imported schedule, the optimizer or edits, or accepted. */
  readonly stage: "current" | "proposal" | "kept";
  /** What "Go back" returns to while a proposal is on the board. */
  readonly before: { readonly plan: PlanDocument; readonly stage: "current" | "kept" } | undefined;
  /** Sessions that stay where they are. */
  readonly locks: readonly string[];
  /** Why some of them do, by session; whoever unlocks one reads it first. */
  readonly lockReasons: Readonly<Record<string, string>>;
  readonly scenarios: readonly SavedScenario[];
  /** The design of a pilot that was written down. */
  readonly pilot: FixedPilot | undefined;
  /** The clinic with the decisions and rules that were changed here. */
  readonly clinic: ClinicIndex | undefined;
  /** How exports of known sources are read. */
  readonly profiles: readonly Profile[];
}

/** The clinic that is open. */
export interface OpenClinic {
  readonly index: ClinicIndex;
  readonly summary: ClinicSummary;
  readonly issues: readonly Issue[];
  /** The schedule as it was imported. */
  readonly published: PlanDocument;
}

/** What the engine says of one plan. */
export interface Analysis {
  readonly plan: PlanDocument;
  readonly violations: readonly BrokenRule[];
  readonly indicators: readonly Indicator[] | undefined;
}

/** One indicator by groups of patients. */
export interface Split {
  readonly id: string;
  readonly by: PatientGrouping;
  /** Whether it is of the past; else of the plan. */
  readonly history: boolean;
  readonly plan: PlanDocument | undefined;
  /** The groups; undefined until they are known. */
  readonly cells: readonly BreakdownCell[] | undefined;
}

/** A run of the optimizer. */
export interface Solve {
  readonly step: number;
  readonly steps: number;
  readonly unplaced: number;
  readonly costs: readonly CostLine[];
  readonly workers: number;
  /** Steps of all workers per second. */
  readonly rate: number;
  /** The best checked plan so far. */
  readonly best: PlanDocument | undefined;
}

/** What the optimizer said at its end, besides the plan. */
export interface Outcome {
  readonly plan: PlanDocument;
  readonly stopped: boolean;
  readonly moved: number;
  readonly notMet: readonly NotMet[];
  readonly bound: number | undefined;
  readonly costs: readonly CostLine[];
  readonly steps: number;
  readonly seed: number;
  readonly workers: number;
}

/** What stays unplaced, with the reason. */
export type NotMet = Unplaced;

/** What is known about the selected session. */
export interface Insight {
  readonly session: string;
  readonly plan: PlanDocument;
  readonly explain: ExplainReply | undefined;
  readonly alternatives: AlternativesReply | undefined;
  /** Why the last move was refused. */
  readonly refused: readonly BrokenRule[];
}

/** How the board is set. */
export interface Board {
  readonly mode: "day" | "week" | "routes";
  readonly grouping: Grouping;
  readonly day: number;
  readonly list: boolean;
  readonly names: boolean;
  readonly movedOnly: boolean;
  readonly selected: string | undefined;
  readonly panel: "problems" | "changes" | "day";
}

/** A message that stands until the next action. */
export interface Notice {
  readonly tone: "note" | "good" | "warn" | "bad";
  readonly text: string;
  readonly undo: boolean;
  readonly retry: boolean;
}

export interface State {
  readonly view: View;
  readonly engine: EngineState;
  /** Why the engine cannot start, if it cannot. */
  readonly blocked: string | undefined;
  /** What the page is busy with, in words; undefined if nothing. */
  readonly busy: string | undefined;
  readonly open: OpenClinic | undefined;
  readonly history: History<Work>;
  /** Actions done when the last file was saved. */
  readonly savedAt: Work | undefined;
  readonly board: Board;
  readonly base: Analysis | undefined;
  /** Indicators of what happened. */
  readonly past: readonly Indicator[] | undefined;
  readonly shown: Analysis | undefined;
  readonly solve: Solve | undefined;
  readonly outcome: Outcome | undefined;
  readonly insight: Insight | undefined;
  readonly importing: ImportState | undefined;
  readonly quality: QualityState;
  readonly rows: RowsState;
  /** A day on paper, while it is shown. */
  readonly sheets: Sheets | undefined;
  readonly attendance: AttendanceState;
  readonly buffers: BuffersState;
  readonly forecast: ForecastState;
  readonly pilot: PilotState;
  readonly incident: IncidentState;
  readonly relief: ReliefState;
  readonly share: ShareState;
  readonly simulator: SimulatorState;
  readonly triage: TriageState;
  readonly workload: WorkloadState;
  readonly routes: OfDay<RoutesReply>;
  readonly dayCheck: OfDay<DayCheckReply>;
  readonly governance: GovernanceState;
  readonly scenario: ScenarioState;
  readonly staffing: StaffingState;
  readonly indicator: string | undefined;
  readonly split: Split | undefined;
  readonly notice: Notice | undefined;
  /** What the live region says. */
  readonly said: string;
  /** Requests to a network that the browser has seen from this page. */
  readonly requests: number;
  readonly privacy: PrivacyState;
  /** The portal around the page, if it may be sent the plan. */
  readonly portal: PortalState | undefined;
  readonly theme: "system" | "light" | "dark";
  /** Whether what is open may only be looked at. */
  readonly readonly: boolean;
  readonly formats: Formats;
  readonly keep: KeepState;
}

/** Nothing done yet. */
export const NO_WORK: Work = { plan: undefined, stage: "current", before: undefined, locks: [], lockReasons: {}, scenarios: [], pilot: undefined, clinic: undefined, profiles: [] };

export const FIRST_STATE: State = {
  view: "schedule",
  engine: "starting",
  blocked: undefined,
  busy: undefined,
  open: undefined,
  history: begin(NO_WORK),
  savedAt: NO_WORK,
  board: {
    mode: "day", grouping: "clinicians", day: 0, list: false, names: false, movedOnly: false, selected: undefined, panel: "problems",
  },
  base: undefined,
  past: undefined,
  shown: undefined,
  solve: undefined,
  outcome: undefined,
  insight: undefined,
  importing: undefined,
  quality: NO_QUALITY,
  rows: NO_ROWS,
  sheets: undefined,
  attendance: NO_ATTENDANCE,
  buffers: NO_BUFFERS,
  forecast: NO_FORECAST,
  pilot: NO_PILOT,
  incident: NO_INCIDENT,
  relief: NO_RELIEF,
  share: NO_SHARE,
  simulator: NO_SIMULATOR,
  triage: NO_TRIAGE,
  workload: NO_WORKLOAD,
  routes: NOT_ASKED,
  dayCheck: NOT_ASKED,
  governance: NO_GOVERNANCE,
  scenario: NO_SCENARIO,
  staffing: NO_STAFFING,
  indicator: undefined,
  split: undefined,
  notice: undefined,
  said: "",
  requests: 0,
  privacy: NO_PRIVACY,
  portal: undefined,
  theme: "system",
  readonly: false,
  formats: FIRST_FORMATS,
  keep: NO_KEEP,
};

/** A deed that is not allowed, as what is open may only be looked at. */
export class ReadOnly extends Error {}

/** Holds the state and tells who listens, once a frame at most. */
export class Store {
  #state: State;
  readonly #listeners = new Set<(state: State) => void>();
  readonly #witnesses = new Set<(deed: Deed) => void>();

  constructor(state: State = FIRST_STATE) {
    this.#state = state;
  }

  get state(): State {
    return this.#state;
  }

  /** The work as it stands. */
  get work(): Work {
    return this.#state.history.value;
  }

  /** Calls back on every change until the signal aborts. */
  listen(listener: (state: State) => void, signal?: AbortSignal): void {
    this.#listeners.add(listener);
    signal?.addEventListener("abort", () => this.#listeners.delete(listener), { once: true });
  }

  /** Tells of every action, and of every step back or forth, until the signal aborts. */
  witness(listener: (deed: Deed) => void, signal?: AbortSignal): void {
    this.#witnesses.add(listener);
    signal?.addEventListener("abort", () => this.#witnesses.delete(listener), { once: true });
  }

  /** Changes what is known of saving, locking and the log. */
  setKeep(patch: Partial<KeepState>): void {
    this.set({ keep: { ...this.#state.keep, ...patch } });
  }

  /** Changes what undo does not cover. */
  set(patch: Partial<State>): void {
    this.#replace({ ...this.#state, ...patch });
  }

  /** Changes how the board is set. */
  setBoard(patch: Partial<Board>): void {
    this.set({ board: { ...this.#state.board, ...patch } });
  }

  /** Throws if what is open may only be looked at. To be asked before the engine is told to change anything. */
  beforeChange(): void {
    if (this.#state.readonly) throw new ReadOnly();
  }

  /** One labelled action of the user. */
  act(label: string, patch: Partial<Work>, rest: Partial<State> = {}): void {
    this.beforeChange();
    const before = this.work;
    const history = act(this.#state.history, label, { ...before, ...patch });
    this.#replace({ ...this.#state, ...rest, history });
    this.#tell("act", before, rest.outcome?.seed);
  }

  /** Takes the last action back; its label, or undefined if there is none. */
  undo(): string | undefined {
    const [label, before] = [undoLabel(this.#state.history), this.work];
    if (label === undefined) return label;
    this.set({ history: undo(this.#state.history), notice: undefined });
    this.#tell("undo", before);
    return label;
  }

  /** Does the last undone action again; its label, or undefined if there is none. */
  redo(): string | undefined {
    const [label, before] = [redoLabel(this.#state.history), this.work];
    if (label === undefined) return label;
    this.set({ history: redo(this.#state.history), notice: undefined });
    this.#tell("redo", before);
    return label;
  }

  #tell(kind: Deed["kind"], before: Work, seed?: number): void {
    for (const witness of this.#witnesses) witness({ kind, before, after: this.work, seed });
  }

  #replace(state: State): void {
    this.#state = state;
    for (const listener of this.#listeners) listener(state);
  }
}

/** Actions since the last file was saved. */
export function unsavedActions(state: State): number {
  return state.savedAt === undefined ? 0 : actionsSince(state.history, state.savedAt);
}

/** Actions since the work was this; at least one if it is not known any more. */
export function actionsSince(history: History<Work>, then: Work): number {
  const { value, past } = history;
  if (value === then) return 0;
  const at = past.findIndex((step) => step.value === then);
  return at < 0 ? Math.max(1, past.length) : past.length - at;
}

/** True while a long task has the engine. A forecast gives way to any other. */
export function engineTaken(state: State): boolean {
  const { solve, incident, scenario, staffing, relief, simulator } = state;
  return [solve, incident.running, scenario.running, scenario.preparing, staffing.running, relief.running, simulator.running].some((run) => run !== undefined);
}
