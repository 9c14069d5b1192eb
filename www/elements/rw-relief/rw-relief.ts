/**
 * Relief for one clinician: a cap on the working time for some weeks, the run with it, who absorbs what, what it costs,
 * and whether to accept it.
 *
 * Properties: `state`, whose `relief.asked` says who. Events: `rw-relief`.
 */
import { css, html, nothing, type TemplateResult } from "lit";
import type { Absorbed, RelieveReply } from "../../engine/types.ts";
import { formatDay, formatDuration, formatMoney, formatNumber, formatSigned } from "../../format.ts";
import { asSentence, capital, nameOf, titleOf, withNames } from "../../state/describe.ts";
import { absorbed, isCurrent, RELIEF_PERCENTS, RELIEF_WEEKS, type ReliefQuestion, type ReliefResult, weekMinutes } from "../../state/relief.ts";
import { engineTaken, type OpenClinic, type State } from "../../state/store.ts";
import { reportSheet } from "../../styles/report.ts";
import { words } from "../../words/index.ts";
import { define, RwElement } from "../element.ts";
import { emit } from "../events.ts";
import { progressBar, progressSheet } from "../progress.ts";
import { segmented } from "../segmented.ts";

const w = words.relief;
/** Cents below which a change of cost is none. Our choice: a dollar. */
const NO_CENTS = 100;

