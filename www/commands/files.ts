// Files: what comes in is read by the engine's worker and shown before it is used; what goes out is made here and
// handed to the browser as a download. Nothing leaves by another way. Encrypted saves are in `save.ts`.
import type { ImportFile } from "../engine/operations.ts";
import type { Clinic, Issue } from "../engine/types.ts";
import { formatBytes } from "../format.ts";
import { isEnvelope, toBase64 } from "../keep/bytes.ts";
import { rowCounts, toCsv, sortedIssues } from "../state/import.ts";
import { type SavedFile, workOf } from "../state/keep.ts";
import { namedReports } from "../state/report.ts";
import type { Work } from "../state/store.ts";
import type { RwEvents } from "../elements/events.ts";
import { words } from "../words/index.ts";
import { preview, replacing } from "./bring.ts";
import { adopt, beginLog, openClinic } from "./open.ts";
import { openEnvelope } from "./save.ts";
import { type Context, type OutgoingFile, say } from "./context.ts";

/** Most bytes of one file that are read: as many as the engine takes in one request. */
export const MAX_FILE_BYTES = 48 * 1024 * 1024;
export const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
export type ExportFormat = RwEvents["rw-download"]["format"];

/** Reads files that were chosen, dropped or pasted: a saved file is opened, anything else is shown first. */
export async function readFiles(context: Context, files: readonly File[]): Promise<void> {
  const { store } = context;
  for (const file of files) {
    if (file.size > MAX_FILE_BYTES) {
      refuse(context, words.data.tooLarge(file.name, formatBytes(MAX_FILE_BYTES)));
      return;
    }
  }
  store.set({ busy: words.data.reading, view: "data", notice: undefined });
  try {
    await takeIn(context, files);
  } catch (error) {
    // What the browser says of a folder, and of a file that changed under its hands.
    if (!(error instanceof DOMException)) throw error;
    refuse(context, words.data.unreadable(files.map((file) => file.name).join(", ")));
  }
}

async function takeIn(context: Context, files: readonly File[]): Promise<void> {
  const only = files.length === 1 ? files[0] : undefined;
  if (only && isEnvelope(new Uint8Array(await only.slice(0, 8).arrayBuffer()))) {
    await openEnvelope(context, only.name, new Uint8Array(await only.arrayBuffer()), "file");
    return;
  }
  if (only && /\.(json|rosterwell)$/i.test(only.name) && (await openSaved(context, only))) return;
  const wanted: ImportFile[] = [];
  const issues: Issue[] = [];
  // A calendar says too little to be a clinic: what it names is looked up in the one that is open.
  const { open } = context.store.state;
  const adds = open !== undefined && files.every((file) => /\.ics$/i.test(file.name));
  if (adds) wanted.push({ name: "clinic.json", text: JSON.stringify(open.index.clinic) });
  for (const file of files) wanted.push(await toImportFile(context, file, issues));
  await preview(context, wanted, issues, adds);
}

/** Reads pasted cells into a table. */
export async function readPaste(context: Context, { text, table }: RwEvents["rw-paste"]): Promise<void> {
  context.store.set({ busy: words.data.reading, notice: undefined });
  await preview(context, [{ name: words.data.pasted, table, text }]);
}

/** Says why something was not taken in. */
export function refuse(context: Context, text: string): void {
  const full = words.data.failed(text);
  context.store.set({ busy: undefined, said: full, notice: { tone: "bad", text: full, undo: false, retry: false } });
}

/** True if the file was a saved file or a clinic document, and is open now or was refused. */
async function openSaved(context: Context, file: File): Promise<boolean> {
  const text = await file.text();
  if (isFhir(text)) return false;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    refuse(context, words.data.notJson(file.name));
    return true;
  }
  if (typeof value !== "object" || value === null || !("format" in value)) return false;
  const format = String(value.format);
  if (format.startsWith("rosterwell-save/")) {
    const read = await context.keeping.keeper.call("save_read", { text });
    const saved = read.document as SavedFile;
    await openOther(context, saved.clinic, workOf(saved));
  } else if (format.startsWith("rosterwell-clinic/")) {
    await openOther(context, value as Clinic, undefined);
  } else {
    return false;
  }
  context.store.set({ view: "schedule", notice: { tone: "good", text: words.data.openedFile(file.name), undo: false, retry: false } });
  say(context, words.data.openedFile(file.name));
  return true;
}

/** True for FHIR, which the engine reads: a resource, or one a line. Within a text the quotation marks would be escaped. */
function isFhir(text: string): boolean {
  return /"resourceType"\s*:/.test(text.slice(0, 65_536));
}

