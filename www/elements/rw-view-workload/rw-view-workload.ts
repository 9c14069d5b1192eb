/**
 * The Workload view: what the schedule asks of the team, in parts, week by week and ahead, with surveys beside it; clinicians
 * one by one only when that is switched on.
 *
 * Properties: `state`. Events: `rw-workload`, `rw-relief`.
 */
import { css, html, nothing, type TemplateResult } from "lit";
import type { ClinicianWorkload, PersonStrain, StrainPart, StrainTrend, StrainWeek, WorkloadReply } from "../../engine/types.ts";
import { formatCount, formatDay, formatFixed, formatNumber, formatShare, formatSigned } from "../../format.ts";
import { asSentence, capital, disciplineOf, nameOf } from "../../state/describe.ts";
import { firstQuestion } from "../../state/relief.ts";
import { engineTaken, type OpenClinic, type State } from "../../state/store.ts";
import { byLoad, partsOf } from "../../state/workload.ts";
import { reportSheet } from "../../styles/report.ts";
import { langOf, spoken } from "../../words/engine.ts";
import { wordFor, words } from "../../words/index.ts";
import { define, RwElement } from "../element.ts";
import { emit } from "../events.ts";
import type { IntervalRow } from "../rw-interval/rw-interval.ts";
import { segmented } from "../segmented.ts";
import "../rw-interval/rw-interval.ts";
import "../rw-relief/rw-relief.ts";

const { workload: w, relief } = words;
type Period = keyof typeof w.periods;
const PERIODS: readonly Period[] = ["recent", "ahead"];
/** Chance below which a rise is called steady: that of the warnings. */
const STEADY = 0.05;

export class RwViewWorkload extends RwElement {
  static override properties = { state: { attribute: false }, period: { state: true }, person: { state: true } };
  static override sheet = [
    reportSheet,
    css`
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
      th small {
        display: block;
        font-size: 0.8125rem;
      }
      .person {
        border-inline-start: 4px solid var(--rw-accent);
        padding-inline-start: 0.75rem;
      }
    `,
  ];
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
          ${report.limits.map((text) => html`<li lang=${langOf(text)}>${asSentence(text)}</li>`)}
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
            .caption=${w.partsCaption(spoken(first.name), w.pointsOf(formatFixed(first.points)), indexText(strain))}
            .format=${(value: number) => formatNumber(value)}
          ></rw-interval>`
        : html`<p>${w.partsNone}</p>`}
      ${missing.length > 0 ? html`<p class="note">${w.missing(missing.map((part) => spoken(part.name)).join(", "))}</p>` : nothing}
      <details>
        <summary>${w.sources}</summary>
        <ul class="facts">
          ${strain.parts.map((part) => html`<li>${w.sourceLine(capital(part.name), amountText(part, part.none_at), amountText(part, part.full_at), formatNumber(part.weight), spoken(part.source))}</li>`)}
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
      ? (trend.p_rising < STEADY ? w.rises : w.noRise)(formatSigned(trend.points_per_week, (size) => formatFixed(size, 1)), trend.weeks, formatShare(trend.p_rising))
      : w.noTrend;
    return html`<rw-interval
      zero
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
      <div class="scroll" tabindex="0" role="region" aria-label=${words.charts.table(w.disciplines)}>
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
      </div>
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
      ${chosen ? this.#person(state, open, chosen, report) : nothing}
      ${on && list.length > 0
        ? html`<div class="scroll" tabindex="0" role="region" aria-label=${words.charts.table(w.people)}>
              <table>
                <thead>
                  <tr>
                    <th scope="col">${w.columns.clinician}</th>
                    <th scope="col">${w.columns.recent}</th>
                    <th scope="col">${w.columns.ahead}</th>
                    <th scope="col" class="number no-print">${w.columns.relief}</th>
                  </tr>
                </thead>
                <tbody>
                  ${list.map((each) => this.#row(state, open, each))}
                </tbody>
              </table>
            </div>
            <p class="note">${w.falseAlarms(formatNumber(report.false_alarms))}</p>`
        : nothing}
    </section>`;
  }

  #row(state: State, open: OpenClinic, each: ClinicianWorkload): TemplateResult {
    const chosen = each.clinician === this.person;
    const name = nameOf(open.index, "clinician", each.clinician);
    const busy = engineTaken(state) || state.engine !== "ready";
    return html`<tr aria-current=${chosen ? "true" : nothing}>
      <th scope="row">
        <button type="button" class="link" data-person=${each.clinician} aria-pressed=${chosen} @click=${() => this.#open(chosen ? undefined : each.clinician)}>${name}</button>
        ${each.warnings.map((warning) => html`<small class="warn">${w.warnings[warning]}</small>`)}
      </th>
      <td>${each.recent ? strainText(each.recent) : ""}</td>
      <td>${each.ahead ? strainText(each.ahead) : ""}</td>
      <td class="number no-print">
        <button type="button" class="small" aria-label=${relief.relieveWho(name)} aria-disabled=${busy} @click=${() => !busy && this.#relieve(each.clinician)}>${relief.relieve}</button>
      </td>
    </tr>`;
  }

  /** Opens somebody, or closes who is open, and puts the focus where the reader goes on. */
  #open(person: string | undefined): void {
    const last = this.person;
    this.person = person;
    void this.updateComplete.then(() => {
      const find = (selector: string): HTMLElement | null | undefined => this.renderRoot.querySelector<HTMLElement>(selector);
      (person === undefined ? find(`[data-person="${CSS.escape(last ?? "")}"]`) : find("#person"))?.focus();
    });
  }

  /** One click: the usual cap, at once. */
  #relieve(clinician: string): void {
    this.#open(clinician);
    emit(this, "rw-relief", { kind: "run", question: firstQuestion(clinician) });
  }

  #person(state: State, open: OpenClinic, each: ClinicianWorkload, report: WorkloadReply): TemplateResult {
    const name = nameOf(open.index, "clinician", each.clinician);
    const strain = each[this.period ?? "recent"] ?? each.ahead ?? each.recent;
    const relieved = state.relief.asked?.clinician === each.clinician;
    return html`<section class="person stack tight" aria-labelledby="person">
      <div class="row spread">
        <h3 id="person" tabindex="-1">${relieved ? relief.title(name) : name}</h3>
        <button type="button" class="small no-print" @click=${() => this.#open(undefined)}>${w.close}</button>
      </div>
      ${relieved
        ? html`<rw-relief .state=${state}></rw-relief>`
        : html`<div class="no-print"><button type="button" aria-disabled=${engineTaken(state)} @click=${() => !engineTaken(state) && this.#relieve(each.clinician)}>${relief.relieveWho(name)}</button></div>
            ${strain ? this.#strain(strain, name) : nothing} ${this.#weeks(each.weeks, each.trend, report)}`}
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
                    <th scope="row">${wordFor(w.instruments, each.instrument) ?? each.instrument.replaceAll("_", " ")}</th>
                    <td>${formatDay(each.month, "month")}</td>
                    <td class="number">${each.answers === undefined ? w.hidden : formatCount(each.answers)}</td>
                    <td class="number">${each.mean === undefined ? "" : formatFixed(each.mean, 1)}</td>
                    <td class="number">${each.at_or_above === undefined || each.cut_off === undefined ? w.noCut : w.above(formatShare(each.at_or_above, 0), formatNumber(each.cut_off))}</td>
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
