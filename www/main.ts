// The wiring: the only place that knows both the elements and the engine.
import { EngineClient, type EngineSource } from "./engine/client.ts";
import { engineSource } from "./engine/boot.ts";
import { self } from "./engine/self.ts";
import { Team } from "./engine/team.ts";
import { on, type RwEvents } from "./elements/events.ts";
import type { RwPlanner } from "./elements/rw-planner/rw-planner.ts";
import "./elements/rw-planner/rw-planner.ts";
import { Keeper } from "./keep/keeper.ts";
import { AuditTrail } from "./keep/log.ts";
import { attempt, type Context, type Keeping } from "./commands/context.ts";
import { explainLock, lock, move, select, unplace, walkHistory } from "./commands/edit.ts";
import { openSample } from "./commands/open.ts";
import { goBack, optimize, stop } from "./commands/plan.ts";
import { exportAs, finishImport, readFiles, readPaste } from "./commands/files.ts";
import { bring } from "./commands/bring.ts";
import { findDevice, watchChanges } from "./commands/device.ts";
import { accept, keepNews, loadLog, print, watchDeeds } from "./commands/keep.ts";
import { startEngine, watchIdle } from "./commands/lock.ts";
import { setLanguage, setSettings } from "./commands/language.ts";
import { saveFile } from "./commands/save.ts";
import { attendance, loadAttendance } from "./commands/attendance.ts";
import { buffers, loadBuffers } from "./commands/buffers.ts";
import { enterForecast, forecast } from "./commands/forecast.ts";
import { enterPilot, pilot } from "./commands/pilot.ts";
import { tryRequest, watchRefusals } from "./commands/privacy.ts";
import { loadQuality, quality } from "./commands/quality.ts";
import { incident } from "./commands/incident.ts";
import { watchDay } from "./commands/of-day.ts";
import { relief } from "./commands/relieve.ts";
import { loadChoices, run as runScenario, scenario } from "./commands/scenario.ts";
import { share } from "./commands/share.ts";
import { sheets } from "./commands/sheets.ts";
import { simulator } from "./commands/simulate.ts";
import { staffing } from "./commands/staffing.ts";
import { loadTriage, triage } from "./commands/triage.ts";
import { governance, loadGovernance } from "./commands/governance.ts";
import { loadWorkload, workload } from "./commands/workload.ts";
import { analyze, splitIndicator } from "./commands/analyze.ts";
import { Store, unsavedActions } from "./state/store.ts";
import { tokens } from "./styles/tokens.ts";
import { preferred } from "./state/language.ts";
import { SAMPLE } from "./state/sample.ts";
import { rulePacksOf } from "./state/keep.ts";
import { words } from "./words/index.ts";

function handle<K extends keyof RwEvents>(
  context: Context,
  type: K,
  work: (detail: RwEvents[K]) => Promise<void> | void,
): void {
  on(context.planner, type, (detail) => void attempt(context, async () => work(detail)));
}

/** Counts what the browser says it fetched over a network; there should be nothing to count. */
function watchRequests(store: Store): void {
  new PerformanceObserver((list) => {
    const seen = list.getEntries().filter((entry) => /^(https?|wss?):/.test(entry.name)).length;
    if (seen > 0) store.set({ requests: store.state.requests + seen });
  }).observe({ type: "resource", buffered: true });
}