/** Opens a document that brings no keys and no log of its own. */
async function openOther(context: Context, clinic: Clinic, work: Partial<Work> | undefined): Promise<void> {
  await openClinic(context, clinic, work);
  beginLog(context, "open");
}

/** A file as the engine takes it; a workbook is read by its own module first, with its own issues. */
async function toImportFile(context: Context, file: File, issues: Issue[]): Promise<ImportFile> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    const read = await context.engine.readWorkbook(bytes);
    // What concerns the whole file bears its name.
    issues.push(...read.issues.map((issue) => (issue.table ? issue : { ...issue, table: file.name })));
    return { name: file.name, tables: read.tables };
  }
  return { name: file.name, base64: toBase64(bytes) };
}

/** Opens what was shown, or drops it. */
export async function finishImport(context: Context, accept: boolean): Promise<void> {
  const { store, engine } = context;
  const importing = store.state.importing;
  if (!importing) return;
  if (!accept) {
    store.set({ importing: undefined });
    return;
  }
  store.set({ busy: words.data.reading });
  const reply = await engine.call("import", replacing(context, importing));
  if (!reply.opened || !reply.summary) {
    refuse(context, words.data.nothingUsed);
    return;
  }
  const { used } = rowCounts(reply);
  await adopt(context, { issues: [...importing.reply.issues, ...reply.clinic_issues], summary: reply.summary }, undefined);
  beginLog(context, "import");
  store.set({ notice: { tone: "good", text: words.data.imported(used), undo: false, retry: false }, said: words.data.imported(used) });
}

/** Takes data out as files. */
export async function exportAs(context: Context, { what, format }: RwEvents["rw-download"]): Promise<void> {
  const importing = context.store.state.importing;
  if (what === "issues" && importing) {
    const rows = sortedIssues(importing.reply.issues).map((issue) =>
      [issue.severity, issue.table, issue.row ?? "", issue.id ?? "", issue.field ?? "", issue.cause, issue.action, issue.code].map(String),
    );
    const head = ["severity", "table", "row", "id", "field", "cause", "action", "code"];
    deliver(context, "issues.csv", new Blob([toCsv([head, ...rows])], { type: "text/csv" }));
    return;
  }
  if (what === "issues") return;
  for (const { name, blob } of await filesOf(context, what, format)) deliver(context, name, blob);
}

/** The data as files. */
export async function filesOf({ store, engine }: Context, what: "plan" | "clinic" | "template", format: ExportFormat): Promise<OutgoingFile[]> {
  const plan = store.work.plan;
  const reply = await engine.call("export", {
    what,
    format: format === "xlsx" ? "tables" : format,
    ...(what === "plan" && plan ? { plan } : {}),
  });
  const files = reply.files.map((file) => ({ name: file.name, blob: new Blob([file.text], { type: "text/plain" }) }));
  if (!reply.tables) return files;
  const bytes = await engine.writeWorkbook(reply.tables);
  return [{ name: `${what}.xlsx`, blob: new Blob([bytes as Uint8Array<ArrayBuffer>], { type: XLSX }) }, ...files];
}

/** Takes every kept scenario and the run at hand out as a workbook whose money is formulas. */
export async function exportScenarios(context: Context): Promise<void> {
  const { store, engine } = context;
  const { open, scenario } = store.state;
  const scenarios = namedReports(scenario, store.work.scenarios).map(({ name, report }) => ({ name, report }));
  if (!open || scenarios.length === 0) return;
  const { settings } = open.index.clinic;
  const bytes = await engine.writeScenarios({ clinic: open.summary.name, synthetic: open.summary.synthetic, currency: settings.currency, scenarios });
  deliver(context, words.scenarios.workbookName, new Blob([bytes as Uint8Array<ArrayBuffer>], { type: XLSX }));
}

/** Hands a file to the browser as a download, says so, and notes it in the log. */
export function deliver(context: Context, name: string, blob: Blob): void {
  download(context, name, blob);
  context.keeping.trail.add({ action: "export", object: name, after: context.store.work });
  const text = words.data.exported(name);
  context.store.set({ notice: { tone: "good", text, undo: false, retry: false }, said: text });
}

/** Hands a file to the browser as a download, unless the page around the planner takes it. */
export function download(context: Context, name: string, blob: Blob): void {
  if (!context.told.leaving({ name, blob })) return;
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** What a saved file is called: the clinic, the week, and what it is. */
export function fileName({ store }: Context, extension: string): string {
  const summary = store.state.open?.summary;
  return `${slug(summary?.name ?? "")}-week-${summary?.horizon_start ?? ""}.${extension}`;
}

function slug(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 40) || "clinic";
}
