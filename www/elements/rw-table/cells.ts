// Cells of a table as text.

/** A row of any table. */
export type TableRow = Readonly<Record<string, unknown>>;

/** Columns that any of the first rows has, in the order in which they turn up. */
export function columnsOf(rows: readonly TableRow[]): string[] {
  const found = new Set<string>();
  for (const row of rows.slice(0, 200)) for (const key of Object.keys(row)) found.add(key);
  return [...found];
}

/** A cell in words: lists joined, yes and no, nothing for nothing. */
export function cellText(value: unknown): string {
  if (value === undefined || value === null) return "";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) return value.map(cellText).join(", ");
  if (typeof value === "object") return JSON.stringify(value);
  return String(value).replace("T", /^\d{4}-\d\d-\d\dT/.test(String(value)) ? " " : "T");
}
