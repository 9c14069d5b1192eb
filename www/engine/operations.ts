// Every operation the page asks of the engine, with its request and reply. The shapes are the engine's own.
import type {
  AcuityReply,
  AmendRequest,
  AttendanceReply,
  AttendanceRequest,
  Breakdown,
  BuffersReply,
  BuffersRequest,
  CalendarReply,
  CalendarRequest,
  Clinic,
  ColumnChoice,
  CostTerm,
  AuditDraft,
  DateOrder,
  DayCheckReply,
  DayCheckRequest,
  DaySheetsReply,
  DecimalMark,
  DiscloseReply,
  DiscloseRequest,
  EditRowsReply,
  EditRowsRequest,
  EstimateReply,
  EstimateRequest,
  ForecastReply,
  ForecastRequest,
  GovernanceReply,
  GovernanceRequest,
  Grouping,
  Issue,
  LeversReply,
  MendRequest,
  MergeAnswer,
  MergeReply,
  MovedSession,
  Operations as Engine,
  PilotDesign,
  PilotDesignReply,
  PilotReadingReply,
  PilotReadingRequest,
  PlanDocument,
  PlannedPlace,
  Profile,
  ProfileFit,
  QualityReply,
  QualityRequest,
  RateReading,
  ReconcileDecision,
  ReconcileReply,
  RelieveReply,
  RelieveRequest,
  RepairNews,
  RepairReply,
  RepairRequest,
  Rollout,
  Rule,
  ScenarioTemplate,
  SheetBy,
  SimulateNews,
  SimulateReply,
  SimulateRequest,
  StaffingNews,
  StaffingReport,
  StaffingRequest,
  SurfaceReport,
  SurfaceRequest,
  TableFields,
  TriageReply,
  TriageRequest,
  RoutesReply,
  RowsReply,
  RowsRequest,
  WorkloadReply,
  WorkloadRequest,
} from "./types.ts";

/** What a clinic holds. */
export interface ClinicSummary {
  readonly name: string;
  readonly synthetic: boolean;
  readonly horizon_start: string;
  readonly horizon_days: number;
  readonly sessions: number;
  readonly seats: number;
  readonly tables: readonly { readonly table: string; readonly rows: number }[];
}

/** An amount of one cost term. */
export interface CostLine {
  readonly term: CostTerm;
  readonly cents: number;
}

/** A broken hard rule, in the words of the clinic. */
export interface BrokenRule {
  readonly rule: Rule;
  readonly sessions: readonly string[];
  readonly resource?: { readonly kind: string; readonly id: string } | null;
  readonly amount: number;
  readonly text: string;
}

export interface OpenReply {
  readonly issues: readonly Issue[];
  readonly summary: ClinicSummary;
}

export interface PublishedReply {
  readonly plan: PlanDocument;
  readonly costs: readonly CostLine[];
  readonly violations: readonly BrokenRule[];
}

/** What a run shows meanwhile: about the best plan so far, and every now and then that plan. */
export interface PlanNews {
  readonly placed: number;
  readonly unplaced: number;
  readonly costs: readonly CostLine[];
  readonly best?: PlanDocument;
}

/** Where one search stands. */
export interface RoundProgress {
  readonly step: number;
  readonly steps: number;
  readonly done: boolean;
  readonly news: PlanNews | null;
}

export interface PlanReply {
  readonly plan: PlanDocument;
  readonly costs: readonly CostLine[];
  readonly unplaced: readonly Unplaced[];
  readonly bound?: number | null;
  readonly hash: string;
  readonly steps: number;
  readonly seed: number;
  readonly workers: number;
}

/** Where a worker stands between two rounds. The page hands it on as it is. */
export interface Member {
  readonly worker: number;
  readonly round: number;
  readonly step: number;
  readonly temperatures: readonly number[];
  readonly current: unknown;
  readonly best: unknown;
}

/** The run of several workers, with those that are asked for. */
export interface ShareRequest {
  readonly run: Operations["plan"]["request"];
  readonly members: readonly Member[];
  readonly stop?: boolean;
}

/** What several workers do next, or the reply of their run when it is over. */
export interface ShareReply {
  readonly members: readonly Member[];
  readonly done?: PlanReply;
}

/** Something that is wanted and not placed: a session, or seats in groups. */
export interface Unplaced {
  readonly session: string;
  readonly seats: number;
  readonly mandated: boolean;
  readonly reason: string;
  readonly unblock: string;
}

/** Another place for a session, with what it adds to the cost. */
export interface Alternative {
  readonly place: PlannedPlace;
  /** Patients of a group who can come there too. */
  readonly patients: readonly string[];
  /** Other sessions that move for it. */
  readonly moves: readonly MovedSession[];
  readonly delta_cents: number;
  readonly parts: readonly CostLine[];
}

