/**
 * The Schedule view: tiles, board or list, and beside it what is wrong, what changed, or the session that is selected.
 *
 * Properties: `state`.
 * Events: those of its parts.
 */
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import type { BrokenRule, Indicator } from "../../engine/operations.ts";
import type { PlanDocument, PlannedSession } from "../../engine/types.ts";
import { dayNumber, formatDay, minuteOf } from "../../format.ts";
import { weekOf } from "../../state/clinic.ts";
import { withNames } from "../../state/describe.ts";
import { differences, type Difference, unplaced } from "../../state/plan.ts";
import type { Board, NotMet, OpenClinic, State } from "../../state/store.ts";
import { looks } from "../../styles/looks.ts";
import { words } from "../../words/index.ts";
import { define, RwElement } from "../element.ts";
import { emit } from "../events.ts";
import { icon } from "../icons.ts";
import { boardRows, type Grouping, hourRange, type Look, type Row } from "../rw-schedule/layout.ts";
import type { Flags, Ghost, RwSchedule } from "../rw-schedule/rw-schedule.ts";
import type { RwSession } from "../rw-session/rw-session.ts";
import { tilesOf } from "../rw-kpi/tiles.ts";
import { segmented } from "../segmented.ts";
import { styles } from "./rw-view-schedule.styles.ts";
import "../rw-changes/rw-changes.ts";
import "../rw-day-check/rw-day-check.ts";
import "../rw-day-sheets/rw-day-sheets.ts";
import "../rw-incident/rw-incident.ts";
import "../rw-kpi/rw-kpi.ts";
import "../rw-problems/rw-problems.ts";
import "../rw-routes/rw-routes.ts";
import "../rw-schedule/rw-schedule.ts";
import "../rw-schedule-list/rw-schedule-list.ts";
import "../rw-session/rw-session.ts";
import "../rw-solve/rw-solve.ts";

const GROUPINGS: readonly Grouping[] = ["clinicians", "rooms", "patients"];
const LOOKS: readonly Look[] = ["individual", "group", "family", "evaluation", "telehealth"];

/** What is drawn of one plan; computed again only when the plan, the board or the findings change. */
interface Drawing {
  readonly plan: PlanDocument;
  readonly sessions: ReadonlyMap<string, PlannedSession>;
  readonly changes: readonly Difference[];
  readonly flags: ReadonlyMap<string, Flags>;
  readonly rows: readonly Row[];
  readonly ghosts: readonly Ghost[];
  readonly days: readonly number[];
}