export class RwRelief extends RwElement {
  static override properties = { state: { attribute: false } };
  static override sheet = [
    progressSheet,
    reportSheet,
    css`
      tbody th {
        font-weight: 400;
      }
      .strain {
        min-inline-size: 8.5rem;
      }
      h4 {
        margin: 0;
        font-size: 0.9375rem;
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
    const { open, relief } = this.state;
    const { asked, running, result } = relief;
    if (!open || !asked) return nothing;
    const current = result && isCurrent(result, asked, this.state.history.value.plan, open.index);
    return html`<div class="stack tight">
      ${this.#question(open, asked)}
      ${running ? this.#progress(running) : nothing}
      ${result && !running ? html`${current ? nothing : html`<p class="warn" role="note">${w.stale}</p>`} ${this.#result(open, result, current === true)}` : nothing}
    </div>`;
  }

  #question(open: OpenClinic, asked: ReliefQuestion): TemplateResult {
    const { state } = this;
    const contract = open.index.clinicians.get(asked.clinician)?.contract_week_min ?? 0;
    const busy = engineTaken(state);
    const ask = (question: ReliefQuestion): void => emit(this, "rw-relief", { kind: "ask", question });
    return html`<p class="note">${w.intro}</p>
      <div class="row asked no-print">
        <div class="field">
          <label for="percent">${w.leave}</label>
          <select id="percent" @change=${(event: Event) => ask({ ...asked, percent: Number((event.target as HTMLSelectElement).value) })}>
            ${RELIEF_PERCENTS.map((percent) => html`<option value=${percent} ?selected=${percent === asked.percent}>${w.percents(percent, formatDuration(weekMinutes(contract, percent)))}</option>`)}
          </select>
        </div>
        <div class="field">
          <span class="label">${w.weeks}</span>
          ${segmented({ label: w.weeks, values: RELIEF_WEEKS, current: asked.weeks as (typeof RELIEF_WEEKS)[number], name: w.weeksOf, choose: (weeks) => ask({ ...asked, weeks }) })}
        </div>
        <label class="check">
          <input type="checkbox" .checked=${asked.others} @change=${(event: Event) => ask({ ...asked, others: (event.target as HTMLInputElement).checked })} />
          ${w.others}
        </label>
        <button type="button" aria-disabled=${busy} @click=${() => !busy && emit(this, "rw-relief", { kind: "run", question: asked })}>
          ${state.relief.result ? w.again : w.run}
        </button>
      </div>
      ${busy && !state.relief.running ? html`<p class="muted">${w.taken}</p>` : nothing}`;
  }

  #progress({ step, steps }: { readonly step: number; readonly steps: number }): TemplateResult {
    const percent = steps > 0 ? (step / steps) * 100 : 0;
    return html`<div class="row">
      ${progressBar({ label: w.running, done: Math.round(percent), of: 100, percent })}
      <span>${w.progress(`${Math.floor(percent)} %`)}</span>
      <button type="button" class="small" @click=${() => emit(this, "rw-relief", { kind: "stop" })}>${w.stop}</button>
    </div>`;
  }

  #result(open: OpenClinic, { question, reply, stopped }: ReliefResult, current: boolean): TemplateResult {
    const currency = open.index.clinic.settings.currency;
    const { cap } = reply;
    return html`${stopped ? html`<p class="warn">${w.stopped}</p>` : nothing}
      <p class="finding">${findingOf(open, reply)}</p>
      <p>
        ${takersOf(reply)} ${reply.dropped.length > 0 ? w.dropped(reply.dropped.length) : w.noneDropped} ${costOf(reply, currency)}
        ${reply.dropped.length > 0 ? html`<span class="note">${w.costNote}</span>` : nothing}
      </p>
      ${question.others ? nothing : html`<p class="note">${w.own(reply.faulty_before)}</p>`}
      ${current
        ? html`<div class="row no-print">
            <button type="button" class="primary" @click=${() => emit(this, "rw-relief", { kind: "accept" })}>${w.accept}</button>
            <button type="button" @click=${() => emit(this, "rw-relief", { kind: "discard" })}>${w.discard}</button>
          </div>`
        : nothing}
      ${this.#people(open, reply)} ${this.#dropped(open, reply)}
      <p class="note">
        ${w.cap(formatDuration(cap.week_min), formatDay(cap.from, "date"), formatDay(cap.until, "date"), reply.days_planned)}
      </p>
      ${this.#costs(reply, currency)}`;
  }

  #people(open: OpenClinic, reply: RelieveReply): TemplateResult {
    return html`
      <div class="scroll" tabindex="0" role="region" aria-label=${words.charts.table(w.who)}>
        <table>
          <caption>
            ${w.who}
          </caption>
          <thead>
            <tr>
              <th scope="col">${w.columns.clinician}</th>
              <th scope="col" class="number">${w.columns.hours}</th>
              <th scope="col" class="number">${w.columns.change}</th>
              <th scope="col" class="number">${w.columns.sessions}</th>
              <th scope="col">${w.columns.strain}</th>
            </tr>
          </thead>
          <tbody>
            ${reply.people.map((row) => this.#person(open, row, row.clinician === reply.cap.clinician))}
          </tbody>
        </table>
      </div>`;
  }

  #person(open: OpenClinic, row: Absorbed, relieved: boolean): TemplateResult {
    return html`<tr>
      <th scope="row">${nameOf(open.index, "clinician", row.clinician)}${relieved ? html`<small>${w.relieved}</small>` : nothing}</th>
      <td class="number">${w.fromTo(formatDuration(row.before_min), formatDuration(row.after_min))}</td>
      <td class="number">${formatSigned(row.after_min - row.before_min, formatDuration)}</td>
      <td class="number">${w.sessions(row.gained.length, row.lost.length)}</td>
      <td class="strain">${w.fromTo(strain(row.index_before, row.band_before), strain(row.index_after, row.band_after))}</td>
    </tr>`;
  }

  #dropped(open: OpenClinic, reply: RelieveReply): TemplateResult | typeof nothing {
    if (reply.dropped.length === 0) return nothing;
    const sessions = new Map(reply.plan.sessions.map((each) => [each.session, each]));
    return html`<h4>${w.lost}</h4>
      <ul class="facts">
        ${reply.dropped.map((each) => {
          const session = sessions.get(each.session);
          return html`<li>
            ${each.mandated ? html`<span class="bad">${w.mandated}</span>` : nothing}
            <b>${session ? titleOf(open.index, session) : each.session}</b>: ${asSentence(withNames(open.index, each.reason, { sessions, names: this.state.board.names, self: each.session }))}
          </li>`;
        })}
      </ul>`;
  }

  #costs(reply: RelieveReply, currency: string): TemplateResult | typeof nothing {
    if (reply.costs.length === 0) return nothing;
    return html`<details>
      <summary>${w.costTable}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">${w.costColumns.part}</th>
            <th scope="col" class="number">${w.costColumns.cost}</th>
          </tr>
        </thead>
        <tbody>
          ${reply.costs.map((line) => html`<tr>
            <th scope="row">${capital(words.terms[line.term])}</th>
            <td class="number">${formatSigned(line.cents, (cents) => formatMoney(cents, currency))}</td>
          </tr>`)}
        </tbody>
      </table>
    </details>`;
  }
}

function strain(index: number | undefined, band: Absorbed["band_before"]): string {
  return index === undefined ? words.workload.unknown : words.workload.cell(formatNumber(index, 0), band ? words.workload.bands[band] : words.workload.unknown);
}

function findingOf(open: OpenClinic, reply: RelieveReply): string {
  const name = nameOf(open.index, "clinician", reply.cap.clinician);
  const own = reply.people.find((row) => row.clinician === reply.cap.clinician);
  if (!own || own.after_min === own.before_min) return w.unchanged(name, formatDuration(own?.after_min ?? 0));
  return w.finding(name, formatDuration(own.after_min), formatDuration(own.before_min));
}

function takersOf(reply: RelieveReply): string {
  const { sessions, people } = absorbed(reply);
  return `${people > 0 ? w.takers(sessions, people) : w.noTakers} ${w.moved(reply.changes.length)}`;
}

function costOf(reply: RelieveReply, currency: string): string {
  const { extra_cents: cents } = reply;
  if (Math.abs(cents) < NO_CENTS) return w.noCosts;
  return (cents > 0 ? w.costs : w.saves)(formatMoney(Math.abs(cents), currency));
}

define("rw-relief", RwRelief);
