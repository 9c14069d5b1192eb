// Changing the clinic itself by actions that the engine proposed or knows: all of them or none, and undone like anything else.
import type { OpenReply } from "../engine/operations.ts";
import type { Action } from "../engine/types.ts";
import { type ClinicIndex, indexClinic } from "../state/clinic.ts";
import type { OpenClinic, Work } from "../state/store.ts";
import { analyze } from "./analyze.ts";
import type { Context } from "./context.ts";

/** Does the actions and what else is part of the same deed; the plan on the board is judged anew. */
export async function amend(context: Context, actions: readonly Action[], label: string, rest: Partial<Work> = {}): Promise<void> {
  const { store, engine } = context;
  const { open } = store.state;
  if (!open || store.state.solve) return;
  store.beforeChange();
  await follow(context, open, await engine.call("amend", { actions: [...actions] }), label, rest);
}

/**
 * Shows the clinic that the engine has changed, as one action; `rest` is what else changes with it. The schedule as it is
 * follows the clinic; a plan stays on the board unless `adopt` is set: then the schedule takes its place.
 */
export async function follow(context: Context, before: OpenClinic, { issues, summary }: OpenReply, label: string, rest: Partial<Work> = {}, adopt = false): Promise<void> {
  const { store, engine } = context;
  const { clinic } = await engine.call("document", {});
  const { plan, violations } = await engine.call("published", {});
  const { base } = store.state;
  if (store.state.open !== before || !base) return;
  const index = indexClinic(clinic);
  const published = plan.hash === before.published.hash ? before.published : plan;
  const adopted: Partial<Work> = { plan: published, stage: "current", before: undefined };
  const onBoard = adopt || store.work.plan === before.published ? adopted : {};
  store.act(
    label,
    { ...onBoard, ...rest, clinic: index },
    {
      open: { ...before, index, issues, summary, published },
      base: { ...base, plan: published, violations },
      shown: undefined,
      insight: undefined,
      said: label,
      notice: { tone: "note", text: `${label}.`, undo: true, retry: false },
    },
  );
  await analyze(context);
}

/** After undo or redo: the engine gets the clinic of the work, if it has another one open. */
export async function followClinic(context: Context): Promise<void> {
  const { store, engine } = context;
  const { open } = store.state;
  const wanted: ClinicIndex | undefined = store.work.clinic;
  if (!open || !wanted || wanted === open.index) return;
  const { issues, summary } = await engine.call("open", { clinic: wanted.clinic });
  if (store.state.open !== open) return;
  store.set({ open: { ...open, index: wanted, issues, summary } });
  await judgeAnew(context);
}

async function judgeAnew(context: Context): Promise<void> {
  const { store, engine } = context;
  const { open } = store.state;
  const { plan, violations } = await engine.call("published", {});
  const { base } = store.state;
  if (store.state.open !== open || !open || !base) return;
  // A schedule that is known already stays the same value: what is on the board is compared with it.
  const published = [store.work.plan, open.published].find((known) => known?.hash === plan.hash) ?? plan;
  store.set({ open: { ...open, published }, base: { ...base, plan: published, violations }, shown: undefined, insight: undefined });
  await analyze(context);
}
