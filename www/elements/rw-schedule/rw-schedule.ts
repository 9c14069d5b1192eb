/**
 * The board: who does what when. Rows are windowed; exactly one thing inside it is a tab stop.
 *
 * Properties: `rows`, `range` (minutes of the day shown), `mode`, `days`, `grouping`, `index`, `flags` (per session),
 * `ghosts` (places before a change), `selected`, `proposal`, `names`, `movedOnly`, `step` (minutes of one move).
 * Events: `rw-select`, `rw-move`, `rw-lock`, `rw-unplace`, `rw-board` (another day), `rw-say`.
 */
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { PlannedPlace } from "../../engine/types.ts";
import { formatClock, formatDay, formatDuration, formatWeekday, momentOf } from "../../format.ts";
import type { ClinicIndex, Span } from "../../state/clinic.ts";
import { nameOf, patientsOf, sentenceOf, titleOf } from "../../state/describe.ts";
import { looks } from "../../styles/looks.ts";
import { setVars } from "../../styles/set-vars.ts";
import { words } from "../../words/index.ts";
import { define, RwElement } from "../element.ts";
import { emit } from "../events.ts";
import { icon } from "../icons.ts";
import { keyDeed, type KeyDeed } from "./keys.ts";
import { type Block, type DayCell, fitted, type Grouping, nearestBlock, type Row, rowTops, rowWindow, snap } from "./layout.ts";
import { styles } from "./rw-schedule.styles.ts";

/** What is said of a session besides its place. */
export interface Flags {
  readonly locked: boolean;
  readonly moved: boolean;
  readonly problems: readonly string[];
}

/** Where a session was before. */
export interface Ghost {
  readonly session: string;
  readonly row: string;
  readonly start: number;
  readonly minutes: number;
}

/** The cell and session that hold the tab stop. */
interface Active {
  readonly row: string;
  readonly day: number;
  readonly session: string | undefined;
}

interface Drag {
  readonly block: Block;
  readonly fromRow: string;
  readonly grabMin: number;
  readonly x: number;
  readonly y: number;
  readonly moving: boolean;
  readonly row: number;
  readonly start: number;
}

const NO_FLAGS: Flags = { locked: false, moved: false, problems: [] };
/** Height of one lane and of the padding of a row, in rem. */
const LANE_REM = 2.25;
const ROW_PADDING_REM = 0.5;
const WEEK_LANE_REM = 1;
/** Width in rem from which a session shows two lines. */
const WIDE_REM = 5;
/** Pixels a pointer travels before a press becomes a drag. */
const DRAG_PX = 5;

export class RwSchedule extends RwElement {
  static override properties = {
    rows: { attribute: false },
    range: { attribute: false },
    mode: { attribute: false },
    days: { attribute: false },
    grouping: { attribute: false },
    index: { attribute: false },
    flags: { attribute: false },
    ghosts: { attribute: false },
    selected: { attribute: false },
    proposal: { type: Boolean },
    names: { type: Boolean },
    movedOnly: { type: Boolean },
    step: { attribute: false },
    active: { state: true },
    scrolled: { state: true },
    size: { state: true },
    drag: { state: true },
  };
  static override sheet = [looks, styles];
  declare rows: readonly Row[];
  declare range: Span;
  declare mode: "day" | "week";
  declare days: readonly number[];
  declare grouping: Grouping;
  declare index: ClinicIndex;
  declare flags: ReadonlyMap<string, Flags>;
  declare ghosts: readonly Ghost[];
  declare selected: string | undefined;
  declare proposal: boolean;
  declare names: boolean;
  declare movedOnly: boolean;
  declare step: number;
  declare active: Active | undefined;
  declare scrolled: number;
  declare size: { readonly height: number; readonly track: number } | undefined;
  declare drag: Drag | undefined;