export interface AlternativesReply {
  readonly alternatives: readonly Alternative[];
  readonly blocked: readonly { readonly rule: Rule; readonly count: number }[];
}

/** What speaks for a place: the rules it keeps, what it costs, the next best. */
export interface ExplainReply {
  readonly satisfied: readonly string[];
  readonly costs: readonly CostLine[];
  readonly unplaced?: Unplaced | null;
}

export interface IndicatorRows {
  readonly table: string;
  readonly count: number;
  readonly cap: number;
  readonly ids: readonly string[];
}

/** One indicator, computed or not. */
export interface Indicator {
  readonly id: string;
  readonly name: string;
  readonly basis: "history" | "plan";
  readonly unit: "share" | "share_year" | "number" | "index" | "points" | "minutes" | "hours" | "days" | "months" | "money";
  readonly direction: "higher" | "lower" | "neither";
  readonly definition: string;
  readonly numerator_is: string;
  readonly denominator_is: string;
  readonly edge_cases: string;
  readonly source: string;
  readonly value?: number;
  readonly text: string;
  readonly n: number;
  readonly numerator?: number;
  readonly denominator?: number;
  readonly interval?: { readonly low: number; readonly high: number; readonly method: string };
  readonly quantiles?: { readonly median: number; readonly p90: number; readonly n: number; readonly method: string };
  readonly figures?: readonly { readonly name: string; readonly unit: string; readonly value: number; readonly text: string }[];
  readonly left_out?: readonly { readonly reason: string; readonly n: number }[];
  readonly notes?: readonly string[];
  readonly numerator_rows?: IndicatorRows;
  readonly denominator_rows?: IndicatorRows;
  readonly not_computable?: { readonly reason: string; readonly needs: string };
}

export interface KpisReply {
  readonly currency: string;
  readonly indicators: readonly Indicator[];
  readonly breakdowns: readonly Breakdown[];
}

/** How a column of a file was understood. */
export interface ColumnMatch {
  readonly file: string;
  readonly table: string;
  readonly column: string;
  readonly field?: string | null;
  readonly samples: readonly string[];
}

/** Tables of cells, as the workbook module reads and writes them. */
export interface RawTables {
  readonly tables: readonly unknown[];
}

/** Scenarios for a workbook whose money is formulas. */
export interface ScenarioBook {
  readonly clinic: string;
  readonly synthetic: boolean;
  readonly currency: string;
  readonly scenarios: readonly { readonly name: string; readonly report: ScenarioReport }[];
}

/** A workbook as it was read: no tables if it was refused. */
export interface WorkbookRead {
  readonly tables: RawTables;
  readonly issues: readonly Issue[];
}

export interface ImportFile {
  readonly name: string;
  readonly table?: string;
  readonly text?: string;
  readonly base64?: string;
  readonly tables?: RawTables;
}

/** Files, and how to read them. */
export interface FilesRequest {
  readonly files: readonly ImportFile[];
  readonly mapping?: readonly ColumnChoice[];
  readonly dates?: DateOrder;
  readonly decimal?: DecimalMark;
  readonly profiles?: readonly Profile[];
  readonly preview?: boolean;
}

export interface ImportReply {
  readonly opened: boolean;
  readonly issues: readonly Issue[];
  readonly columns: readonly ColumnMatch[];
  readonly fields: readonly TableFields[];
  readonly profiles: readonly ProfileFit[];
  readonly counts: readonly { readonly table: string; readonly used: number; readonly left_out: number }[];
  readonly clinic_issues: readonly Issue[];
  readonly summary?: ClinicSummary | null;
}

export interface ExportReply {
  readonly files: readonly { readonly name: string; readonly text: string }[];
  readonly tables?: RawTables | null;
}

/** What is turned in a scenario. */
export type Lever = string | Readonly<Record<string, Readonly<Record<string, string | number>>>>;

/** One change of a scenario. */
export interface Change {
  readonly lever: Lever;
  readonly value: number;
  readonly low?: number;
  readonly high?: number;
  readonly start_month: number;
  readonly ramp_months: number;
  readonly ramp_low?: number;
  readonly ramp_high?: number;
  readonly one_off_cents: number;
  readonly running_cents_month: number;
}

/** A mean over runs with what chance makes of it. */
export interface Estimate {
  readonly mean: number;
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  readonly mc_error: number;
  readonly n: number;
}

/** A value by month over the runs, cents. */
export interface MoneyBand {
  readonly mean: readonly number[];
  readonly p10: readonly number[];
  readonly p50: readonly number[];
  readonly p90: readonly number[];
}

