// An import between reading and accepting: what was read, how its columns were matched, what is wrong with it.
import type { ColumnMatch, ImportFile, ImportReply } from "../engine/operations.ts";
import type { Issue } from "../engine/types.ts";

/** What an import has found. Nothing is opened before it is accepted. */
export interface ImportState {
  readonly names: readonly string[];
  readonly files: readonly ImportFile[];
  readonly reply: ImportReply;
  /** True if the files were read into the clinic that is open, as calendars are. */
  readonly adds: boolean;
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