  #tops: number[] = [0];
  #rowAt = new Map<string, number>();
  #rem = 16;
  #observer: ResizeObserver | undefined;
  #refocus = false;
  /** True if the focus stood on the board before it was drawn anew. */
  #held = false;
  #dragged = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#observer = new ResizeObserver(() => this.#measure());
    if (this.hasUpdated) this.#observe();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer?.disconnect();
  }

  override firstUpdated(): void {
    this.#observe();
  }

  #observe(): void {
    const board = this.renderRoot.querySelector(".board");
    if (board) this.#observer?.observe(board);
  }

  #measure(): void {
    const board = this.renderRoot.querySelector<HTMLElement>(".board");
    const track = this.renderRoot.querySelector<HTMLElement>(".hours, .daycol");
    if (!board || !track) return;
    this.#rem = parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
    const size = { height: board.clientHeight, track: track.clientWidth };
    if (size.height !== this.size?.height || size.track !== this.size?.track) this.size = size;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    this.#held = Boolean(this.shadowRoot?.activeElement?.closest(".body"));
    if (!this.rows) return;
    this.#tops = rowTops(this.rows, (row) => this.#heightOf(row));
    if (changed.has("rows")) this.#rowAt = new Map(this.rows.map((row, at) => [row.id, at]));
    if (changed.has("rows") || changed.has("mode") || changed.has("selected") || !this.active) this.#settleActive(changed);
  }

  /** Keeps the tab stop on something that is there: the selected session, the same session, or the first cell. */
  #settleActive(changed: PropertyValues<this>): void {
    if (changed.has("selected") && this.selected && this.mode === "day") {
      const found = this.#find(this.selected, this.active?.row);
      if (found) this.active = found;
    }
    const active = this.active;
    const cell = active ? this.#cell(active) : undefined;
    if (active && cell) {
      if (this.mode === "week") return;
      if (active.session === undefined && cell.blocks.length === 0) return;
      if (active.session !== undefined && cell.blocks.some((block) => block.session === active.session)) return;
      const moved = active.session === undefined ? undefined : this.#find(active.session, active.row);
      this.active = moved ?? { ...active, session: cell.blocks[0]?.session };
      return;
    }
    const row = this.rows[this.#rowAt.get(active?.row ?? "") ?? 0];
    const first = row?.days[0];
    this.active = row && first ? { row: row.id, day: first.day, session: first.blocks[0]?.session } : undefined;
  }

  #find(session: string, preferredRow: string | undefined): Active | undefined {
    let found: Active | undefined;
    for (const row of this.rows) {
      for (const cell of row.days) {
        if (cell.blocks.some((block) => block.session === session)) {
          const here = { row: row.id, day: cell.day, session };
          if (row.id === preferredRow) return here;
          found ??= here;
        }
      }
    }
    return found;
  }

  #cell(active: Active): DayCell | undefined {
    return this.rows[this.#rowAt.get(active.row) ?? -1]?.days.find((cell) => cell.day === active.day);
  }

  #heightOf(row: Row): number {
    const lanes = Math.max(...row.days.map((cell) => cell.lanes), 1);
    const lane = this.mode === "week" ? WEEK_LANE_REM : LANE_REM;
    const least = LANE_REM + ROW_PADDING_REM;
    return Math.round(Math.max(lanes * lane + ROW_PADDING_REM, least) * this.#rem);
  }

  override updated(): void {
    this.#measure();
    // What had the focus is gone, taken out or moved away: the board keeps it.
    if (this.#held && !this.shadowRoot?.activeElement) this.#refocus = true;
    // Another day has been asked for and is not here yet: the focus waits for it.
    if (!this.#refocus || !this.active || !this.#cell(this.active)) return;
    this.#refocus = false;
    this.#focusActive();
  }

  #focusActive(): void {
    const active = this.active;
    if (!active) return;
    const at = this.#rowAt.get(active.row) ?? 0;
    const board = this.renderRoot.querySelector<HTMLElement>(".board");
    const [top, bottom] = [this.#tops[at] ?? 0, this.#tops[at + 1] ?? 0];
    if (board) {
      const head = 2 * this.#rem;
      if (top < board.scrollTop) board.scrollTop = top;
      else if (bottom + head > board.scrollTop + board.clientHeight) board.scrollTop = bottom + head - board.clientHeight;
    }
    const stop = this.renderRoot.querySelector<HTMLElement>('.body [tabindex="0"]');
    stop?.focus({ preventScroll: true });
    stop?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  /** Puts the focus on the session (or the tab stop) of the board. */
  override focus(): void {
    this.#refocus = true;
    this.requestUpdate();
  }

  override render(): TemplateResult {
    if (!this.rows || this.rows.length === 0) return html``;
    const height = this.#tops.at(-1) ?? 0;
    const [first, last] = rowWindow(this.#tops, this.scrolled ?? 0, this.size?.height ?? 600);
    const shown = this.rows.slice(first, last);
    const activeAt = this.#rowAt.get(this.active?.row ?? "");
    const extra = activeAt === undefined ? undefined : this.rows[activeAt];
    // In the order of the rows: a row that is drawn already must not be moved in the document, or it loses the focus.
    if (extra && activeAt !== undefined && activeAt < first) shown.unshift(extra);
    else if (extra && activeAt !== undefined && activeAt >= last) shown.push(extra);
    return html`<div class="holder">
      <div class="board ${this.proposal ? "proposal" : ""}" part="board" @scroll=${this.#onScroll}>
        <div
          class="grid ${this.mode} ${this.drag?.moving ? "dragging" : ""}"
          role="grid"
          aria-label=${words.schedule.boardLabel(words.schedule.groupings[this.grouping].toLowerCase(), this.#daysInWords())}
          aria-rowcount=${this.rows.length + 1}
          aria-colcount=${this.mode === "week" ? this.days.length + 1 : 2}
          @keydown=${this.#onKey}
          ${setVars({ "--days": this.days.length })}
        >
          ${this.#head()}
          <div class="body" role="rowgroup" ${setVars({ "--height": `${height}px` })}>
            ${repeat(shown, (row) => row.id, (row) => this.#line(row))} ${this.#dragGhost()}
          </div>
        </div>
      </div>
    </div>`;
  }

  #daysInWords(): string {
    const [first, last] = [this.days[0] ?? 0, this.days.at(-1) ?? 0];
    return first === last ? formatDay(first, "long") : `${formatDay(first)} – ${formatDay(last)}`;
  }

  #head(): TemplateResult {
    const corner = html`<div class="corner" role="columnheader">${words.schedule.groupings[this.grouping]}</div>`;
    if (this.mode === "week") {
      return html`<div class="head" role="row" aria-rowindex="1">
        ${corner}${this.days.map((day) => html`<div class="daycol" role="columnheader" aria-label=${formatDay(day, "long")}>${formatWeekday(day)}</div>`)}
      </div>`;
    }
    return html`<div class="head" role="row" aria-rowindex="1">
      ${corner}
      <div class="hours" role="columnheader">
        <span class="hidden-text">${formatDay(this.days[0] ?? 0, "long")}</span>
        ${this.#hours().map(
          (minute) => html`<span class="hour" aria-hidden="true" ${setVars({ "--x": this.#x(minute) })}>${this.#fits(minute) ? formatClock(minute) : nothing}</span>`,
        )}
      </div>
    </div>`;
  }

  #hours(): number[] {
    const [from, to] = this.range;
    const wide = this.#hourPx() >= 2.75 * this.#rem ? 60 : 120;
    const hours: number[] = [];
    for (let minute = Math.ceil(from / wide) * wide; minute < to; minute += wide) hours.push(minute);
    return hours;
  }

  #hourPx(): number {
    const [from, to] = this.range;
    return ((this.size?.track ?? 800) / (to - from)) * 60;
  }

  /** True if the words of an hour fit between its line and the end of the board. */
  #fits(minute: number): boolean {
    return ((this.range[1] - minute) / 60) * this.#hourPx() >= 2.5 * this.#rem;
  }

  #x(minute: number): string {
    const [from, to] = this.range;
    return `${(((minute - from) / (to - from)) * 100).toFixed(3)}%`;
  }

  #w(minutes: number): string {
    const [from, to] = this.range;
    return `${((minutes / (to - from)) * 100).toFixed(3)}%`;
  }

  #line(row: Row): TemplateResult {
    const at = this.#rowAt.get(row.id) ?? 0;
    const [top, bottom] = [this.#tops[at] ?? 0, this.#tops[at + 1] ?? 0];
    return html`<div
      class="line"
      role="row"
      aria-rowindex=${at + 2}
      data-row=${at}
      ${setVars({ "--top": `${top}px`, "--height": `${bottom - top}px` })}
    >
      <div class="name" role="rowheader"><b>${row.name}</b><span>${row.note}</span></div>
      ${row.days.map((cell) => (this.mode === "week" ? this.#weekCell(row, cell) : this.#dayCell(row, cell)))}
    </div>`;
  }

  #isActive(row: Row, cell: DayCell, session?: string): boolean {
    const active = this.active;
    return active?.row === row.id && active.day === cell.day && (this.mode === "week" || active.session === session);
  }

  #dayCell(row: Row, cell: DayCell): TemplateResult {
    const empty = cell.blocks.length === 0;
    return html`<div
      class="track"
      role="gridcell"
      tabindex=${empty ? (this.#isActive(row, cell) ? "0" : "-1") : nothing}
      aria-label=${empty ? words.schedule.emptyCell(row.name, formatDay(cell.day, "long")) : nothing}
      @focus=${() => this.#activate({ row: row.id, day: cell.day, session: undefined }, empty)}
    >
      ${this.#open(cell)}
      ${this.#hours().map((minute) => html`<div class="tick" ${setVars({ "--x": this.#x(minute) })}></div>`)}
      ${this.ghosts
        ?.filter((ghost) => ghost.row === row.id)
        .map(
          (ghost) => html`<div
            class="ghost"
            ${setVars({ "--x": this.#x(ghost.start), "--w": this.#w(ghost.minutes), "--y": "0.25rem", "--h": `${LANE_REM - 0.125}rem` })}
          ></div>`,
        )}
      ${repeat(cell.blocks, (block) => block.session, (block) => this.#block(row, cell, block))}
    </div>`;
  }

  #open(cell: DayCell): TemplateResult[] {
    const [from, to] = this.range;
    return cell.open
      .map(([a, b]): Span => [Math.max(a, from), Math.min(b, to)])
      .filter(([a, b]) => a < b)
      .map(([a, b]) => html`<div class="open" ${setVars({ "--x": this.#x(a), "--w": this.#w(b - a) })}></div>`);
  }

  #block(row: Row, cell: DayCell, block: Block): TemplateResult {
    const flags = this.flags.get(block.session) ?? NO_FLAGS;
    const [from, to] = this.range;
    const px = (block.minutes / (to - from)) * (this.size?.track ?? 800);
    const size = px < 12 ? "tiny sliver" : px < 30 ? "tiny" : "full";
    const classes = [
      "block",
      size,
      flags.problems.length > 0 ? "problem" : "",
      flags.moved ? "moved" : "",
      this.movedOnly && !flags.moved ? "dim" : "",
    ].join(" ");
    return html`<button
      type="button"
      class=${classes}
      part="session"
      data-look=${block.look}
      data-session=${block.session}
      tabindex=${this.#isActive(row, cell, block.session) ? "0" : "-1"}
      aria-current=${block.session === this.selected ? "true" : nothing}
      aria-label=${this.#label(block, flags)}
      @focus=${() => this.#activate({ row: row.id, day: cell.day, session: block.session }, true)}
      @click=${() => this.#onClick(row, block)}
      @pointerdown=${(event: PointerEvent) => this.#onPointerDown(event, row, block)}
      ${setVars({
        "--x": this.#x(block.start),
        "--w": this.#w(block.minutes),
        "--y": `${0.25 + block.lane * LANE_REM}rem`,
        "--h": `${LANE_REM - 0.125}rem`,
      })}
    >
      <span class="letter" data-text=${size === "tiny" && flags.problems.length > 0 ? "!" : words.looks[block.look][0]}></span>
      ${size === "full" ? this.#text(block, px, flags) : nothing}
      ${this.#marks(flags, size)}
    </button>`;
  }

  /**
   * Two lines where there is room: what, and where or who; one short one where there is little. They are drawn from attributes,
   * because the name of a session says all of it in full.
   */
  #text(block: Block, px: number, flags: Flags): TemplateResult | typeof nothing {
    const session = block.source;
    const place = session.place;
    const room = px / this.#rem - 1.45 - (flags.locked ? 0.8 : 0) - (flags.problems.length > 0 ? 1 : 0);
    if (!place || room <= 0.5) return nothing;
    const who = this.names ? patientsOf(this.index, session, session.patients.length < 3) : "";
    const where = place.room ? nameOf(this.index, "room", place.room) : "";
    const clinician = nameOf(this.index, "clinician", place.clinicians[0] ?? "");
    const second = this.grouping === "clinicians" ? fitted(where, room) : fitted(clinician, room);
    if (px < WIDE_REM * this.#rem) return html`<span class="text" data-text=${(who && fitted(who, room)) || second}></span>`;
    const below = who || (this.grouping === "clinicians" ? where : clinician);
    return html`<span class="text">
      <span data-text=${titleOf(this.index, session)}></span><span class="room" data-text=${below}></span>
    </span>`;
  }

  #marks(flags: Flags, size: string): TemplateResult | typeof nothing {
    if (size !== "full" || (flags.problems.length === 0 && !flags.locked)) return nothing;
    return html`<span class="marks"
      >${flags.locked ? icon("lock") : nothing}${flags.problems.length > 0 ? html`<span class="bang" data-text="!"></span>` : nothing}</span
    >`;
  }

  #label(block: Block, flags: Flags): string {
    return [
      sentenceOf(this.index, block.source, this.names),
      flags.locked ? words.schedule.locked : "",
      flags.moved ? words.schedule.moved : "",
      ...flags.problems.map((text) => `${words.schedule.problem}: ${text}`),
    ]
      .filter(Boolean)
      .join(", ");
  }

  #weekCell(row: Row, cell: DayCell): TemplateResult {
    const minutes = cell.blocks.reduce((sum, block) => sum + block.minutes, 0);
    const problems = cell.blocks.filter((block) => (this.flags.get(block.session)?.problems.length ?? 0) > 0).length;
    return html`<div
      class="track"
      role="gridcell"
      tabindex=${this.#isActive(row, cell) ? "0" : "-1"}
      aria-label=${words.schedule.weekCell(row.name, formatDay(cell.day, "long"), cell.blocks.length, formatDuration(minutes), problems)}
      @focus=${() => this.#activate({ row: row.id, day: cell.day, session: cell.blocks[0]?.session }, true)}
      @click=${() => emit(this, "rw-board", { mode: "day", day: cell.day })}
    >
      ${this.#open(cell)} ${cell.blocks.map((block) => this.#mini(block))}
    </div>`;
  }

  #mini(block: Block): TemplateResult {
    const [from, to] = this.range;
    const px = (block.minutes / (to - from)) * (this.size?.track ?? 120);
    const problem = (this.flags.get(block.session)?.problems.length ?? 0) > 0;
    return html`<div
      class="mini ${px < 8 ? "thin" : ""} ${problem ? "problem" : ""}"
      data-look=${block.look}
      data-text=${px >= 12 ? words.looks[block.look][0] : nothing}
      ${setVars({
        "--x": this.#x(block.start),
        "--w": this.#w(block.minutes),
        "--y": `${0.25 + block.lane * WEEK_LANE_REM}rem`,
        "--h": `${block.lane === 0 && this.#soloLane(block) ? LANE_REM : WEEK_LANE_REM - 0.0625}rem`,
      })}
    ></div>`;
  }

  #soloLane(block: Block): boolean {
    for (const row of this.rows) {
      const cell = row.days.find((each) => each.day === block.day);
      if (cell?.blocks.includes(block)) return cell.lanes === 1;
    }
    return false;
  }

  #activate(active: Active, wanted: boolean): void {
    if (!wanted) return;
    const old = this.active;
    if (old?.row !== active.row || old.day !== active.day || old.session !== active.session) this.active = active;
  }

  #onScroll(event: Event): void {
    this.scrolled = (event.currentTarget as HTMLElement).scrollTop;
  }

  #onClick(row: Row, block: Block): void {
    if (this.#dragged) {
      this.#dragged = false;
      return;
    }
    this.active = { row: row.id, day: block.day, session: block.session };
    emit(this, "rw-select", { session: block.session, focus: "none" });
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key === "Escape" && this.drag) {
      this.#endDrag();
      event.preventDefault();
      return;
    }
    const deed = keyDeed(event);
    if (!deed || !this.active) return;
    event.preventDefault();
    event.stopPropagation();
    this.#do(deed, this.active);
  }

  #do(deed: KeyDeed, active: Active): void {
    const session = active.session;
    if (deed.kind === "walk") this.#walk(deed.dx, deed.dy, active);
    else if (deed.kind === "edge") this.#edge(deed.last, deed.all, active);
    else if (deed.kind === "day") this.#turn(deed.days, active);
    else if (deed.kind === "close") emit(this, "rw-select", { session: undefined, focus: "none" });
    else if (this.mode === "week") {
      if (deed.kind === "open") {
        this.#refocus = true;
        emit(this, "rw-board", { mode: "day", day: active.day });
      }
    } else if (session === undefined) return;
    else if (deed.kind === "open" || deed.kind === "move") {
      this.#refocus = false;
      emit(this, "rw-select", { session, focus: deed.kind === "open" ? "panel" : "move" });
    }
    else if (deed.kind === "lock") emit(this, "rw-lock", { session });
    else if (deed.kind === "unplace") emit(this, "rw-unplace", { session });
    else this.#nudge(deed.dx, deed.dy, active, session);
  }

  #walk(dx: number, dy: number, active: Active): void {
    const at = this.#rowAt.get(active.row) ?? 0;
    const cell = this.#cell(active);
    if (dy !== 0) {
      const row = this.rows[Math.max(0, Math.min(this.rows.length - 1, at + dy))];
      const next = row?.days.find((each) => each.day === active.day);
      if (!row || !next) return;
      const minute = cell?.blocks.find((block) => block.session === active.session)?.start ?? this.range[0];
      this.#go({ row: row.id, day: next.day, session: nearestBlock(next, minute)?.session });
    } else if (this.mode === "week") {
      const day = active.day + dx;
      if (this.days.includes(day)) this.#go({ ...active, day, session: undefined });
    } else if (cell) {
      const here = cell.blocks.findIndex((block) => block.session === active.session);
      const next = cell.blocks[here + dx];
      if (next) this.#go({ ...active, session: next.session });
    }
  }

  #edge(last: boolean, all: boolean, active: Active): void {
    const row = all ? this.rows[last ? this.rows.length - 1 : 0] : this.rows[this.#rowAt.get(active.row) ?? 0];
    if (!row) return;
    const cells = this.mode === "week" ? row.days : row.days.filter((cell) => cell.day === active.day);
    const cell = cells[last ? cells.length - 1 : 0];
    if (cell) this.#go({ row: row.id, day: cell.day, session: cell.blocks.at(last ? -1 : 0)?.session });
  }

  #turn(days: number, active: Active): void {
    const [first, end] = [this.index.firstDay, this.index.firstDay + this.index.days - 1];
    const from = this.mode === "week" ? (this.days[0] ?? first) : active.day;
    const day = Math.max(first, Math.min(end, from + days));
    if (day === from) {
      emit(this, "rw-say", { text: `${words.schedule.noDay}: ${formatDay(first)} – ${formatDay(end)}` });
      return;
    }
    this.#refocus = true;
    this.active = { row: active.row, day, session: undefined };
    emit(this, "rw-board", { day });
    emit(this, "rw-say", { text: formatDay(day, "long") });
  }

  #go(active: Active): void {
    this.active = active;
    this.#refocus = true;
  }

  /** One step in time, or to the row above or below. */
  #nudge(dx: number, dy: number, active: Active, session: string): void {
    const block = this.#cell(active)?.blocks.find((each) => each.session === session);
    const at = this.#rowAt.get(active.row) ?? 0;
    const target = this.rows[at + dy];
    if (!block || !target) return;
    if (dy !== 0) this.active = { ...active, row: target.id };
    this.#refocus = true;
    this.#send(block, active.row, target.id, block.start + dx * this.step);
  }

  #send(block: Block, fromRow: string, toRow: string, start: number): void {
    const place = block.source.place;
    if (!place) return;
    const offset = block.start - (Number(place.start.slice(11, 13)) * 60 + Number(place.start.slice(14, 16)));
    const moved: PlannedPlace = { ...place, start: momentOf(block.day, start - offset) };
    if (fromRow !== toRow) {
      if (this.grouping === "patients") {
        emit(this, "rw-say", { text: words.schedule.notToPatient });
        return;
      }
      if (this.grouping === "rooms") moved.room = toRow;
      else moved.clinicians = place.clinicians.map((id) => (id === fromRow ? toRow : id));
    }
    emit(this, "rw-move", { session: block.session, place: moved });
  }

  #onPointerDown(event: PointerEvent, row: Row, block: Block): void {
    this.#dragged = false;
    if (event.button !== 0 || event.pointerType === "touch" || this.flags.get(block.session)?.locked) return;
    const track = (event.currentTarget as HTMLElement).parentElement;
    if (!track) return;
    const grabMin = this.#minuteAt(event.clientX, track) - block.start;
    const at = this.#rowAt.get(row.id) ?? 0;
    this.drag = { block, fromRow: row.id, grabMin, x: event.clientX, y: event.clientY, moving: false, row: at, start: block.start };
    const abort = new AbortController();
    const { signal } = abort;
    const end = (drop: boolean): void => {
      abort.abort();
      const drag = this.drag;
      this.#endDrag();
      if (drop && drag?.moving) this.#drop(drag);
    };
    window.addEventListener("pointermove", (move) => this.#onPointerMove(move, track), { signal });
    window.addEventListener("pointerup", () => end(true), { signal });
    window.addEventListener("pointercancel", () => end(false), { signal });
    window.addEventListener("keydown", (key) => key.key === "Escape" && end(false), { signal });
  }

  #minuteAt(clientX: number, track: Element): number {
    const box = track.getBoundingClientRect();
    const [from, to] = this.range;
    return from + ((clientX - box.left) / box.width) * (to - from);
  }

  #onPointerMove(event: PointerEvent, track: Element): void {
    const drag = this.drag;
    if (!drag) return;
    if (!drag.moving && Math.hypot(event.clientX - drag.x, event.clientY - drag.y) < DRAG_PX) return;
    this.#dragged = true;
    const body = this.renderRoot.querySelector(".body");
    const y = body ? event.clientY - body.getBoundingClientRect().top : 0;
    const row = Math.max(0, Math.min(this.rows.length - 1, this.#tops.findIndex((top) => top > y) - 1));
    const [from, to] = this.range;
    const wanted = snap(this.#minuteAt(event.clientX, track) - drag.grabMin, this.step);
    const start = Math.max(from, Math.min(to - drag.block.minutes, wanted));
    this.drag = { ...drag, moving: true, row: y < 0 ? 0 : row, start };
  }

  #endDrag(): void {
    this.drag = undefined;
  }

  #drop(drag: Drag): void {
    const target = this.rows[drag.row];
    if (!target || (target.id === drag.fromRow && drag.start === drag.block.start)) return;
    this.#send(drag.block, drag.fromRow, target.id, drag.start);
  }

  #dragGhost(): TemplateResult | typeof nothing {
    const drag = this.drag;
    const row = drag?.moving ? this.rows[drag.row] : undefined;
    if (!drag || !row) return nothing;
    return html`<div class="canvas" aria-hidden="true">
      <div
        class="drag"
        ${setVars({
          "--x": this.#x(drag.start),
          "--w": this.#w(drag.block.minutes),
          "--y": `calc(${this.#tops[drag.row] ?? 0}px + 0.25rem)`,
          "--h": `${LANE_REM - 0.125}rem`,
        })}
      >
        ${words.schedule.dragHint(formatClock(drag.start), row.name)}
      </div>
    </div>`;
  }
}

define("rw-schedule", RwSchedule);
