// A table of the clinic, looked at and edited as text: what fits is one change of the clinic, what does not stays on the page with its reason.
import type { EditedRow } from "../engine/types.ts";
import { plainName } from "../state/describe.ts";
import { changed, type Draft, emptyRow, left, linesOf, MAX_PASTED, PAGE, parseCells, type RowsNews, type RowsState, withoutRow } from "../state/rows.ts";
import { words } from "../words/index.ts";
import { follow } from "./amend.ts";
import { attempt, type Context, say } from "./context.ts";

/** Answers the table. */
export async function rows(context: Context, news: RowsNews): Promise<void> {
  const { store } = context;
  const { rows: now } = store.state;
  if (news.kind === "show") {
    const table = news.table ?? now.table;
    const other = table !== now.table;
    set(context, { table, find: news.find ?? (other ? "" : now.find), from: news.from ?? 0, drafts: other ? [] : now.drafts, ...(other ? { reply: undefined } : {}) });
    await read(context);
  } else if (news.kind === "discard") {
    set(context, { drafts: [] });
    say(context, words.rows.discarded);
  } else if (news.kind === "add") {
    store.beforeChange();
    set(context, { drafts: [...now.drafts, emptyRow(now.drafts, now.reply?.columns.length ?? 0)] });
  } else if (news.kind === "remove") {
    await remove(context, news.line);
  } else if (news.kind === "write") {
    await send(context, changed(linesOf(now), news.changes));
  } else {
    await paste(context, news);
  }
  await loadRows(context);
}

/** The table as the clinic has it, unless that is known. */
export async function loadRows(context: Context): Promise<void> {
  const { open, rows: now } = context.store.state;
  if (!open || now.of === open.index) return;
  // What was typed over rows of a clinic that is another one now says nothing any more.
  if (now.of) set(context, { drafts: [] });
  await read(context);
}

function set({ store }: Context, patch: Partial<RowsState>): void {
  store.set({ rows: { ...store.state.rows, ...patch } });
}

async function read(context: Context): Promise<void> {
  const { store, engine } = context;
  const { open } = store.state;
  if (!open) return;
  const { table, find, from } = store.state.rows;
  set(context, { of: open.index });
  await attempt(context, async () => {
    const reply = await engine.call("rows", { table, find, from, count: PAGE });
    const { rows: now } = store.state;
    if (now.of === open.index && now.table === table && now.find === find && now.from === from) set(context, { reply });
  });
}

/** Sends lines to the engine: all that fit are one action. */
async function send(context: Context, lines: readonly Draft[]): Promise<void> {
  const { store, engine } = context;
  const { open, rows: now } = store.state;
  if (!open || store.state.solve || lines.length === 0) return;
  store.beforeChange();
  const edited: EditedRow[] = lines.map(({ row, cells }) => ({ row: row ?? null, cells: [...cells] }));
  const reply = await engine.call("edit_rows", { table: now.table, rows: edited });
  if (store.state.open !== open || store.state.rows.table !== now.table) return;
  const drafts = left(store.state.rows.drafts, lines, reply);
  const done = reply.changed + reply.added;
  const refused = new Set(reply.wrong.map((wrong) => wrong.at)).size;
  if (done > 0) await follow(context, open, reply.open, words.rows.edited(done, plainName(now.table)));
  set(context, { drafts, of: store.state.open?.index });
  if (refused > 0) {
    const text = words.rows.refused(refused);
    store.set({ said: text, notice: { tone: "warn", text: done > 0 ? `${words.rows.edited(done, plainName(now.table))}. ${text}` : text, undo: done > 0, retry: false } });
  }
  await read(context);
}

async function remove(context: Context, at: number): Promise<void> {
  const { store, engine } = context;
  const { open, rows: now } = store.state;
  const line = linesOf(now)[at];
  if (!open || !line || store.state.solve) return;
  if (line.row === undefined) {
    set(context, { drafts: now.drafts.filter((draft) => draft.key !== line.key) });
    return;
  }
  store.beforeChange();
  const reply = await engine.call("edit_rows", { table: now.table, remove: [line.row] });
  if (store.state.open !== open) return;
  const [why] = reply.wrong;
  if (why) {
    const text = `${words.rows.notRemoved} ${why.cause}; ${why.action}.`;
    store.set({ said: text, notice: { tone: "warn", text, undo: false, retry: false } });
    return;
  }
  await follow(context, open, reply.open, words.rows.removed(plainName(now.table)));
  set(context, { drafts: withoutRow(now.drafts, line.row), of: store.state.open?.index });
  await read(context);
}

/** A rectangle of cells from a cell on: over the rows that follow, and new rows behind the last one. */
async function paste(context: Context, { line, column, text }: Extract<RowsNews, { kind: "paste" }>): Promise<void> {
  const { store, engine } = context;
  const { rows: now } = store.state;
  const columns = now.reply?.columns.length ?? 0;
  const all = parseCells(text);
  const cells = all.slice(0, MAX_PASTED);
  const seen = now.reply?.rows.length ?? 0;
  const lines = linesOf(now);
  const fresh = lines.slice(seen);
  let under: Draft[] = lines.slice(line, seen);
  if (line < seen && cells.length > under.length) {
    const reply = await engine.call("rows", { table: now.table, find: now.find, from: now.from + line, count: cells.length });
    const typed = new Map(now.drafts.map((draft) => [draft.key, draft]));
    under = reply.rows.map(({ row, cells: texts }) => typed.get(row) ?? { key: row, row, cells: texts, wrong: [] });
  }
  const targets = [...under, ...fresh.slice(Math.max(0, line - seen))].slice(0, cells.length);
  const known = [...now.drafts];
  while (targets.length < cells.length) {
    const row = emptyRow(known, columns);
    known.push(row);
    targets.push(row);
  }
  const changes = cells.flatMap((texts, at) => texts.slice(0, columns - column).map((each, place) => ({ line: at, column: column + place, text: each })));
  await send(context, changed(targets, changes));
  if (all.length > cells.length) store.set({ said: words.rows.cut(MAX_PASTED), notice: { tone: "warn", text: words.rows.cut(MAX_PASTED), undo: true, retry: false } });
}
