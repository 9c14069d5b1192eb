/**
 * What happened during the day, and the ways to go on: the form, the search, and each way with what moves, what is lost
 * and who must be told.
 *
 * Properties: `state`, whose `incident.draft` is the form. Events: `rw-incident`.
 */
import { css, html, nothing, type TemplateResult } from "lit";
import type { Incident, RepairProposal } from "../../engine/types.ts";
import { formatMoment, formatMoney, momentOf } from "../../format.ts";
import { answers, INCIDENTS, type IncidentDraft, type IncidentState, LATE_MINUTES, urgentServices } from "../../state/incident.ts";
import { asSentence, capital, nameOf, placeLine, titleOf, wantedOf, withNames } from "../../state/describe.ts";
import { engineTaken, type OpenClinic, type State } from "../../state/store.ts";
import { reportSheet } from "../../styles/report.ts";
import { words } from "../../words/index.ts";
import { define, RwElement } from "../element.ts";
import { emit } from "../events.ts";
import { progressBar, progressSheet } from "../progress.ts";

const w = words.incident;
/** Cents below which a change of cost is none. Our choice: a dollar. */
const NO_CENTS = 100;

export class RwIncident extends RwElement {
  static override properties = { state: { attribute: false } };
  static override sheet = [
    progressSheet,
    reportSheet,
    css`
      .form {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(11rem, 100%), 1fr));
        gap: 0.5rem 0.75rem;
        align-items: end;
      }
      .form .wide {
        grid-column: 1 / -1;
      }
      .way {
        border: 1px solid var(--rw-border);
        border-radius: 8px;
        padding: 0.75rem;
        display: grid;
        gap: 0.5rem;
      }
      h3 {
        margin: 0;
        font-size: 1rem;
      }
      small {
        display: block;
        color: var(--rw-muted);
        font-size: 0.8125rem;
      }
    `,
  ];
  declare state: State;

  override render(): TemplateResult | typeof nothing {
    const { open, incident } = this.state;
    const { draft } = incident;
    if (!open || !draft) return nothing;
    return html`<section class="stack tight" aria-labelledby="title">
      <h2 id="title" tabindex="-1">${w.title}</h2>
      <p class="note">${w.intro}</p>
      ${this.#form(open, draft)} ${this.#besides(open, incident)} ${this.#deeds(incident)} ${this.#result(open, incident)}
    </section>`;
  }

