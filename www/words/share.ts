// Words of what leaves the clinic, in the Data view.
import type { DisclosureList } from "../engine/types.ts";
import type { ShareKind } from "../state/share.ts";
import { count } from "./count.ts";

export const share = {
  title: "Share",
  intro: "Lists and calendars for people outside. Nobody is in them without a consent that holds; look at them before you take them.",
  kinds: { reminders: "Reminders", family: "Family invitations", visits: "Visit verification", billing: "Billing check", calendar: "Calendars" } satisfies Record<ShareKind, string>,
  choose: "What to share",
  about: {
    reminders: "Booked sessions of the coming week, of patients who agreed to be reminded.",
    family: "Family sessions of the coming week, with contacts who have the time and may be told. Each gets a text and a calendar that name nobody.",
    visits: "Home visits of the last week with the six fields of electronic visit verification. The times are those of the schedule: who came when is not in the tables.",
    billing: "Sessions of the last week: code and units on file beside what their minutes suggest by the rules in force, and the authorization. For a biller to read; nothing here is a claim.",
  } satisfies Record<DisclosureList, string>,
  working: "Looking",
  rows: (n: number, from: string, until: string): string => `${count(n, "row")}, ${from} to ${until}`,
  differing: (n: number): string => (n === 0 ? "No code or unit differs from what is suggested." : `${count(n, "row")} where code or units differ from what is suggested, first.`),
  nothing: "Nothing leaves: no row of these days may.",
  leftOut: (n: number): string => `${count(n, "row")} left out`,
  leftOutTable: "Rows left out",
  noneLeftOut: "Nothing was left out.",
  columns: { session: "Session", patient: "Patient", reason: "Why" },
  reason: (reason: string, n: number): string => `${n} × ${reason}`,
  notice: "Goes with it (42 CFR 2.32; check that the wording is current):",
  take: "Take the list (CSV)",
  invitations: "Invitations",
  text: "Text",
  ics: "Calendar",
  invited: (contact: string, day: string, time: string): string => `${contact}, ${day} ${time}`,
  invitation: (invited: string, form: string): string => `Invitation of ${invited}: ${form}`,
  whose: "Which calendar",
  calendars: { others: "Whole schedule, for others", complete: "Whole schedule, complete, to read back here", busy: "Booked time of clinicians" },
  clinicians: "Clinicians",
  rooms: "Rooms",
  calendarNote: "For others, from today on: when and where, under a neutral title unless the settings say otherwise, and nothing of who is treated.",
  completeNote: "Holds everything that the tables say of every session, patients included: for the clinic itself.",
  busyNote: "When each clinician is booked in the weeks planned, and nothing else.",
  entries: (n: number): string => count(n, "entry", "entries"),
  takeCalendar: "Take the calendar (.ics)",
  firstLines: "First lines",
};
