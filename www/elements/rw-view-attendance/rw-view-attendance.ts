/**
 * The Attendance view: how many are expected, who may need help to come, how good that is, and whether it is as good for
 * every group.
 *
 * Properties: `state`. Events: `rw-attendance`, `rw-navigate`, `rw-select`.
 */
import { html, nothing, type TemplateResult } from "lit";
import type { AttendanceEvaluation, AttendanceReply, GroupReport, OutcomeReport } from "../../engine/types.ts";
import { formatCount, formatDay, formatDuration, formatFixed, formatMoment, formatNumber, formatShare, grouped, locale } from "../../format.ts";
import { helpLines, type HelpLine, rangeOf } from "../../state/attendance.ts";
import { asSentence, capital, nameOf, plainName, quoted } from "../../state/describe.ts";
import type { OpenClinic, State } from "../../state/store.ts";
import { reportSheet } from "../../styles/report.ts";
import { langOf, spoken } from "../../words/engine.ts";
import { wordFor, words } from "../../words/index.ts";
import { define, RwElement } from "../element.ts";
import { emit } from "../events.ts";
import type { IntervalRow } from "../rw-interval/rw-interval.ts";
import { segmented } from "../segmented.ts";
import { styles } from "./rw-view-attendance.styles.ts";
import "../rw-calibration/rw-calibration.ts";
import "../rw-interval/rw-interval.ts";

const w = words.attendance;
/** Visits listed at first. */
const FIRST = 10;

export class RwViewAttendance extends RwElement {
  static override properties = {
    state: { attribute: false },
    outcome: { state: true },
    factor: { state: true },
    by: { state: true },
    shown: { state: true },
  };
  static override sheet = [reportSheet, styles];
  declare state: State;
  declare outcome: OutcomeReport["outcome"] | undefined;
  declare factor: string | undefined;
  declare by: string | undefined;
  declare shown: number | undefined;

  override render(): TemplateResult {
    const { state } = this;
    const { open } = state;
    if (!open) {
      return html`<div class="stack"><h1 tabindex="-1">${w.title}</h1><p class="muted">${state.busy ?? words.data.nothing}</p></div>`;
    }
    const { report, plan, running } = state.attendance;
    const current = plan === state.history.value.plan;
    return html`<div class="stack">
      <h1 tabindex="-1">${w.title}</h1>
      <p class="muted">${w.intro}</p>
      ${report && current ? this.#report(state, open, report) : this.#waiting(open, running)}
    </div>`;
  }

