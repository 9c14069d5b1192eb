// An import between reading and accepting: what was read, how its columns were matched, what is wrong with it.
import type { ColumnMatch, ImportFile, ImportReply } from "../engine/operations.ts";
import type { ColumnChoice, DateOrder, DecimalMark, Issue, MergeReply, Profile, ReconcileReply } from "../engine/types.ts";
import type { Take } from "./reconcile.ts";

/** What is done with the rows: they stand in place of the clinic, are added to it, or compared with its plan. */
export type ImportMode = "replace" | "add" | "compare";

/** How the files are read, beyond what they say themselves. */
export interface ReadingOptions {
  readonly mapping: readonly ColumnChoice[];
  readonly dates: DateOrder | undefined;
  readonly decimal: DecimalMark | undefined;
  /** Shipped profiles that the user took. */
  readonly profiles: readonly Profile[];
}

export const NO_OPTIONS: ReadingOptions = { mapping: [], dates: undefined, decimal: undefined, profiles: [] };

/** What an import has found. Nothing is opened before it is accepted. */
export interface ImportState {
  readonly names: readonly string[];
  readonly files: readonly ImportFile[];
  /** What was wrong with workbooks. */
  readonly issues: readonly Issue[];
  readonly reply: ImportReply;
  /** True if the files were read into the clinic that is open, as calendars are. */
  readonly adds: boolean;
  readonly options: ReadingOptions;
  readonly mode: ImportMode;
  /** What adding would do, once it is asked for. */
  readonly merge: MergeReply | undefined;
  /** Answers to its questions. */
  readonly answers: ReadonlyMap<string, boolean>;
  /** How the files differ from base and plan, once it is asked for. */
  readonly reconcile: ReconcileReply | undefined;
  readonly decisions: ReadonlyMap<string, Take>;
}

/** What the import asks for. */
export type ImportNews =
  | { readonly kind: "mode"; readonly mode: ImportMode }
  | { readonly kind: "map"; readonly table: string; readonly column: string; readonly field: string | undefined }
  | { readonly kind: "read"; readonly dates: DateOrder | undefined; readonly decimal: DecimalMark | undefined }
  | { readonly kind: "profile"; readonly profile: Profile }
  | { readonly kind: "save_profile"; readonly name: string; readonly file: string; readonly table: string }
  | { readonly kind: "forget_profile"; readonly name: string }
  | { readonly kind: "answer"; readonly id: string; readonly yes: boolean }
  | { readonly kind: "add" }
  | { readonly kind: "report" }
  | { readonly kind: "decide"; readonly ids: readonly string[]; readonly take: Take }
  | { readonly kind: "accept" }
  | { readonly kind: "change_list"; readonly format: "csv" | "xlsx" };

/** A profile that reads a file as it was read now: known by all its columns. */
export function profileOf(name: string, read: ReadTable, options: ReadingOptions): Profile {
  return {
    name,
    table: read.table,
    asks: read.columns.map((column) => [column.column]),
    columns: read.columns.map((column) => (column.field ? { column: column.column, field: column.field } : { column: column.column })),
    ...(options.dates ? { dates: options.dates } : {}),
    ...(options.decimal ? { decimal: options.decimal } : {}),
    note: "",
  };
}

/** A table that was read, with its columns. */
export interface ReadTable {
  readonly file: string;
  readonly table: string;
  readonly columns: readonly ColumnMatch[];
}

/** Columns by file and table, in the order they were read. */
export function readTables(columns: readonly ColumnMatch[]): ReadTable[] {
  const found = new Map<string, { file: string; table: string; columns: ColumnMatch[] }>();
  for (const column of columns) {
    const key = `${column.file}\n${column.table}`;
    const entry = found.get(key) ?? { file: column.file, table: column.table, columns: [] };
    entry.columns.push(column);
    found.set(key, entry);
  }
  return [...found.values()];
}

/** Rows used, and rows there were. */
export function rowCounts(reply: ImportReply): { used: number; all: number } {
  let used = 0;
  let all = 0;
  for (const table of reply.counts) {
    used += table.used;
    all += table.used + table.left_out;
  }
  return { used, all };
}

/** Errors first, then warnings, then notes; within them the order of the tables. */
export function sortedIssues(issues: readonly Issue[]): Issue[] {
  const rank = { error: 0, warning: 1, note: 2 } as const;
  return issues.map((issue, at) => ({ issue, at })).sort((a, b) => rank[a.issue.severity] - rank[b.issue.severity] || a.at - b.at).map(({ issue }) => issue);
}

/** Cells as CSV: every field quoted, and formulas made plain text. */
export function toCsv(rows: readonly (readonly string[])[]): string {
  const cell = (text: string): string => `"${(/^[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
  return rows.map((row) => row.map(cell).join(",")).join("\r\n") + "\r\n";
}
