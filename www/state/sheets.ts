// A plan on paper: a day or a week of it, one page for each clinician, room or meeting.
import type { DaySheetRow, DaySheetsReply, SheetBy } from "../engine/types.ts";

export interface Sheets {
  readonly by: SheetBy;
  readonly span: "day" | "week";
  readonly names: boolean;
  /** A reply for each day; undefined while they are made. */
  readonly days: readonly DaySheetsReply[] | undefined;
}

/** What is asked of them. */
export type SheetsNews = Omit<Sheets, "days"> | { readonly close: true };

/** One page. */
export interface Page {
  readonly id: string;
  readonly title: string;
  /** Days with something on them. */
  readonly days: readonly { readonly day: string; readonly rows: readonly DaySheetRow[] }[];
}

/** The pages of some days: what is about the same clinician or room is on one. */
export function pagesOf(days: readonly DaySheetsReply[]): Page[] {
  const pages = new Map<string, { id: string; title: string; days: { day: string; rows: readonly DaySheetRow[] }[] }>();
  for (const { day, sheets } of days) {
    for (const { id, title, rows } of sheets) {
      const page = pages.get(id) ?? { id, title, days: [] };
      page.days.push({ day, rows });
      pages.set(id, page);
    }
  }
  return days.length > 1 ? [...pages.values()].sort((a, b) => a.title.localeCompare(b.title) || a.id.localeCompare(b.id)) : [...pages.values()];
}