  #waiting(open: OpenClinic, running: boolean): TemplateResult {
    if (running) return html`<p class="muted" aria-busy="true">${w.learning(formatCount(open.index.clinic.appointments.length))}</p>`;
    return html`<div><button type="button" class="primary" @click=${() => emit(this, "rw-attendance", { kind: "load" })}>${w.retry}</button></div>`;
  }

  #report(state: State, open: OpenClinic, report: AttendanceReply): TemplateResult {
    if (report.history.visits === 0) {
      return html`<div class="card stack tight">
        <p>${w.empty}</p>
        <div><button type="button" @click=${() => emit(this, "rw-navigate", { view: "data" })}>${w.addData}</button></div>
      </div>`;
    }
    return html`${report.expected.seats > 0
        ? html`${this.#expected(report)} ${this.#days(report)} ${this.#help(state, open, report)}`
        : html`<p class="card">${w.noPlan}</p>`}
      <section class="card never stack tight">
        <h2>${w.overbooking}</h2>
        <p class="note">${w.overbookingNote}</p>
      </section>
      ${this.#quality(report)} ${this.#groups(report)} ${this.#limits(report)}`;
  }

  #expected({ expected }: AttendanceReply): TemplateResult {
    const [low, high] = rangeOf(expected.attend, expected.attend_sd, expected.seats);
    const tiles = [
      [w.tiles.completion, share(expected.completion)],
      [w.tiles.attendance, share(expected.attendance)],
      [w.tiles.no_show_rate, share(expected.no_show_rate)],
      [[w.tiles.held, w.hoursOf(wholeHours(expected.planned_minutes))], wholeHours(expected.held_minutes)],
    ] as const;
    return html`<section class="stack tight">
      <p class="finding">${w.finding(formatCount(expected.attend), formatCount(expected.seats), formatCount(low), formatCount(high))}</p>
      <p class="note">${w.findingNote}</p>
      <div class="tiles">
        ${tiles.map(([[name, note], value]) => html`<div class="card tile"><span>${name}</span><b class="value">${value}</b><span>${note}</span></div>`)}
      </div>
    </section>`;
  }

  #days({ days }: AttendanceReply): TemplateResult {
    const rows = days.map(({ date, expected }): IntervalRow => {
      const [low, high] = rangeOf(expected.attend, expected.attend_sd, expected.seats);
      return {
        name: formatDay(date, "medium"), value: expected.attend, low, high, mark: expected.seats,
        text: w.dayText(formatCount(expected.attend), formatCount(expected.seats)),
      };
    });
    const weakest = [...days].sort((a, b) => (a.expected.completion ?? 1) - (b.expected.completion ?? 1))[0];
    return html`<section class="card stack tight" aria-labelledby="days">
      <h2 id="days">${w.days}</h2>
      <rw-interval
        .values=${rows}
        .label=${w.days}
        .caption=${weakest ? w.dayCaption(formatDay(weakest.date, "long"), share(weakest.expected.completion)) : ""}
        .format=${formatCount}
        .unit=${w.dayUnit}
        .reference=${{ value: 0, name: "" }}
      ></rw-interval>
    </section>`;
  }

  #help(state: State, open: OpenClinic, report: AttendanceReply): TemplateResult {
    const lines = helpLines(report);
    const shown = this.shown ?? FIRST;
    return html`<section class="card stack tight" aria-labelledby="help">
      <div class="row spread">
        <h2 id="help">${w.helpTitle}</h2>
        <label class="check">
          <input type="checkbox" .checked=${state.board.names} @change=${(event: Event) => emit(this, "rw-board", { names: (event.target as HTMLInputElement).checked })} />
          ${words.schedule.names}
        </label>
      </div>
      <p class="note">${w.helpNote(share(report.help_from), share(report.usual_missing))}</p>
      ${lines.length === 0 ? html`<p>${w.helpNone}</p>` : nothing}
      <ul class="plain visits">
        ${lines.slice(0, shown).map((line) => this.#visit(state, open, line))}
      </ul>
      ${lines.length > shown
        ? html`<div><button type="button" class="small" @click=${() => (this.shown = shown + 3 * FIRST)}>${w.more(Math.min(3 * FIRST, lines.length - shown))}</button></div>`
        : nothing}
    </section>`;
  }

  #visit(state: State, open: OpenClinic, { session, seat, missing, help }: HelpLine): TemplateResult {
    const { index } = open;
    const what = [formatMoment(session.start), index.services.get(session.service)?.name ?? session.service, nameOf(index, "clinician", session.clinician)].join(", ");
    const who = state.board.names ? nameOf(index, "patient", seat.patient) : "";
    const noShow = seat.scores.find((score) => score.outcome === "no_show");
    return html`<li>
      <span class="what">
        <button type="button" class="link" aria-label=${w.open(what)} @click=${() => this.#open(session.session)}>${what}</button>
        <span class="chance">${w.missed(formatShare(missing))}</span>
      </span>
      <span class="note">${[who, noShow ? w.noShow(formatShare(noShow.probability), formatShare(noShow.low), formatShare(noShow.high)) : ""].filter(Boolean).join(" · ")}</span>
      <span class="helps">
        ${help.map(
          (each, at) => html`${at > 0 ? " · " : nothing}<b>${w.help[each.kind]}</b>${each.missing_then === undefined ? nothing : html` (${w.then(formatShare(each.missing_then))})`}`,
        )}
      </span>
    </li>`;
  }

  #open(session: string): void {
    emit(this, "rw-navigate", { view: "schedule" });
    emit(this, "rw-select", { session, focus: "panel" });
  }

  #quality(report: AttendanceReply): TemplateResult {
    const outcome = report.outcomes.find((each) => each.outcome === (this.outcome ?? "no_show")) ?? report.outcomes[0];
    return html`<section class="card stack" aria-labelledby="quality">
      <div class="row spread">
        <h2 id="quality">${w.quality}</h2>
        ${segmented({
          label: w.outcome,
          values: [...report.outcomes].reverse().map((each) => each.outcome),
          current: outcome?.outcome ?? "no_show",
          name: (each) => w.outcomes[each],
          choose: (each) => {
            this.outcome = each;
            this.factor = undefined;
          },
          small: true,
        })}
      </div>
      ${outcome
        ? html`<p>${asSentence(grouped(outcome.statement))} ${w.source(w.sources[outcome.source])}</p>
            ${outcome.evaluation ? this.#evaluation(outcome, outcome.evaluation) : html`<p class="note">${w.noEvaluation}</p>`}
            ${(outcome.effects ?? []).length > 0 ? this.#effects(report, outcome) : nothing}`
        : nothing}
    </section>`;
  }

  #evaluation(outcome: OutcomeReport, evaluation: AttendanceEvaluation): TemplateResult {
    const { model, baseline } = evaluation;
    const used = outcome.source === "model" ? model : baseline;
    const inside = used.calibration.filter((row) => row.low <= row.predicted && row.predicted <= row.high).length;
    const measures = ["auc", "brier", "log_loss", "calibration_error"] as const;
    const text = (value: number | undefined): string => (value === undefined ? words.scenarios.unknown : formatFixed(value, 3));
    return html`<div class="two">
      <div class="stack tight">
        <h3>${w.calibration}</h3>
        <rw-calibration
          .points=${used.calibration}
          .label="${w.calibration}, ${w.outcomes[outcome.outcome]}"
          .caption=${w.calibrationCaption(formatFixed(used.calibration_error * 100), inside, used.calibration.length)}
          .format=${(value: number) => formatShare(value, 0)}
        ></rw-calibration>
      </div>
      <div class="stack tight">
        <p class="note">${w.held(formatCount(evaluation.n), formatCount(evaluation.events))}</p>
        <div class="scroll" tabindex="0" role="region" aria-label=${words.charts.table(w.quality)}>
          <table>
            <thead>
              <tr>
                <td></td>
                <th scope="col" class="number">${w.qualityColumns[1]}</th>
                <th scope="col" class="number">${w.qualityColumns[2]}</th>
              </tr>
            </thead>
            <tbody>
              ${measures.map((id) => html`<tr>
                <th scope="row">${w.measures[id][0]}<small>${w.measures[id][1]}</small></th>
                <td class="number">${text(model[id])}</td>
                <td class="number">${text(baseline[id])}</td>
              </tr>`)}
            </tbody>
          </table>
        </div>
        <p class="note">${w.gain(formatFixed(evaluation.gain, 4), formatFixed(evaluation.gain_low, 4), formatFixed(evaluation.gain_high, 4))}</p>
        ${outcome.recalibration ? html`<p class="note">${w.recalibrated(formatCount(outcome.recalibration.n))}</p>` : nothing}
      </div>
    </div>`;
  }

  #effects(report: AttendanceReply, outcome: OutcomeReport): TemplateResult {
    const effects = outcome.effects ?? [];
    const factors = report.factors.filter((factor) => effects.filter((effect) => effect.factor === factor.id).length > 1);
    const factor = factors.find((each) => each.id === this.factor) ?? factors[0];
    if (!factor) return html``;
    const bands = effects.filter((effect) => effect.factor === factor.id);
    const sorted = [...bands].sort((a, b) => b.log_odds - a.log_odds);
    const rows = bands.map((effect): IntervalRow => ({
      name: this.#band(factor.id, effect.band), value: effect.log_odds, text: w.effectText(formatFixed(Math.exp(effect.log_odds), 2), formatCount(effect.n)),
    }));
    return html`<div class="stack tight">
      <h3>${w.effects}</h3>
      <div class="field">
        <label for="factor">${w.factor}</label>
        <select id="factor" @change=${(event: Event) => (this.factor = (event.target as HTMLSelectElement).value)}>
          ${factors.map((each) => html`<option value=${each.id} ?selected=${each === factor}>${capital(each.name)}</option>`)}
        </select>
      </div>
      <rw-interval
        bars
        .values=${rows}
        .label="${w.effects}: ${spoken(factor.name)}"
        .caption=${w.effectsCaption(this.#band(factor.id, sorted[0]?.band ?? ""), this.#band(factor.id, sorted.at(-1)?.band ?? ""))}
        .format=${(value: number) => formatNumber(value, 2)}
      ></rw-interval>
      <p class="note">${w.effectsNote}</p>
    </div>`;
  }

  /** Bands of services and sites are their ids. */
  #band(factor: string, band: string): string {
    const index = this.state.open?.index;
    const rows = factor === "service" ? index?.services : factor === "site" ? index?.sites : undefined;
    return rows?.get(band)?.name ?? spoken(band);
  }

  #groups(report: AttendanceReply): TemplateResult {
    const chosen = report.groups.find((each) => each.by === (this.by ?? report.groups[0]?.by));
    return html`<section class="card stack tight" aria-labelledby="groups">
      <h2 id="groups">${w.groups}</h2>
      ${chosen
        ? html`<div class="row">
              ${segmented({
                label: w.by,
                values: report.groups.map((each) => each.by),
                current: chosen.by,
                name: (each) => wordFor(w.groupings, each) ?? each,
                choose: (each) => (this.by = each),
                small: true,
              })}
            </div>
            ${this.#group(chosen)}`
        : html`<p>${w.noGroups}</p>`}
      <p class="note">${w.groupsNote}</p>
    </section>`;
  }

  #group(report: GroupReport): TemplateResult {
    const name = (group: string): string =>
      (report.by === "site" ? this.#band("site", group) : report.by === "language" ? languageOf(group) : plainName(group)) || w.unstated;
    const shown = report.cells.flatMap(({ group, figures }) => (figures ? [{ name: name(group), figures }] : []));
    const hidden = report.cells.filter((cell) => cell.hidden).length;
    const rows = shown.map(({ name, figures }): IntervalRow => ({
      name, value: figures.ratio, low: figures.ratio_low, high: figures.ratio_high,
      text: w.groupText(formatFixed(figures.ratio, 2), w.people(figures.people)),
    }));
    return html`${shown.length > 0
        ? html`<rw-interval
              .values=${rows}
              .label="${w.groups}, ${wordFor(w.groupings, report.by) ?? report.by}"
              .caption=${quoted(report.statement)}
              .format=${(value: number) => formatNumber(value, 2)}
              .reference=${{ value: 1, name: w.asPredicted }}
            ></rw-interval>
            <p class="note">${w.flagged}: ${shown.map((each) => w.flaggedOf(each.name, formatShare(each.figures.flagged))).join("; ")}.</p>`
        : html`<p>${w.noGroups}</p>`}
      ${hidden > 0 ? html`<p class="note">${w.hidden(hidden)}</p>` : nothing}`;
  }

  #limits({ history, limits }: AttendanceReply): TemplateResult {
    return html`<section class="card stack tight" aria-labelledby="limits">
      <h2 id="limits">${w.limits}</h2>
      <ul class="facts">
        ${limits.map((text) => html`<li lang=${langOf(text)}>${asSentence(text)}</li>`)}
      </ul>
      <h3>${w.history}</h3>
      <p class="note">
        ${w.learned(formatCount(history.visits), formatDay(history.from ?? history.to, "date"), formatDay(history.to, "date"))}
        ${w.leftOut(formatCount(history.cancelled_early), formatCount(history.unresolved), formatCount(history.unknown))}
      </p>
    </section>`;
  }
}

/** `es` as `Spanish`; what is no code of a language stays as it is. */
function languageOf(code: string): string {
  return /^[a-z]{2,3}(-[A-Za-z]+)?$/.test(code) ? (new Intl.DisplayNames(locale(), { type: "language" }).of(code) ?? code) : code;
}

function wholeHours(minutes: number): string {
  return formatDuration(Math.round(minutes / 60) * 60);
}

function share(value: number | undefined): string {
  return value === undefined ? words.kpis.notComputable : formatShare(value, 0);
}

define("rw-view-attendance", RwViewAttendance);
