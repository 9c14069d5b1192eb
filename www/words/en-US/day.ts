// Words of the check of a day, in the Schedule view.
import type { FindingKind, Urgency } from "../../engine/types.ts";
import { count } from "../count.ts";

const urgencies: Record<Urgency, string> = { blocks: "Cannot take place as it is", risk: "Will probably go wrong, or may not be paid", note: "Worth knowing" };

const kinds: Record<FindingKind, string> = {
  double_booking: "Double booking",
  no_clinician: "No clinician",
  license: "May not give it",
  room: "Room",
  hours: "Not there",
  over_limit: "Works too long",
  authorization: "Authorization",
  consent: "Consent",
  other_rule: "Rule",
  unconfirmed: "Not confirmed",
  supervision: "Supervision",
  interpreter: "Interpreter",
  travel_slack: "Short way",
  overtime: "Overtime",
  license_ends: "License runs out",
};

export const day = {
  tab: "This day",
  title: (day: string): string => `Before ${day} begins`,
  loading: "Looking at the day",
  looked: (sessions: number, findings: number): string =>
    findings === 0 ? `${count(sessions, "session")}, and nothing that needs attention.` : `${count(sessions, "session")}, ${count(findings, "thing")} that ${findings === 1 ? "needs" : "need"} attention.`,
  urgencies,
  kinds,
  proposal: (place: string): string => `Free instead: ${place}`,
  use: "Move it there",
  note: "The page cannot wake by itself in the morning: look here when the day begins.",
} as const;
