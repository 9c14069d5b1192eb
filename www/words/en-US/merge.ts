// Words of adding files to the open clinic.
import { formatCount } from "../../format.ts";
import { count } from "../count.ts";

export const merge = {
  looking: "Comparing with the open clinic",
  counts: "What becomes of the rows",
  table: "Table",
  columns: { added: "New", same: "The same", changed: "Changed", seated: "Seats of a group", kept: "Not taken", left_out: "Left out" },
  settings: "Settings in the file are not taken: those of the open clinic stay.",
  questions: "Your decision",
  questionsNote: "These are only likely to be the same. Nothing is put together unless it says “same” here.",
  pair: (incoming: string, present: string): string => `${incoming} in the file, ${present} in the clinic`,
  same: "Same",
  apart: "Not the same",
  groups: "One group session?",
  groupsNote: "Several patients at one time with one clinician. They become one session only if you say so.",
  group: (when: string, service: string, clinician: string, patients: number): string =>
    `${when}, ${service}, ${clinician}: ${count(patients, "patient")}`,
  one: "One group session",
  single: "Sessions of their own",
  unasked: (n: number): string => `${count(n, "more question")} are not asked; those rows are added as they are.`,
  changes: (n: number): string => `${count(n, "row")} with new values`,
  change: (table: string, key: string): string => `${table.replaceAll("_", " ")} ${key}`,
  from: (file: string, row: number): string => `${file}, row ${row}`,
  more: (n: number): string => `Show ${n} more`,
  notListed: (n: number): string => `${count(n, "more row")} are in the report.`,
  add: (n: number): string => `Add ${count(n, "row")}`,
  nothing: "Everything in these files is in the clinic already.",
  report: "Download the report",
  note: "What a file does not say stays as it is; nothing is taken out. Undo brings everything back. The board shows the schedule as it is then.",
  added: (n: number): string => `Added ${formatCount(n)} ${n === 1 ? "row" : "rows"} from files`,
} as const;
