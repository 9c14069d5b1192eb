/**
 * The Forecast view: what comes, the hours it takes, whether they are there, what closes a gap, and how far to trust it.
 *
 * Properties: `state`. Events: `rw-forecast`.
 */
import { html, nothing, type TemplateResult } from "lit";
import type { ClinicAhead, DisciplineAhead, Measure, SeriesAhead } from "../../engine/types.ts";
import { dayNumber, formatCount, formatDay, formatFixed, formatMoney, formatNumber } from "../../format.ts";
import { asSentence, capital, disciplineOf } from "../../state/describe.ts";
import {
  byNeed, closingOf, courseOfHours, courseOfSeries, HORIZONS, isAnswered, isStaffed, LEVELS, perWeek, seriesOf, shortage, spelled, told,
  type ForecastNews, type Means,
} from "../../state/forecast.ts";
import { engineTaken, type OpenClinic, type State } from "../../state/store.ts";
import { reportSheet } from "../../styles/report.ts";
import { langOf, spoken } from "../../words/engine.ts";
import { wordFor, words } from "../../words/index.ts";
import { define, RwElement } from "../element.ts";
import { emit } from "../events.ts";
import { progressBar, progressSheet } from "../progress.ts";
import { segmented } from "../segmented.ts";
import { styles } from "./rw-view-forecast.styles.ts";
import "../rw-buffers/rw-buffers.ts";
import "../rw-course/rw-course.ts";

const w = words.forecast;
const MEASURES: readonly Measure[] = ["visits", "referrals"];
/** Weeks of the past that are told beside a forecast. */
const RECENT = 8;

const amount = (value: number): string => formatFixed(value, Math.abs(value) < 99.95 ? 1 : 0);
/** At an axis: as short as it is exact. */
const mark = (value: number): string => formatNumber(value, 1);
const hours = (value: number): string => `${amount(value)} h`;

export class RwViewForecast extends RwElement {
  static override properties = {
    state: { attribute: false },
    discipline: { state: true },
    series: { state: true },
    measure: { state: true },
  };
  static override sheet = [progressSheet, reportSheet, styles];
  declare state: State;
  declare discipline: string | undefined;
  /** Service and site of the series that is shown. */
  declare series: string | undefined;
  declare measure: Measure | undefined;

