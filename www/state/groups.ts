// Who sits in which weekly group: what the rows of the clinic say, counted as the planner counts it.
import type { Clinic, Group, Order, Pair, PlanDocument, PlannedSession } from "../engine/types.ts";

/** Where the seats of an order are taken, seen from one group. */
export type Seat = "only" | "any" | "elsewhere";

/** A patient whom the service of a group is ordered for. */
export interface Member {
  readonly order: Order;
  readonly seat: Seat;
  /** Other groups that the order names, if it is none of this group's. */
  readonly groups: readonly string[];
  /** Patients it may not sit with who are here only, and those it must sit with who cannot be here. */
  readonly against: readonly { readonly rule: Pair["rule"]; readonly patient: string }[];
}

/** A time at which a group meets in a plan. */
export interface Meeting {
  readonly session: PlannedSession;
  readonly seats: number;
}

/** What groups ask to be changed. */
export type GroupsNews =
  | { readonly kind: "set"; readonly group: Group }
  | { readonly kind: "seat"; readonly orders: readonly string[]; readonly group: string; readonly seat: Seat }
  | { readonly kind: "pair"; readonly patients: readonly [string, string]; readonly rule: Pair["rule"] | undefined };

/** Orders for the service of a group that reach into the planned days, those that sit here first. */
export function membersOf(clinic: Clinic, group: Group): Member[] {
  const { horizon_start: first, horizon_days: days } = clinic.settings;
  const last = new Date(Date.parse(`${first}T00:00Z`) + (days - 1) * 86_400_000).toISOString().slice(0, 10);
  const sites = new Map(clinic.patients.map((patient) => [patient.id, patient.site]));
  // The planner seats an order without groups at the patient's own site.
  const mayCome = (order: Order): boolean => (order.groups ?? []).includes(group.id) || sites.get(order.patient) === group.site;
  const orders = clinic.orders.filter((order) => order.service === group.service && order.until >= first && order.from <= last && mayCome(order));
  const seatOf = (order: Order): Seat => seatAmong(order.groups ?? [], group.id);
  const seats = new Map(orders.map((order) => [order.patient, seatOf(order)]));
  const rank = { only: 0, any: 1, elsewhere: 2 } as const;
  return orders
    .map((order) => ({
      order,
      seat: seatOf(order),
      groups: (order.groups ?? []).filter((id) => id !== group.id),
      against: seatOf(order) === "elsewhere" ? [] : clashes(clinic.pairs ?? [], order.patient, seats),
    }))
    .sort((a, b) => rank[a.seat] - rank[b.seat] || a.order.patient.localeCompare(b.order.patient) || a.order.id.localeCompare(b.order.id));
}

/** An order without groups may sit in any of its service. */
function seatAmong(groups: readonly string[], group: string): Seat {
  if (groups.length === 0) return "any";
  if (!groups.includes(group)) return "elsewhere";
  return groups.length === 1 ? "only" : "any";
}

function clashes(pairs: readonly Pair[], patient: string, seats: ReadonlyMap<string, Seat>): { rule: Pair["rule"]; patient: string }[] {
  return pairs.flatMap(({ patient_a, patient_b, rule }) => {
    const other = patient_a === patient ? patient_b : patient_b === patient ? patient_a : undefined;
    if (other === undefined) return [];
    const seat = seats.get(other);
    const clash = rule === "apart" ? seat === "only" && seats.get(patient) === "only" : seat === undefined || seat === "elsewhere";
    return clash ? [{ rule, patient: other }] : [];
  });
}

/** Groups of the same service at the same site. */
export function othersLike(clinic: Clinic, group: Group): Group[] {
  return clinic.groups.filter((each) => each.id !== group.id && each.service === group.service && each.site === group.site);
}

/** The groups of an order once it sits in this one only, in any of its service, or in every other one; there has to be one. */
export function groupsAfter(clinic: Clinic, order: Order, group: Group, seat: Seat): string[] {
  if (seat === "only") return [group.id];
  if (seat === "any") return [];
  const kept = (order.groups ?? []).filter((id) => id !== group.id);
  return kept.length > 0 ? kept : othersLike(clinic, group).map((each) => each.id);
}

/** When a group meets in a plan, first things first. */
export function meetingsOf(plan: PlanDocument, group: string): Meeting[] {
  return plan.sessions
    .filter((session) => session.session.startsWith(`${group}/w`))
    .map((session) => ({ session, seats: session.patients.length }))
    .sort((a, b) => (a.session.place?.start ?? "9").localeCompare(b.session.place?.start ?? "9"));
}

/** Rules between patients of whom at least one is among these. */
export function pairsOf(clinic: Clinic, members: readonly Member[]): Pair[] {
  const here = new Set(members.filter((member) => member.seat !== "elsewhere").map((member) => member.order.patient));
  return (clinic.pairs ?? []).filter((pair) => here.has(pair.patient_a) || here.has(pair.patient_b));
}

/** A group to begin with: like another one, or of a service. */
export function newGroup(clinic: Clinic, service: string): Group | undefined {
  const like = clinic.groups.find((group) => group.service === service);
  const site = like?.site ?? clinic.sites[0]?.id;
  if (site === undefined) return undefined;
  const taken = new Set(clinic.groups.map((group) => group.id));
  let number = clinic.groups.length + 1;
  while (taken.has(`group-${number}`)) number += 1;
  // Sizes of new groups: SAMHSA's 6 to 12 patients with a therapist or two; fewest and wished-for size are our choice.
  return { ...(like ?? { min: 4, target: 8, max: 12 }), id: `group-${number}`, name: "", service, site, per_week: like?.per_week ?? 1 };
}
