// A table of the clinic as text, as it is looked at and edited: rows of the engine, and over them what was typed and not taken.
import type { EditRowsReply, RowsReply, WrongCell } from "../engine/types.ts";
import type { ClinicIndex } from "./clinic.ts";

/** Rows on the page at once. Our choice. */
export const PAGE = 25;
/** Rows of one paste at most; the engine takes no more. */
export const MAX_PASTED = 10_000;

/** A row as it was typed, which the clinic does not have so. */
export interface Draft {
  /** Tells it from every other line: a number below 0 for a new row, the place in the table for others. */
  readonly key: number;
  /** Its place in the table; undefined for a new row. */
  readonly row: number | undefined;
  readonly cells: readonly string[];
  readonly wrong: readonly WrongCell[];
}

export interface RowsState {
  /** The clinic that the reply is of. */
  readonly of: ClinicIndex | undefined;
  readonly table: string;
  readonly find: string;
  /** Rows passed over. */
  readonly from: number;
  readonly reply: RowsReply | undefined;
  readonly drafts: readonly Draft[];
}

export const NO_ROWS: RowsState = { of: undefined, table: "clinicians", find: "", from: 0, reply: undefined, drafts: [] };

/** A text for a cell, by the line that it is seen in. */
export interface Change {
  readonly line: number;
  readonly column: number;
  readonly text: string;
}

/** What the table asks for. */
export type RowsNews =
  | { readonly kind: "show"; readonly table?: string; readonly find?: string; readonly from?: number }
  | { readonly kind: "write"; readonly changes: readonly Change[] }
  | { readonly kind: "paste"; readonly line: number; readonly column: number; readonly text: string }
  | { readonly kind: "add" }
  | { readonly kind: "remove"; readonly line: number }
  | { readonly kind: "discard" };

/** The rows on the page with what was typed into them, and new ones below. */
export function linesOf({ reply, drafts }: RowsState): Draft[] {
  const typed = new Map(drafts.flatMap((draft) => (draft.row === undefined ? [] : [[draft.row, draft] as const])));
  const shown = (reply?.rows ?? []).map(({ row, cells }) => typed.get(row) ?? { key: row, row, cells, wrong: [] });
  return [...shown, ...drafts.filter((draft) => draft.row === undefined)];
}

/** The lines with other texts: only those that differ afterwards. */
export function changed(lines: readonly Draft[], changes: readonly Change[]): Draft[] {
  const cells = new Map<number, string[]>();
  for (const { line, column, text } of changes) {
    const now = cells.get(line) ?? [...(lines[line]?.cells ?? [])];
    now[column] = text;
    cells.set(line, now);
  }
  return [...cells].flatMap(([at, texts]) => {
    const line = lines[at];
    return line && texts.some((text, place) => text !== line.cells[place]) ? [{ ...line, cells: texts }] : [];
  });
}

/** What is left to correct after `sent` was answered, among what was to be corrected before. */
export function left(before: readonly Draft[], sent: readonly Draft[], { wrong }: Pick<EditRowsReply, "wrong">): Draft[] {
  const keys = new Set(sent.map((draft) => draft.key));
  const refused = sent.flatMap((draft, at) => {
    const why = wrong.filter((each) => each.at === at && !each.removal);
    return why.length > 0 ? [{ ...draft, wrong: why }] : [];
  });
  return [...before.filter((draft) => !keys.has(draft.key)), ...refused];
}

/** A new row that is empty, told from those that there are. */
export function emptyRow(drafts: readonly Draft[], columns: number): Draft {
  const key = Math.min(0, ...drafts.map((draft) => draft.key)) - 1;
  return { key, row: undefined, cells: Array.from({ length: columns }, () => ""), wrong: [] };
}

/** What is typed, after a row has been taken out of the table. */
export function withoutRow(drafts: readonly Draft[], row: number): Draft[] {
  return drafts.flatMap((draft) => {
    if (draft.row === undefined || draft.row < row) return [draft];
    return draft.row === row ? [] : [{ ...draft, key: draft.row - 1, row: draft.row - 1 }];
  });
}

/** Cells as spreadsheets put them on the clipboard: tabs and line ends, and quotation marks around a cell that has some itself. */
export function parseCells(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = "";
  let quoted = false;
  const end = (): void => {
    rows.at(-1)?.push(cell);
    cell = "";
  };
  const letters = text.replaceAll("\r\n", "\n").replaceAll("\r", "\n").replace(/\n$/, "");
  for (let at = 0; at < letters.length; at += 1) {
    const letter = letters[at] ?? "";
    if (quoted) {
      if (letter !== '"') cell += letter;
      else if (letters[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (letter === '"' && cell === "") quoted = true;
    else if (letter === "\t") end();
    else if (letter === "\n") {
      end();
      rows.push([]);
    } else cell += letter;
  }
  end();
  return rows;
}

/** The same the other way round. */
export function writeCells(rows: readonly (readonly string[])[]): string {
  const cell = (text: string): string => (/[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((row) => row.map(cell).join("\t")).join("\n");
}
