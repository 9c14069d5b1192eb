/**
 * What a planner looks like: header, views, live region. Draws the state it is given and sends the user's deeds to its own
 * shadow root. It owns nothing: `rw-planner.ts` does.
 */
import { type CSSResultGroup, html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from "lit";
import { redoLabel, undoLabel } from "../../state/history.ts";
import { type State, unsavedActions, type View } from "../../state/store.ts";
import { formatDay } from "../../format.ts";
import { words } from "../../words/index.ts";
import { RwElement } from "../element.ts";
import { emit } from "../events.ts";
import { icon } from "../icons.ts";
import type { RwViewSchedule } from "../rw-view-schedule/rw-view-schedule.ts";
import { styles } from "./rw-planner.styles.ts";
import "../rw-cover/rw-cover.ts";
import "../rw-nav/rw-nav.ts";
import "../rw-privacy-chip/rw-privacy-chip.ts";
import "../rw-send/rw-send.ts";
import "../rw-status/rw-status.ts";
import "../rw-vault/rw-vault.ts";
import "../rw-view-attendance/rw-view-attendance.ts";
import "../rw-view-data/rw-view-data.ts";
import "../rw-view-forecast/rw-view-forecast.ts";
import "../rw-view-kpis/rw-view-kpis.ts";
import "../rw-view-pilot/rw-view-pilot.ts";
import "../rw-view-privacy/rw-view-privacy.ts";
import "../rw-view-scenarios/rw-view-scenarios.ts";
import "../rw-view-schedule/rw-view-schedule.ts";
import "../rw-view-simulator/rw-view-simulator.ts";
import "../rw-view-start/rw-view-start.ts";
import "../rw-view-triage/rw-view-triage.ts";
import "../rw-view-governance/rw-view-governance.ts";
import "../rw-view-workload/rw-view-workload.ts";

/** Width in rem from which the views stand in a column. */
const COLUMN_REM = 68;

export class PlannerPage extends RwElement {
  static override properties: PropertyDeclarations = { state: { attribute: false }, wide: { state: true } };
  static override sheet: CSSResultGroup = styles;
  declare state: State;
  declare wide: boolean;
  #observer: ResizeObserver | undefined;
  #lastFocus: Element | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#observer = new ResizeObserver(([entry]) => {
      const rem = parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
      this.wide = (entry?.contentRect.width ?? 0) >= COLUMN_REM * rem;
    });
    this.#observer.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer?.disconnect();
  }

  /** What has the focus before anything is drawn anew; moves inside a view send no event that would be seen here. */
  override willUpdate(_changed: PropertyValues<this>): void {
    let focus = document.activeElement;
    while (focus?.shadowRoot?.activeElement) focus = focus.shadowRoot.activeElement;
    if (focus && focus !== document.body) this.#lastFocus = focus;
  }

  override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const old = changed.get("state");
    if (old && old.view !== this.state.view) void this.#enterView();
    else if (this.#lastFocus) requestAnimationFrame(() => this.#catchFocus());
  }

  /** A control that had the focus and is gone, as its own deed removed it, leaves the focus to the view's heading. */
  #catchFocus(): void {
    const last = this.#lastFocus;
    if (document.activeElement !== document.body || !last || (last.isConnected && last.checkVisibility())) return;
    this.#lastFocus = undefined;
    const view = this.renderRoot.querySelector("main > *");
    view?.shadowRoot?.querySelector<HTMLElement>("h1")?.focus({ preventScroll: true });
  }

  async #enterView(): Promise<void> {
    const view = this.renderRoot.querySelector<RwElement>("main > *");
    await view?.updateComplete;
    view?.shadowRoot?.querySelector<HTMLElement>("h1")?.focus({ preventScroll: true });
    // A page around the planner stays where it is, unless the view's beginning is out of sight.
    if (this.getBoundingClientRect().top < 0) this.scrollIntoView({ block: "start" });
  }

  /** Puts the focus on a part of the Schedule view, if that is shown, once the last change is drawn. */
  async focusPart(part: Parameters<RwViewSchedule["focusPart"]>[0]): Promise<void> {
    await this.updateComplete;
    await this.renderRoot.querySelector<RwViewSchedule>("rw-view-schedule")?.focusPart(part);
  }

  override render(): TemplateResult | typeof nothing {
    const { state } = this;
    if (!state) return nothing;
    const lang = state.formats.language;
    if (state.keep.cover) return html`<rw-cover lang=${lang} .keep=${state.keep}></rw-cover>`;
    return html`<div class="page ${this.wide ? "wide" : ""}" lang=${lang}>
      <button type="button" class="skip" @click=${this.#skip}>${words.skip}</button>
      ${this.#header(state)}
      <rw-nav .view=${state.view} .badges=${this.#badges(state)} ?column=${this.wide}></rw-nav>
      <main id="main" tabindex="-1" aria-busy=${state.busy ? "true" : "false"}>${this.#view(state)}</main>
      ${state.keep.soon ? this.#soon() : this.#notice(state)}
      ${state.keep.head ? html`<p class="printed">${words.keep.printed(state.keep.head, build(state))}</p>` : nothing}
      <rw-vault .state=${state}></rw-vault>
      <rw-status .text=${state.said}></rw-status>
    </div>`;
  }

  #skip(): void {
    this.renderRoot.querySelector<HTMLElement>("main")?.focus();
  }

  #header(state: State): TemplateResult {
    const open = state.open;
    const [undo, redo] = [undoLabel(state.history), redoLabel(state.history)];
    const unsaved = unsavedActions(state);
    return html`<header>
      <div class="brand">
        <slot name="header"><b>${words.app}</b></slot>
        ${open
          ? html`<span class="clinic">${open.summary.name || words.unnamed}</span>
              <span class="week">${words.week(formatDay(open.summary.horizon_start, "plain"))}</span>`
          : nothing}
        ${open?.summary.synthetic ? html`<span class="synthetic">${words.synthetic}</span>` : nothing}
      </div>
      <div class="deeds">
        <rw-privacy-chip .requests=${state.privacy.self?.mode === "element" ? undefined : state.requests}></rw-privacy-chip>
        <rw-send .portal=${state.portal} .sessions=${state.history.value.plan?.sessions.length ?? 0}></rw-send>
        <button
          type="button"
          aria-disabled=${undo === undefined}
          title=${undo === undefined ? words.nothingToUndo : words.undoWhat(undo)}
          @click=${() => emit(this.renderRoot, "rw-undo", {})}
        >
          ${icon("undo")}<span class="label">${words.undo}</span>
        </button>
        <button
          type="button"
          aria-disabled=${redo === undefined}
          title=${redo === undefined ? words.nothingToRedo : words.redoWhat(redo)}
          @click=${() => emit(this.renderRoot, "rw-redo", {})}
        >
          ${icon("redo")}<span class="label">${words.redo}</span>
        </button>
        <button type="button" ?disabled=${!open} title=${unsaved > 0 ? words.unsaved(unsaved) : nothing} @click=${() => emit(this.renderRoot, "rw-save", {})}>
          ${icon("save")}<span class="label name">${words.saveFile}</span>${unsaved > 0 ? html`<span class="dot" role="img" aria-label=${words.unsaved(unsaved)}></span>` : nothing}
        </button>
        <button type="button" title=${words.print} @click=${() => emit(this.renderRoot, "rw-print", {})}>${icon("print")}<span class="label">${words.print}</span></button>
      </div>
    </header>`;
  }

  #badges(state: State): Map<View, string> {
    const badges = new Map<View, string>();
    const problems = state.solve?.best ? 0 : ((state.shown ?? state.base)?.violations.length ?? 0);
    if (problems > 0) badges.set("schedule", String(problems));
    return badges;
  }

  #view(state: State): TemplateResult {
    if (isEmpty(state)) return this.#empty(state);
    switch (state.view) {
      case "start":
        return html`<rw-view-start .state=${state}></rw-view-start>`;
      case "data":
        return html`<rw-view-data .state=${state}></rw-view-data>`;
      case "triage":
        return html`<rw-view-triage .state=${state}></rw-view-triage>`;
      case "schedule":
        return html`<rw-view-schedule .state=${state}></rw-view-schedule>`;
      case "kpis":
        return html`<rw-view-kpis .state=${state}></rw-view-kpis>`;
      case "attendance":
        return html`<rw-view-attendance .state=${state}></rw-view-attendance>`;
      case "workload":
        return html`<rw-view-workload .state=${state}></rw-view-workload>`;
      case "governance":
        return html`<rw-view-governance .state=${state}></rw-view-governance>`;
      case "pilot":
        return html`<rw-view-pilot .state=${state}></rw-view-pilot>`;
      case "forecast":
        return html`<rw-view-forecast .state=${state}></rw-view-forecast>`;
      case "scenarios":
        return html`<rw-view-scenarios .state=${state}></rw-view-scenarios>`;
      case "simulator":
        return html`<rw-view-simulator .state=${state}></rw-view-simulator>`;
      case "privacy":
        return html`<rw-view-privacy .state=${state}></rw-view-privacy>`;
    }
  }

  #empty(state: State): TemplateResult {
    return html`<slot name="empty"
      ><div class="stack">
        <h1 tabindex="-1">${words.views[state.view]}</h1>
        <p>${words.empty.text}</p>
        <div class="row"><button type="button" class="primary" @click=${() => emit(this.renderRoot, "rw-navigate", { view: "start" })}>${words.empty.start}</button></div>
      </div></slot
    >`;
  }

  #soon(): TemplateResult {
    return html`<section class="notice" data-tone="warn" aria-label=${words.message}>
      <p role="alert">${words.keep.soon}</p>
      <button type="button" class="small" @click=${() => emit(this.renderRoot, "rw-keep-news", { kind: "stay" })}>${words.keep.stay}</button>
    </section>`;
  }

  #notice(state: State): TemplateResult | typeof nothing {
    const notice = state.engine === "blocked"
      ? ({ tone: "bad", text: words.engine.blocked(state.blocked ?? words.engine.blockedWorker), undo: false, retry: true } as const)
      : state.notice;
    if (!notice) return nothing;
    return html`<section class="notice" data-tone=${notice.tone} aria-label=${words.message}>
      <p>${notice.text}</p>
      ${notice.undo ? html`<button type="button" class="small" @click=${() => emit(this.renderRoot, "rw-undo", {})}>${words.undo}</button>` : nothing}
      ${notice.retry ? html`<button type="button" class="small" @click=${() => emit(this.renderRoot, "rw-retry", {})}>${words.retry}</button>` : nothing}
      <button type="button" class="small quiet" aria-label=${words.close} @click=${() => emit(this.renderRoot, "rw-dismiss", {})}>${icon("close")}</button>
    </section>`;
  }
}

/** Whether nothing is open in a view that shows nothing then. */
function isEmpty({ open, busy, engine, view }: State): boolean {
  return open === undefined && busy === undefined && (engine === "ready" || engine === "ended") && !["start", "data", "privacy"].includes(view);
}

/** What this build is called. */
function build({ privacy }: State): string {
  return `${privacy.self?.version ?? ""} ${(privacy.self?.build ?? "").slice(0, 16)}`.trim();
}