export class RwViewSchedule extends RwElement {
  static override properties = { state: { attribute: false } };
  static override sheet = [looks, styles];
  declare state: State;
  #drawing: Drawing | undefined;
  #opener: HTMLElement | undefined;

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("state")) return;
    const old = changed.get("state");
    const { state } = this;
    this.#watchOpener(old?.board.selected, state.board.selected);
    if (!state.open || !shownPlan(state)) {
      this.#drawing = undefined;
    } else if (
      !this.#drawing ||
      !old ||
      shownPlan(old) !== shownPlan(state) ||
      old.open !== state.open ||
      old.shown !== state.shown ||
      old.history.value.locks !== state.history.value.locks ||
      old.board.mode !== state.board.mode ||
      old.board.day !== state.board.day ||
      old.board.grouping !== state.board.grouping ||
      old.board.names !== state.board.names ||
      old.board.selected !== state.board.selected ||
      old.board.movedOnly !== state.board.movedOnly
    ) {
      this.#drawing = draw(state, state.open);
    }
  }

  /** Puts the focus where the last command wants it. */
  async focusPart(part: "board" | "panel" | "move" | "changes"): Promise<void> {
    await this.updateComplete;
    if (part === "board") this.#giveBack();
    else if (part === "changes") this.#enterPanel();
    else {
      await this.renderRoot.querySelector<RwSession>("rw-session")?.enter(part === "move");
      this.#bringPanel();
    }
  }

  /** What was used to open a session gets the focus back: its place on the board, or a row of a list. */
  #giveBack(): void {
    const board = this.renderRoot.querySelector<RwSchedule>("rw-schedule");
    const opener = this.#opener;
    this.#opener = undefined;
    if (opener?.isConnected && opener.checkVisibility() && opener.getRootNode() !== board?.shadowRoot) opener.focus();
    else if (board) board.focus();
    else this.#enterPanel();
  }

  /** The focus goes to the panel; on a small screen its beginning is brought into sight. */
  #enterPanel(): void {
    const panel = this.renderRoot.querySelector<HTMLElement>(".panel");
    if (!panel) return;
    panel.focus({ preventScroll: true });
    this.#bringPanel();
  }

  /** Brings the beginning of the panel into sight where it stands below the board. */
  #bringPanel(): void {
    const panel = this.renderRoot.querySelector(".panel");
    const top = panel?.getBoundingClientRect().top ?? 0;
    if (top < 0 || top > innerHeight / 2) panel?.scrollIntoView({ block: "start" });
  }

  override updated(changed: PropertyValues<this>): void {
    const selected = this.state?.board.selected;
    if (selected !== undefined && changed.get("state")?.board.selected !== selected) this.#bringPanel();
  }

  /** Remembers what opens a session, unless that is the panel itself. */
  #watchOpener(was: string | undefined, now: string | undefined): void {
    if (now === undefined || now === was) return;
    const holder = this.shadowRoot?.activeElement;
    if (!holder || holder.localName === "rw-session") return;
    const inner = holder.shadowRoot?.activeElement ?? holder;
    this.#opener = inner instanceof HTMLElement ? inner : undefined;
  }

  override render(): TemplateResult {
    const { state } = this;
    const drawing = this.#drawing;
    if (!state?.open || !drawing) {
      return html`<div class="stack">
        <h1 tabindex="-1">${words.schedule.title}</h1>
        <p class="muted">${state?.busy ?? words.data.nothing}</p>
      </div>`;
    }
    if (state.sheets) {
      return html`<div class="stack">
        <h1 tabindex="-1" class="no-print">${words.sheets.title}</h1>
        <rw-day-sheets .state=${state}></rw-day-sheets>
      </div>`;
    }
    return html`<div class="stack">
      ${this.#top(state)} ${this.#tiles(state)}
      <div class="split">
        <div class="stack tight main">${this.#board(state, state.open, drawing)} ${this.#legend(state)}</div>
        <aside class="panel" tabindex="-1" aria-label=${words.schedule.panel}>${this.#panel(state, state.open, drawing)}</aside>
      </div>
    </div>`;
  }

  #top(state: State): TemplateResult {
    const stage = state.solve ? "proposal" : state.history.value.stage;
    return html`<div class="top">
      <div class="row">
        <h1 tabindex="-1">${words.schedule.title}</h1>
        <span class="stage" data-stage=${stage}>${words.schedule[stage]}</span>
      </div>
      ${state.solve || state.incident.draft
        ? nothing
        : html`<button type="button" @click=${() => emit(this, "rw-incident", { kind: "open" })}>${words.incident.open}</button>`}
      <rw-solve .solve=${state.solve} ?ready=${state.engine === "ready" && (shownPlan(state)?.sessions.length ?? 0) > 0} ?again=${stage !== "current"}></rw-solve>
    </div>`;
  }

  #tiles(state: State): TemplateResult | typeof nothing {
    const before = state.base?.indicators;
    const now = state.shown?.indicators ?? before;
    if (!now) return nothing;
    const base = new Map((before ?? []).map((item) => [item.id, item]));
    // The best plan so far is not judged before the run ends: the figures are those of the plan before it.
    const note = state.solve ? words.schedule[state.history.value.stage] : undefined;
    return html`<div class="tiles" role="group" aria-label=${words.schedule.tiles}>
      ${tilesOf(now).map(
        (item: Indicator) => html`<rw-kpi compact .indicator=${item} .note=${note} .baseline=${state.shown ? base.get(item.id) : undefined}></rw-kpi>`,
      )}
    </div>`;
  }

  #board(state: State, open: OpenClinic, drawing: Drawing): TemplateResult {
    const { board } = state;
    const [first, last] = [open.index.firstDay, open.index.firstDay + open.index.days - 1];
    const turn = board.mode === "week" ? 7 : 1;
    const start = board.mode === "week" ? (drawing.days[0] ?? first) : board.day;
    const label = board.mode === "week" ? `${formatDay(drawing.days[0] ?? first)} – ${formatDay(drawing.days.at(-1) ?? last)}` : formatDay(board.day, "long");
    return html`<div class="bar">
        <div class="row">
          ${segmented({
            label: words.schedule.mode,
            values: this.#modes(drawing),
            current: board.mode,
            name: (mode) => (mode === "routes" ? words.routes.mode : words.schedule[mode]),
            choose: (mode) => this.#set({ mode }),
          })}
          ${board.mode === "routes"
            ? nothing
            : segmented({
                label: words.schedule.rowsBy,
                values: GROUPINGS,
                current: board.grouping,
                name: (grouping) => words.schedule.groupings[grouping],
                choose: (grouping) => this.#set({ grouping }),
              })}
        </div>
        <div class="row dates">
          <button type="button" class="turn" aria-label=${words.schedule.previousDay} aria-disabled=${start <= first} @click=${() => this.#set({ day: Math.max(first, start - turn) })}>
            ${icon("previous")}
          </button>
          <b class="date">${label}</b>
          <button type="button" class="turn" aria-label=${words.schedule.nextDay} aria-disabled=${start + turn > last} @click=${() => this.#set({ day: Math.min(last, start + turn > last ? board.day : start + turn) })}>
            ${icon("next")}
          </button>
        </div>
      </div>
      ${this.#days(state, open, drawing, label)}`;
  }

  /** The days in the form that was chosen: routes, a list or the board. */
  #days(state: State, open: OpenClinic, drawing: Drawing, label: string): TemplateResult {
    const { board } = state;
    if (board.mode === "routes") {
      return html`<rw-routes
        .reply=${state.routes.reply}
        .sessions=${drawing.sessions}
        .index=${open.index}
        ?names=${board.names}
        .selected=${board.selected}
        .label=${label}
      ></rw-routes>`;
    }
    if (drawing.rows.length === 0) return this.#empty(board.grouping);
    if (board.list) {
      return html`<rw-schedule-list
        .sessions=${listed(drawing, board)}
        .flags=${drawing.flags}
        .index=${open.index}
        ?names=${board.names}
        .selected=${board.selected}
        .label=${label}
      ></rw-schedule-list>`;
    }
    return html`<rw-schedule
      .rows=${drawing.rows}
      .range=${hourRange(drawing.rows)}
      .mode=${board.mode}
      .days=${drawing.days}
      .grouping=${board.grouping}
      .index=${open.index}
      .flags=${drawing.flags}
      .ghosts=${drawing.ghosts}
      .selected=${board.selected}
      ?proposal=${state.solve !== undefined || state.history.value.stage === "proposal"}
      ?names=${board.names}
      ?movedOnly=${board.movedOnly}
      .step=${stepOf(open)}
    ></rw-schedule>`;
  }

  /** Routes are offered where somebody is on the way. */
  #modes({ plan }: Drawing): Board["mode"][] {
    const visits = plan.sessions.some((session) => session.place?.modality === "home");
    return visits || this.state.board.mode === "routes" ? ["day", "week", "routes"] : ["day", "week"];
  }

  #empty(grouping: Grouping): TemplateResult {
    return html`<div class="empty">
      <p>${words.schedule.empty[grouping]}</p>
      ${grouping === "patients"
        ? nothing
        : html`<button type="button" @click=${() => emit(this, "rw-navigate", { view: "data" })}>${words.schedule.addData}</button>`}
    </div>`;
  }

  #set(patch: Partial<Board>): void {
    emit(this, "rw-board", patch);
  }

  #legend(state: State): TemplateResult {
    const { board } = state;
    return html`<div class="legend">
        <ul class="plain row" aria-label=${words.schedule.legend}>
          ${LOOKS.map((look) => html`<li class="row"><span class="swatch" data-look=${look}>${words.looks[look][0]}</span>${words.looks[look][1]}</li>`)}
          <li class="row"><span class="bang" aria-hidden="true">!</span>${words.schedule.problem}</li>
          ${state.history.value.stage === "current" && !state.solve
            ? nothing
            : html`<li class="row"><span class="outlined" aria-hidden="true"></span>${words.schedule.moved}</li>`}
        </ul>
        <div class="row">
          ${board.mode === "routes"
            ? nothing
            : html`<button type="button" class="small" aria-pressed=${board.list} @click=${() => this.#set({ list: !board.list })}>
                ${board.list ? words.schedule.board : words.schedule.list}
              </button>`}
          <button type="button" class="small" @click=${() => emit(this, "rw-sheets", { by: "clinician", span: this.state.board.mode === "week" ? "week" : "day", names: false })}>${words.sheets.open}</button>
          <label class="check">
            <input type="checkbox" .checked=${board.names} @change=${(event: Event) => this.#set({ names: (event.target as HTMLInputElement).checked })} />
            ${words.schedule.names}
          </label>
        </div>
      </div>
      ${board.list || board.mode === "routes" ? nothing : html`<p class="note keys">${words.schedule.keys}</p>`}`;
  }

  #panel(state: State, open: OpenClinic, drawing: Drawing): TemplateResult {
    const { board } = state;
    // The best plan so far is shown only after the checker has found nothing in it.
    const violations = state.solve?.best ? [] : (state.shown?.violations ?? state.base?.violations ?? []);
    const session = board.selected ? drawing.sessions.get(board.selected) : undefined;
    // The findings stay where they are, so that what was open and scrolled there is still so when the session is closed.
    return html`${session ? this.#session(state, open, drawing, session, violations) : nothing}
      ${session ? nothing : html`<rw-incident .state=${state}></rw-incident>`}
      <div class="stack" ?hidden=${session !== undefined || state.incident.draft !== undefined}>${this.#findings(state, open, drawing, violations)}</div>`;
  }

  #session(state: State, open: OpenClinic, drawing: Drawing, session: PlannedSession, violations: readonly BrokenRule[]): TemplateResult {
    const { board } = state;
    return html`<rw-session
        .session=${session}
        .sessions=${drawing.sessions}
        .was=${open.published.sessions.find((each) => each.session === session.session)}
        .index=${open.index}
        .insight=${state.insight?.session === session.session ? state.insight : undefined}
        .problems=${violations.filter((item) => item.sessions.includes(session.session))}
        ?locked=${drawing.flags.get(session.session)?.locked ?? false}
        .reason=${state.history.value.locks.includes(session.session) ? (state.history.value.lockReasons[session.session] ?? "") : undefined}
        ?names=${board.names}
        .step=${stepOf(open)}
        .attendance=${state.attendance}
      ></rw-session>`;
  }

  #findings(state: State, open: OpenClinic, drawing: Drawing, violations: readonly BrokenRule[]): TemplateResult {
    const { board } = state;
    const changed = state.history.value.stage !== "current" || drawing.changes.length > 0;
    const panel = board.panel === "changes" && !changed ? "problems" : board.panel;
    const tabs = { changes: words.schedule.changesTitle, problems: words.schedule.problemsTitle, day: words.day.tab };
    return html`${segmented({
        label: words.schedule.panel,
        values: changed ? (["changes", "problems", "day"] as const) : (["problems", "day"] as const),
        current: panel,
        name: (each) => tabs[each],
        choose: (each) => this.#set({ panel: each }),
      })}
      ${panel === "day"
        ? html`<rw-day-check
            .reply=${state.dayCheck.reply}
            .sessions=${drawing.sessions}
            .index=${open.index}
            ?names=${board.names}
            .label=${formatDay(board.day, "long")}
          ></rw-day-check>`
        : nothing}
      ${panel === "changes"
        ? html`<rw-changes
            .changes=${drawing.changes}
            .outcome=${state.outcome}
            .notMet=${this.#notMet(state, drawing)}
            .sessions=${drawing.sessions}
            .total=${drawing.plan.sessions.length}
            .index=${open.index}
            ?proposal=${state.history.value.stage === "proposal"}
            ?movedOnly=${board.movedOnly}
            ?names=${board.names}
          ></rw-changes>`
        : nothing}
      ${panel === "problems"
        ? html`<rw-problems
            .violations=${violations}
            .unplaced=${unplaced(drawing.plan).filter((each) => each.kind !== "group")}
            .missing=${state.solve ? undefined : indicator(state, "P2")}
            .sessions=${drawing.sessions}
            .index=${open.index}
            ?names=${board.names}
          ></rw-problems>`
        : nothing}`;
  }

  /** Reasons the optimizer gave, for what still has no place. */
  #notMet(state: State, drawing: Drawing): NotMet[] {
    const known = new Map((state.outcome?.notMet ?? []).map((item) => [item.session, item]));
    return [...known.values()].filter((item) => !drawing.sessions.get(item.session)?.place);
  }
}

