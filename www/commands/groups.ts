// Weekly groups: what they are, who sits in them, who must or must not meet; each change is one of the clinic.
import type { Action } from "../engine/types.ts";
import { groupsAfter, type GroupsNews } from "../state/groups.ts";
import { nameOf } from "../state/describe.ts";
import { words } from "../words/index.ts";
import { amend } from "./amend.ts";
import type { Context } from "./context.ts";
import { loadRows } from "./rows.ts";

/** Answers the groups. */
export async function groups(context: Context, news: GroupsNews): Promise<void> {
  const { open } = context.store.state;
  if (!open) return;
  const { clinic } = open.index;
  const w = words.weeklyGroups.done;
  if (news.kind === "set") {
    const { group } = news;
    await amend(context, [{ kind: "set_group", group: { ...group } }], w.set(group.name || group.id));
  } else if (news.kind === "seat") {
    const group = clinic.groups.find((each) => each.id === news.group);
    const orders = clinic.orders.filter((order) => news.orders.includes(order.id));
    if (!group || orders.length === 0) return;
    const actions: Action[] = orders.map((order) => ({ kind: "set_order_groups", order: order.id, groups: groupsAfter(clinic, order, group, news.seat) }));
    await amend(context, actions, w.seat(orders.length, group.name || group.id));
  } else {
    const [a, b] = news.patients;
    const label = w.pair(nameOf(open.index, "patient", a), nameOf(open.index, "patient", b), news.rule);
    await amend(context, [{ kind: "set_pair", patient_a: a, patient_b: b, rule: news.rule ?? null }], label);
  }
  await loadRows(context);
}