  override render(): TemplateResult {
    const { state } = this;
    const { open, forecast } = state;
    if (!open) {
      return html`<div class="stack"><h1 tabindex="-1">${w.title}</h1><p class="muted">${state.busy ?? words.data.nothing}</p></div>`;
    }
    const { report, running } = forecast;
    return html`<div class="stack">
      <h1 tabindex="-1">${w.title}</h1>
      <p class="muted">${w.intro}</p>
      ${this.#question(state)} ${running ? this.#progress(running) : nothing}
      ${report ? this.#report(state, open, report) : html`${running ? nothing : this.#unasked(state)} <rw-buffers .state=${state}></rw-buffers>`}
    </div>`;
  }

  #send(news: ForecastNews): void {
    emit(this, "rw-forecast", news);
  }

  #question(state: State): TemplateResult {
    const { asked } = state.forecast;
    return html`<div class="row asked no-print">
      <div class="field">
        <span class="label" id="ahead">${w.ahead}</span>
        ${segmented({
          label: w.ahead,
          values: HORIZONS,
          current: asked.weeks as (typeof HORIZONS)[number],
          name: (weeks) => w.weeks(weeks),
          choose: (weeks) => this.#send({ kind: "ask", question: { ...asked, weeks } }),
        })}
      </div>
      <div class="field">
        <label for="level">${w.level}</label>
        <select id="level" @change=${(event: Event) => this.#send({ kind: "ask", question: { ...asked, level: Number((event.target as HTMLSelectElement).value) } })}>
          ${LEVELS.map((level) => html`<option value=${level} ?selected=${level === asked.level}>${w.levels(level)}</option>`)}
        </select>
      </div>
    </div>`;
  }

  #progress(running: NonNullable<State["forecast"]["running"]>): TemplateResult {
    const { step, steps } = running;
    return html`<div class="row progress">
      ${progressBar({ label: w.running, done: step, of: steps, percent: steps > 0 ? (step / steps) * 100 : 0 })}
      <span>${w.progress(step, steps)}</span>
      <button type="button" class="small" @click=${() => this.#send({ kind: "stop" })}>${w.stop}</button>
    </div>`;
  }

  /** There is no report: because it was stopped, because the engine is taken, or not yet. */
  #unasked(state: State): TemplateResult {
    const taken = engineTaken(state);
    return html`<div class="row">
      <p class="muted">${taken ? w.waiting : state.forecast.stopped ? w.stopped : w.press}</p>
      <button type="button" class="primary" aria-disabled=${taken || state.engine !== "ready"} @click=${() => this.#send({ kind: "run" })}>${w.run}</button>
    </div>`;
  }

  #report(state: State, open: OpenClinic, report: ClinicAhead): TemplateResult {
    const staffed = byNeed(report.disciplines);
    if (report.series.length === 0 || staffed.length === 0) return html`${this.#nothing(w.none)} <rw-buffers .state=${state}></rw-buffers>`;
    const known = report.series.some((series) => series.ahead);
    const chosen = staffed.find((each) => each.discipline === this.discipline) ?? staffed[0];
    const stale = !isAnswered(state.forecast);
    return html`
      ${stale ? html`<div class="row stale" role="note"><p class="warn">${w.stale}</p>${state.forecast.running ? nothing : html`<button type="button" class="small" @click=${() => this.#send({ kind: "run" })}>${w.run}</button>`}</div>` : nothing}
      ${known ? nothing : this.#nothing(w.tooFew(longestOf(report)))}
      ${known ? this.#hours(report, staffed, chosen) : nothing}
      ${known && chosen ? this.#discipline(open, report, chosen) : nothing}
      ${this.#demand(open, report)}
      <rw-buffers .state=${state}></rw-buffers>
      ${this.#doubts(open, report)}
    `;
  }

  #nothing(text: string): TemplateResult {
    return html`<div class="card stack tight">
      <p>${text}</p>
      <div><button type="button" @click=${() => emit(this, "rw-navigate", { view: "data" })}>${w.addData}</button></div>
    </div>`;
  }

  #finding(report: ClinicAhead, staffed: readonly DisciplineAhead[]): string {
    const short = staffed.filter((each) => shortage(each).weeks > 0);
    const worst = short[0];
    if (!worst) return w.enough(staffed.length, report.weeks.length, w.levels(report.service_level));
    return w.short(short.length, staffed.length, disciplineOf(worst.discipline), hours(shortage(worst).most));
  }

  #hours(report: ClinicAhead, staffed: readonly DisciplineAhead[], chosen: DisciplineAhead | undefined): TemplateResult {
    const unstaffed = report.disciplines.filter((each) => !isStaffed(each));
    return html`<section class="card stack tight" aria-labelledby="hours">
      <h2 id="hours">${w.hoursTitle}</h2>
      <p class="finding">${this.#finding(report, staffed)}</p>
      <div class="scroll" tabindex="0" role="region" aria-label=${words.charts.table(w.hoursTitle)}>
        <table>
          <thead>
            <tr>
              <th scope="col">${w.columns.discipline}</th>
              <th scope="col" class="number">${w.columns.needed}</th>
              <th scope="col" class="number">${w.columns.there}</th>
              <th scope="col" class="number wide">${w.columns.fte}</th>
              <th scope="col" class="number wide">${w.columns.chance}</th>
              <th scope="col" class="wide">${w.columns.short}</th>
            </tr>
          </thead>
          <tbody>
            ${staffed.map((each) => this.#disciplineRow(report, each, each === chosen))}
          </tbody>
        </table>
      </div>
      <p class="note">${w.hoursNote(w.levels(report.service_level), longestOf(report), formatDay(report.as_of, "date"))}</p>
      ${unstaffed.map((each) => html`<p class="note">${each.discipline === "any" ? w.unstaffedAny : w.unstaffed(disciplineOf(each.discipline))}</p>`)}
    </section>`;
  }

  #disciplineRow(report: ClinicAhead, each: DisciplineAhead, chosen: boolean): TemplateResult {
    const weeks = report.weeks.length;
    const { total } = each.hours;
    const missing = shortage(each);
    const status = missing.weeks > 0
      ? html`<span class="status bad">▲ ${w.shortWeeks(missing.weeks, weeks, hours(missing.most))}</span>`
      : html`<span class="status good">✓ ${w.enoughWeeks}</span>`;
    return html`<tr aria-current=${chosen ? "true" : nothing}>
      <th scope="row">
        <button type="button" class="link" aria-pressed=${chosen} @click=${() => (this.discipline = each.discipline)}>${capital(disciplineOf(each.discipline))}</button>
        <div class="narrow"><span class="note">${w.columns.short}:</span> ${status}</div>
      </th>
      <td class="number">
        ${hours(perWeek(total.p50, weeks))}<small>${w.range(amount(perWeek(total.p10, weeks)), hours(perWeek(total.p90, weeks)))}</small>
      </td>
      <td class="number">${hours(perWeek(sum(each.capacity.hours), weeks))}</td>
      <td class="number wide">${w.fteOf(formatFixed(perWeek(sum(each.fte), weeks), 2), formatFixed(each.capacity.fte, 2))}</td>
      <td class="number wide">${w.chance(each.chance_enough_in_all)}</td>
      <td class="wide">${status}</td>
    </tr>`;
  }

  #discipline(open: OpenClinic, report: ClinicAhead, each: DisciplineAhead): TemplateResult {
    const name = disciplineOf(each.discipline);
    const weeks = report.weeks.length;
    const { total } = each.hours;
    const finding = w.hoursFinding(
      hours(perWeek(total.p50, weeks)),
      amount(perWeek(total.p10, weeks)),
      hours(perWeek(total.p90, weeks)),
      hours(perWeek(sum(each.capacity.hours), weeks)),
    );
    return html`<section class="card stack" aria-labelledby="discipline">
      <h2 id="discipline">${w.hoursOf(name)}</h2>
      <div class="two">
        <rw-course
          .course=${courseOfHours(report, each)}
          .label=${w.hoursChart(name)}
          .caption=${finding}
          .format=${mark}
          .there=${w.there}
        ></rw-course>
        <div class="stack tight">
          <ul class="facts">
            ${each.words.map((text) => html`<li>${told(open.index, text, report.disciplines)}</li>`)}
          </ul>
          ${this.#closing(report, each)}
          <details>
            <summary>${w.capacity}</summary>
            <p class="note">${told(open.index, each.capacity.words, report.disciplines)}</p>
          </details>
        </div>
      </div>
    </section>`;
  }