/** An indicator of the plan on the board. */
function indicator(state: State, id: string): number | undefined {
  return (state.shown?.indicators ?? state.base?.indicators)?.find((item) => item.id === id)?.value;
}

/** The plan on the board: the best so far while the optimizer runs. */
export function shownPlan(state: State): PlanDocument | undefined {
  return state.solve?.best ?? state.history.value.plan;
}

/** Minutes of one move: a quarter of an hour where the grid allows it. */
function stepOf(open: OpenClinic): number {
  const grid = open.index.clinic.settings.grid_min;
  return 15 % grid === 0 ? 15 : grid;
}

function draw(state: State, open: OpenClinic): Drawing | undefined {
  const plan = shownPlan(state);
  if (!plan) return undefined;
  const { board } = state;
  const changes = differences(open.published, plan);
  const days = board.mode === "week" ? weekOf(open.index, board.day) : [board.day];
  const rows = boardRows(open.index, plan, board.grouping, days);
  return {
    plan,
    sessions: new Map(plan.sessions.map((session) => [session.session, session])),
    changes,
    flags: flagsOf(state, open, plan, changes),
    rows: board.grouping === "patients" ? rows.filter((row) => row.days.some((cell) => cell.blocks.length > 0)) : rows,
    ghosts: board.mode === "day" ? ghostsOf(changes, board) : [],
    days,
  };
}

