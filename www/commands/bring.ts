// The import between reading and accepting: how the files are read, what adding them would do, how they differ from the plan.
import type { FilesRequest, ImportFile, ImportReply } from "../engine/operations.ts";
import type { Issue, Profile } from "../engine/types.ts";
import { type ImportNews, type ImportState, NO_OPTIONS, profileOf, readTables, type ReadingOptions, rowCounts } from "../state/import.ts";
import { words } from "../words/index.ts";
import { follow } from "./amend.ts";
import type { Context } from "./context.ts";
import { deliver, XLSX } from "./files.ts";

/** Answers the import's preview. */
export async function bring(context: Context, news: ImportNews): Promise<void> {
  const { store } = context;
  const now = store.state.importing;
  if (!now) return;
  const { options } = now;
  switch (news.kind) {
    case "mode":
      set(context, { mode: news.mode });
      return ask(context);
    case "map": {
      const others = options.mapping.filter((each) => each.table !== news.table || each.column !== news.column);
      const choice = { table: news.table, column: news.column, ...(news.field ? { field: news.field } : {}) };
      return readAgain(context, { ...options, mapping: [...others, choice] });
    }
    case "read":
      return readAgain(context, { ...options, dates: news.dates, decimal: news.decimal });
    case "profile":
      return readAgain(context, { ...options, profiles: [...options.profiles, news.profile] });
    case "save_profile": {
      const read = readTables(now.reply.columns).find((each) => each.file === news.file && each.table === news.table);
      if (read) await keepProfiles(context, [profileOf(news.name, read, options)], news.name);
      return;
    }
    case "forget_profile":
      store.act(words.data.forgotProfile(news.name), { profiles: store.work.profiles.filter((each) => each.name !== news.name) });
      return readAgain(context, options);
    case "answer":
      set(context, { answers: new Map(now.answers).set(news.id, news.yes) });
      return ask(context);
    case "decide":
      set(context, { decisions: new Map([...now.decisions, ...news.ids.map((id) => [id, news.take] as const)]) });
      return ask(context);
    case "add":
      return add(context, now);
    case "accept":
      return accept(context, now);
    case "report":
      if (now.merge) deliver(context, now.merge.report.name, new Blob([now.merge.report.text], { type: "text/csv" }));
      return;
    case "change_list":
      return changeList(context, now, news.format);
  }
}

function set(context: Context, patch: Partial<ImportState>): void {
  const { store } = context;
  if (store.state.importing) store.set({ importing: { ...store.state.importing, ...patch } });
}

async function keepProfiles(context: Context, added: readonly Profile[], name: string): Promise<void> {
  const { store } = context;
  const others = store.work.profiles.filter((each) => each.name !== name);
  const label = words.data.savedProfile(name);
  store.act(label, { profiles: [...others, ...added] }, { said: label, notice: { tone: "good", text: `${label}.`, undo: true, retry: false } });
  const now = store.state.importing;
  if (now) await readAgain(context, now.options);
}

/** What the engine is asked: the files, and how to read them. */
function request(context: Context, files: readonly ImportFile[], options: ReadingOptions, preview: boolean): FilesRequest {
  const { mapping, dates, decimal } = options;
  return {
    files,
    mapping,
    ...(dates ? { dates } : {}),
    ...(decimal ? { decimal } : {}),
    profiles: [...context.store.work.profiles, ...options.profiles],
    preview,
  };
}

/** Reads files for the first time and shows what was understood. */
export async function preview(context: Context, files: readonly ImportFile[], issues: readonly Issue[] = [], adds = false): Promise<void> {
  const reply = await read(context, files, issues, NO_OPTIONS);
  const { used, all } = rowCounts(reply);
  context.store.set({
    busy: undefined,
    importing: {
      names: files.slice(adds ? 1 : 0).map((file) => file.name),
      files,
      adds,
      issues,
      reply,
      options: NO_OPTIONS,
      mode: "replace",
      merge: undefined,
      answers: new Map(),
      reconcile: undefined,
      decisions: new Map(),
    },
    said: used === 0 ? words.data.unusable : words.data.understoodRows(used, all),
  });
}

