import assert from "node:assert/strict";
import { test } from "node:test";
import type { Clinic, Group, Order } from "../engine/types.ts";
import { groupsAfter, meetingsOf, membersOf, newGroup, pairsOf } from "./groups.ts";

const group = (id: string, service = "talk"): Group => ({ id, name: id, service, site: "main", per_week: 2, min: 3, target: 5, max: 6 });
const order = (patient: string, groups: string[] = [], more: Partial<Order> = {}): Order => ({
  id: `o-${patient}`, patient, service: "talk", per_week: 1, from: "2026-11-01", until: "2026-12-31", groups, ...more,
}) as Order;

const clinic = {
  settings: { horizon_start: "2026-11-23", horizon_days: 7 },
  sites: [{ id: "main" }],
  patients: ["al", "bo", "cy", "di", "old", "new", "else"].map((id) => ({ id, site: "main" })).concat([{ id: "far", site: "north" }]),
  groups: [group("g1"), group("g2"), group("g3", "other")],
  orders: [
    order("far"),
    order("cy", ["g2"]),
    order("bo"),
    order("al", ["g1"]),
    order("di", ["g1", "g2"]),
    order("old", ["g1"], { until: "2026-11-22" }),
    order("new", ["g1"], { from: "2026-11-30" }),
    order("else", [], { service: "other" }),
  ],
  pairs: [
    { patient_a: "al", patient_b: "cy", rule: "together" },
    { patient_a: "bo", patient_b: "al", rule: "apart" },
  ],
} as unknown as Clinic;

test("members are those who may sit here in the planned days, those who can only sit here first", () => {
  const members = membersOf(clinic, clinic.groups[0] as Group);
  assert.deepEqual(members.map(({ order: { patient }, seat }) => [patient, seat]), [["al", "only"], ["bo", "any"], ["di", "any"], ["cy", "elsewhere"]]);
  assert.deepEqual(members[0]?.against, [{ rule: "together", patient: "cy" }]);
  assert.deepEqual(members[1]?.against, [], "who may sit elsewhere is apart already");
  assert.deepEqual(pairsOf(clinic, members).length, 2);
});

test("two who shall be apart clash where both can sit nowhere else", () => {
  const both = { ...clinic, orders: [order("al", ["g1"]), order("bo", ["g1"]), order("cy", ["g1"])] };
  const members = membersOf(both, both.groups[0] as Group);
  const against = members.map(({ order: { patient }, against: others }) => [patient, ...others.map((each) => each.patient)]);
  assert.deepEqual(against, [["al", "bo"], ["bo", "al"], ["cy"]]);
});

test("a seat is moved by the groups that an order names", () => {
  const [, cy, , , di] = clinic.orders as [Order, Order, Order, Order, Order];
  const g1 = clinic.groups[0] as Group;
  assert.deepEqual(groupsAfter(clinic, cy, g1, "only"), ["g1"]);
  assert.deepEqual(groupsAfter(clinic, cy, g1, "any"), []);
  assert.deepEqual(groupsAfter(clinic, di, g1, "elsewhere"), ["g2"]);
  assert.deepEqual(groupsAfter(clinic, order("x"), g1, "elsewhere"), ["g2"]);
});

test("a group meets when the plan says so, unplaced meetings last", () => {
  const session = (key: string, start: string | undefined, patients: string[]) => ({ session: key, patients, place: start ? { start } : null });
  const plan = { sessions: [session("g1/w0/1", undefined, []), session("g1/w0/0", "2026-11-24T09:00", ["a", "b"]), session("g11/w0/0", "2026-11-23T09:00", [])] };
  assert.deepEqual(meetingsOf(plan as never, "g1").map((each) => each.seats), [2, 0]);
});

test("a new group is like one of its service and has an id of its own", () => {
  assert.deepEqual(newGroup(clinic, "talk"), { ...group("g1"), id: "group-4", name: "" });
  assert.equal(newGroup({ ...clinic, groups: [], sites: [] } as Clinic, "talk"), undefined);
});
