// Words of the tables of a clinic as they are edited, in the Data view.
import { formatCount } from "../../format.ts";
import { count } from "../count.ts";

export const rows = {
  help: "Arrows move, Enter or F2 edits, Escape restores. Copy and paste work with Excel; a paste is one step to undo.",
  add: "Add a row",
  remove: "Remove this row",
  discard: "Discard what was not taken",
  number: "Row",
  newRow: "new",
  needed: "needed",
  holds: (header: string, meaning: string, holds: string): string => `${header}: ${meaning}. Takes: ${holds}.`,
  edited: (n: number, table: string): string => `Changed ${count(n, "row")} of ${table}`,
  removed: (table: string): string => `Removed a row of ${table}`,
  notRemoved: "The row was not removed:",
  refused: (n: number): string => `${count(n, "row")} ${n === 1 ? "was" : "were"} not taken; the cells to correct are marked.`,
  discarded: "What was not taken is gone. The clinic is as it was.",
  toCorrect: "To correct",
  wrong: (where: string, cause: string, action: string): string => `${where}: ${cause}; ${action}.`,
  place: (row: string, header: string | undefined): string => (header === undefined ? `row ${row}` : `row ${row}, ${header}`),
  cut: (most: number): string => `Only the first ${formatCount(most)} rows were pasted: import more as a file.`,
  cell: (header: string, row: string): string => `${header}, row ${row}`,
} as const;
