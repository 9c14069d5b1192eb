// Day sheets: a day of the plan on the board, as pages to print.
import type { RwEvents } from "../elements/events.ts";
import { dateOf } from "../format.ts";
import type { Context } from "./context.ts";

/** Shows the sheets of the day on the board, or the board again. */
export async function sheets(context: Context, news: RwEvents["rw-sheets"]): Promise<void> {
  const { store, engine } = context;
  if ("close" in news) {
    store.set({ sheets: undefined });
    return;
  }
  const { plan } = store.work;
  const wanted = { ...news, reply: store.state.sheets?.reply };
  store.set({ sheets: wanted });
  const reply = await engine.call("day_sheets", { day: dateOf(store.state.board.day), ...news, ...(plan ? { plan } : {}) });
  if (store.state.sheets === wanted) store.set({ sheets: { ...wanted, reply } });
}