  #draft(patch: Partial<IncidentDraft>): void {
    const { draft } = this.state.incident;
    if (draft) emit(this, "rw-incident", { kind: "draft", draft: { ...draft, ...patch } });
  }

  #form(open: OpenClinic, draft: IncidentDraft): TemplateResult {
    const { index } = open;
    const of = (rows: ReadonlyMap<string, { readonly id: string }>, what: "clinician" | "room") =>
      [...rows.keys()].map((id) => ({ id, name: nameOf(index, what, id) }));
    const patients = [...index.patients.keys()].map((id) => ({ id, name: this.#patient(open, id) }));
    const clinician = this.#select("clinician", w.clinician, of(index.clinicians, "clinician"), draft.clinician, (id) => this.#draft({ clinician: id }));
    const span = html`${this.#moment("from", w.from, open, draft.from, (from) => this.#draft({ from }))}
    ${this.#moment("until", w.until, open, draft.until, (until) => this.#draft({ until }))}`;
    const kinds = INCIDENTS.map((kind) => ({ id: kind, name: w.kinds[kind] }));
    return html`<div class="form">
      <div class="wide">${this.#select("kind", w.what, kinds, draft.kind, (kind) => this.#draft({ kind: kind as IncidentDraft["kind"] }))}</div>
      ${draft.kind === "sick" ? html`${clinician} ${span}` : nothing}
      ${draft.kind === "late"
        ? html`${clinician}
          ${this.#select("minutes", w.minutes, LATE_MINUTES.map((n) => ({ id: String(n), name: w.minutesOf(n) })), String(draft.minutes), (n) => this.#draft({ minutes: Number(n) }))}`
        : nothing}
      ${draft.kind === "room_closed" ? html`${this.#select("room", w.room, of(index.rooms, "room"), draft.room, (room) => this.#draft({ room }))} ${span}` : nothing}
      ${draft.kind === "emergency"
        ? html`${this.#select("patient", w.patient, patients, draft.patient, (patient) => this.#draft({ patient }))}
          ${this.#select("service", w.service, urgentServices(index), draft.service, (service) => this.#draft({ service }))}
          ${this.#moment("by", w.by, open, draft.by, (by) => this.#draft({ by }))}`
        : nothing}
      ${this.#moment("now", w.now, open, draft.now, (now) => this.#draft({ now }))}
      <p class="note wide" id="now-note">${w.nowNote}</p>
    </div>`;
  }

  #select(id: string, label: string, options: readonly { readonly id: string; readonly name: string }[], chosen: string, choose: (id: string) => void): TemplateResult {
    return html`<div class="field">
      <label for=${id}>${label}</label>
      <select id=${id} .value=${chosen} @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
        ${options.map((each) => html`<option value=${each.id} ?selected=${each.id === chosen}>${each.name}</option>`)}
      </select>
    </div>`;
  }

  #moment(id: string, label: string, { index }: OpenClinic, value: string, choose: (moment: string) => void): TemplateResult {
    return html`<div class="field">
      <label for=${id}>${label}</label>
      <input
        id=${id}
        type="datetime-local"
        min=${momentOf(index.firstDay, 0)}
        max=${momentOf(index.firstDay + index.days, 0)}
        aria-describedby=${id === "now" ? "now-note" : nothing}
        .value=${value}
        @change=${(event: Event) => (event.target as HTMLInputElement).value && choose((event.target as HTMLInputElement).value.slice(0, 16))}
      />
    </div>`;
  }

  #patient({ index }: OpenClinic, id: string): string {
    return this.state.board.names ? nameOf(index, "patient", id) : id;
  }

  #told(open: OpenClinic, event: Incident): string {
    const name = (what: "clinician" | "room", id: string): string => nameOf(open.index, what, id);
    switch (event.kind) {
      case "sick":
        return w.told.sick(name("clinician", event.clinician), formatMoment(event.from), formatMoment(event.until));
      case "late":
        return w.told.late(name("clinician", event.clinician), event.minutes);
      case "room_closed":
        return w.told.room_closed(name("room", event.room), formatMoment(event.from), formatMoment(event.until));
      case "emergency":
        return w.told.emergency(this.#patient(open, event.patient), open.index.services.get(event.service)?.name ?? event.service, formatMoment(event.by));
      case "admission":
        return event.patient?.id ?? "";
    }
  }

  #besides(open: OpenClinic, { events }: IncidentState): TemplateResult | typeof nothing {
    if (events.length === 0) return nothing;
    return html`<ul class="facts" aria-label=${w.besides}>
      ${events.map((event, at) => {
        const told = this.#told(open, event);
        return html`<li>
          ${told} <button type="button" class="small quiet" aria-label=${w.remove(told)} @click=${() => emit(this, "rw-incident", { kind: "less", at })}>×</button>
        </li>`;
      })}
    </ul>`;
  }

  #deeds({ running, result }: IncidentState): TemplateResult {
    if (running) {
      const percent = running.steps > 0 ? (running.step / running.steps) * 100 : 0;
      return html`<div class="row">
        ${progressBar({ label: w.running, done: Math.round(percent), of: 100, percent })}
        <span>${w.progress(`${Math.floor(percent)} %`, running.found)}</span>
        <button type="button" class="small" @click=${() => emit(this, "rw-incident", { kind: "stop" })}>${w.stop}</button>
      </div>`;
    }
    const busy = engineTaken(this.state);
    return html`<div class="row">
        <button type="button" class=${result ? nothing : "primary"} aria-disabled=${busy} @click=${() => !busy && emit(this, "rw-incident", { kind: "run" })}>
          ${result ? w.again : w.run}
        </button>
        <button type="button" class="quiet" @click=${() => emit(this, "rw-incident", { kind: "more" })}>${w.more}</button>
        <button type="button" class="quiet" @click=${() => emit(this, "rw-incident", { kind: "close" })}>${w.close}</button>
      </div>
      ${busy ? html`<p class="muted">${w.busy}</p>` : nothing}`;
  }

  #result(open: OpenClinic, incident: IncidentState): TemplateResult | typeof nothing {
    const { result, running } = incident;
    if (!result || running) return nothing;
    const current = answers(result, incident, this.state.history.value.plan, open.index);
    const { reply } = result;
    return html`${current ? nothing : html`<p class="warn" role="note">${w.stale}</p>`}
      ${result.stopped ? html`<p class="warn">${w.stopped}</p>` : nothing}
      ${reply.stuck.length > 0 ? html`<p class="warn">${w.stuck(reply.stuck.length)}</p>` : nothing}
      ${reply.faults_before > 0 ? html`<p class="note">${w.faults(reply.faults_before)}</p>` : nothing}
      ${reply.proposals.length === 0
        ? html`<p class="finding">${w.nothing}</p>
            ${current ? html`<div><button type="button" @click=${() => emit(this, "rw-incident", { kind: "accept", proposal: 0 })}>${w.note}</button></div>` : nothing}`
        : html`<p class="finding">${w.affected(reply.affected.length)}</p>
            ${reply.proposals.map((proposal, at) => this.#way(open, proposal, at, current))}`}`;
  }

  #way(open: OpenClinic, proposal: RepairProposal, at: number, current: boolean): TemplateResult {
    const { index } = open;
    const { names } = this.state.board;
    const sessions = new Map(proposal.plan.sessions.map((each) => [each.session, each]));
    const title = (key: string): string => {
      const session = sessions.get(key);
      return session ? titleOf(index, session) : key;
    };
    return html`<article class="way" aria-labelledby=${`way-${at}`}>
      <h3 id=${`way-${at}`}>${w.way(at + 1)}</h3>
      <p>${summaryOf(proposal, index.clinic.settings.currency)}</p>
      ${current
        ? html`<div>
            <button type="button" class=${at === 0 ? "primary" : nothing} @click=${() => emit(this, "rw-incident", { kind: "accept", proposal: at })}>
              ${w.use(at + 1)}
            </button>
          </div>`
        : nothing}
      ${proposal.cancelled.length > 0
        ? html`<details open>
            <summary>${w.gone} (${proposal.cancelled.length})</summary>
            <ul class="facts">
              ${proposal.cancelled.map(
                (lost) => html`<li>
                  ${wantedOf(index, lost.session, lost.seats, sessions.get(lost.session), names)}${lost.mandated ? html` <b class="bad">${words.changes.mandated}</b>` : nothing}
                  <small>${asSentence(withNames(index, lost.reason, { sessions, names, self: lost.session }))}</small>
                </li>`,
              )}
            </ul>
          </details>`
        : nothing}
      ${proposal.moves.length > 0
        ? html`<details ?open=${at === 0}>
            <summary>${w.moves} (${proposal.moves.length})</summary>
            <ul class="facts">
              ${proposal.moves.map(
                (move) => html`<li>
                  ${title(move.session)}${move.to ? html`: ${placeLine(index, move.to)}` : nothing}
                  ${move.from ? html`<small>${w.was} ${placeLine(index, move.from)}</small>` : nothing}
                </li>`,
              )}
            </ul>
          </details>`
        : nothing}
      ${proposal.told.length > 0
        ? html`<details>
            <summary>${w.tell(proposal.told.length)}</summary>
            <ul class="facts">
              ${proposal.told.map((each) => html`<li>${this.#who(open, each.kind, each.id)}: ${w.sessionsOf(each.sessions.length)}</li>`)}
            </ul>
          </details>`
        : nothing}
    </article>`;
  }

  #who(open: OpenClinic, kind: string, id: string): string {
    if (kind === "clinician") return `${w.tellKinds.clinician} ${nameOf(open.index, "clinician", id)}`;
    if (kind === "patient") return `${w.tellKinds.patient} ${this.#patient(open, id)}`;
    return `${w.tellKinds.contact} ${id}`;
  }
}

/** What a way comes to, in one sentence. */
function summaryOf(proposal: RepairProposal, currency: string): string {
  const cents = proposal.extra_cents;
  const parts = [
    w.moved(proposal.moved),
    proposal.rooms_changed > 0 ? w.rooms(proposal.rooms_changed) : "",
    w.lost(proposal.cancelled.length),
    proposal.mandated_lost > 0 ? w.mandated(proposal.mandated_lost) : "",
    proposal.late_min > 0 ? w.late(proposal.late_min) : "",
    Math.abs(cents) < NO_CENTS ? "" : (cents > 0 ? w.costs : w.saves)(formatMoney(Math.abs(cents), currency)),
  ];
  return capital(`${parts.filter(Boolean).join(", ")}.`);
}

define("rw-incident", RwIncident);
