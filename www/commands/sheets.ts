// The plan on the board as pages to print: its day, or its week.
import type { DaySheetsReply } from "../engine/types.ts";
import { dateOf } from "../format.ts";
import { weekOf } from "../state/clinic.ts";
import type { Sheets, SheetsNews } from "../state/sheets.ts";
import type { Context } from "./context.ts";

/** Shows the sheets of the day or the week on the board, or the board again. */
export async function sheets(context: Context, news: SheetsNews): Promise<void> {
  const { store, engine } = context;
  const { open, board } = store.state;
  if ("close" in news || !open) {
    store.set({ sheets: undefined });
    return;
  }
  const { plan } = store.work;
  const wanted: Sheets = { ...news, days: undefined };
  store.set({ sheets: wanted });
  const made: DaySheetsReply[] = [];
  for (const day of news.span === "week" ? weekOf(open.index, board.day) : [board.day]) {
    made.push(await engine.call("day_sheets", { day: dateOf(day), by: news.by, names: news.names, ...(plan ? { plan } : {}) }));
    if (store.state.sheets !== wanted) return;
  }
  store.set({ sheets: { ...wanted, days: made } });
}
