// What leaves the clinic: which list or calendar is looked at, and what the engine made of it.
import type { CalendarReply, CalendarRequest, Consent, DiscloseReply, DisclosureList, LeftOutRow, Settings } from "../engine/types.ts";
import type { ClinicIndex } from "./clinic.ts";

/** The lists, in the order of the page. */
export const SHARE_LISTS: readonly DisclosureList[] = ["reminders", "family", "visits", "billing"];

/** A list, or a calendar. */
export type ShareKind = DisclosureList | "calendar";

export interface ShareState {
  /** What is looked at. */
  readonly kind: ShareKind | undefined;
  /** Which calendar: `others`, `complete`, `busy`, or `clinician:` and `room:` with an id. */
  readonly calendar: string;
  /** What the answer is of. */
  readonly of: { readonly clinic: ClinicIndex; readonly kind: ShareKind; readonly calendar: string } | undefined;
  readonly list: DiscloseReply | undefined;
  readonly file: CalendarReply | undefined;
  readonly running: boolean;
  /** Id of the patient whose consents are shown. */
  readonly patient: string | undefined;
}

export const NO_SHARE: ShareState = { kind: undefined, calendar: "others", of: undefined, list: undefined, file: undefined, running: false, patient: undefined };

/** What a person does there. */
export type ShareNews =
  | { readonly kind: "look"; readonly what: ShareKind }
  | { readonly kind: "calendar"; readonly calendar: string }
  /** Takes a file of the answer, by its place; a calendar is the only one. */
  | { readonly kind: "take"; readonly file: number }
  /** Whose consents are shown. */
  | { readonly kind: "patient"; readonly patient: string }
  | { readonly kind: "revoke"; readonly consent: string };

/** What is asked of the engine for a calendar at a moment. Others learn what is to come, not what was. */
export function calendarRequest(calendar: string, now: string): Partial<CalendarRequest> & Pick<CalendarRequest, "of"> {
  const ahead = { from: now.slice(0, 10) };
  const split = calendar.indexOf(":");
  if (split > 0) return { of: calendar.slice(0, split) as CalendarRequest["of"], id: calendar.slice(split + 1), now, ...ahead };
  if (calendar === "others") return { of: "clinic", now, ...ahead };
  return { of: "clinic", complete: calendar === "complete", busy: calendar === "busy", now };
}

/** What the clocks of the clinic show now. An invented clinic stays at its own moment. */
export function siteNow(settings: Settings, at: Date): string {
  if (settings.synthetic) return settings.as_of;
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone: settings.time_zone, hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit",
  }).formatToParts(at);
  const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? "00";
  return `${part("year").padStart(4, "0")}-${part("month")}-${part("day")}T${part("hour")}:${part("minute")}`;
}

/** What a patient has agreed to: what holds first, then what was taken back or has ended. */
export function consentsOf(index: ClinicIndex, patient: string, today: string): { readonly row: Consent; readonly holds: boolean }[] {
  return index.clinic.consents
    .filter((row) => row.patient === patient)
    .map((row) => ({ row, holds: !row.revoked && (row.until ?? today) >= today }))
    .toSorted((a, b) => Number(b.holds) - Number(a.holds) || (a.row.given < b.row.given ? 1 : -1));
}

/** Rows left out by reason, most first; consents that differ in id and date alone are one reason. */
export function byReason(rows: readonly LeftOutRow[]): { reason: string; count: number }[] {
  const found = new Map<string, number>();
  for (const { reason } of rows) {
    const plain = reason.replaceAll(/ ?`[^`]*`/g, "").replaceAll(/ on \d{4}-\d\d-\d\d(T\d\d:\d\d)?/g, "");
    found.set(plain, (found.get(plain) ?? 0) + 1);
  }
  return [...found].map(([reason, count]) => ({ reason, count })).toSorted((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1));
}
