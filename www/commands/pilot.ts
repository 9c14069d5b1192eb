// Pilots: planning a draft as it is written, writing a design down, reading its data.
import type { PilotDesign } from "../engine/types.ts";
import { EngineError } from "../engine/client.ts";
import { asRehearsal, baselineOf, designOf, firstDraft, type FixedPilot, KNOWN, observationsOf, parseRows, type PilotData, type PilotDraft, type PilotNews } from "../state/pilot.ts";
import { quoted } from "../state/describe.ts";
import type { State } from "../state/store.ts";
import { words } from "../words/index.ts";
import { type Context, say } from "./context.ts";
import { deliver, refuse } from "./files.ts";

/** Weeks before a rehearsal that count as the time before. */
const REHEARSAL_BEFORE = 8;

/** Answers the Pilot view. */
export async function pilot(context: Context, news: PilotNews): Promise<void> {
  const { store } = context;
  const { planned, draft } = store.state.pilot;
  switch (news.kind) {
    case "draft":
      if (draft) set(context, { draft: changed(context, draft, news.patch) });
      await plan(context);
      return;
    case "fix":
      if (planned) keep(context, { design: planned.design, hash: planned.hash }, words.pilot.fixed(planned.design.name));
      return;
    case "drop":
      set(context, { reading: undefined, readingFault: undefined });
      keep(context, undefined, words.pilot.dropped(store.work.pilot?.design.name ?? ""));
      return;
    case "save":
      save(context, news.what);
      return;
    case "open":
      await open(context, news.file);
      return;
    case "read": {
      const { pilot: fixed } = store.work;
      if (fixed) await read(context, fixed, news.data, false);
      return;
    }
    case "rehearse":
      await rehearse(context);
  }
}

/** Plans the first draft, if there is none yet. */
export async function enterPilot(context: Context): Promise<void> {
  const { open, past, pilot: now } = context.store.state;
  if (!open || now.draft) return;
  set(context, { draft: firstDraft(open.index, past, words.pilot.first) });
  await plan(context);
}

function set(context: Context, patch: Partial<State["pilot"]>): void {
  context.store.set({ pilot: { ...context.store.state.pilot, ...patch } });
}

/** The draft after a change: what follows from another field is looked up in the records again. */
function changed(context: Context, draft: PilotDraft, patch: Partial<PilotDraft>): PilotDraft {
  const { open, past } = context.store.state;
  const next = { ...draft, ...patch };
  const resized = patch.weeks !== undefined || patch.discipline !== undefined;
  const observations = open && resized ? observationsOf(open.index, next.discipline, next.weeks) : next.observations;
  const known = patch.measure ? KNOWN.find((each) => each.id === patch.measure) : undefined;
  return { ...next, observations, baseline: (known && baselineOf(past, known.id)) ?? next.baseline };
}

async function plan(context: Context): Promise<void> {
  const { store, engine } = context;
  const { open, past, pilot: now } = store.state;
  const { draft } = now;
  if (!open || !draft) return;
  if (draft.measure === "" && draft.own.id.trim() === "") {
    set(context, { planned: undefined, fault: words.pilot.nameless });
    return;
  }
  try {
    const planned = await engine.call("pilot_design", designOf(draft, open.index, past));
    if (store.state.pilot.draft === draft) set(context, { planned, fault: undefined });
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    if (store.state.pilot.draft === draft) set(context, { planned: undefined, fault: quoted(error.message) });
  }
}

function keep(context: Context, pilot: FixedPilot | undefined, label: string): void {
  context.store.act(label, { pilot }, { said: label, notice: { tone: "note", text: `${label}.`, undo: true, retry: false } });
}

function save(context: Context, what: "design" | "protocol"): void {
  const { planned } = context.store.state.pilot;
  const fixed = context.store.work.pilot ?? planned;
  if (what === "protocol" && planned) deliver(context, "pilot-protocol.txt", new Blob([planned.protocol], { type: "text/plain" }));
  else if (fixed) {
    const { design, hash } = fixed;
    deliver(context, "pilot-design.json", new Blob([JSON.stringify({ format: "rosterwell-pilot/1", design, hash }, null, 1)], { type: "application/json" }));
  }
}

async function open(context: Context, file: File): Promise<void> {
  let value: { format?: unknown; design?: PilotDesign; hash?: unknown } | undefined;
  try {
    value = JSON.parse(await file.text());
  } catch {
    value = undefined;
  }
  if (value?.format !== "rosterwell-pilot/1" || typeof value.design !== "object" || typeof value.hash !== "string") {
    refuse(context, words.pilot.notDesign(file.name));
    return;
  }
  set(context, { reading: undefined, readingFault: undefined });
  keep(context, { design: value.design, hash: value.hash }, words.pilot.opened(String(value.design.name)));
}

async function rehearse(context: Context): Promise<void> {
  const { open: clinic, pilot: now } = context.store.state;
  if (!clinic || !now.planned) return;
  const design = asRehearsal(now.planned.design, clinic.index);
  const { hash } = await context.engine.call("pilot_design", design);
  await read(context, { design, hash }, { week: design.weeks, beforeWeeks: REHEARSAL_BEFORE, rows: "" }, true);
}

async function read(context: Context, { design, hash }: FixedPilot, data: PilotData, rehearsal: boolean): Promise<void> {
  const { rows, wrong } = parseRows(data.rows);
  if (wrong.length > 0) {
    set(context, { readingFault: words.pilot.rowsWrong(wrong) });
    return;
  }
  set(context, { busy: true, readingFault: undefined });
  try {
    const records = data.beforeWeeks === undefined ? {} : { records: { before_weeks: data.beforeWeeks } };
    const reply = await context.engine.call("pilot_reading", { design, hash, week: data.week, rows, ...records });
    set(context, { reading: { reply, design, rehearsal } });
    say(context, words.pilot.readDone);
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    set(context, { reading: undefined, readingFault: words.pilot.readFault(quoted(error.message)) });
  } finally {
    set(context, { busy: false });
  }
}
