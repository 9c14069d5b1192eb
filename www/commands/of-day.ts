// What is asked about the day on the board while it is looked at: its routes, and what needs attention before it begins.
import type { DayCheckReply, PlanDocument, RoutesReply } from "../engine/types.ts";
import { dateOf } from "../format.ts";
import type { OfDay } from "../state/of-day.ts";
import type { State } from "../state/store.ts";
import { attempt, type Context } from "./context.ts";

/** Asks anew whenever the day, the plan or the clinic is another one. */
export function watchDay(context: Context): void {
  const { store, engine } = context;
  follow<RoutesReply>(context, {
    isShown: ({ board }) => board.mode === "routes",
    known: ({ routes }) => routes,
    put: (routes) => store.set({ routes }),
    ask: (plan, day) => engine.call("routes", { plan, day }),
  });
  follow<DayCheckReply>(context, {
    isShown: ({ board }) => board.panel === "day",
    known: ({ dayCheck }) => dayCheck,
    put: (dayCheck) => store.set({ dayCheck }),
    ask: (plan, day) => engine.call("day_check", { plan, day }),
  });
}

interface Question<R> {
  readonly isShown: (state: State) => boolean;
  readonly known: (state: State) => OfDay<R>;
  readonly put: (answer: OfDay<R>) => void;
  readonly ask: (plan: PlanDocument, day: string) => Promise<R>;
}

function follow<R>(context: Context, { isShown, known, put, ask }: Question<R>): void {
  const { store } = context;
  store.listen((state) => {
    const { board, open, view } = state;
    const { plan } = store.work;
    if (view !== "schedule" || !open || !plan || !isShown(state)) return;
    const [last, clinic, day] = [known(state), open.index, board.day];
    if (last.plan === plan && last.day === day && last.clinic === clinic) return;
    const wanted: OfDay<R> = { clinic, plan, day, reply: last.reply };
    put(wanted);
    void attempt(context, async () => {
      const reply = await ask(plan, dateOf(day));
      if (known(store.state) === wanted) put({ ...wanted, reply });
    });
  }, context.gone);
}
