/**
 * The Workload view: what the schedule asks of the team, in parts, week by week and ahead, with surveys beside it; clinicians
 * one by one only when that is switched on.
 *
 * Properties: `state`. Events: `rw-workload`.
 */
import { css, html, nothing, type TemplateResult } from "lit";
import type { ClinicianWorkload, PersonStrain, StrainPart, StrainTrend, StrainWeek, WorkloadReply } from "../../engine/types.ts";
import { formatCount, formatDay, formatFixed, formatNumber, formatShare, formatSigned } from "../../format.ts";
import { asSentence, capital, disciplineOf, nameOf } from "../../state/describe.ts";
import type { OpenClinic, State } from "../../state/store.ts";
import { byLoad, partsOf } from "../../state/workload.ts";
import { words } from "../../words/en-US.ts";
import { define, RwElement } from "../element.ts";
import { emit } from "../events.ts";
import type { IntervalRow } from "../rw-interval/rw-interval.ts";
import { segmented } from "../segmented.ts";
import "../rw-interval/rw-interval.ts";

const w = words.workload;
type Period = keyof typeof w.periods;
const PERIODS: readonly Period[] = ["recent", "ahead"];

export class RwViewWorkload extends RwElement {
  static override properties = { state: { attribute: false }, period: { state: true }, person: { state: true } };
  static override sheet = css`
    .finding {
      font-size: 1.125rem;
      font-weight: 600;
    }
    ul.facts {
      display: grid;
      gap: 0.25rem;
      padding-inline-start: 1.25rem;
      font-size: 0.9375rem;
    }
    tbody th {
      font-weight: 400;
      min-inline-size: 6rem;
    }
    th.number {
      white-space: normal;
      vertical-align: bottom;
    }
    tbody tr[aria-current] {
      background: var(--rw-tint);
    }
  `;
  declare state: State;
  declare period: Period | undefined;
  /** The clinician who is opened. */
  declare person: string | undefined;

  override render(): TemplateResult {
    const { state } = this;
    const { open, workload } = state;
    if (!open) {
      return html`<div class="stack"><h1 tabindex="-1">${w.title}</h1><p class="muted">${state.busy ?? words.data.nothing}</p></div>`;
    }
    const { report, running, plan } = workload;
    return html`<div class="stack">
      <h1 tabindex="-1">${w.title}</h1>
      <p class="muted">${w.intro}</p>
      ${report && plan === state.history.value.plan
        ? this.#report(state, open, report)
        : running
          ? html`<p class="muted" aria-busy="true">${w.looking}</p>`
          : html`<div><button type="button" class="primary" @click=${() => emit(this, "rw-workload", { kind: "load" })}>${w.retry}</button></div>`}
    </div>`;
  }

