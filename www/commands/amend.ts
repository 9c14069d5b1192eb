// Changing the clinic itself by actions that the engine proposed or knows: all of them or none, and undone like anything else.
import type { Action } from "../engine/types.ts";
import { type ClinicIndex, indexClinic } from "../state/clinic.ts";
import type { Work } from "../state/store.ts";
import { analyze } from "./analyze.ts";
import type { Context } from "./context.ts";

/** Does the actions and what else is part of the same deed; the plan on the board is judged anew. */
export async function amend(context: Context, actions: readonly Action[], label: string, rest: Partial<Work> = {}): Promise<void> {
  const { store, engine } = context;
  const { open } = store.state;
  if (!open || store.state.solve) return;
  const { issues, summary } = await engine.call("amend", { actions: [...actions] });
  const { clinic } = await engine.call("document", {});
  if (store.state.open !== open) return;
  const index = indexClinic(clinic);
  store.act(label, { ...rest, clinic: index }, { open: { ...open, index, issues, summary }, said: label, notice: { tone: "note", text: `${label}.`, undo: true, retry: false } });
  await judgeAnew(context);
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
  const { violations } = await engine.call("published", {});
  const { base } = store.state;
  if (store.state.open !== open || !base) return;
  store.set({ base: { ...base, violations }, shown: undefined, insight: undefined });
  await analyze(context);
}
