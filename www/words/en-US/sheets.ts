// Words of the day sheets.
import { count } from "../count.ts";

export const sheets = {
  title: "Day sheets",
  open: "Day sheets",
  close: "Back to the board",
  by: "One page for each",
  of: { clinician: "Clinician", room: "Room", group: "Group" },
  names: "Names in full",
  print: "Print",
  making: "Making the sheets",
  empty: "Nothing is planned on this day.",
  neutral: "Patients are shown by initials, or as they are labeled; sessions by their kind.",
  pages: (n: number): string => count(n, "page"),
  time: "Time",
  what: "What",
  patients: "Who",
  clinicians: "With",
  place: "Where",
  done: "Came, notes",
  seats: (n: number): string => count(n, "patient"),
  version: (plan: string, asOf: string): string => `Plan ${plan}, as of ${asOf}`,
  synthetic: "Sample clinic. No real patients.",
} as const;
