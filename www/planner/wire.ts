// Which command answers which deed of the user. The table is complete: a deed without an answer is an error of types.
import { analyze, splitIndicator } from "../commands/analyze.ts";
import { attendance, loadAttendance } from "../commands/attendance.ts";
import { bring } from "../commands/bring.ts";
import { buffers, loadBuffers } from "../commands/buffers.ts";
import { attempt, type Context } from "../commands/context.ts";
import { explainLock, lock, move, select, unplace, walkHistory } from "../commands/edit.ts";
import { exportAs, finishImport, readFiles, readPaste } from "../commands/files.ts";
import { enterForecast, forecast } from "../commands/forecast.ts";
import { groups } from "../commands/groups.ts";
import { governance, loadGovernance } from "../commands/governance.ts";
import { incident } from "../commands/incident.ts";
import { accept, keepNews, loadLog, print } from "../commands/keep.ts";
import { setLanguage, setSettings } from "../commands/language.ts";
import { startEngine } from "../commands/lock.ts";
import { openSample } from "../commands/open.ts";
import { enterPilot, pilot } from "../commands/pilot.ts";
import { goBack, optimize, stop } from "../commands/plan.ts";
import { send } from "../commands/portal.ts";
import { tryRequest } from "../commands/privacy.ts";
import { loadQuality, quality } from "../commands/quality.ts";
import { loadRows, rows } from "../commands/rows.ts";
import { relief } from "../commands/relieve.ts";
import { saveFile } from "../commands/save.ts";
import { loadChoices, run as runScenario, scenario } from "../commands/scenario.ts";
import { share } from "../commands/share.ts";
import { sheets } from "../commands/sheets.ts";
import { simulator } from "../commands/simulate.ts";
import { staffing } from "../commands/staffing.ts";
import { loadTriage, triage } from "../commands/triage.ts";
import { loadWorkload, workload } from "../commands/workload.ts";
import type { RwEvents } from "../elements/events.ts";
import { SAMPLE } from "../state/sample.ts";
import type { View } from "../state/store.ts";

type Answers = { readonly [K in keyof RwEvents]: (context: Context, detail: RwEvents[K]) => Promise<unknown> | void };

/** Shows a view, with what it shows without being asked. */
export async function enter(context: Context, view: View): Promise<void> {
  const { store } = context;
  store.set({ view, notice: undefined });
  // Three scenarios and a forecast are there without being asked for.
  if (view === "scenarios") {
    await loadChoices(context);
    if (!store.state.scenario.report) await runScenario(context);
  }
  if (view === "data") {
    await loadRows(context);
    await loadQuality(context);
  }
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
}

const ANSWERS: Answers = {
  "rw-navigate": (context, { view }) => enter(context, view),
  "rw-board": (context, patch) => context.store.setBoard(patch),
  "rw-select": (context, detail) => select(context, detail),
  "rw-move": (context, detail) => move(context, detail),
  "rw-lock": (context, { session, reason }) => (reason === undefined ? lock(context, session) : explainLock(context, session, reason)),
  "rw-unplace": (context, { session }) => unplace(context, session),
  "rw-solve": (context) => optimize(context),
  "rw-stop": (context) => stop(context),
  "rw-keep": (context) => accept(context),
  "rw-revert": (context) => goBack(context),
  "rw-undo": (context) => walkHistory(context, true),
  "rw-redo": (context) => walkHistory(context, false),
  "rw-say": (context, { text }) => context.store.set({ said: text }),
  "rw-dismiss": (context) => context.store.set({ notice: undefined }),
  "rw-retry": async (context) => {
    const { store, home } = context;
    store.set({ notice: undefined, blocked: undefined });
    if (store.state.engine === "blocked") await startEngine(context);
    if (store.state.open) await analyze(context);
    else if (home.whole) await openSample(context, SAMPLE);
  },
  "rw-sample": async (context, request) => {
    await openSample(context, request);
    context.store.set({ view: "schedule" });
  },
  "rw-indicator": (context, { id }) => context.store.set({ indicator: id, view: id === undefined ? context.store.state.view : "kpis" }),
  "rw-split": (context, detail) => splitIndicator(context, detail),
  "rw-attendance": (context, news) => attendance(context, news),
  "rw-buffers": (context, news) => buffers(context, news),
  "rw-forecast": (context, news) => forecast(context, news),
  "rw-pilot": (context, news) => pilot(context, news),
  "rw-triage": (context, news) => triage(context, news),
  "rw-workload": (context, news) => workload(context, news),
  "rw-governance": (context, news) => governance(context, news),
  "rw-incident": (context, news) => incident(context, news),
  "rw-relief": (context, news) => relief(context, news),
  "rw-simulator": (context, news) => simulator(context, news),
  "rw-staffing": (context, news) => staffing(context, news),
  "rw-scenario": (context, news) => scenario(context, news),
  "rw-share": (context, news) => share(context, news),
  "rw-files": (context, { files }) => readFiles(context, files),
  "rw-paste": (context, detail) => readPaste(context, detail),
  "rw-import": async (context, { accept }) => {
    await finishImport(context, accept);
    if (accept && !context.store.state.importing) context.store.set({ view: "schedule" });
  },
  "rw-bring": async (context, news) => {
    await bring(context, news);
    if (context.store.state.view === "data" && !context.store.state.importing) {
      await loadRows(context);
      await loadQuality(context);
    }
  },
  "rw-quality": async (context, news) => {
    await quality(context, news);
    await loadRows(context);
  },
  "rw-groups": async (context, news) => {
    await groups(context, news);
    if (context.store.state.view === "data") await loadQuality(context);
  },
  "rw-rows": async (context, news) => {
    await rows(context, news);
    if (context.store.state.view === "data") await loadQuality(context);
  },
  "rw-sheets": (context, news) => sheets(context, news),
  "rw-save": (context) => saveFile(context),
  "rw-download": (context, detail) => exportAs(context, detail),
  "rw-theme": (context, { theme }) => context.store.set({ theme }),
  "rw-language": (context, patch) => setLanguage(context, patch),
  "rw-settings": (context, patch) => setSettings(context, patch),
  "rw-print": (context) => print(context),
  "rw-keep-news": (context, news) => keepNews(context, news),
  "rw-send": (context, news) => send(context, news),
  "rw-try": (context) => tryRequest(context),
};

/** Deeds that change what is open, which a planner that is only to be looked at refuses. */
const CHANGES: ReadonlySet<keyof RwEvents> = new Set([
  "rw-move", "rw-lock", "rw-unplace", "rw-solve", "rw-keep", "rw-revert", "rw-undo", "rw-redo", "rw-sample", "rw-files", "rw-paste", "rw-import", "rw-bring", "rw-settings",
]);

/** Answers the deeds of a planner's elements until its life is over. Nothing of them gets out of its shadow root. */
export function wire(context: Context): void {
  const { planner, home, gone: signal, store } = context;
  const root = home.whole ? planner : planner.renderRoot;
  for (const type of Object.keys(ANSWERS) as (keyof RwEvents)[]) {
    const answer = (event: Event): void => {
      event.stopPropagation();
      const work = ANSWERS[type] as (context: Context, detail: unknown) => Promise<unknown> | void;
      void attempt(context, async () => {
        if (CHANGES.has(type)) store.beforeChange();
        await work(context, (event as CustomEvent<unknown>).detail);
      });
    };
    root.addEventListener(type, answer, { signal });
  }
}
