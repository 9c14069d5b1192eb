import type { Clinic, PlanDocument } from "./types.js";
/** The version of events and of messages; it grows when one of them changes its meaning. */
export declare const CONTRACT = 1;
/** The views there are. */
export declare const PLANNER_VIEWS: readonly ["start", "data", "triage", "schedule", "kpis", "attendance", "workload", "pilot", "forecast", "scenarios", "simulator", "governance", "privacy"];
export type PlannerView = (typeof PLANNER_VIEWS)[number];
/** The modules of the engine, and its worker's program. */
export interface EngineParts {
    /** The text of `worker.js`. */
    readonly worker: string;
    /** Bytes of the modules as they are, or compressed by gzip. */
    readonly core: Uint8Array;
    readonly records: Uint8Array;
    readonly workbook: Uint8Array;
}
/** An invented clinic. */
export interface SampleChoice {
    readonly kind: string;
    readonly clinicians: number;
    readonly seed: number;
}
export interface PlannerConfig {
    /** The engine as bytes; without it, it is looked for at `asset-base`, and without that in the package itself. */
    readonly engine?: EngineParts;
    /** An invented clinic that is opened while there is nothing else. */
    readonly sample?: SampleChoice | boolean;
}
/** What `save` gives: the clinic and what was made of it. Its format has a version of its own (`docs/storage.md`), and more fields than these. */
export interface SavedPlan {
    readonly format: string;
    /** When, UTC. */
    readonly saved: string | null;
    readonly clinic: Clinic;
    readonly plan: PlanDocument | null;
    readonly locks: readonly string[];
}
/** What can be opened: a clinic, or what `save` gave. */
export type PlannerDocument = Clinic | SavedPlan;
/** What is open. */
export interface OpenedPlan {
    readonly name: string;
    readonly sessions: number;
    readonly synthetic: boolean;
}
export interface SolveOptions {
    /** Ends the run with the best plan so far. */
    readonly signal?: AbortSignal;
}
export interface SolveResult {
    readonly plan: PlanDocument;
    /** Whether it was ended before its budget of steps. */
    readonly stopped: boolean;
    /** Sessions that have no place. */
    readonly unplaced: number;
    readonly steps: number;
    readonly seed: number;
}
/** What can be taken out, by what it is and its format; `report-html` is the view that is shown, to be printed. */
export declare const EXPORT_KINDS: readonly ["plan-csv", "plan-xlsx", "plan-json", "plan-fhir", "plan-ndjson", "clinic-csv", "clinic-xlsx", "clinic-json", "clinic-fhir", "clinic-ndjson", "template-csv", "template-xlsx", "report-html"];
export type ExportKind = (typeof EXPORT_KINDS)[number];
export interface ExportedFile {
    readonly name: string;
    readonly blob: Blob;
}
/** The events of the element, with their details. Users and the solver cause them, never a property, an attribute or a method that opens something. */
export interface PlannerEvents {
    /** The planner is drawn and its engine answers. */
    "rw-ready": {
        readonly version: number;
    };
    /** The plan is another one: by hand, by the solver, by undo. */
    "rw-plan-change": {
        readonly version: number;
        readonly kind: "act" | "undo" | "redo";
        readonly label: string | undefined;
        readonly plan: PlanDocument | undefined;
    };
    "rw-solve-progress": {
        readonly version: number;
        readonly step: number;
        readonly steps: number;
        readonly unplaced: number;
    };
    "rw-solve-end": {
        readonly version: number;
        readonly result: SolveResult | undefined;
    };
    /** A file is about to be handed to the browser as a download. Canceled, it is not: the page around takes it instead. */
    "rw-export": {
        readonly version: number;
        readonly name: string;
        readonly blob: Blob;
    };
    "rw-error": {
        readonly version: number;
        readonly code: string;
        readonly message: string;
    };
}
/** What a method refuses, by a code that stays. */
export declare class PlannerError extends Error {
    /**
     * `busy`: a long task is under way; `empty`: nothing is open; `format`: nothing that can be opened; `passphrase`: it is missing
     * or wrong; `kind`: no such export; `readonly`: this may only be looked at; `disposed`: it was ended meanwhile; `engine`: it
     * cannot start or failed; anything with a dot is a code of the engine.
     */
    readonly code: string;
    constructor(code: string, message: string);
}
/** The element as a page around deals with it. */
export interface PlannerElement extends HTMLElement {
    view: PlannerView;
    locale: string | undefined;
    currency: string | undefined;
    theme: "system" | "light" | "dark" | undefined;
    readonly: boolean;
    assetBase: string | undefined;
    config: PlannerConfig | undefined;
    get plan(): PlannerDocument | undefined;
    set plan(document: PlannerDocument | null | undefined);
    readonly unsaved: number;
    readonly ready: Promise<void>;
    load(document: PlannerDocument): Promise<OpenedPlan>;
    solve(options?: SolveOptions): Promise<SolveResult>;
    stop(): Promise<void>;
    save(): Promise<SavedPlan>;
    save(options: {
        readonly passphrase: string;
    }): Promise<Uint8Array>;
    restore(data: SavedPlan | Uint8Array, options?: {
        readonly passphrase?: string;
    }): Promise<OpenedPlan>;
    exportAs(kind: ExportKind): Promise<readonly ExportedFile[]>;
    dispose(): Promise<void>;
}
declare global {
    interface HTMLElementEventMap extends CustomEvents {
    }
    interface HTMLElementTagNameMap {
        "rw-planner": PlannerElement;
    }
}
type CustomEvents = {
    readonly [K in keyof PlannerEvents]: CustomEvent<PlannerEvents[K]>;
};
export {};