/** A change as a report gives it back, with the range that was used. */
export interface ReportedChange {
  readonly lever: string | object;
  readonly value: number;
  readonly low?: number | null;
  readonly high?: number | null;
  readonly start_month: number;
  readonly ramp_months: number;
}

/** One point of the outcome distribution. */
export interface ScenarioCase {
  readonly name: string;
  /** Value and months to full effect of every change in this draw. */
  readonly values: readonly number[];
  readonly ramps: readonly number[];
  readonly net_cents: Estimate;
  readonly first_year_cents: Estimate;
  readonly return: {
    readonly payback_month?: number | null;
    readonly roi?: number | null;
    readonly npv_cents: number;
    readonly internal_rates: readonly number[];
    readonly internal_rate: RateReading;
  };
  readonly payback_early?: number | null;
  readonly payback_late?: number | null;
  readonly split: {
    readonly clinic_cents: number;
    readonly payer_cents: number;
    readonly staff_cents: number;
    readonly others_cents: number;
  };
  readonly series: { readonly revenue: MoneyBand; readonly cost: MoneyBand };
  readonly net: MoneyBand;
  readonly cumulative: MoneyBand;
  readonly indicators: readonly {
    readonly id: string;
    readonly name: string;
    readonly unit: string;
    readonly direction: number;
    readonly definition: string;
    readonly base?: number | null;
    readonly value?: number | null;
    readonly difference?: Estimate | null;
  }[];
}

/** One unknown of a scenario. */
export interface ScenarioDriver {
  readonly name: string;
  readonly at_low_cents: Estimate;
  readonly at_high_cents: Estimate;
  readonly swing_cents: Estimate;
  readonly variance_share: number;
  readonly variance_share_error: number;
  readonly information_cents: number;
  readonly information_error_cents: number;
}

/** The changes of a scenario, alone and together. */
export interface ScenarioParts {
  readonly changes: readonly { readonly lever: string; readonly alone_cents: Estimate; readonly last_cents: Estimate }[];
  readonly together_cents: Estimate;
  readonly interaction_cents: Estimate;
}

/** What drives a scenario. */
export interface ScenarioDrivers {
  readonly parts?: ScenarioParts | null;
  readonly inputs: readonly ScenarioDriver[];
  readonly chance_share: number;
  readonly advice: string;
}

export interface ScenarioReport {
  readonly complete: boolean;
  readonly draws: number;
  readonly runs: number;
  readonly months: number;
  readonly base: { readonly revenue: MoneyBand; readonly cost: MoneyBand };
  readonly cases: readonly ScenarioCase[];
  readonly all_wrong?: ScenarioCase | null;
  readonly drivers?: ScenarioDrivers | null;
  readonly chance_of_gain: number;
  readonly changes: readonly ReportedChange[];
  readonly assumptions: readonly { readonly id: string; readonly value: number; readonly unit: string; readonly meaning: string; readonly source: string }[];
  readonly weeks_planned: number;
  readonly limits: readonly string[];
  readonly seed: number;
  readonly version: string;
  readonly input_hash: string;
}

export interface ScenarioProgress {
  readonly step: number;
  readonly steps: number;
  readonly news: {
    readonly weeks: number;
    readonly draws: number;
    readonly of_draws: number;
    /** Net benefit, conservative, likely and aggressive, cents: of quick plans first, then of the draws so far. */
    readonly net_cents?: readonly [number, number, number];
    /** True as long as the estimate rests on quick plans of today's week alone. */
    readonly quick: boolean;
  };
}

