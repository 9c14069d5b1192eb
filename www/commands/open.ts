// Opening a clinic: a sample, a saved file, an import. What the engine has open and what the page shows change together.
import type { OpenReply } from "../engine/operations.ts";
import type { Clinic, PlanDocument } from "../engine/types.ts";
import { begin } from "../state/history.ts";
import { indexClinic } from "../state/clinic.ts";
import { NO_ATTENDANCE } from "../state/attendance.ts";
import { NO_BUFFERS } from "../state/buffers.ts";
import { NO_FORECAST } from "../state/forecast.ts";
import { NO_PILOT } from "../state/pilot.ts";
import { NO_QUALITY } from "../state/quality.ts";
import { NO_ROWS } from "../state/rows.ts";
import { NO_INCIDENT } from "../state/incident.ts";
import { NO_RELIEF } from "../state/relief.ts";
import { NO_SCENARIO } from "../state/scenario.ts";
import { NO_SIMULATOR } from "../state/simulator.ts";
import { NO_STAFFING } from "../state/staffing.ts";
import { NO_TRIAGE } from "../state/triage.ts";
import { NO_WORKLOAD } from "../state/workload.ts";
import { NO_WORK, type Work } from "../state/store.ts";
import { words } from "../words/index.ts";
import { analyze, loadBase } from "./analyze.ts";
import type { Context } from "./context.ts";

/** Opens an invented clinic. */
export async function openSample(context: Context, request: { kind: string; clinicians: number; seed: number }): Promise<void> {
  context.store.set({ busy: words.loading });
  const reply = await context.engine.call("sample", request);
  await adopt(context, reply, undefined);
  beginLog(context, "open");
}

/** Begins a log for what was opened without one: keys and log of what was open before stay with its saves. */
export function beginLog(context: Context, action: "open" | "import"): void {
  const { store, keeping } = context;
  keeping.keeper.end();
  keeping.trail.drop();
  Object.assign(keeping, { base: undefined, sealed: undefined, pending: undefined, proposed: undefined });
  const { keep } = store.state;
  // A copy of what was open before is left as it is.
  store.setKeep({ hasKey: false, device: keep.device === "on" ? "copy" : keep.device, kept: undefined, log: undefined });
  keeping.trail.add({ action, after: store.work });
}

/** Opens a clinic document, with what a person had made of it if it comes from a saved file. */
export async function openClinic(context: Context, clinic: Clinic, work: Partial<Work> | undefined): Promise<void> {
  context.store.set({ busy: words.data.reading });
  const reply = await context.engine.call("open", { clinic });
  await adopt(context, reply, work);
}

/** Shows what the engine has open. */
export async function adopt(context: Context, reply: OpenReply, work: Partial<Work> | undefined): Promise<void> {
  const { store, engine, keeping } = context;
  // What is kept on this device belongs to the document before: nothing of this one is noted there.
  keeping.base = undefined;
  // The engine's own form of the document: every table is there, whatever the file left out.
  const { clinic } = await engine.call("document", {});
  const published = await engine.call("published", {});
  const index = indexClinic(clinic);
  const plan: PlanDocument = work?.plan ?? published.plan;
  // Sources are read alike whatever clinic is open.
  const first: Work = { ...NO_WORK, profiles: store.work.profiles, ...work, plan, clinic: index };
  store.set({
    busy: undefined,
    open: { index, summary: reply.summary, issues: reply.issues, published: published.plan },
    history: begin(first),
    savedAt: first,
    base: { plan: published.plan, violations: published.violations, indicators: undefined },
    shown: undefined,
    solve: undefined,
    outcome: undefined,
    insight: undefined,
    importing: undefined,
    quality: NO_QUALITY,
    rows: NO_ROWS,
    sheets: undefined,
    indicator: undefined,
    split: undefined,
    notice: undefined,
    past: undefined,
    attendance: NO_ATTENDANCE,
    buffers: NO_BUFFERS,
    forecast: NO_FORECAST,
    pilot: NO_PILOT,
    incident: NO_INCIDENT,
    relief: NO_RELIEF,
    simulator: NO_SIMULATOR,
    triage: NO_TRIAGE,
    workload: NO_WORKLOAD,
    scenario: NO_SCENARIO,
    staffing: NO_STAFFING,
    board: {
      ...store.state.board,
      // The second day of the week: the first one is often a holiday or an odd one.
      day: index.firstDay + (index.days > 1 ? 1 : 0),
      selected: undefined,
      panel: "problems",
      movedOnly: false,
    },
  });
  await loadBase(context);
  await analyze(context);
}
