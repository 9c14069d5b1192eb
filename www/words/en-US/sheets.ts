// Words of the plan on paper.
import { count } from "../count.ts";

export const sheets = {
  title: "On paper",
  open: "On paper",
  close: "Back to the board",
  span: "How much",
  spans: { day: "This day", week: "Whole week" },
  by: "One page for each",
  of: { clinician: "Clinician", room: "Room", group: "Group" },
  names: "Names in full",
  print: "Print",
  making: "Making the sheets",
  empty: { day: "Nothing is planned on this day.", week: "Nothing is planned in this week." },
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
