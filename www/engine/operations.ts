// Every operation the page asks of the engine, with its request and reply. The shapes are the engine's own.
import type { Clinic, CostTerm, Issue, PlanDocument, PlannedPlace, Rule } from "./types.ts";

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

export interface PlanProgress {
  readonly step: number;
  readonly steps: number;
  readonly done: boolean;
  readonly news: {
    readonly placed: number;
    readonly unplaced: number;
    readonly costs: readonly CostLine[];
    readonly best?: PlanDocument;
  };
}

export interface PlanReply {
  readonly plan: PlanDocument;
  readonly costs: readonly CostLine[];
  readonly unplaced: readonly { readonly session: string; readonly reason: string; readonly unblock: string }[];
  readonly bound?: number | null;
  readonly hash: string;
  readonly steps: number;
  readonly seed: number;
}

/** Another place for a session, with what it adds to the cost. */
export interface Alternative {
  readonly place: PlannedPlace;
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
  readonly indicators: readonly Indicator[];
}

/** How a column of a file was understood. */
export interface ColumnMatch {
  readonly file: string;
  readonly table: string;
  readonly column: string;
  readonly field?: string;
  readonly samples: readonly string[];
}

export interface ImportReply extends OpenReply {
  readonly columns: readonly ColumnMatch[];
  readonly tables: readonly { readonly table: string; readonly used: number; readonly left_out: number }[];
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
    };
    reply: PlanReply;
    progress: PlanProgress;
  };
  kpis: { request: { plan?: PlanDocument; from?: string; to?: string }; reply: KpisReply };
  explain: { request: { plan: PlanDocument; session: string }; reply: ExplainReply };
  alternatives: { request: { plan: PlanDocument; session: string; count: number }; reply: AlternativesReply };
}
