// What a page around the planner hears of the solver, read off the state.
import type { PlannerEvents, SolveResult } from "../elements/rw-planner/contract.ts";
import type { Outcome, Store } from "../state/store.ts";

type Tell = <K extends "rw-solve-progress" | "rw-solve-end">(type: K, detail: Omit<PlannerEvents[K], "version">) => void;

/** The outcome of a run as a page around gets it. */
export function resultOf(outcome: Outcome): SolveResult {
  const { plan, stopped, notMet, steps, seed } = outcome;
  return { plan, stopped, unplaced: notMet.length, steps, seed };
}

/** Tells how a run gets on, and of its end, whoever began it. */
export function watchSolving(store: Store, tell: Tell): void {
  let { solve, outcome } = store.state;
  store.listen((state) => {
    const [before, last] = [solve, outcome];
    ({ solve, outcome } = state);
    if (solve && solve !== before) {
      const { step, steps, unplaced } = solve;
      tell("rw-solve-progress", { step, steps, unplaced });
    } else if (before && !solve) {
      const result = outcome && outcome !== last ? resultOf(outcome) : undefined;
      // After the news of the plan that it found.
      queueMicrotask(() => tell("rw-solve-end", { result }));
    }
  });
}
