// Reading a clinic: looking rows up by id, and its weekly hours as minutes. Ids are the user's own text, so they only
// ever become keys of a Map, never of an object.
import type { Clinic, Clinician, Patient, Room, Service, Site } from "../engine/types.ts";
import { dayNumber, minuteOf } from "../format.ts";

/** From and to, minutes of the day. */
export type Span = readonly [number, number];

const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** A clinic with its rows by id. */
export interface ClinicIndex {
  readonly clinic: Clinic;
  readonly clinicians: ReadonlyMap<string, Clinician>;
  readonly patients: ReadonlyMap<string, Patient>;
  readonly rooms: ReadonlyMap<string, Room>;
  readonly services: ReadonlyMap<string, Service>;
  readonly sites: ReadonlyMap<string, Site>;
  readonly firstDay: number;
  readonly days: number;
  /** Absences of clinicians and rooms by day number and id. */
  readonly away: ReadonlyMap<string, readonly Span[]>;
}

function byId<T extends { id: string }>(rows: readonly T[]): Map<string, T> {
  return new Map(rows.map((row) => [row.id, row]));
}

/** Indexes a clinic once, when it is opened. */
export function indexClinic(clinic: Clinic): ClinicIndex {
  return {
    clinic,
    clinicians: byId(clinic.clinicians),
    patients: byId(clinic.patients),
    rooms: byId(clinic.rooms),
    services: byId(clinic.services),
    sites: byId(clinic.sites),
    firstDay: dayNumber(clinic.settings.horizon_start),
    days: clinic.settings.horizon_days,
    away: absencesByDay(clinic),
  };
}

/** The days of the planned week that a day lies in; weeks are counted from the first planned day. */
export function weekOf({ firstDay, days }: Pick<ClinicIndex, "firstDay" | "days">, day: number): number[] {
  const start = firstDay + Math.floor((day - firstDay) / 7) * 7;
  return Array.from({ length: Math.min(7, firstDay + days - start) }, (_, at) => start + at);
}

function absencesByDay(clinic: Clinic): Map<string, Span[]> {
  const first = dayNumber(clinic.settings.horizon_start);
  const last = first + clinic.settings.horizon_days;
  const away = new Map<string, Span[]>();
  for (const absence of clinic.absences) {
    const from = dayNumber(absence.from) * 1440 + minuteOf(absence.from);
    const until = dayNumber(absence.until) * 1440 + minuteOf(absence.until);
    for (let day = Math.max(first, Math.floor(from / 1440)); day < last && day * 1440 < until; day += 1) {
      const span: Span = [Math.max(0, from - day * 1440), Math.min(1440, until - day * 1440)];
      const key = awayKey(absence.what, absence.id, day);
      away.set(key, [...(away.get(key) ?? []), span]);
    }
  }
  return away;
}

function awayKey(what: string, id: string, day: number): string {
  return `${what}\n${day}\n${id}`;
}

/** Weekday of a day number, Monday is 0. */
export function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** The windows of `Mon-Fri 08:00-16:30; Sat 09:00-12:00` on one weekday. */
export function hoursOn(hours: string | undefined, weekday: number): Span[] {
  const spans: Span[] = [];
  for (const item of (hours ?? "").split(";")) {
    const match = /^\s*(\w{3})(?:-(\w{3}))?\s+(\d\d):(\d\d)-(\d\d):(\d\d)\s*$/.exec(item);
    if (!match) continue;
    const first = DAYS.indexOf(match[1] ?? "");
    const last = match[2] ? DAYS.indexOf(match[2]) : first;
    const steps = (last - first + 7) % 7;
    if (first < 0 || last < 0 || (weekday - first + 7) % 7 > steps) continue;
    spans.push([Number(match[3]) * 60 + Number(match[4]), Number(match[5]) * 60 + Number(match[6])]);
  }
  return spans;
}

/** `spans` without `holes`. */
export function without(spans: readonly Span[], holes: readonly Span[]): Span[] {
  let rest = [...spans];
  for (const [from, to] of holes) {
    rest = rest.flatMap(([a, b]): Span[] => {
      if (to <= a || b <= from) return [[a, b]];
      const pieces: Span[] = [];
      if (a < from) pieces.push([a, from]);
      if (to < b) pieces.push([to, b]);
      return pieces;
    });
  }
  return rest;
}

/** When a clinician, room or patient is there on a day, leave and closures taken out. */
export function presence(index: ClinicIndex, what: "clinician" | "room" | "patient", id: string, day: number): Span[] {
  const weekday = weekdayOf(day);
  const away = index.away.get(awayKey(what, id, day)) ?? [];
  if (what === "clinician") return without(hoursOn(index.clinicians.get(id)?.hours, weekday), away);
  if (what === "patient") return without(hoursOn(index.patients.get(id)?.hours, weekday), away);
  const room = index.rooms.get(id);
  const site = room ? index.sites.get(room.site) : undefined;
  const closed = index.away.get(awayKey("site", room?.site ?? "", day)) ?? [];
  return without(hoursOn(room?.hours ?? site?.hours, weekday), [...away, ...closed]);
}
