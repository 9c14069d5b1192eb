// Words of comparing the plan with a newly exported schedule.
import type { ReconcileItem } from "../../engine/types.ts";
import { count } from "../count.ts";

const cases: Record<ReconcileItem["case"], string> = {
  both_differ: "Changed on both sides",
  deleted_there_changed_here: "Taken out there, changed by the plan",
  deleted_here_changed_there: "Changed there, taken out by the plan",
  new_both_differ: "New on both sides, not the same",
  ours_only: "Changed by the plan",
  new_here: "Added by the plan",
  deleted_here: "Taken out by the plan",
  theirs_only: "Changed there",
  new_there: "Added there",
  deleted_there: "Taken out there",
  both_same: "The same change on both sides",
};

export const reconcile = {
  looking: "Comparing the plan, its base and the files",
  finding: (conflicts: number, all: number, unchanged: number): string =>
    `${count(all, "session")} ${all === 1 ? "differs" : "differ"}, ${conflicts === 0 ? "none" : `${conflicts}`} of them changed on both sides; ${unchanged} are the same everywhere.`,
  same: "The files say the same as the plan.",
  covers: (from: string, until: string): string => `The files speak about ${from} to ${until}; sessions of other days stay as they are.`,
  outside: (n: number): string => `${count(n, "row")} outside the planned days ${n === 1 ? "is" : "are"} not looked at.`,
  noSchedule: "These files hold no appointments.",
  show: "Show",
  filters: { conflicts: "Changed on both sides", ours: "From the plan", theirs: "From there", all: "All" },
  empty: "None of this kind.",
  cases,
  was: "Was",
  plan: "Plan",
  there: "There",
  none: "not there",
  minutes: (n: number): string => `${n} min`,
  seats: (n: number): string => count(n, "seat"),
  take: "Take",
  ours: "Plan",
  theirs: "There",
  because: (reason: string): string => `Suggested because ${reason}.`,
  decided: "decided by you",
  takeAll: (side: string, n: number): string => `Take “${side}” for all ${n} shown`,
  broken: (n: number): string => `${count(n, "broken rule")} in this schedule that ${n === 1 ? "is" : "are"} not in theirs`,
  sound: "This schedule breaks no rule that theirs does not break.",
  brokenThere: (n: number): string => `Theirs breaks ${count(n, "rule")} by itself.`,
  lines: (n: number): string => `Change list: ${count(n, "line")}`,
  linesNote: "What the other system has to do to have this schedule: nothing more, nothing less.",
  noLines: "The other system has nothing to change.",
  accept: "Take this schedule",
  acceptNote: "It takes the place of the schedule as it is. Undo brings everything back.",
  accepted: (n: number): string => `Took the reconciled schedule, ${count(n, "session")}`,
  download: (format: string): string => `Change list, ${format}`,
  more: (n: number): string => `Show ${n} more`,
} as const;
