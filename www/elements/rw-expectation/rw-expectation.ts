/**
 * Who is expected to come to one session: how many, what could help, and what each chance is made of.
 *
 * Properties: `expectation`, `report` (for the names of factors), `index`, `names` (whether patients are named), `explained`
 * (whether contributions are there), `running`.
 * Events: `rw-attendance` when it is to be explained.
 */
import { css, html, nothing, type TemplateResult } from "lit";
import type { AttendanceReply, AttendanceScore, SeatExpectation, SessionExpectation } from "../../engine/types.ts";
import { formatFixed, formatNumber, formatShare, formatSigned } from "../../format.ts";
import { contributionsOf, logOdds, missingOf, restOf } from "../../state/attendance.ts";
import type { ClinicIndex } from "../../state/clinic.ts";
import { capital, nameOf } from "../../state/describe.ts";
import { words } from "../../words/index.ts";
import { define, RwElement } from "../element.ts";
import { emit } from "../events.ts";

const w = words.attendance;

export class RwExpectation extends RwElement {
  static override properties = {
    expectation: { attribute: false },
    report: { attribute: false },
    index: { attribute: false },
    names: { type: Boolean },
    explained: { type: Boolean },
    running: { type: Boolean },
  };
  static override sheet = css`
    .finding {
      font-weight: 600;
    }
    ul.help {
      display: grid;
      gap: 0.25rem;
      padding-inline-start: 1.125rem;
      font-size: 0.875rem;
    }
    h4,
    .score {
      margin: 0;
      padding-block-start: 0.5rem;
      font-size: 0.875rem;
      font-weight: 600;
    }
    .score {
      font-size: 0.8125rem;
    }
    table {
      font-size: 0.8125rem;
    }
    tbody th {
      font-weight: 400;
    }
    tr.sum th,
    tr.sum td {
      font-weight: 600;
    }
  `;
  declare expectation: SessionExpectation;
  declare report: AttendanceReply;
  declare index: ClinicIndex;
  declare names: boolean;
  declare explained: boolean;
  declare running: boolean;

  override render(): TemplateResult | typeof nothing {
    const { expectation } = this;
    if (!expectation) return nothing;
    const only = expectation.patients.length === 1 ? expectation.patients[0] : undefined;
    return html`<section class="stack tight" aria-label=${w.expected}>
      <h3>${w.expected}</h3>
      <p class="finding">
        ${only ? w.one(formatShare(only.attends)) : w.several(formatNumber(expectation.attend), expectation.seats)}
      </p>
      <p class="note">
        ${only
          ? w.of100(hundred(only.no_show), hundred(only.late_cancel), hundred(only.provider_cancel))
          : w.atLeastOne(formatShare(expectation.held))}
      </p>
      ${expectation.patients.map((seat, at) => this.#help(seat, at, only !== undefined))}
      <details @toggle=${this.#toggled}>
        <summary>${w.made}</summary>
        ${this.explained
          ? html`<p class="note">${w.chain}</p>
              ${expectation.patients.map((seat, at) => this.#made(seat, at, only !== undefined))}`
          : html`<p class="note">${this.running ? w.looking : nothing}</p>`}
      </details>
    </section>`;
  }

  #toggled(event: Event): void {
    const { open } = event.target as HTMLDetailsElement;
    if (open && !this.explained && !this.running) emit(this, "rw-attendance", { kind: "explain", session: this.expectation.session });
  }

  /** A patient of several: by name if names are switched on, else by number. */
  #who(seat: SeatExpectation, at: number): string {
    return this.names ? nameOf(this.index, "patient", seat.patient) : w.patient(at + 1);
  }

  #help(seat: SeatExpectation, at: number, only: boolean): TemplateResult | typeof nothing {
    const help = seat.help ?? [];
    if (help.length === 0) return nothing;
    return html`${only ? nothing : html`<h4>${this.#who(seat, at)}: ${w.missed(formatShare(missingOf(seat)))}</h4>`}
      <ul class="help">
        ${help.map(
          (each) => html`<li>
            <b>${w.help[each.kind]}</b>: ${each.reason}${each.missing_then === undefined ? nothing : html`; ${w.then(formatShare(each.missing_then))}`}.
          </li>`,
        )}
      </ul>`;
  }

  #made(seat: SeatExpectation, at: number, only: boolean): TemplateResult {
    return html`${only ? nothing : html`<h4>${this.#who(seat, at)}</h4>`} ${seat.scores.map((score) => this.#score(score))}`;
  }

  #score(score: AttendanceScore): TemplateResult {
    const title = w.score(w.outcomes[score.outcome], formatShare(score.probability), formatShare(score.low), formatShare(score.high));
    const told = contributionsOf(score);
    if (told.length === 0) {
      return html`<p class="score">${title}</p>
        <p class="note">${w.rate(w.sources[score.source])}</p>`;
    }
    const signed = (value: number): string => formatSigned(value, (size) => formatFixed(size, 2));
    const line = (name: string, value: string, total = false): TemplateResult =>
      html`<tr class=${total ? "sum" : ""}><th scope="row">${name}</th><td class="number">${value}</td></tr>`;
    const rest = restOf(score);
    return html`<p class="score">${title}</p>
      <table>
        <tbody>
          ${line(w.base, signed(score.base_log_odds))}
          ${told.map((each) => line(`${this.#factor(each.factor)}: ${each.band}`, signed(each.log_odds)))}
          ${Math.abs(rest) >= 0.005 ? line(w.rest, signed(rest)) : nothing}
          ${line(w.sum, signed(logOdds(score.probability)), true)}
        </tbody>
      </table>`;
  }

  #factor(id: string): string {
    return capital(this.report?.factors.find((factor) => factor.id === id)?.name ?? id);
  }
}

/** A chance as so many of a hundred. */
function hundred(chance: number): string {
  return formatNumber(chance * 100, 0);
}

define("rw-expectation", RwExpectation);
