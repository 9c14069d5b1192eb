// Sessions in words: who, what, where, when. Names of patients only if the user has switched them on.
import type { PlannedPlace, PlannedSession } from "../engine/types.ts";
import { formatMoment, formatSpan, formatDay, minuteOf } from "../format.ts";
import { wordFor, words } from "../words/index.ts";
import { spoken } from "../words/engine.ts";
import type { ClinicIndex } from "./clinic.ts";

/** Name of a clinician, room or patient; the id if the row is not there. */
export function nameOf(index: ClinicIndex, what: "clinician" | "room" | "patient", id: string): string {
  const row = what === "clinician" ? index.clinicians.get(id) : what === "room" ? index.rooms.get(id) : index.patients.get(id);
  return row?.name || id;
}

/** A discipline as people write it: `RN`, `case manager`. */
export function disciplineOf(discipline: string): string {
  return wordFor(words.disciplines, discipline) ?? discipline.replaceAll("_", " ");
}

/** What a table, a phase or an action is called, by the name that it has in the documents. */
export function plainName(id: string): string {
  return wordFor(words.ids, id) ?? id.replaceAll("_", " ");
}

/** What is given, for example `Relapse prevention group`. */
export function titleOf(index: ClinicIndex, session: PlannedSession): string {
  return index.services.get(session.service)?.name ?? words.kinds[session.kind];
}

/** Where and how, for example `Room 4` or `by video`. */
export function whereOf(index: ClinicIndex, place: PlannedPlace): string {
  if (place.room) return nameOf(index, "room", place.room);
  return words.modalities[place.modality];
}

/** All clinicians, facilitator first. */
export function cliniciansOf(index: ClinicIndex, place: PlannedPlace): string {
  return place.clinicians.map((id) => nameOf(index, "clinician", id)).join(", ");
}

/** Patients by name, or how many. */
export function patientsOf(index: ClinicIndex, session: PlannedSession, names: boolean): string {
  if (names && session.patients.length > 0) {
    return session.patients.map((id) => nameOf(index, "patient", id)).join(", ");
  }
  return session.patients.length === 0 ? "" : words.patients(session.patients.length);
}

/** A place in one line: `Tue 10:30, Room 4, B. Okafor`. */
export function placeLine(index: ClinicIndex, place: PlannedPlace): string {
  return [formatMoment(place.start), whereOf(index, place), cliniciansOf(index, place)].filter(Boolean).join(", ");
}

/** A session in one sentence, for people who do not see the board. */
export function sentenceOf(index: ClinicIndex, session: PlannedSession, names: boolean): string {
  const place = session.place;
  const parts = [words.kinds[session.kind], titleOf(index, session)];
  if (place) {
    parts.push(`${formatDay(place.start, "short")} ${formatSpan(minuteOf(place.start), session.minutes)}`);
    parts.push(whereOf(index, place), cliniciansOf(index, place));
  } else {
    parts.push(words.session.none);
  }
  parts.push(patientsOf(index, session, names));
  return parts.filter(Boolean).join(", ");
}

/** How `withNames` names things. */
export interface Naming {
  readonly sessions?: ReadonlyMap<string, PlannedSession>;
  /** Whether patients are named. */
  readonly names?: boolean;
  /** The session that the sentence is about: it is called this session. */
  readonly self?: string;
}

/**
 * A sentence of the engine, which writes ids in backticks, with names in place of ids: clinicians and rooms always,
 * sessions by what and when, patients only if the user has switched their names on. Moments are written as people do.
 */
export function withNames(index: ClinicIndex, text: string, { sessions, names = false, self }: Naming = {}): string {
  const named = (id: string): string | undefined => {
    if (id === self) return words.session.thisOne;
    const session = sessions?.get(id);
    if (session) return [titleOf(index, session), session.place ? formatMoment(session.place.start) : ""].filter(Boolean).join(" ");
    const patient = index.patients.get(id);
    if (patient) return names ? patient.name || id : words.session.aPatient;
    return index.clinicians.get(id)?.name ?? index.rooms.get(id)?.name ?? index.sites.get(id)?.name ?? index.services.get(id)?.name;
  };
  return spoken(text)
    .replace(/is not authorized by authorization `none\/[^`]*`: \d+ units? missing/g, words.session.noAuthorization)
    .replace(/(?:(?:patient|room|clinician) )?`([^`]+)`/g, (whole, id: string) => named(id) ?? whole.replaceAll("`", ""))
    .replace(/\b\d{4}-\d\d-\d\dT\d\d:\d\d(?::00)?\b/g, formatMoment);
}

/** A message of the engine as a sentence: what it quotes in backticks stands in quotation marks. */
export function quoted(text: string): string {
  return asSentence(spoken(text).replace(/`([^`]*)`/g, "“$1”"));
}

/** `then it fits` as `Then it fits.` */
export function asSentence(text: string): string {
  const said = capital(text);
  return said ? `${said}${/[.!?]$/.test(said) ? "" : "."}` : "";
}

/** `our definition` as `Our definition`, in the language of the page. */
export function capital(given: string): string {
  const text = spoken(given);
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** What is wanted and not placed: a session, or seats of an order. */
export function wantedOf(index: ClinicIndex, key: string, seats: number, session: PlannedSession | undefined, names: boolean): string {
  if (session) return [titleOf(index, session), patientsOf(index, session, names)].filter(Boolean).join(", ");
  const order = index.clinic.orders.find((row) => row.id === key);
  const service = order ? (index.services.get(order.service)?.name ?? order.service) : key;
  const patient = order && names ? nameOf(index, "patient", order.patient) : "";
  return [service, words.seats(seats), patient].filter(Boolean).join(", ");
}
