// What the board shows, as plain numbers: which rows, which blocks, side by side where they overlap, and which rows
// are in the window. No element, no pixel of a real screen.
import type { PlanDocument, PlannedSession } from "../../engine/types.ts";
import { dayNumber, minuteOf } from "../../format.ts";
import { type ClinicIndex, presence, type Span } from "../../state/clinic.ts";
import { disciplineOf, plainName } from "../../state/describe.ts";

/** Whose rows the board has. */
export type Grouping = "clinicians" | "rooms" | "patients";

/** What a session looks like: its kind, or how it is given. */
export type Look = "individual" | "group" | "family" | "evaluation" | "telehealth" | "shift";

/** One session in one row on one day. */
export interface Block {
  readonly session: string;
  readonly day: number;
  readonly start: number;
  readonly minutes: number;
  readonly lane: number;
  readonly look: Look;
  readonly home: boolean;
  readonly source: PlannedSession;
}

/** One row of the board. */
export interface Row {
  readonly id: string;
  readonly name: string;
  readonly note: string;
  readonly days: readonly DayCell[];
}

/** A row on one day. */
export interface DayCell {
  readonly day: number;
  readonly open: readonly Span[];
  readonly blocks: readonly Block[];
  readonly lanes: number;
}

/** The look of a session. */
export function lookOf(session: PlannedSession): Look {
  const modality = session.place?.modality;
  if (modality === "video" || modality === "phone") return "telehealth";
  return session.kind;
}

/** Puts overlapping blocks into lanes: each takes the first lane that is free at its start. */
export function intoLanes(blocks: readonly Block[]): { readonly blocks: Block[]; readonly lanes: number } {
  const sorted = [...blocks].sort((a, b) => a.start - b.start || b.minutes - a.minutes);
  const freeFrom: number[] = [];
  const placed = sorted.map((block) => {
    let lane = freeFrom.findIndex((free) => free <= block.start);
    if (lane < 0) lane = freeFrom.length;
    freeFrom[lane] = block.start + block.minutes;
    return lane === block.lane ? block : { ...block, lane };
  });
  return { blocks: placed, lanes: Math.max(1, freeFrom.length) };
}

function owners(session: PlannedSession, grouping: Grouping): { id: string; offset: number }[] {
  const place = session.place;
  if (!place) return [];
  if (grouping === "patients") return session.patients.map((id) => ({ id, offset: 0 }));
  if (grouping === "rooms") return place.room ? [{ id: place.room, offset: 0 }] : [];
  return place.clinicians.map((id, part) => ({ id, offset: place.offsets[part] ?? 0 }));
}

/** Every row of the board with its blocks on the days `days`. Rows keep the order of the clinic's tables. */
export function boardRows(
  index: ClinicIndex,
  plan: PlanDocument,
  grouping: Grouping,
  days: readonly number[],
): Row[] {
  const wanted = new Set(days);
  const found = new Map<string, Block[]>();
  for (const session of plan.sessions) {
    if (!session.place) continue;
    const day = dayNumber(session.place.start);
    if (!wanted.has(day)) continue;
    for (const { id, offset } of owners(session, grouping)) {
      const key = `${day}\n${id}`;
      const list = found.get(key) ?? [];
      if (list.length === 0) found.set(key, list);
      list.push({
        session: session.session,
        day,
        start: minuteOf(session.place.start) + offset,
        minutes: session.minutes,
        lane: 0,
        look: lookOf(session),
        home: session.place.modality === "home",
        source: session,
      });
    }
  }
  const what = grouping === "clinicians" ? "clinician" : grouping === "rooms" ? "room" : "patient";
  return rowHeads(index, grouping).map((head) => ({
    ...head,
    days: days.map((day): DayCell => {
      const { blocks, lanes } = intoLanes(found.get(`${day}\n${head.id}`) ?? []);
      return { day, open: presence(index, what, head.id, day), blocks, lanes };
    }),
  }));
}

function rowHeads(index: ClinicIndex, grouping: Grouping): { id: string; name: string; note: string }[] {
  const { clinic } = index;
  if (grouping === "clinicians") {
    return clinic.clinicians.map((row) => ({ id: row.id, name: row.name, note: disciplineOf(row.discipline) }));
  }
  if (grouping === "rooms") {
    return clinic.rooms.map((row) => ({
      id: row.id,
      name: row.name,
      note: `${clinic.sites.length > 1 ? `${index.sites.get(row.site)?.name ?? ""}, ` : ""}${row.seats} seats`,
    }));
  }
  return clinic.patients.map((row) => ({ id: row.id, name: row.name || row.id, note: plainName(row.phase) }));
}

/** Whole hours that hold every session and every opening time of the days shown. */
export function hourRange(rows: readonly Row[]): Span {
  let from = 24;
  let to = 0;
  for (const row of rows) {
    for (const cell of row.days) {
      for (const [a, b] of cell.open) {
        // Beds and homes are open around the clock; that says nothing about the working day.
        if (b - a > 960) continue;
        from = Math.min(from, Math.floor(a / 60));
        to = Math.max(to, Math.ceil(b / 60));
      }
      for (const block of cell.blocks) {
        from = Math.min(from, Math.floor(block.start / 60));
        to = Math.max(to, Math.ceil((block.start + block.minutes) / 60));
      }
    }
  }
  return from < to ? [from * 60, Math.min(to, 36) * 60] : [480, 1080];
}

/** Tops of all rows, and the height of all together as the last entry. */
export function rowTops(rows: readonly Row[], heightOf: (row: Row) => number): number[] {
  const tops = [0];
  for (const row of rows) tops.push((tops.at(-1) ?? 0) + heightOf(row));
  return tops;
}

/** First and last row (exclusive) that a window of pixels shows, with `spare` rows on both sides. */
export function rowWindow(tops: readonly number[], scroll: number, height: number, spare = 4): readonly [number, number] {
  const count = tops.length - 1;
  let first = 0;
  while (first < count && (tops[first + 1] ?? 0) <= scroll) first += 1;
  let last = first;
  while (last < count && (tops[last] ?? 0) < scroll + height) last += 1;
  return [Math.max(0, first - spare), Math.min(count, last + spare)];
}

/** The block of `cell` whose start is nearest to `minute`. */
export function nearestBlock(cell: DayCell, minute: number): Block | undefined {
  let best: Block | undefined;
  for (const block of cell.blocks) {
    if (!best || Math.abs(block.start - minute) < Math.abs(best.start - minute)) best = block;
  }
  return best;
}

/** `minute` on the grid. */
export function snap(minute: number, grid: number): number {
  return Math.round(minute / grid) * grid;
}

/** Average width of a character of the board's text, in rem. */
const CHARACTER_REM = 0.42;

/** `text` if it fits into `width` rem, else its initials and digits (`Group room 3` as `GR3`), else nothing. */
export function fitted(text: string, width: number): string {
  if (text.length * CHARACTER_REM <= width) return text;
  const short = text
    .split(/\s+/)
    .map((word) => (/^\d+$/.test(word) ? word : word.charAt(0).toUpperCase()))
    .join("");
  return short.length * CHARACTER_REM * 1.25 <= width ? short : "";
}