/** Every operation by name. */
export interface Operations {
  open: { request: { clinic: Clinic }; reply: OpenReply };
  validate: { request: Record<string, never>; reply: OpenReply };
  sample: { request: { kind: string; clinicians: number; seed: number }; reply: OpenReply };
  document: { request: Record<string, never>; reply: { clinic: Clinic } };
  published: { request: Record<string, never>; reply: PublishedReply };
  check: { request: { plan: PlanDocument }; reply: { violations: readonly BrokenRule[] } };
  plan: {
    request: {
      start: "published" | "empty" | { plan: PlanDocument };
      locks: readonly string[];
      steps?: number;
      seed?: number;
      workers?: number;
    };
    reply: PlanReply;
    progress: RoundProgress;
  };
  round: { request: ShareRequest; reply: ShareReply; progress: RoundProgress };
  exchange: { request: ShareRequest; reply: ShareReply };
  governance: { request: Partial<GovernanceRequest>; reply: GovernanceReply };
  kpis: { request: { plan?: PlanDocument; from?: string; to?: string; ids?: readonly string[]; by?: Grouping }; reply: KpisReply };
  explain: { request: { plan: PlanDocument; session: string }; reply: ExplainReply };
  alternatives: { request: { plan: PlanDocument; session: string; count: number }; reply: AlternativesReply };
  repair: {
    request: Partial<RepairRequest>;
    reply: RepairReply;
    progress: { readonly step: number; readonly steps: number; readonly done: boolean; readonly news: RepairNews };
  };
  day_check: { request: Partial<DayCheckRequest> & Pick<DayCheckRequest, "day">; reply: DayCheckReply };
  amend: { request: AmendRequest; reply: OpenReply };
  import: { request: FilesRequest; reply: ImportReply };
  merge: {
    request: { import: FilesRequest; answers?: readonly MergeAnswer[]; tolerance_min?: number; at?: string };
    reply: MergeReply;
  };
  reconcile: {
    request: { import: FilesRequest; plan?: PlanDocument; decisions?: readonly ReconcileDecision[]; accept?: boolean };
    reply: ReconcileReply;
  };
  quality: { request: Partial<QualityRequest>; reply: QualityReply };
  mend: { request: MendRequest; reply: OpenReply };
  rows: { request: RowsRequest; reply: RowsReply };
  edit_rows: { request: Partial<EditRowsRequest> & Pick<EditRowsRequest, "table">; reply: EditRowsReply & { open: OpenReply } };
  day_sheets: { request: { day: string; by: SheetBy; names?: boolean; plan?: PlanDocument }; reply: DaySheetsReply };
  export: {
    request: { what: "clinic" | "plan" | "template" | "issues"; format: "json" | "csv" | "tables" | "fhir" | "ndjson"; plan?: PlanDocument };
    reply: ExportReply;
  };
  calendar: { request: Partial<CalendarRequest> & Pick<CalendarRequest, "of">; reply: CalendarReply };
  disclose: { request: Partial<DiscloseRequest> & Pick<DiscloseRequest, "list">; reply: DiscloseReply };
  attendance: { request: Partial<AttendanceRequest>; reply: AttendanceReply };
  buffers: { request: Partial<BuffersRequest>; reply: BuffersReply };
  pilot_design: { request: Partial<PilotDesign>; reply: PilotDesignReply };
  pilot_reading: { request: PilotReadingRequest; reply: PilotReadingReply };
  triage: { request: Partial<TriageRequest>; reply: TriageReply };
  acuity: { request: Record<string, never>; reply: AcuityReply };
  workload: { request: Partial<WorkloadRequest>; reply: WorkloadReply };
  routes: { request: { day: string; plan?: PlanDocument }; reply: RoutesReply };
  relieve: {
    request: Partial<RelieveRequest> & Pick<RelieveRequest, "clinician">;
    reply: RelieveReply;
    progress: { readonly step: number; readonly steps: number };
  };
  simulate: {
    request: Partial<SimulateRequest>;
    reply: SimulateReply;
    progress: { readonly step: number; readonly steps: number; readonly news: SimulateNews };
  };
  forecast: {
    request: Partial<ForecastRequest>;
    reply: ForecastReply;
    progress: { readonly step: number; readonly steps: number };
  };
  surface: {
    request: Partial<Omit<SurfaceRequest, "changes">> & { changes: readonly Change[] };
    reply: SurfaceReport;
    progress: ScenarioProgress;
  };
  staffing: {
    request: Partial<StaffingRequest>;
    reply: StaffingReport;
    progress: { readonly step: number; readonly steps: number; readonly news: StaffingNews };
  };
  estimate: { request: EstimateRequest; reply: EstimateReply };
  vault_create: Engine["vault_create"];
  vault_check: Engine["vault_check"];
  vault_test: Engine["vault_test"];
  vault_open: Engine["vault_open"];
  vault_seal: Engine["vault_seal"];
  vault_keep: Engine["vault_keep"];
  vault_recall: Engine["vault_recall"];
  vault_rewrap: Engine["vault_rewrap"];
  save_read: Engine["save_read"];
  audit_append: { request: { entries: readonly AuditDraft[] }; reply: Engine["audit_append"]["reply"] };
  audit_log: Engine["audit_log"];
  audit_sign: Engine["audit_sign"];
  audit_verify: Engine["audit_verify"];
  audit_export: Engine["audit_export"];
  digest: Engine["digest"];
  levers: { request: Record<string, never>; reply: LeversReply };
  scenario: {
    request: {
      template?: ScenarioTemplate;
      rollout?: Partial<Rollout>;
      changes: readonly Change[];
      months: number;
      draws: number;
      runs: number;
      levels: number;
      first_steps: number;
      plan_steps: number;
      drivers: boolean;
    };
    reply: ScenarioReport;
    progress: ScenarioProgress;
  };
}