async function read(context: Context, files: readonly ImportFile[], issues: readonly Issue[], options: ReadingOptions): Promise<ImportReply> {
  const reply = await context.engine.call("import", request(context, files, options, true));
  return { ...reply, issues: [...issues, ...reply.issues] };
}

async function readAgain(context: Context, options: ReadingOptions): Promise<void> {
  const now = context.store.state.importing;
  if (!now) return;
  const reply = await read(context, now.files, now.issues, options);
  const { used, all } = rowCounts(reply);
  set(context, { reply, options, answers: new Map(), decisions: new Map(), merge: undefined, reconcile: undefined });
  context.store.set({ said: words.data.understoodRows(used, all) });
  await ask(context);
}

/** The files as they are to be opened in place of the clinic. */
export function replacing(context: Context, importing: ImportState): FilesRequest {
  return request(context, importing.files, importing.options, false);
}

/** Asks what the chosen way would do. */
async function ask(context: Context): Promise<void> {
  const { store, engine } = context;
  const now = store.state.importing;
  if (!now || now.mode === "replace") return;
  const files = request(context, now.files, now.options, true);
  if (now.mode === "add") {
    const merge = await engine.call("merge", { import: files, answers: answersOf(now) });
    if (store.state.importing?.answers === now.answers) set(context, { merge });
    return;
  }
  const { plan } = store.work;
  const reconcile = await engine.call("reconcile", { import: files, ...(plan ? { plan } : {}), decisions: decisionsOf(now) });
  if (store.state.importing?.decisions === now.decisions) set(context, { reconcile });
}

/** Answers to questions that are still asked. */
function answersOf(now: ImportState): { id: string; yes: boolean }[] {
  const asked = now.merge ? new Set([...now.merge.pairs, ...now.merge.groups].map((question) => question.id)) : undefined;
  return [...now.answers].filter(([id]) => asked?.has(id)).map(([id, yes]) => ({ id, yes }));
}

function decisionsOf(now: ImportState): { id: string; take: "ours" | "theirs" }[] {
  return [...now.decisions].map(([id, take]) => ({ id, take }));
}

/** Adds the rows to the open clinic, as one action. */
async function add(context: Context, now: ImportState): Promise<void> {
  const { store, engine } = context;
  const { open } = store.state;
  if (!open || store.state.solve) return;
  store.set({ busy: words.data.reading });
  const files = request(context, now.files, now.options, false);
  const reply = await engine.call("merge", { import: files, answers: answersOf(now), at: open.index.clinic.settings.as_of });
  store.set({ busy: undefined });
  if (!reply.opened || !reply.summary) return;
  const rows = reply.counts.reduce((sum, each) => sum + each.added + each.changed + each.seated, 0);
  store.set({ importing: undefined });
  await follow(context, open, { issues: [...reply.issues, ...reply.clinic_issues], summary: reply.summary }, words.merge.added(rows), {}, true);
}

/** Takes the accepted schedule over, as one action. */
async function accept(context: Context, now: ImportState): Promise<void> {
  const { store, engine } = context;
  const { open } = store.state;
  if (!open || store.state.solve) return;
  store.set({ busy: words.data.reading });
  const { plan } = store.work;
  const files = request(context, now.files, now.options, false);
  const reply = await engine.call("reconcile", { import: files, ...(plan ? { plan } : {}), decisions: decisionsOf(now), accept: true });
  store.set({ busy: undefined });
  if (!reply.summary) return;
  store.set({ importing: undefined });
  const label = words.reconcile.accepted(reply.items.length);
  await follow(context, open, { issues: [...reply.issues, ...reply.clinic_issues], summary: reply.summary }, label, {}, true);
}

async function changeList(context: Context, now: ImportState, format: "csv" | "xlsx"): Promise<void> {
  if (!now.reconcile) return;
  if (format === "csv") {
    deliver(context, "change-list.csv", new Blob([now.reconcile.csv], { type: "text/csv" }));
    return;
  }
  const bytes = await context.engine.writeWorkbook({ tables: [now.reconcile.table] });
  deliver(context, "change-list.xlsx", new Blob([bytes as Uint8Array<ArrayBuffer>], { type: XLSX }));
}
