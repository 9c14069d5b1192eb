// Something has happened: what is told of it, how far the search for a way on is, and what came of it. Nothing of it
// changes the clinic or the plan before a proposal is taken.
import type { Incident, PlanDocument, RepairReply } from "../engine/types.ts";
import { dayNumber, momentOf } from "../format.ts";
import type { ClinicIndex } from "./clinic.ts";

/** What can be told here, in the order of how often it happens. */
export const INCIDENTS = ["sick", "late", "room_closed", "emergency"] as const;
export type IncidentKind = (typeof INCIDENTS)[number];
/** How far behind a clinician can be said to be, minutes. */
export const LATE_MINUTES = [10, 15, 20, 30, 45, 60, 90, 120] as const;

/** The form as it stands. Moments are `2026-11-24T09:30`. */
export interface IncidentDraft {
  readonly kind: IncidentKind;
  /** This moment: nothing before it changes. */
  readonly now: string;
  readonly clinician: string;
  readonly room: string;
  readonly patient: string;
  readonly service: string;
  readonly from: string;
  readonly until: string;
  /** When an emergency should have begun. */
  readonly by: string;
  readonly minutes: number;
}

/** What came of a search. */
export interface IncidentResult {
  readonly now: string;
  readonly events: readonly Incident[];
  readonly reply: RepairReply;
  readonly stopped: boolean;
  /** What it began with: it is of no use for anything else. */
  readonly plan: PlanDocument;
  readonly clinic: ClinicIndex;
}

export interface IncidentState {
  /** The form; undefined while nothing is told. */
  readonly draft: IncidentDraft | undefined;
  /** What has been told besides: it is repaired together with the form. */
  readonly events: readonly Incident[];
  readonly running: { readonly step: number; readonly steps: number; readonly found: number } | undefined;
  readonly result: IncidentResult | undefined;
}

export const NO_INCIDENT: IncidentState = { draft: undefined, events: [], running: undefined, result: undefined };

/** What the Schedule view asks for. */
export type IncidentNews =
  | { readonly kind: "open" }
  | { readonly kind: "draft"; readonly draft: IncidentDraft }
  | { readonly kind: "more" }
  | { readonly kind: "less"; readonly at: number }
  | { readonly kind: "run" }
  | { readonly kind: "stop" }
  | { readonly kind: "accept"; readonly proposal: number }
  | { readonly kind: "close" };

const MORNING_MIN = 8 * 60;
const NIGHT_MIN = 24 * 60;

/** The form for a day: from the morning, or from now if that is later, to the end of the day. */
export function firstDraft(clinic: ClinicIndex, day: number): IncidentDraft {
  const morning = momentOf(day, MORNING_MIN);
  const { as_of: asOf } = clinic.clinic.settings;
  const now = dayNumber(asOf) === day && asOf > morning ? asOf.slice(0, 16) : morning;
  const first = (table: { keys(): IterableIterator<string> }): string => table.keys().next().value ?? "";
  return {
    kind: "sick",
    now,
    clinician: first(clinic.clinicians),
    room: first(clinic.rooms),
    patient: first(clinic.patients),
    service: urgentServices(clinic)[0]?.id ?? "",
    from: now,
    until: momentOf(day, NIGHT_MIN),
    by: momentOf(day, MORNING_MIN + 240),
    minutes: 30,
  };
}

/** Services that a single patient can need at once. */
export function urgentServices(clinic: ClinicIndex): { readonly id: string; readonly name: string }[] {
  return clinic.clinic.services
    .filter((service) => service.kind !== "group" && service.kind !== "shift")
    .map(({ id, name }) => ({ id, name: name || id }));
}

/** What the form tells. */
export function eventOf(draft: IncidentDraft): Incident {
  const { clinician, room, patient, service, from, until, by, minutes } = draft;
  switch (draft.kind) {
    case "sick":
      return { kind: "sick", clinician, from, until };
    case "late":
      return { kind: "late", clinician, minutes };
    case "room_closed":
      return { kind: "room_closed", room, from, until };
    case "emergency":
      return { kind: "emergency", patient, service, by, minutes: null };
  }
}

/** All that is told: what stands beside the form, and the form. */
export function eventsOf(state: IncidentState): Incident[] {
  return [...state.events, ...(state.draft ? [eventOf(state.draft)] : [])];
}

/** True if the result is about what is told, the plan on the board and the clinic as it stands. */
export function answers(result: IncidentResult, state: IncidentState, plan: PlanDocument | undefined, clinic: ClinicIndex): boolean {
  return (
    result.plan === plan &&
    result.clinic === clinic &&
    result.now === state.draft?.now &&
    JSON.stringify(result.events) === JSON.stringify(eventsOf(state))
  );
}
