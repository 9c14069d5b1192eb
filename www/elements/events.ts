// News from elements upward: one map of names and details, and one way to send them.
import type { PlannedPlace, Settings } from "../engine/types.ts";
import type { GovernanceNews } from "../state/governance.ts";
import type { WorkloadNews } from "../state/workload.ts";
import type { TriageNews } from "../state/triage.ts";
import type { Board, Split, State, View } from "../state/store.ts";
import type { AttendanceNews } from "../state/attendance.ts";
import type { BuffersNews } from "../state/buffers.ts";
import type { ForecastNews } from "../state/forecast.ts";
import type { KeepNews } from "../state/keep.ts";
import type { Formats } from "../state/language.ts";
import type { SendNews } from "../state/portal.ts";
import type { PilotNews } from "../state/pilot.ts";
import type { ImportNews } from "../state/import.ts";
import type { QualityNews } from "../state/quality.ts";
import type { RowsNews } from "../state/rows.ts";
import type { GroupsNews } from "../state/groups.ts";
import type { IncidentNews } from "../state/incident.ts";
import type { ReliefNews } from "../state/relief.ts";
import type { ScenarioNews } from "../state/scenario.ts";
import type { ShareNews } from "../state/share.ts";
import type { SheetsNews } from "../state/sheets.ts";
import type { StaffingNews } from "../state/staffing.ts";
import type { SimulatorNews } from "../state/simulator.ts";

/** Every event of the page, with its detail. Only the user's deeds cause them. */
export interface RwEvents {
  "rw-navigate": { readonly view: View };
  "rw-board": Partial<Board>;
  "rw-select": { readonly session: string | undefined; readonly focus: "none" | "panel" | "move" };
  "rw-move": { readonly session: string; readonly place: PlannedPlace; readonly patients?: readonly string[] };
  /** Locks or unlocks a session; with a reason, says why one that is locked stays where it is. */
  "rw-lock": { readonly session: string; readonly reason?: string };
  "rw-unplace": { readonly session: string };
  "rw-solve": { readonly start: "published" | "shown" };
  "rw-stop": Record<string, never>;
  "rw-keep": Record<string, never>;
  "rw-revert": Record<string, never>;
  "rw-undo": Record<string, never>;
  "rw-redo": Record<string, never>;
  "rw-say": { readonly text: string };
  "rw-dismiss": Record<string, never>;
  "rw-retry": Record<string, never>;
  "rw-sample": { readonly kind: string; readonly clinicians: number; readonly seed: number };
  "rw-files": { readonly files: readonly File[] };
  "rw-paste": { readonly text: string; readonly table: string };
  "rw-import": { readonly accept: boolean };
  "rw-bring": ImportNews;
  "rw-quality": QualityNews;
  "rw-rows": RowsNews;
  "rw-groups": GroupsNews;
  "rw-sheets": SheetsNews;
  "rw-save": Record<string, never>;
  "rw-download": { readonly what: "plan" | "clinic" | "template" | "issues"; readonly format: "csv" | "xlsx" | "json" | "fhir" | "ndjson" };
  "rw-indicator": { readonly id: string | undefined };
  "rw-split": { readonly id: string; readonly by: Split["by"] | undefined; readonly history: boolean };
  "rw-attendance": AttendanceNews;
  "rw-buffers": BuffersNews;
  "rw-forecast": ForecastNews;
  "rw-pilot": PilotNews;
  "rw-triage": TriageNews;
  "rw-workload": WorkloadNews;
  "rw-governance": GovernanceNews;
  "rw-incident": IncidentNews;
  "rw-relief": ReliefNews;
  "rw-scenario": ScenarioNews;
  "rw-simulator": SimulatorNews;
  "rw-share": ShareNews;
  "rw-staffing": StaffingNews;
  "rw-theme": { readonly theme: State["theme"] };
  "rw-language": Partial<Formats>;
  "rw-settings": Partial<Pick<Settings, "currency" | "week_start">>;
  "rw-print": Record<string, never>;
  "rw-send": SendNews;
  "rw-try": Record<string, never>;
  "rw-keep-news": KeepNews;
}

/** Sends one of them up through every shadow root. */
export function emit<K extends keyof RwEvents>(target: EventTarget, type: K, detail: RwEvents[K]): void {
  target.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
}

/** Listens for one of them. */
export function on<K extends keyof RwEvents>(target: EventTarget, type: K, listener: (detail: RwEvents[K]) => void): void {
  target.addEventListener(type, (event) => listener((event as CustomEvent<RwEvents[K]>).detail));
}