  #report(state: State, open: OpenClinic, report: WorkloadReply): TemplateResult {
    const { team } = report;
    if (team.recent.index === undefined && team.ahead.index === undefined) {
      return html`<div class="card stack tight">
        <p>${w.empty}</p>
        <div><button type="button" @click=${() => emit(this, "rw-navigate", { view: "data" })}>${w.addData}</button></div>
      </div>`;
    }
    const [recent, ahead] = [team.recent, team.ahead].map((strain) => [indexText(strain), bandText(strain)] as const);
    return html`<p class="finding">${w.finding(recent?.[0] ?? "", recent?.[1] ?? "", ahead?.[0] ?? "", ahead?.[1] ?? "")}</p>
      <p class="note">
        ${w.findingNote(formatNumber(report.raised_from), formatNumber(report.high_from))} ${w.period(formatDay(report.recent_from, "date"), formatDay(report.recent_to, "date"))}
      </p>
      ${this.#parts(report)} ${this.#bands(report)}
      <section class="card stack tight" aria-labelledby="weeks">
        <h2 id="weeks">${w.weeks}</h2>
        ${this.#weeks(team.weeks, team.trend, report)}
      </section>
      ${this.#disciplines(report)} ${this.#people(state, open, report)} ${this.#surveys(report)}
      <section class="card stack tight" aria-labelledby="limits">
        <h2 id="limits">${w.limits}</h2>
        <ul class="facts">
          ${report.limits.map((text) => html`<li>${asSentence(text)}</li>`)}
        </ul>
      </section>`;
  }

  #parts({ team }: WorkloadReply): TemplateResult {
    const period = this.period ?? "recent";
    return html`<section class="card stack tight" aria-labelledby="parts">
      <div class="row spread">
        <h2 id="parts">${w.parts(w.periods[period])}</h2>
        ${segmented({ label: words.kpis.period, values: PERIODS, current: period, name: (each) => w.periods[each], choose: (each) => (this.period = each), small: true })}
      </div>
      ${this.#strain(team[period], w.parts(w.periods[period]))}
    </section>`;
  }

  #strain(strain: PersonStrain, label: string): TemplateResult {
    const { made, missing } = partsOf(strain);
    const [first] = made;
    const rows = made.map((part): IntervalRow => ({
      name: capital(part.name), value: part.points, text: w.partText(formatFixed(part.points), amountText(part, part.amount ?? 0)),
    }));
    return html`${first
        ? html`<rw-interval
            bars
            .values=${rows}
            .label=${label}
            .caption=${w.partsCaption(first.name, w.pointsOf(formatFixed(first.points)), indexText(strain))}
            .format=${(value: number) => formatNumber(value)}
          ></rw-interval>`
        : html`<p>${w.partsNone}</p>`}
      ${missing.length > 0 ? html`<p class="note">${w.missing(missing.map((part) => part.name).join(", "))}</p>` : nothing}
      <details>
        <summary>${w.sources}</summary>
        <ul class="facts">
          ${strain.parts.map((part) => html`<li>${w.sourceLine(capital(part.name), amountText(part, part.none_at), amountText(part, part.full_at), formatNumber(part.weight), part.source)}</li>`)}
        </ul>
      </details>`;
  }

  #bands({ team }: WorkloadReply): TemplateResult {
    return html`<section class="card stack tight" aria-labelledby="bands">
      <h2 id="bands">${w.bandTable}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">${w.bandColumn}</th>
            ${PERIODS.map((period) => html`<th scope="col" class="number">${w.periods[period]}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${(["high", "raised", "usual"] as const).map((band) => html`<tr>
            <th scope="row">${w.bands[band]}</th>
            <td class="number">${formatCount(team.recent_bands[band])}</td>
            <td class="number">${formatCount(team.ahead_bands[band])}</td>
          </tr>`)}
        </tbody>
      </table>
    </section>`;
  }

  #weeks(weeks: readonly StrainWeek[], trend: StrainTrend | undefined, report: WorkloadReply): TemplateResult {
    const rows = weeks.flatMap(({ week, index, band }): IntervalRow[] =>
      index === undefined ? [] : [{ name: w.weekOf(formatDay(week, "plain")), value: index, text: w.cell(formatNumber(index, 0), band ? w.bands[band] : w.unknown) }],
    );
    const caption = trend
      ? w.trend(formatSigned(trend.points_per_week, (size) => formatFixed(size, 1)), trend.weeks, formatShare(trend.p_rising))
      : w.noTrend;
    return html`<rw-interval
      .values=${rows}
      .label=${w.weeks}
      .caption=${caption}
      .format=${(value: number) => formatNumber(value, 0)}
      .reference=${{ value: report.raised_from, name: w.raisedFrom }}
    ></rw-interval>`;
  }

  #disciplines({ disciplines }: WorkloadReply): TemplateResult | typeof nothing {
    if (disciplines.length === 0) return nothing;
    return html`<section class="card stack tight" aria-labelledby="disciplines">
      <h2 id="disciplines">${w.disciplines}</h2>
      <p class="note">${w.disciplinesNote}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">${w.columns.discipline}</th>
            <th scope="col" class="number">${w.columns.people}</th>
            <th scope="col">${w.columns.recent}</th>
            <th scope="col">${w.columns.ahead}</th>
          </tr>
        </thead>
        <tbody>
          ${disciplines.map((each) => html`<tr>
            <th scope="row">${capital(disciplineOf(each.discipline))}</th>
            <td class="number">${each.clinicians}</td>
            <td>${strainText(each.recent)}</td>
            <td>${strainText(each.ahead)}</td>
          </tr>`)}
        </tbody>
      </table>
    </section>`;
  }

  #people(state: State, open: OpenClinic, report: WorkloadReply): TemplateResult {
    const on = state.workload.people;
    const list = on ? byLoad(report) : [];
    const chosen = list.find((each) => each.clinician === this.person);
    return html`<section class="card stack tight" aria-labelledby="people">
      <h2 id="people">${w.people}</h2>
      <label class="check">
        <input type="checkbox" .checked=${on} @change=${(event: Event) => emit(this, "rw-workload", { kind: "people", on: (event.target as HTMLInputElement).checked })} />
        ${w.peopleShow}
      </label>
      <p class="note">${w.peopleNote}</p>
      ${on && list.length > 0
        ? html`<div class="scroll" tabindex="0" role="region" aria-label=${words.charts.table(w.people)}>
              <table>
                <thead>
                  <tr>
                    <th scope="col">${w.columns.clinician}</th>
                    <th scope="col">${w.columns.recent}</th>
                    <th scope="col">${w.columns.ahead}</th>
                    <th scope="col">${w.columns.warnings}</th>
                  </tr>
                </thead>
                <tbody>
                  ${list.map((each) => this.#row(open, each))}
                </tbody>
              </table>
            </div>
            <p class="note">${w.falseAlarms(formatNumber(report.false_alarms))}</p>
            ${chosen ? this.#person(open, chosen, report) : nothing}`
        : nothing}
    </section>`;
  }

  #row(open: OpenClinic, each: ClinicianWorkload): TemplateResult {
    const chosen = each.clinician === this.person;
    return html`<tr aria-current=${chosen ? "true" : nothing}>
      <th scope="row">
        <button type="button" class="link" aria-pressed=${chosen} @click=${() => (this.person = chosen ? undefined : each.clinician)}>${nameOf(open.index, "clinician", each.clinician)}</button>
      </th>
      <td>${each.recent ? strainText(each.recent) : ""}</td>
      <td>${each.ahead ? strainText(each.ahead) : ""}</td>
      <td class="warn">${each.warnings.map((warning) => w.warnings[warning]).join("; ")}</td>
    </tr>`;
  }

  #person(open: OpenClinic, each: ClinicianWorkload, report: WorkloadReply): TemplateResult {
    const name = nameOf(open.index, "clinician", each.clinician);
    const strain = each[this.period ?? "recent"] ?? each.ahead ?? each.recent;
    return html`<section class="stack tight" aria-label=${name}>
      <h3>${name}</h3>
      ${strain ? this.#strain(strain, name) : nothing} ${this.#weeks(each.weeks, each.trend, report)}
    </section>`;
  }

  #surveys({ surveys }: WorkloadReply): TemplateResult {
    return html`<section class="card stack tight" aria-labelledby="surveys">
      <h2 id="surveys">${w.surveys}</h2>
      ${surveys.length === 0
        ? html`<p>${w.surveysNone}</p>`
        : html`<p class="note">${w.surveysNote}</p>
            <div class="scroll" tabindex="0" role="region" aria-label=${words.charts.table(w.surveys)}>
              <table>
                <thead>
                  <tr>
                    <th scope="col">${w.surveyColumns.instrument}</th>
                    <th scope="col">${w.surveyColumns.month}</th>
                    <th scope="col" class="number">${w.surveyColumns.answers}</th>
                    <th scope="col" class="number">${w.surveyColumns.mean}</th>
                    <th scope="col" class="number">${w.surveyColumns.above}</th>
                  </tr>
                </thead>
                <tbody>
                  ${surveys.map((each) => html`<tr>
                    <th scope="row">${each.instrument.replaceAll("_", " ")}</th>
                    <td>${each.month.slice(0, 7)}</td>
                    <td class="number">${each.answers === undefined ? w.hidden : formatCount(each.answers)}</td>
                    <td class="number">${each.mean === undefined ? "" : formatFixed(each.mean, 1)}</td>
                    <td class="number">${each.at_or_above === undefined || each.cut_off === undefined ? "" : w.above(formatShare(each.at_or_above, 0), formatNumber(each.cut_off))}</td>
                  </tr>`)}
                </tbody>
              </table>
            </div>`}
    </section>`;
  }
}

function indexText(strain: PersonStrain): string {
  return strain.index === undefined ? w.unknown : formatNumber(strain.index, 0);
}

function bandText(strain: PersonStrain): string {
  return strain.band ? w.bands[strain.band] : w.unknown;
}

function strainText(strain: PersonStrain): string {
  return w.cell(indexText(strain), bandText(strain));
}

/** An amount in the part's unit. */
function amountText(part: StrainPart, amount: number): string {
  if (part.unit === "share" || part.unit === "share_year") return formatShare(amount, 0);
  const unit = part.unit === "hours" ? " h" : part.unit === "days" ? " d" : part.unit === "minutes" ? " min" : "";
  return `${formatNumber(amount)}${unit}`;
}

define("rw-view-workload", RwViewWorkload);
