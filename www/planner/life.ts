// What one planner is made of while it lives: engine, keys, log, and the commands between them and the elements.
import { attempt, type Context, type Keeping, type Told } from "../commands/context.ts";
import { watchChanges } from "../commands/device.ts";
import { walkHistory } from "../commands/edit.ts";
import { watchDeeds } from "../commands/keep.ts";
import { watchIdle } from "../commands/lock.ts";
import { watchRefusals } from "../commands/privacy.ts";
import { watchDay } from "../commands/of-day.ts";
import type { PlannerPage } from "../elements/rw-planner/page.ts";
import { EngineClient } from "../engine/client.ts";
import { Team } from "../engine/team.ts";
import { Keeper } from "../keep/keeper.ts";
import { AuditTrail } from "../keep/log.ts";
import { rulePacksOf } from "../state/keep.ts";
import type { Store } from "../state/store.ts";
import { words } from "../words/index.ts";
import type { Home } from "./home.ts";
import { wire } from "./wire.ts";

/** Begins a life. It ends with the signal: all workers end, and nothing is listened to any more. What the store holds stays. */
export function live(planner: PlannerPage, store: Store, home: Home, told: Told, gone: AbortSignal): Context {
  const engine = new EngineClient(home.engine, (state) => {
    if (!gone.aborted) store.set({ engine: state });
  });
  const team = new Team(engine, home.engine);
  const context: Context = { store, engine, team, planner, home, keeping: keepingOf(store, home), runs: {}, gone, told };
  gone.addEventListener("abort", () => {
    for (const run of Object.values(context.runs)) run?.abort();
    clearTimeout(context.keeping.noting);
    context.keeping.keeper.end();
    team.end();
    engine.end();
  });
  store.set({ privacy: { ...store.state.privacy, self: home.self } });
  wire(context);
  watchKeys(context);
  watchRefusals(context);
  watchDeeds(context);
  watchDay(context);
  watchChanges(context);
  watchIdle(context);
  if (home.whole) watchRequests(context);
  return context;
}

/** Counts what the browser says it fetched over a network; there should be nothing to count. */
function watchRequests({ store, gone }: Context): void {
  const observer = new PerformanceObserver((list) => {
    const seen = list.getEntries().filter((entry) => /^(https?|wss?):/.test(entry.name)).length;
    if (seen > 0) store.set({ requests: store.state.requests + seen });
  });
  observer.observe({ type: "resource", buffered: true });
  gone.addEventListener("abort", () => observer.disconnect(), { once: true });
}

function watchKeys(context: Context): void {
  const undo = (event: Event): void => {
    if (!(event instanceof KeyboardEvent) || !(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== "z") return;
    const target = event.composedPath()[0];
    if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) return;
    event.preventDefault();
    void attempt(context, () => walkHistory(context, !event.shiftKey));
  };
  (context.home.whole ? document : context.planner).addEventListener("keydown", undo, { signal: context.gone });
}

/** Keys, log and copy: nothing of them is there yet. */
function keepingOf(store: Store, { engine, self }: Home): Keeping {
  const keeper = new Keeper(engine, () => {
    if (!store.state.keep.hasKey) return;
    store.setKeep({ hasKey: false, working: false, device: store.state.keep.device === "on" ? "copy" : store.state.keep.device });
    store.set({ notice: { tone: "warn", text: words.keep.keysLost, undo: false, retry: false }, said: words.keep.keysLost });
  });
  const build = `${self.version} ${self.build.slice(0, 16)}`.trim();
  const trail = new AuditTrail(keeper, () => ({ user: store.state.keep.settings.user, build, rulePacks: rulePacksOf(store.state.open?.index.clinic) }));
  return {
    keeper, trail, slots: undefined, device: undefined, base: undefined, sealed: undefined, pending: undefined, proposed: undefined, noted: undefined, noting: undefined,
  };
}