function flagsOf(state: State, open: OpenClinic, plan: PlanDocument, changes: readonly Difference[]): Map<string, Flags> {
  const locks = new Set(state.history.value.locks);
  const moved = new Set(changes.filter((change) => isMoved(change, state.board)).map((change) => change.session));
  const problems = new Map<string, string[]>();
  const found = state.solve?.best ? [] : state.shown?.plan === plan ? state.shown.violations : (state.base?.plan === plan ? state.base.violations : []);
  const sessions = new Map(plan.sessions.map((session) => [session.session, session]));
  for (const item of found) {
    const text = withNames(open.index, item.text, { sessions, names: state.board.names });
    for (const session of item.sessions) problems.set(session, [...(problems.get(session) ?? []), text]);
  }
  return new Map(
    plan.sessions.map((session): [string, Flags] => [
      session.session,
      {
        locked: session.locked || locks.has(session.session),
        moved: moved.has(session.session),
        problems: [...new Set(problems.get(session.session) ?? [])],
      },
    ]),
  );
}

/** Another room alone is worth a mark only where rooms are looked at. */
const isMoved = ({ kind }: Difference, board: Board): boolean =>
  kind !== "seats" && (kind !== "room" || board.grouping === "rooms");

/** Old places of what has moved: of the session that is open, or of all if only those are asked for. */
function ghostsOf(changes: readonly Difference[], board: Board): Ghost[] {
  return changes.flatMap(({ kind, before, session }): Ghost[] => {
    const place = before.place;
    if (!board.movedOnly && session !== board.selected) return [];
    const left = kind === "moved" || (kind === "room" && board.grouping === "rooms");
    if (!left || !place || dayNumber(place.start) !== board.day) return [];
    const owners = board.grouping === "clinicians" ? place.clinicians : board.grouping === "rooms" ? [place.room ?? ""] : before.patients;
    return owners.map((row) => ({ session, row, start: minuteOf(place.start), minutes: before.minutes }));
  });
}

function listed(drawing: Drawing, board: Board): PlannedSession[] {
  const days = new Set(drawing.days);
  return drawing.plan.sessions.filter((session) => {
    if (session.place ? !days.has(dayNumber(session.place.start)) : session.kind === "group") return false;
    return !board.movedOnly || (drawing.flags.get(session.session)?.moved ?? false);
  });
}

define("rw-view-schedule", RwViewSchedule);
