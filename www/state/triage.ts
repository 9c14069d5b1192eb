// How urgent and how demanding: what the rules say, and what of it is shown first.
import type { AcuityReply, Action, Purpose, Tier, TriageCapacity, TriagedOrder, TriageReply, TriageRule } from "../engine/types.ts";
import type { ClinicIndex } from "./clinic.ts";

export interface TriageState {
  /** The clinic that the replies are of. */
  readonly of: ClinicIndex | undefined;
  readonly reply: TriageReply | undefined;
  readonly acuity: AcuityReply | undefined;
  readonly capacity: TriageCapacity | undefined;
  readonly running: boolean;
}

export const NO_TRIAGE: TriageState = { of: undefined, reply: undefined, acuity: undefined, capacity: undefined, running: false };

/** What the Triage view asks for. */
export type TriageNews =
  | { readonly kind: "load" }
  | { readonly kind: "capacity"; readonly capacity: TriageCapacity }
  | { readonly kind: "act"; readonly actions: readonly Action[]; readonly label: string };

/** Purposes in the order in which rules are listed. */
export const PURPOSES: readonly Purpose[] = ["tier", "points", "in_person", "acuity"];
export const TIERS: readonly Tier[] = ["emergency", "urgent", "soon", "routine", "planned"];

/** Orders that wait, in the order in which they should be served. */
export function queueOf(reply: TriageReply): TriagedOrder[] {
  const byId = new Map(reply.orders.map((order) => [order.order, order]));
  return reply.queue.flatMap((id) => byId.get(id) ?? []);
}

/** Orders that a person has to look at: those that wait first. */
export function forPersons(reply: TriageReply): TriagedOrder[] {
  return reply.orders.filter((order) => order.needs_person).sort((a, b) => Number(b.waiting) - Number(a.waiting) || a.order.localeCompare(b.order));
}


/** Patients whose level by the weights is not the one that plans use: rises first, then by the size of the difference. */
export function acuityChanges(reply: AcuityReply): AcuityReply["patients"] {
  const difference = (each: AcuityReply["patients"][number]): number => Math.abs(each.level - each.used);
  return reply.patients
    .filter((each) => difference(each) > 0 || each.decision)
    .sort((a, b) => Number(b.level > b.used) - Number(a.level > a.used) || difference(b) - difference(a) || b.points.sum - a.points.sum || a.patient.localeCompare(b.patient));
}

/** A rule as it stands in a form; conditions one a line. */
export interface RuleForm {
  readonly when: string;
  readonly text: string;
  readonly tier: Tier;
  readonly points: number;
  readonly withinDays: number | undefined;
}

/** The rule that a form means; what the form does not show stays. */
export function ruleOf(rule: TriageRule, form: RuleForm): TriageRule {
  const when = form.when.split("\n").map((line) => line.trim()).filter(Boolean);
  const gives = rule.purpose === "tier" ? { tier: form.tier } : rule.purpose === "in_person" ? {} : { points: form.points };
  return { ...rule, ...gives, when, text: form.text.trim(), within_days: form.withinDays ?? null, source: "our choice" };
}

/** A rule without anything in it, under an id that is not taken. */
export function newRule(purpose: Purpose, taken: readonly string[]): TriageRule {
  let n = 1;
  while (taken.includes(`own-${n}`)) n += 1;
  return { id: `own-${n}`, purpose, when: [], points: 0, text: "", off: false, ...(purpose === "tier" ? { tier: "routine" as const } : {}) };
}
