/**
 * How much time to keep free for those who come without a plan, the chance that it is enough, and the one action that
 * makes every plan keep it free.
 *
 * Properties: `state`. Events: `rw-buffers`, `rw-solve`, `rw-navigate`.
 */
import { css, html, nothing, type TemplateResult } from "lit";
import type { BuffersReply } from "../../engine/types.ts";
import { formatDay, formatDuration, formatFixed, formatShare } from "../../format.ts";
import { asSentence, capital, disciplineOf } from "../../state/describe.ts";
import { BUFFER_LEVELS, type BuffersQuestion, FREED_SHARES, isKept, range } from "../../state/buffers.ts";
import { engineTaken, type OpenClinic, type State } from "../../state/store.ts";
import { reportSheet } from "../../styles/report.ts";
import { wordFor, words } from "../../words/index.ts";
import { define, RwElement } from "../element.ts";
import { emit } from "../events.ts";

const w = words.buffers;

export class RwBuffers extends RwElement {
  static override properties = { state: { attribute: false } };
  static override sheet = [
    reportSheet,
    css`
      tbody th {
        font-weight: 400;
        white-space: nowrap;
      }
      small {
        display: block;
        color: var(--rw-muted);
        font-size: 0.8125rem;
      }
      th.number {
        white-space: normal;
        vertical-align: bottom;
      }
      .deed {
        gap: 0.5rem 1rem;
      }
      .deed p {
        flex: 1 1 16rem;
      }
    `,
  ];
  declare state: State;

  override render(): TemplateResult | typeof nothing {
    const { open, buffers } = this.state;
    if (!open) return nothing;
    const { reply, running, asked } = buffers;
    return html`<section class="card stack tight" aria-labelledby="title" aria-busy=${running ? "true" : "false"}>
      <h2 id="title">${w.title}</h2>
      <p class="note">${w.intro}</p>
      ${this.#question(asked)}
      ${reply
        ? reply.refused === undefined
          ? this.#report(this.state, open, reply)
          : this.#refused(reply.refused)
        : running
          ? html`<p class="muted">${w.looking}</p>`
          : html`<div><button type="button" @click=${() => emit(this, "rw-buffers", { kind: "load" })}>${w.look}</button></div>`}
    </section>`;
  }

