// What a page around the planner asks for by its methods. A refusal is a `PlannerError` with a code that stays.
import type { Context } from "../commands/context.ts";
import { filesOf, type ExportFormat } from "../commands/files.ts";
import { viewFile } from "../commands/keep.ts";
import { beginLog, openClinic, openSample } from "../commands/open.ts";
import { optimize, stop } from "../commands/plan.ts";
import { openSealed, seal } from "../commands/save.ts";
import {
  EXPORT_KINDS, type ExportedFile, type ExportKind, type OpenedPlan, type PlannerDocument, PlannerError, type SampleChoice, type SavedPlan, type SolveOptions, type SolveResult,
} from "../elements/rw-planner/contract.ts";
import { EngineError, EngineLost } from "../engine/client.ts";
import { EngineRefused } from "../engine/refused.ts";
import { toBase64 } from "../keep/bytes.ts";
import { type SavedFile, savedFile, workOf } from "../state/keep.ts";
import { engineTaken, ReadOnly, type Store } from "../state/store.ts";
import { resultOf } from "./news.ts";

/** Opens a document in place of what is open; a clinic is paid in `currency`, if that is given. */
export async function open(context: Context, document: PlannerDocument, currency: string | undefined): Promise<OpenedPlan> {
  const format = typeof document === "object" && document !== null ? String(document.format) : "";
  if (format.startsWith("rosterwell-save/")) {
    const { document: current } = await context.keeping.keeper.call("save_read", { text: JSON.stringify(document) });
    const saved = current as SavedFile;
    await openClinic(context, saved.clinic, workOf(saved));
  } else if (format.startsWith("rosterwell-clinic/")) {
    const clinic = document as Exclude<PlannerDocument, SavedPlan>;
    await openClinic(context, currency ? { ...clinic, settings: { ...clinic.settings, currency } } : clinic, undefined);
  } else {
    throw new PlannerError("format", "only a clinic or a saved plan can be opened");
  }
  beginLog(context, "open");
  return summaryOf(context);
}

/** Opens an invented clinic. */
export async function openInvented(context: Context, choice: SampleChoice, currency: string | undefined): Promise<void> {
  await openSample(context, choice);
  const clinic = context.store.state.open?.index.clinic;
  if (clinic && currency && clinic.settings.currency !== currency) await open(context, clinic, currency);
}

function summaryOf({ store }: Context): OpenedPlan {
  const summary = store.state.open?.summary;
  if (!summary) throw new PlannerError("empty", "nothing is open");
  const { name, sessions, synthetic } = summary;
  return { name, sessions, synthetic };
}

/** Looks for a better plan, to the end or until it is stopped. */
export async function solve(context: Context, { signal }: SolveOptions): Promise<SolveResult> {
  const { store } = context;
  summaryOf(context);
  store.beforeChange();
  if (engineTaken(store.state)) throw new PlannerError("busy", "another long task is under way");
  const end = (): void => stop(context);
  signal?.addEventListener("abort", end, { once: true });
  try {
    const run = optimize(context);
    if (signal?.aborted) end();
    const outcome = await run;
    if (!outcome) throw new PlannerError("engine", store.state.notice?.text ?? "the run came to nothing");
    return resultOf(outcome);
  } finally {
    signal?.removeEventListener("abort", end);
  }
}

/** What is open as a value; undefined if nothing is. */
export function valueOf({ state, work }: Store): SavedFile | undefined {
  return state.open && savedFile(state.open.index.clinic, work, state.keep.settings, new Date().toISOString());
}

/** What is open as a value, or encrypted; the passphrase that the user has chosen, if there is one, goes before the given one. */
export async function save(context: Context, passphrase: string | undefined): Promise<SavedFile | Uint8Array> {
  const { store, keeping } = context;
  summaryOf(context);
  const { work } = store;
  const value = valueOf(store);
  if (passphrase === undefined && value) {
    keeping.trail.add({ action: "export", object: "unencrypted save", after: work });
    store.set({ savedAt: work });
    return value;
  }
  if (!store.state.keep.hasKey) {
    await keeping.keeper.call("vault_create", { passphrase: (passphrase ?? "").normalize("NFKC") });
    store.setKeep({ hasKey: true });
  }
  const { bytes, base } = await seal(context, "save");
  keeping.base = base;
  store.set({ savedAt: base.work });
  return bytes;
}

/** Opens what `save` gave. */
export async function restore(context: Context, data: SavedPlan | Uint8Array, passphrase: string | undefined): Promise<OpenedPlan> {
  if (!(data instanceof Uint8Array)) {
    if (!data?.format?.startsWith("rosterwell-save/")) throw new PlannerError("format", "only what `save` gave can be restored");
    return open(context, data, undefined);
  }
  if (passphrase === undefined) throw new PlannerError("passphrase", "an encrypted save needs its passphrase");
  const { store, keeping } = context;
  const envelope = toBase64(data);
  await keeping.keeper.call("vault_check", { envelope });
  keeping.sealed = { envelope, source: "file", unsaved: 0 };
  await openSealed(context, passphrase);
  if (keeping.sealed) {
    keeping.sealed = undefined;
    const { error } = store.state.keep;
    store.setKeep({ error: undefined });
    throw new PlannerError("passphrase", error ?? "the passphrase does not open it");
  }
  return summaryOf(context);
}

/** What is open, in another format. */
export async function files(context: Context, kind: ExportKind): Promise<readonly ExportedFile[]> {
  if (!EXPORT_KINDS.includes(kind)) throw new PlannerError("kind", `there is no export ${String(kind)}`);
  summaryOf(context);
  if (kind === "report-html") return [viewFile(context)];
  const [what, format] = kind.split("-") as ["plan" | "clinic" | "template", ExportFormat];
  const made = await filesOf(context, what, format);
  for (const { name } of made) context.keeping.trail.add({ action: "export", object: name, after: context.store.work });
  return made;
}

/** What a failure is called outside. */
export function asError(error: unknown): Error {
  if (error instanceof EngineError) return new PlannerError(error.code, error.message);
  if (error instanceof EngineRefused) return new PlannerError("engine", error.message);
  if (error instanceof ReadOnly) return new PlannerError("readonly", "what is open may only be looked at");
  if (error instanceof EngineLost) return new PlannerError("engine.lost", error.message);
  return error instanceof Error ? error : new Error(String(error));
}
