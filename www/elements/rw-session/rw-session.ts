/**
 * One session: where it is, why, what it costs, other places, and the form that moves it without dragging.
 *
 * Properties: `session`, `was` (the same one in the current schedule), `index`, `insight`, `problems`, `locked`, `reason`,
 * `names`, `step`, `attendance` (who is expected to the plan on the board).
 * Events: `rw-move`, `rw-lock`, `rw-unplace`, `rw-select` (close).
 */
import { css, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import type { Alternative, BrokenRule, CostLine } from "../../engine/operations.ts";
import type { Modality, PlannedPlace, PlannedSession } from "../../engine/types.ts";
import { dayNumber, formatClock, formatDay, formatMoney, formatSpan, formatWeekday, minuteOf, momentOf } from "../../format.ts";
import { type AttendanceState, expectationOf } from "../../state/attendance.ts";
import { type ClinicIndex } from "../../state/clinic.ts";
import { asSentence, cliniciansOf, patientsOf, placeLine, titleOf, whereOf, withNames } from "../../state/describe.ts";
import { holdsName } from "../../state/keep.ts";
import { samePlace } from "../../state/plan.ts";
import type { Insight } from "../../state/store.ts";
import { looks } from "../../styles/looks.ts";
import { words } from "../../words/index.ts";
import { define, RwElement } from "../element.ts";
import { emit } from "../events.ts";
import { whenSent } from "../forms.ts";
import { icon } from "../icons.ts";
import "../rw-expectation/rw-expectation.ts";

export class RwSession extends RwElement {
  static override properties = {
    session: { attribute: false },
    sessions: { attribute: false },
    was: { attribute: false },
    index: { attribute: false },
    insight: { attribute: false },
    problems: { attribute: false },
    locked: { type: Boolean },
    reason: { attribute: false },
    named: { state: true },
    names: { type: Boolean },
    step: { attribute: false },
    attendance: { attribute: false },
    form: { state: true },
  };
  static override sheet = [looks, css`
    .head {
      display: flex;
      gap: 0.5rem;
      justify-content: space-between;
      align-items: flex-start;
    }
    .head .row {
      flex-wrap: nowrap;
    }
    h2 {
      font-size: 1.125rem;
    }
    .close {
      min-height: 2rem;
      min-width: 2rem;
      padding: 0;
      flex: none;
    }
    .kind {
      flex: none;
      display: inline-grid;
      place-items: center;
      inline-size: 1.375rem;
      block-size: 1.375rem;
      border-radius: 4px;
      border-inline-start: 4px solid var(--edge);
      background: var(--fill);
      font-size: 0.75rem;
      font-weight: 700;
    }
    ul.facts,
    ul.wrong {
      padding-inline-start: 1.125rem;
      font-size: 0.875rem;
    }
    ul.wrong {
      color: var(--rw-bad);
    }
    .alternatives {
      display: grid;
      gap: 0.25rem;
    }
    .alternatives li {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 0 0.5rem;
      align-items: center;
      padding-block: 0.375rem;
      border-block-end: 1px solid var(--rw-border);
      font-size: 0.875rem;
    }
    .alternatives small {
      grid-row: 2;
      color: var(--rw-muted);
      font-size: 0.8125rem;
    }
    .alternatives button {
      grid-area: 1 / 2 / 3 / 3;
    }
    h4 {
      margin: 0;
      padding-block-start: 0.25rem;
      font-size: 0.875rem;
      font-weight: 600;
    }
    .deeds button {
      min-height: 2rem;
      padding-inline: 0.625rem;
      font-size: 0.875rem;
    }
    .costs {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 0.125rem 0.75rem;
      font-size: 0.875rem;
    }
    .refusal {
      border: 1px solid var(--rw-bad);
      border-radius: 8px;
      background: var(--rw-bad-tint);
      padding: 0.5rem 0.75rem;
      font-size: 0.875rem;
    }
    form {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: 0.5rem;
    }
    form .wide {
      grid-column: 1 / -1;
    }
    form select,
    form input {
      inline-size: 100%;
    }
  `];
  declare session: PlannedSession;
  declare sessions: ReadonlyMap<string, PlannedSession>;
  declare was: PlannedSession | undefined;
  declare index: ClinicIndex;
  declare insight: Insight | undefined;
  declare problems: readonly BrokenRule[];
  declare locked: boolean;
  /** Why it is locked; undefined if it is not, or by the clinic's own data. */
  declare reason: string | undefined;
  /** True if the reason that was typed holds a name. */
  declare named: boolean;
  declare names: boolean;
  declare step: number;
  declare attendance: AttendanceState;
  declare form: boolean;

  override willUpdate(changed: PropertyValues<this>): void {
    const old = changed.get("session");
    if (old && old.session !== this.session.session) this.form = this.named = false;
  }

  /** Puts the focus on the panel, or opens the form and puts it there. */
  async enter(form: boolean): Promise<void> {
    if (form && !this.locked) this.form = true;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(this.form && form ? "form select" : "h2")?.focus();
  }

  override render(): TemplateResult | typeof nothing {
    const { session, index } = this;
    if (!session) return nothing;
    const place = session.place;
    return html`<section class="stack" aria-label=${words.session.title} @keydown=${this.#onKey}>
      <div class="head">
        <div class="row">
          <span class="kind" data-look=${session.kind} aria-hidden="true">${words.looks[session.kind][0]}</span>
          <h2 tabindex="-1">${titleOf(index, session)}</h2>
        </div>
        <button
          type="button"
          class="quiet close"
          aria-label=${words.session.close}
          @click=${() => emit(this, "rw-select", { session: undefined, focus: "none" })}
        >
          ${icon("close")}
        </button>
      </div>
      <div>
        ${place
          ? html`<p>${formatDay(place.start, "medium")}, ${formatSpan(minuteOf(place.start), session.minutes)}</p>
              <p class="note">${[whereOf(index, place), cliniciansOf(index, place)].filter(Boolean).join(" · ")}</p>`
          : html`<p class="warn">${words.session.none}</p>`}
        <p class="note">${patientsOf(index, session, this.names)}</p>
        ${this.#was()}
      </div>
      ${this.#deeds()} ${this.#reason()} ${this.#refusal()} ${this.form ? this.#form() : nothing} ${this.#wrong()} ${this.#why()} ${this.#other()} ${this.#expected()}
    </section>`;
  }

  /** Escape closes the form, and without a form the panel. */
  #onKey(event: KeyboardEvent): void {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.preventDefault();
    if (!this.form) {
      emit(this, "rw-select", { session: undefined, focus: "none" });
      return;
    }
    this.form = false;
    this.renderRoot.querySelector<HTMLElement>("[aria-expanded]")?.focus();
  }

  #was(): TemplateResult | typeof nothing {
    const was = this.was?.place;
    if (!was || samePlace(was, this.session.place)) return nothing;
    return html`<p class="note">${words.schedule.was(placeLine(this.index, was))}</p>`;
  }

  #deeds(): TemplateResult {
    const key = this.session.session;
    const placed = this.session.place !== undefined;
    return html`<div class="row deeds">
      <button type="button" aria-pressed=${this.locked} aria-disabled=${!placed} @click=${() => emit(this, "rw-lock", { session: key })}>
        ${icon("lock")}${this.locked ? words.session.unlock : words.session.lock}
      </button>
      <button type="button" aria-disabled=${!placed || this.locked} @click=${() => emit(this, "rw-unplace", { session: key })}>
        ${words.session.unplace}
      </button>
      <button
        type="button"
        aria-expanded=${this.form ? "true" : "false"}
        aria-disabled=${this.locked}
        @click=${() => (this.form || this.locked ? (this.form = false) : void this.enter(true))}
      >
        ${placed ? words.session.moveTo : words.session.place}
      </button>
    </div>`;
  }

  #reason(): TemplateResult | typeof nothing {
    if (this.reason === undefined) return nothing;
    return html`<label class="field">
      <span class="label">${words.session.lockReason}</span>
      <input name="reason" maxlength="200" autocomplete="off" .value=${this.reason} aria-describedby="reason-note" aria-invalid=${this.named ? "true" : "false"} @change=${this.#explain} />
      <small id="reason-note" class=${this.named ? "bad" : "note"} role=${this.named ? "alert" : nothing}>${this.named ? words.keep.reasonName : words.session.lockReasonNote}</small>
    </label>`;
  }

  #explain(event: Event): void {
    const reason = (event.target as HTMLInputElement).value.trim();
    this.named = holdsName(this.index, reason);
    if (!this.named) emit(this, "rw-lock", { session: this.session.session, reason });
  }

  #refusal(): TemplateResult | typeof nothing {
    const refused = this.insight?.refused ?? [];
    if (refused.length === 0) return nothing;
    return html`<div class="refusal stack tight">
      <p>${words.session.refused}</p>
      <ul class="wrong">
        ${refused.map((item) => html`<li>${this.#problem(item)}</li>`)}
      </ul>
    </div>`;
  }

  #sentence(text: string): string {
    return asSentence(withNames(this.index, text, { sessions: this.sessions, names: this.names, self: this.session.session }));
  }

  #problem(item: BrokenRule): string {
    return this.#sentence(item.text);
  }

  #wrong(): TemplateResult | typeof nothing {
    if (!this.problems || this.problems.length === 0) return nothing;
    return html`<div class="stack tight">
      <h3>${words.session.problems}</h3>
      <ul class="wrong">
        ${this.problems.map((item) => html`<li>${this.#problem(item)}</li>`)}
      </ul>
    </div>`;
  }

  #why(): TemplateResult | typeof nothing {
    const explain = this.insight?.explain;
    if (!explain) return nothing;
    if (!this.session.place) {
      const { unplaced } = explain;
      if (!unplaced) return nothing;
      return html`<div class="stack tight">
        <h3>${words.session.whyNot}</h3>
        <p>${this.#sentence(unplaced.reason)}</p>
        ${unplaced.unblock ? html`<p class="note">${this.#sentence(unplaced.unblock)}</p>` : nothing}
      </div>`;
    }
    return html`<div class="stack tight">
      <h3>${words.session.whyHere}</h3>
      <ul class="facts">
        ${explain.satisfied.map((text) => html`<li>${this.#sentence(text)}</li>`)}
      </ul>
      ${this.#costs(words.session.costs, explain.costs.filter((line) => line.cents > 0)) ?? html`<p class="note">${words.session.costFree}</p>`}
      ${this.#costs(words.session.saves, explain.costs.filter((line) => line.cents < 0))}
      <p class="note">${words.session.costNote}</p>
    </div>`;
  }

  #expected(): TemplateResult | typeof nothing {
    const { attendance, session } = this;
    const plan = this.insight?.plan;
    const expectation = attendance && plan && expectationOf(attendance, plan, session.session);
    if (!expectation) return nothing;
    return html`<rw-expectation
      .expectation=${expectation}
      .report=${attendance.report}
      .index=${this.index}
      ?names=${this.names}
      ?explained=${attendance.explained === expectation}
      ?running=${attendance.running}
    ></rw-expectation>`;
  }

  /** Amounts under a title. What the place spares the plan is what the plan would cost more without it. */
  #costs(title: string, lines: readonly CostLine[]): TemplateResult | undefined {
    if (lines.length === 0) return undefined;
    const currency = this.index.clinic.settings.currency;
    return html`<h4>${title}</h4>
      <dl class="costs">
        ${lines.map(
          (line) => html`<dt class="muted">${words.terms[line.term]}</dt>
            <dd class="number">${formatMoney(Math.abs(line.cents), currency)}</dd>`,
        )}
      </dl>`;
  }

  #other(): TemplateResult {
    const found = this.insight?.alternatives;
    if (!found) return html`<p class="note">${words.session.looking}</p>`;
    if (found.alternatives.length === 0) {
      return html`<div class="stack tight">
        <h3>${words.session.blockedBy}</h3>
        <p class="note">${words.session.otherNone}</p>
        <ul class="facts">
          ${found.blocked.map((item) => html`<li>${words.rule(item.rule, item.count)}</li>`)}
        </ul>
      </div>`;
    }
    return html`<div class="stack tight">
      <h3>${words.session.other}</h3>
      <ul class="plain alternatives">
        ${found.alternatives.map((item) => this.#alternative(item))}
      </ul>
    </div>`;
  }

  #alternative(item: Alternative): TemplateResult {
    const currency = this.index.clinic.settings.currency;
    const amount = formatMoney(Math.abs(item.delta_cents), currency);
    const delta =
      item.delta_cents === 0
        ? words.session.same
        : item.delta_cents > 0
          ? words.session.dearer(amount)
          : words.session.cheaper(amount);
    const where = placeLine(this.index, item.place);
    // What weighs most in the direction of the difference.
    const why = item.parts
      .filter((part) => Math.sign(part.cents) === Math.sign(item.delta_cents))
      .sort((a, b) => Math.abs(b.cents) - Math.abs(a.cents))
      .slice(0, 2)
      .map((part) => words.terms[part.term])
      .join(", ");
    return html`<li>
      <span>${where}</span>
      <small><span class=${item.delta_cents < 0 ? "good" : ""}>${delta}</span>${why ? `: ${why}` : nothing}</small>
      <button
        type="button"
        class="small"
        aria-label="${words.session.use}: ${where}"
        ?disabled=${this.locked}
        @click=${() => emit(this, "rw-move", { session: this.session.session, place: item.place, patients: item.patients })}
      >
        ${words.session.use}
      </button>
    </li>`;
  }

  #form(): TemplateResult {
    const { session, index } = this;
    const place = session.place ?? this.insight?.alternatives?.alternatives[0]?.place;
    const parts = place?.clinicians ?? [""];
    const day = place ? dayNumber(place.start) : index.firstDay;
    const minute = place ? minuteOf(place.start) : 540;
    const modalities = index.services.get(session.service)?.modalities ?? ["in_person"];
    return html`<form class="card" @keydown=${this.#send}>
      ${parts.map(
        (id, part) => html`<div class="field wide">
          <label for="clinician-${part}">${part === 0 ? words.session.clinician : words.session.second(part + 1)}</label>
          <select id="clinician-${part}" name="clinician">
            ${index.clinic.clinicians.map((row) => html`<option value=${row.id} ?selected=${row.id === id}>${row.name}</option>`)}
          </select>
        </div>`,
      )}
      <div class="field">
        <label for="day">${words.session.day}</label>
        <select id="day" name="day">
          ${Array.from({ length: index.days }, (_, at) => index.firstDay + at).map(
            (each) => html`<option value=${each} ?selected=${each === day}>${formatWeekday(each)}</option>`,
          )}
        </select>
      </div>
      <div class="field">
        <label for="time">${words.session.time}</label>
        <select id="time" name="time">
          ${this.#times(minute).map((each) => html`<option value=${each} ?selected=${each === minute}>${formatClock(each)}</option>`)}
        </select>
      </div>
      <div class="field">
        <label for="room">${words.session.room}</label>
        <select id="room" name="room">
          <option value="" ?selected=${!place?.room}>${words.session.noRoom}</option>
          ${index.clinic.rooms.map((row) => html`<option value=${row.id} ?selected=${row.id === place?.room}>${row.name}</option>`)}
        </select>
      </div>
      <div class="field">
        <label for="modality">${words.session.modality}</label>
        <select id="modality" name="modality">
          ${modalities.map(
            (each) => html`<option value=${each} ?selected=${each === place?.modality}>${words.modalities[each]}</option>`,
          )}
        </select>
      </div>
      <button type="button" class="primary wide" @click=${this.#send}>${words.session.move}</button>
    </form>`;
  }

  #times(minute: number): number[] {
    const times = new Set([minute]);
    for (let each = 360; each <= 1260; each += this.step) times.add(each);
    return [...times].sort((a, b) => a - b);
  }

  #send = whenSent((form) => {
    const data = new FormData(form);
    const clinicians = data.getAll("clinician").map(String);
    const modality = String(data.get("modality")) as Modality;
    const room = String(data.get("room") ?? "");
    const place: PlannedPlace = {
      start: momentOf(Number(data.get("day")), Number(data.get("time"))),
      clinicians,
      offsets: clinicians.map((_, part) => this.session.place?.offsets[part] ?? 0),
      modality,
      ...(room && modality === "in_person" ? { room } : {}),
    };
    emit(this, "rw-move", { session: this.session.session, place });
  });
}

define("rw-session", RwSession);