  #ask(question: BuffersQuestion): void {
    emit(this, "rw-buffers", { kind: "ask", question });
  }

  #question(asked: BuffersQuestion): TemplateResult {
    const chosen = (event: Event): number => Number((event.target as HTMLSelectElement).value);
    return html`<div class="row asked no-print">
      <div class="field">
        <label for="level">${w.level}</label>
        <select id="level" @change=${(event: Event) => this.#ask({ ...asked, level: chosen(event) })}>
          ${BUFFER_LEVELS.map((level) => html`<option value=${level} ?selected=${level === asked.level}>${w.levels(level)}</option>`)}
        </select>
      </div>
      <div class="field">
        <label for="freed">${w.freed}</label>
        <select id="freed" @change=${(event: Event) => this.#ask({ ...asked, freedShare: chosen(event) })}>
          ${FREED_SHARES.map((share) => html`<option value=${share} ?selected=${share === asked.freedShare}>${w.freedShares(share)}</option>`)}
        </select>
      </div>
      <label class="check">
        <input type="checkbox" .checked=${asked.walkIns} @change=${(event: Event) => this.#ask({ ...asked, walkIns: (event.target as HTMLInputElement).checked })} />
        ${w.walkIns}
      </label>
    </div>`;
  }

  #refused(text: string): TemplateResult {
    return html`<p>${asSentence(text)}</p>
      <div><button type="button" @click=${() => emit(this, "rw-navigate", { view: "data" })}>${w.addData}</button></div>`;
  }

  #report(state: State, open: OpenClinic, reply: BuffersReply): TemplateResult {
    const keep = range(reply.weekdays.map((day) => day.reserve_min));
    const { history, arrivals } = reply;
    const level = w.levels(state.buffers.of?.asked.level ?? state.buffers.asked.level);
    return html`${keep ? html`<p class="finding">${keep.high > 0 ? w.finding(span(keep), level) : w.findingNone(level)}</p>` : nothing}
      ${this.#deed(state, open, reply)}
      <p class="note">
        ${w.learned(history.emergencies, history.walk_ins, history.days, formatDay(history.from, "date"))}
        ${arrivals
          ? html`${w.each(formatDuration(arrivals.minutes_each))} ${arrivals.by_weekday ? w.apart : w.alike}
            ${arrivals.overdispersed ? w.clustered(formatFixed(arrivals.dispersion, 1)) : nothing}`
          : nothing}
      </p>
      ${this.#weekdays(reply, state.buffers.of?.asked ?? state.buffers.asked)} ${this.#plan(state, reply)}
      ${reply.look ? html`<p class="note">${w.held(formatShare(reply.look.held, 0), reply.look.days, formatShare(reply.look.stated, 0))}</p>` : nothing}
      ${this.#alone(reply)}
      <details>
        <summary>${w.limits}</summary>
        <ul class="facts">
          ${reply.limits.map((text) => html`<li>${asSentence(text.replaceAll("`", ""))}</li>`)}
        </ul>
      </details>`;
  }

  #deed(state: State, open: OpenClinic, reply: BuffersReply): TemplateResult {
    const busy = engineTaken(state) || state.buffers.running;
    if (isKept(open.index.clinic, reply)) {
      return html`<div class="row deed">
        <p class="good">${w.kept}</p>
        <button
          type="button"
          class="no-print"
          aria-disabled=${busy || state.engine !== "ready"}
          @click=${() => {
            if (busy) return;
            emit(this, "rw-navigate", { view: "schedule" });
            emit(this, "rw-solve", { start: "shown" });
          }}
        >
          ${w.optimize}
        </button>
      </div>`;
    }
    const now = range(reply.plan.map((day) => day.kept_min));
    return html`<div class="row deed">
      <button type="button" class="primary no-print" aria-disabled=${busy} @click=${() => !busy && emit(this, "rw-buffers", { kind: "accept" })}>${reply.weekdays.some((day) => day.reserve_min > 0) ? w.accept : w.acceptNone}</button>
      <p class="note">${now ? w.keptNow(span(now)) : nothing} ${w.acceptNote}</p>
    </div>`;
  }

  #weekdays(reply: BuffersReply, asked: BuffersQuestion): TemplateResult {
    const { columns } = w;
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${words.charts.table(w.byWeekday)}>
        <table>
          <thead>
            <tr>
              <th scope="col">${columns.weekday}</th>
              <th scope="col" class="number">${columns.keep}</th>
              <th scope="col" class="number">${columns.chance}</th>
              <th scope="col" class="number">${columns.arrivals}</th>
              <th scope="col" class="number">${columns.needed}</th>
              <th scope="col" class="number">${columns.freed}</th>
            </tr>
          </thead>
          <tbody>
            ${reply.weekdays.map((day) => html`<tr>
              <th scope="row">${w.weekdays[day.weekday] ?? day.weekday}</th>
              <td class="number"><b>${formatDuration(day.reserve_min)}</b></td>
              <td class="number">${formatShare(day.chance, 0)}</td>
              <td class="number">${formatFixed(day.arrivals, 1)}<small>${w.of(day.days)}</small></td>
              <td class="number">${formatDuration(day.alone_min)}<small>${w.onAverage(formatDuration(day.minutes))}</small></td>
              <td class="number">${formatDuration(day.freed_min)}</td>
            </tr>`)}
          </tbody>
        </table>
      </div>
      <p class="note">${w.tableNote(w.freedShares(asked.freedShare))}</p>`;
  }

  #plan(state: State, reply: BuffersReply): TemplateResult | typeof nothing {
    if (reply.plan.length === 0) return nothing;
    const level = state.buffers.of?.asked.level ?? state.buffers.asked.level;
    const enough = reply.plan.filter((day) => day.chance >= level).length;
    return html`<h3>${w.plan}</h3>
      <p>${w.planFinding(enough, reply.plan.length, formatShare(level, 0))}</p>
      <div class="scroll" tabindex="0" role="region" aria-label=${words.charts.table(w.plan)}>
        <table>
          <thead>
            <tr>
              <th scope="col">${w.planColumns.day}</th>
              <th scope="col" class="number">${w.planColumns.chance}</th>
              <th scope="col" class="number">${w.planColumns.free}</th>
              <th scope="col" class="number">${w.planColumns.kept}</th>
            </tr>
          </thead>
          <tbody>
            ${reply.plan.map((day) => html`<tr>
              <th scope="row">${formatDay(day.date)}</th>
              <td class="number ${day.chance >= level ? "good" : "bad"}">${(day.chance >= level ? w.enough : w.less)(chanceText(day.chance))}<small>${w.pieces(day.fits, chanceText(day.chance_in_pieces))}</small></td>
              <td class="number">${formatDuration(day.free_min)}<small>${w.booked(formatDuration(day.booked_min), formatDuration(day.capacity_min))}</small></td>
              <td class="number">${formatDuration(day.kept_min)}</td>
            </tr>`)}
          </tbody>
        </table>
      </div>
      <p class="note">${w.planNote}</p>`;
  }

  #alone(reply: BuffersReply): TemplateResult {
    return html`<details>
      <summary>${w.alone}</summary>
      <p class="note">${w.aloneNote}</p>
      <div class="scroll" tabindex="0" role="region" aria-label=${words.charts.table(w.alone)}>
        <table>
          <thead>
            <tr>
              <th scope="col">${w.aloneColumns.part}</th>
              <th scope="col" class="number">${w.aloneColumns.arrivals}</th>
              <th scope="col" class="number">${w.aloneColumns.needed}</th>
            </tr>
          </thead>
          <tbody>
            ${[...reply.kinds, ...reply.disciplines, ...reply.parts].map((part) => html`<tr>
              <th scope="row">${wordFor(w.parts, part.name) ?? capital(disciplineOf(part.name))}</th>
              <td class="number">${part.arrivals}</td>
              <td class="number">${formatDuration(part.alone_min)}</td>
            </tr>`)}
          </tbody>
        </table>
      </div>
    </details>`;
  }
}

const span = ({ low, high }: { readonly low: number; readonly high: number }): string =>
  low === high ? formatDuration(low) : w.from(formatDuration(low), formatDuration(high));

function chanceText(chance: number): string {
  return chance >= 0.995 ? w.almostAll : formatShare(chance, 0);
}

define("rw-buffers", RwBuffers);