function wire(context: Context): void {
  const { store } = context;
  handle(context, "rw-navigate", async ({ view }) => {
    store.set({ view, notice: undefined });
    // Three scenarios and a forecast are there without being asked for.
    if (view === "scenarios") {
      await loadChoices(context);
      if (!store.state.scenario.report) await runScenario(context);
    }
    if (view === "data") await loadQuality(context);
    if (view === "attendance") await loadAttendance(context);
    if (view === "pilot") await enterPilot(context);
    if (view === "privacy") await loadLog(context);
    if (view === "triage") await loadTriage(context);
    if (view === "workload") await loadWorkload(context);
    if (view === "governance") await loadGovernance(context);
    if (view === "forecast") {
      await loadBuffers(context);
      await enterForecast(context);
    }
  });
  handle(context, "rw-board", (patch) => store.setBoard(patch));
  handle(context, "rw-select", (detail) => select(context, detail));
  handle(context, "rw-move", (detail) => move(context, detail));
  handle(context, "rw-lock", ({ session, reason }) => (reason === undefined ? lock(context, session) : explainLock(context, session, reason)));
  handle(context, "rw-unplace", ({ session }) => unplace(context, session));
  handle(context, "rw-solve", () => optimize(context));
  handle(context, "rw-stop", () => stop());
  handle(context, "rw-keep", () => accept(context));
  handle(context, "rw-revert", () => goBack(context));
  handle(context, "rw-undo", () => walkHistory(context, true));
  handle(context, "rw-redo", () => walkHistory(context, false));
  handle(context, "rw-say", ({ text }) => store.set({ said: text }));
  handle(context, "rw-dismiss", () => store.set({ notice: undefined }));
  handle(context, "rw-retry", () => {
    store.set({ notice: undefined });
    return store.state.open ? analyze(context) : openSample(context, SAMPLE);
  });
  handle(context, "rw-sample", async (request) => {
    await openSample(context, request);
    store.set({ view: "schedule" });
  });
  handle(context, "rw-indicator", ({ id }) => store.set({ indicator: id, view: id === undefined ? store.state.view : "kpis" }));
  handle(context, "rw-split", (detail) => splitIndicator(context, detail));
  handle(context, "rw-attendance", (news) => attendance(context, news));
  handle(context, "rw-buffers", (news) => buffers(context, news));
  handle(context, "rw-forecast", (news) => forecast(context, news));
  handle(context, "rw-pilot", (news) => pilot(context, news));
  handle(context, "rw-triage", (news) => triage(context, news));
  handle(context, "rw-workload", (news) => workload(context, news));
  handle(context, "rw-governance", (news) => governance(context, news));
  handle(context, "rw-incident", (news) => incident(context, news));
  handle(context, "rw-relief", (news) => relief(context, news));
  handle(context, "rw-simulator", (news) => simulator(context, news));
  handle(context, "rw-staffing", (news) => staffing(context, news));
  handle(context, "rw-scenario", (news) => scenario(context, news));
  handle(context, "rw-share", (news) => share(context, news));
  handle(context, "rw-files", ({ files }) => readFiles(context, files));
  handle(context, "rw-paste", (detail) => readPaste(context, detail));
  handle(context, "rw-import", async ({ accept }) => {
    await finishImport(context, accept);
    if (accept && !store.state.importing) store.set({ view: "schedule" });
  });
  handle(context, "rw-bring", async (news) => {
    await bring(context, news);
    if (store.state.view === "data" && !store.state.importing) await loadQuality(context);
  });
  handle(context, "rw-quality", (news) => quality(context, news));
  handle(context, "rw-sheets", (news) => sheets(context, news));
  handle(context, "rw-save", () => saveFile(context));
  handle(context, "rw-export", (detail) => exportAs(context, detail));
  handle(context, "rw-theme", ({ theme }) => {
    store.set({ theme });
    if (theme === "system") delete document.documentElement.dataset["theme"];
    else document.documentElement.dataset["theme"] = theme;
  });
  handle(context, "rw-language", (patch) => setLanguage(context, patch));
  handle(context, "rw-settings", (patch) => setSettings(context, patch));
  handle(context, "rw-print", () => print(context));
  handle(context, "rw-keep-news", (news) => keepNews(context, news));
  handle(context, "rw-try", () => tryRequest(context));
}

function watchKeys(context: Context): void {
  document.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== "z") return;
    const target = event.composedPath()[0];
    if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) return;
    event.preventDefault();
    void attempt(context, () => walkHistory(context, !event.shiftKey));
  });
}

async function main(): Promise<void> {
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, ...(tokens.styleSheet ? [tokens.styleSheet] : [])];
  const store = new Store();
  const planner = document.createElement("rw-planner") as RwPlanner;
  planner.state = store.state;
  store.listen((state) => (planner.state = state));
  document.body.append(planner);
  watchRequests(store);
  store.set({ privacy: { ...store.state.privacy, self: self() } });
  const source = engineSource();
  const engine = new EngineClient(source, (state) => store.set({ engine: state }));
  const context: Context = { store, engine, team: new Team(engine, source), planner, keeping: keepingOf(store, source) };
  wire(context);
  setLanguage(context, { language: preferred(navigator.languages) });
  watchKeys(context);
  watchRefusals(context);
  watchDeeds(context);
  watchDay(context);
  watchChanges(context);
  watchIdle(context);
  addEventListener("beforeunload", (event) => {
    const { sealed } = context.keeping;
    const locked = sealed?.source === "lock" && store.state.keep.device !== "on" ? sealed.unsaved : 0;
    if (unsavedActions(store.state) + locked > 0) event.preventDefault();
  });
  await attempt(context, async () => {
    await startEngine(context);
    await openSample(context, SAMPLE);
    await findDevice(context);
  });
}

/** Keys, log and copy: nothing of them is there yet. */
function keepingOf(store: Store, source: EngineSource): Keeping {
  const keeper = new Keeper(source, () => {
    if (!store.state.keep.hasKey) return;
    store.setKeep({ hasKey: false, working: false, device: store.state.keep.device === "on" ? "copy" : store.state.keep.device });
    store.set({ notice: { tone: "warn", text: words.keep.keysLost, undo: false, retry: false }, said: words.keep.keysLost });
  });
  const { version, build: digits } = self();
  const build = `${version} ${digits.slice(0, 16)}`;
  const trail = new AuditTrail(keeper, () => ({ user: store.state.keep.settings.user, build, rulePacks: rulePacksOf(store.state.open?.index.clinic) }));
  return { keeper, trail, slots: undefined, device: undefined, base: undefined, sealed: undefined, pending: undefined, proposed: undefined };
}

void main();