  #closing(report: ClinicAhead, each: DisciplineAhead): TemplateResult {
    if (shortage(each).weeks === 0) return html`<p class="good">✓ ${w.noGap}</p>`;
    const { helps, not } = closingOf(each);
    const short = shortage(each).weeks;
    return html`<h3>${w.closing}</h3>
      <p class="note">${w.closingNote}</p>
      <ul class="plain means">
        ${helps.map((means) => this.#means(report, means, short))}
      </ul>
      ${not.length > 0
        ? html`<details>
            <summary>${w.cannot}: ${not.map((means) => (wordFor(w.means, means.means) ?? means.means).toLowerCase()).join(", ")}</summary>
            <ul class="facts">
              ${not.map((means) => html`<li>${wordFor(w.means, means.means) ?? means.means}: ${spoken(means.arithmetic)}.</li>`)}
            </ul>
          </details>`
        : nothing}`;
  }

  #means(report: ClinicAhead, { means, weeks }: Means, short: number): TemplateResult {
    const from = means.from_week === null ? undefined : report.weeks[means.from_week];
    const facts = [
      w.closes(weeks, short),
      w.upTo(hours(means.hours_week)),
      ...(from ? [w.from(formatDay(from, "plain"))] : []),
      means.cents === 0 ? w.noCost : formatMoney(means.cents, report.currency),
    ];
    return html`<li>
      <b>${wordFor(w.means, means.means) ?? means.means}</b>
      <span>${facts.join(" · ")}</span>
      <span class="note">${spelled(means.arithmetic)}</span>
    </li>`;
  }

  #demand(open: OpenClinic, report: ClinicAhead): TemplateResult {
    const measure = this.measure ?? "visits";
    const list = seriesOf(report, measure);
    const shown = list.find((series) => keyOf(series) === this.series) ?? list.find((series) => series.ahead);
    return html`<section class="card stack" aria-labelledby="demand">
      <div class="row spread">
        <h2 id="demand">${w.demand}</h2>
        ${segmented({
          label: w.measure,
          values: MEASURES,
          current: measure,
          name: (each) => w.measures[each],
          choose: (each) => {
            this.measure = each;
            this.series = undefined;
          },
          small: true,
        })}
      </div>
      ${list.length === 0
        ? html`<p class="muted">${w.noSeries}</p>`
        : html`<div class="two">
            ${this.#list(open, list, shown)} ${shown?.ahead ? this.#series(open, report, shown) : nothing}
          </div>`}
    </section>`;
  }

  #list(open: OpenClinic, list: readonly SeriesAhead[], shown: SeriesAhead | undefined): TemplateResult {
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${words.charts.table(w.demand)}>
      <table>
        <thead>
          <tr>
            <th scope="col">${w.seriesColumns.service}</th>
            <th scope="col" class="number wide">${w.seriesColumns.recent}</th>
            <th scope="col" class="number">${w.seriesColumns.next}</th>
            <th scope="col" class="number">${w.seriesColumns.test}</th>
          </tr>
        </thead>
        <tbody>
          ${list.map((series) => this.#seriesRow(open, series, series === shown))}
        </tbody>
      </table>
      <p class="note">${w.seriesNote}</p>
    </div>`;
  }

  #seriesRow(open: OpenClinic, series: SeriesAhead, chosen: boolean): TemplateResult {
    const name = nameOfSeries(open, series);
    const recent = series.history.slice(-RECENT);
    const mean = recent.length > 0 ? amount(sum(recent) / recent.length) : "0";
    const { ahead } = series;
    if (!ahead) {
      return html`<tr>
        <th scope="row">${name}</th>
        <td class="number wide">${mean}</td>
        <td colspan="2"><span class="status warn">${w.refused}</span><small>${asSentence(series.refused ?? "")}</small></td>
      </tr>`;
    }
    const middle = ahead.fan.p50;
    const week = (values: readonly number[]): number => sum(values) / Math.max(1, values.length);
    return html`<tr aria-current=${chosen ? "true" : nothing}>
      <th scope="row">
        <button type="button" class="link" aria-pressed=${chosen} @click=${() => (this.series = keyOf(series))}>${name}</button>
      </th>
      <td class="number wide">${mean}</td>
      <td class="number">${amount(week(middle))}<small>${w.range(amount(week(ahead.fan.p10)), amount(week(ahead.fan.p90)))}</small></td>
      <td class="number">${gainText(ahead.backtest.gain)}</td>
    </tr>`;
  }

  #series(open: OpenClinic, report: ClinicAhead, series: SeriesAhead): TemplateResult | typeof nothing {
    const { ahead } = series;
    const course = courseOfSeries(report, series);
    if (!ahead || !course) return nothing;
    const name = nameOfSeries(open, series);
    const day = (week: number): string => formatDay(course.start + 7 * week, "plain");
    const widened = ahead.widened_from === null ? undefined : report.weeks[ahead.widened_from];
    const { fan } = ahead;
    const finding = w.seriesFinding(amount(fan.p50[0] ?? 0), amount(fan.p10[0] ?? 0), amount(fan.p90[0] ?? 0), formatDay(course.from, "plain"));
    return html`<div class="stack tight">
      <h3>${name}</h3>
      <rw-course .course=${course} .label=${w.seriesChart(name, w.measures[series.measure])} .caption=${finding} .format=${mark}></rw-course>
      <ul class="facts">
        <li>${asSentence(ahead.backtest.words)}</li>
        <li>${asSentence(ahead.basis)}</li>
        ${widened ? html`<li>${w.widened(formatDay(widened, "plain"))}</li>` : nothing}
        ${ahead.shifts.map((shift) => html`<li>${w.shift(day(shift.at), amount(shift.before), amount(shift.after))}</li>`)}
      </ul>
      <details>
        <summary>${w.methods}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">${w.method}</th>
              <th scope="col" class="number">${w.firstWeek}</th>
              <th scope="col" class="number">${w.lastWeek}</th>
            </tr>
          </thead>
          <tbody>
            ${ahead.methods.map((line) => html`<tr>
              <th scope="row">${wordFor(w.methodNames, line.method) ?? line.method}</th>
              <td class="number">${amount(line.point[0] ?? 0)}</td>
              <td class="number">${amount(line.point.at(-1) ?? 0)}</td>
            </tr>`)}
          </tbody>
        </table>
      </details>
    </div>`;
  }

  #doubts(open: OpenClinic, report: ClinicAhead): TemplateResult {
    const list = (items: readonly string[]): TemplateResult => html`<ul class="facts">
      ${items.map((text) => html`<li>${told(open.index, text, report.disciplines)}</li>`)}
    </ul>`;
    return html`<section class="card stack tight" aria-labelledby="doubts">
      <h2 id="doubts">${w.doubts}</h2>
      ${report.warnings.length > 0 ? list(report.warnings) : html`<p>${w.noDoubts}</p>`}
      <h3>${w.limits}</h3>
      <ul class="facts">
        ${w.limitItems.map((text) => html`<li>${text}</li>`)}
      </ul>
      <details>
        <summary>${w.rests}</summary>
        ${list(report.notes)}
      </details>
      ${this.#special(open, report)} ${this.#prices(report)}
    </section>`;
  }

  #special(open: OpenClinic, report: ClinicAhead): TemplateResult | typeof nothing {
    if (report.special_days.length === 0) return nothing;
    return html`<details>
      <summary>${w.special}: ${formatCount(report.special_days.length)}</summary>
      <ul class="facts">
        ${report.special_days.map(
          ({ date, kind, site }) =>
            html`<li>${w.specialDay(formatDay(dayNumber(date), "date"), wordFor(w.specialKinds, kind) ?? kind, site ? (open.index.sites.get(site)?.name ?? site) : "")}</li>`,
        )}
      </ul>
    </details>`;
  }

  #prices(report: ClinicAhead): TemplateResult {
    return html`<details>
      <summary>${w.prices}</summary>
      <div class="scroll" tabindex="0" role="region" aria-label=${words.charts.table(w.prices)}>
        <table>
          <tbody>
            ${report.assumptions.map(
              (each) => html`<tr>
                <th scope="row" lang=${langOf(each.meaning)}>${capital(each.meaning)}</th>
                <td class="number">${formatNumber(each.value, 3)} ${spoken(each.unit)}</td>
                <td class="muted">${spoken(each.source)}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </details>`;
  }
}

function keyOf(series: SeriesAhead): string {
  return `${series.service}\n${series.site}`;
}

/** The service, and its site where there is more than one. */
function nameOfSeries(open: OpenClinic, series: SeriesAhead): string {
  const { index } = open;
  const site = index.sites.size > 1 ? (index.sites.get(series.site)?.name ?? series.site) : "";
  return w.seriesOf(index.services.get(series.service)?.name ?? series.service, site);
}

function gainText(gain: number | null): TemplateResult {
  const percent = Math.round((gain ?? 0) * 100);
  if (gain === null || percent === 0) return html`<span class="muted">${w.same}</span>`;
  return percent > 0 ? html`${w.better(percent)}` : html`<span class="warn">${w.worse(-percent)}</span>`;
}

/** Weeks of the longest history. */
function longestOf(report: ClinicAhead): number {
  return Math.max(0, ...report.series.map((series) => series.history.length));
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}

define("rw-view-forecast", RwViewForecast);
