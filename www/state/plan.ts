// Plans by hand: moving, removing and comparing. Pure functions on the plan document; whether a change is allowed is
// for the checker in the engine to say.
import type { ChangeKind, PlanDocument, PlannedPlace, PlannedSession } from "../engine/types.ts";

/** The session with this key. */
export function sessionOf(plan: PlanDocument, key: string): PlannedSession | undefined {
  return plan.sessions.find((session) => session.session === key);
}

/** The plan with one session put somewhere, or nowhere; a group perhaps with other patients. The hash is dropped: only the engine can give one. */
export function withPlace(
  plan: PlanDocument,
  key: string,
  place: PlannedPlace | undefined,
  patients?: readonly string[],
): PlanDocument {
  return {
    ...plan,
    hash: "",
    sessions: plan.sessions.map((session) => {
      if (session.session !== key) return session;
      const { place: _old, ...rest } = session;
      const seated = session.kind === "group" && patients ? { ...rest, patients: [...patients] } : rest;
      return place ? { ...seated, place } : seated;
    }),
  };
}

/** True if both places are the same in everything a person would see. */
export function samePlace(a: PlannedPlace | null | undefined, b: PlannedPlace | null | undefined): boolean {
  if (!a || !b) return !a && !b;
  return (
    a.start === b.start &&
    a.modality === b.modality &&
    (a.room ?? "") === (b.room ?? "") &&
    a.clinicians.join("\n") === b.clinicians.join("\n") &&
    a.offsets.join(",") === b.offsets.join(",")
  );
}

/** How a session differs between two plans; `kind` by the rule of the engine. */
export interface Difference {
  readonly session: string;
  readonly kind: ChangeKind;
  readonly before: PlannedSession;
  readonly after: PlannedSession;
  readonly time: boolean;
  readonly clinician: boolean;
  readonly room: boolean;
}

/** Every session that differs, in the order of the plan. */
export function differences(before: PlanDocument, after: PlanDocument): Difference[] {
  const old = new Map(before.sessions.map((session) => [session.session, session]));
  const found: Difference[] = [];
  for (const session of after.sessions) {
    const was = old.get(session.session);
    if (!was) continue;
    const kind = differenceOf(was, session);
    if (!kind) continue;
    found.push({
      session: session.session,
      kind,
      before: was,
      after: session,
      time: was.place?.start !== session.place?.start,
      clinician: was.place?.clinicians.join("\n") !== session.place?.clinicians.join("\n"),
      room: (was.place?.room ?? "") !== (session.place?.room ?? ""),
    });
  }
  return found;
}

function differenceOf(was: PlannedSession, now: PlannedSession): Difference["kind"] | undefined {
  if (!was.place && !now.place) return undefined;
  if (!was.place) return "placed";
  if (!now.place) return "removed";
  if (shares(was.place) !== shares(now.place)) return "moved";
  if (was.place.modality !== now.place.modality) return "way";
  if ((was.place.room ?? "") !== (now.place.room ?? "")) return "room";
  const patients = (session: PlannedSession): string => [...session.patients].sort().join("\n");
  return patients(was) === patients(now) ? undefined : "seats";
}

/** Who begins when. */
function shares({ start, clinicians, offsets }: PlannedPlace): string {
  return [start, ...clinicians.map((id, share) => `${id}\n${offsets[share] ?? 0}`)].join("\n");
}

/** Sessions without a place. */
export function unplaced(plan: PlanDocument): PlannedSession[] {
  return plan.sessions.filter((session) => !session.place);
}
