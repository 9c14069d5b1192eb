// The routes of the day on the board, asked for when they are looked at.
import { dateOf } from "../format.ts";
import { attempt, type Context } from "./context.ts";

/** Asks for the routes whenever they are shown and not those of the plan and day on the board. */
export function watchRoutes(context: Context): void {
  context.store.listen((state) => {
    const { board, routes, view, open } = state;
    const { plan } = context.store.work;
    if (view !== "schedule" || board.mode !== "routes" || !open || !plan) return;
    if (routes.plan === plan && routes.day === board.day) return;
    void attempt(context, () => load(context));
  }, context.gone);
}

async function load({ store, engine }: Context): Promise<void> {
  const { plan } = store.work;
  const { day } = store.state.board;
  if (!plan) return;
  // What is known stays in sight until the new routes come.
  const wanted = { plan, day, reply: store.state.routes.reply };
  store.set({ routes: wanted });
  const reply = await engine.call("routes", { plan, day: dateOf(day) });
  if (store.state.routes === wanted) store.set({ routes: { ...wanted, reply } });
}
