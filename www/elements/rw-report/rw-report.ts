/**
 * The report of the last run on two pages: finding, cases, settings; drivers, comparison, assumptions, limits, definitions.
 *
 * Properties: `state`. Events: `rw-print`, `rw-scenario` (workbook).
 */
import { html, nothing, type TemplateResult } from "lit";
import type { ScenarioCase, ScenarioDriver, ScenarioReport } from "../../engine/operations.ts";
import { formatDay, formatMoney, formatMoneyExact, formatNumber, formatSigned, grouped } from "../../format.ts";
import { asSentence } from "../../state/describe.ts";
import { finding, indicatorChange, indicatorText, internalText, likelyOf, paybackText, roiText, settingsOf, thinness } from "../../state/report.ts";
import { isFresh } from "../../state/scenario.ts";
import type { OpenClinic, State } from "../../state/store.ts";
import { langOf, spoken } from "../../words/engine.ts";
import { wordFor, words } from "../../words/index.ts";
import { define, RwElement } from "../element.ts";
import { emit } from "../events.ts";
import { unknownName } from "../rw-drivers/rw-drivers.ts";
import { fanOf } from "../rw-fan/rw-fan.ts";
import { styles } from "./rw-report.styles.ts";
import "../rw-fan/rw-fan.ts";

const w = words.report;
const s = words.scenarios;
/** Unknowns and kept scenarios that fit on the page; the Excel workbook has all. */
const DRIVERS = 6;
const KEPT = 4;

type Money = (cents: number) => string;

export class RwReport extends RwElement {
  static override properties = { state: { attribute: false } };
  static override sheet = styles;
  declare state: State;

  override render(): TemplateResult | typeof nothing {
    const { open, scenario } = this.state;
    const { report } = scenario;
    if (!open) return nothing;
    if (!report) return html`<p class="muted">${w.empty}</p>`;
    return html`<div class="stack">
      <div class="row spread no-print">
        <p class="muted intro">${w.intro}</p>
        <div class="row">
          <button type="button" @click=${() => emit(this, "rw-scenario", { kind: "workbook" })}>${s.workbook}</button>
          <button type="button" class="primary" @click=${() => emit(this, "rw-print", {})}>${w.print}</button>
        </div>
      </div>
      ${isFresh(scenario) ? nothing : html`<p class="warn no-print" role="note">${w.stale}</p>`}
      <div class="pages">${this.#first(open, report)} ${this.#second(open, report)}</div>
    </div>`;
  }

  #money(open: OpenClinic): Money {
    return (cents) => formatMoney(cents, open.index.clinic.settings.currency);
  }

  #head(open: OpenClinic, report: ScenarioReport, page: number): TemplateResult {
    return html`<div class="head">
      <span>${w.of(open.summary.name || words.unnamed, formatDay(open.summary.horizon_start, "date"))}${open.summary.synthetic ? html` <b>${w.synthetic}</b>` : nothing}</span>
      <span>${s.months(report.months)}. ${w.page(page)}</span>
    </div>`;
  }

  #first(open: OpenClinic, report: ScenarioReport): TemplateResult {
    const money = this.#money(open);
    const thin = thinness(open);
    return html`<article class="page" aria-label=${w.page(1)}>
      ${this.#head(open, report, 1)}
      <h2>${this.#title(report)}</h2>
      <p class="finding">${finding(report, money)}</p>
      ${thin ? html`<p class="warn">${thin}</p>` : nothing}
      ${report.complete ? nothing : html`<p class="warn">${s.stopped(report.draws)}</p>`}
      <section>
        <h3>${w.cases}</h3>
        ${this.#cases(report, money)}
        <p class="note">${w.casesNote}${report.all_wrong ? ` ${s.allWrong(money(report.all_wrong.net_cents.mean))}` : ""}</p>
      </section>
      <div class="chart">
      <section>
        <h3>${s.cumulative(report.months)}</h3>
        <rw-fan .series=${report.cases.map(fanOf)} .label=${s.cumulative(report.months)} .caption=${s.linesNote} .format=${money}></rw-fan>
      </section>
      ${this.#receives(report, money)}
      </div>
      ${this.#settings(open, report)} ${this.#kept(money)}
    </article>`;
  }

  /** The name under which the report is kept, if it is. */
  #title(report: ScenarioReport): string {
    return this.state.history.value.scenarios.find((each) => each.report === report)?.name ?? w.title;
  }

  #cases(report: ScenarioReport, money: Money): TemplateResult {
    const range = (low: string, high: string): TemplateResult => html`<small>(${s.to(low, high)})</small>`;
    const month = (value: number | null | undefined): string => paybackText(value);
    const rows: readonly (readonly [string, (each: ScenarioCase) => unknown])[] = [
      [s.netOver(report.months), ({ net_cents: net }) => html`<b>${money(net.mean)}</b> ${range(money(net.p10), money(net.p90))}`],
      [s.firstYear, ({ first_year_cents: net }) => html`${money(net.mean)} ${range(money(net.p10), money(net.p90))}`],
      [s.present, (each) => money(each.return.npv_cents)],
      [s.payback, (each) => html`${month(each.return.payback_month)}${each.payback_early === each.payback_late ? nothing : html` ${range(month(each.payback_early), month(each.payback_late))}`}`],
      [s.roi, (each) => roiText(each.return)],
      [s.internal, (each) => internalText(each.return)],
    ];
    return html`<div class="scroll cases" tabindex="0" role="region" aria-label=${w.cases}>
      <table>
        <thead>
          <tr>
            <th scope="col">${w.measure}</th>
            ${report.cases.map((each) => html`<th scope="col" class="number case ${each.name}">${wordFor(s.cases, each.name) ?? each.name}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(([name, cell]) => html`<tr><th scope="row">${name}</th>${report.cases.map((each) => html`<td class="number">${cell(each)}</td>`)}</tr>`)}
        </tbody>
      </table>
    </div>`;
  }

  #settings(open: OpenClinic, report: ScenarioReport): TemplateResult {
    const settings = settingsOf(report, this.state.scenario.choices, open.index);
    return html`<section>
      <h3>${w.settings}</h3>
      ${settings.length === 0
        ? html`<p>${w.nothingChanged}</p>`
        : html`<div class="scroll" tabindex="0" role="region" aria-label=${w.settings}>
            <table>
              <thead>
                <tr>${w.settingColumns.map((title) => html`<th scope="col">${title}</th>`)}</tr>
              </thead>
              <tbody>
                ${settings.map((each) => html`<tr><th scope="row">${each.name}</th><td>${each.value}</td><td>${each.range}</td><td>${each.months}</td></tr>`)}
              </tbody>
            </table>
          </div>`}
    </section>`;
  }

  #receives(report: ScenarioReport, money: Money): TemplateResult | typeof nothing {
    const split = likelyOf(report)?.split;
    if (!split) return nothing;
    const parts = [[s.receivers.clinic, split.clinic_cents], [s.receivers.payer, split.payer_cents], [s.receivers.staff, split.staff_cents], [s.receivers.others, split.others_cents]] as const;
    return html`<section>
      <h3>${s.receives}</h3>
      <table>
        <tbody>${parts.map(([name, cents]) => html`<tr><th scope="row">${name}</th><td class="number">${formatSigned(cents, money)}</td></tr>`)}</tbody>
      </table>
      <p class="note">${s.receivesNote}</p>
    </section>`;
  }

  #second(open: OpenClinic, report: ScenarioReport): TemplateResult {
    const money = this.#money(open);
    return html`<article class="page" aria-label=${w.page(2)}>
      ${this.#head(open, report, 2)}
      <div class="pair">
        <div class="column">
          ${this.#drivers(report, money)}
          <section>
            <h3>${w.limits}</h3>
            <ul>${report.limits.map((text) => html`<li lang=${langOf(text)}>${asSentence(text)}</li>`)}</ul>
          </section>
        </div>
        ${this.#week(report)}
      </div>
      <section>
        <h3>${w.assumptions}</h3>
        <ul class="columns plain">
          ${report.assumptions.map((each) => html`<li><b>${formatNumber(each.value, 3)} ${spoken(each.unit)}</b> <span lang=${langOf(each.meaning)}>${spoken(each.meaning)}</span> <span class="note">[${spoken(each.source)}]</span></li>`)}
        </ul>
      </section>
      <section>
        <h3>${w.definitions}</h3>
        <dl class="columns">${w.terms.map(([term, meaning]) => html`<div><dt>${term}</dt><dd>${meaning}</dd></div>`)}</dl>
      </section>
      <p class="note record">
        ${s.record(report.draws, report.runs, report.weeks_planned, report.seed, report.version)} ${w.record(report.seed, report.version, report.input_hash)} ${w.again} ${w.advice}
      </p>
    </article>`;
  }

  #drivers(report: ScenarioReport, money: Money): TemplateResult | typeof nothing {
    const { drivers } = report;
    if (!drivers) return nothing;
    const inputs = drivers.inputs.filter((each) => each.swing_cents.mean !== 0).slice(0, DRIVERS);
    const row = (each: ScenarioDriver): TemplateResult => html`<tr>
      <th scope="row">${unknownName(each.name)}</th>
      <td class="number">${formatSigned(each.swing_cents.mean, money)} ± ${money(each.swing_cents.mc_error)}</td>
    </tr>`;
    return html`<section>
      <h3>${w.drivers}</h3>
      <p>${asSentence(grouped(drivers.advice))}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">${s.shareColumns[0]}</th>
            <th scope="col" class="number">${s.shareColumns[1]}</th>
          </tr>
        </thead>
        <tbody>${inputs.map(row)}</tbody>
      </table>
    </section>`;
  }

  #week(report: ScenarioReport): TemplateResult | typeof nothing {
    const rows = likelyOf(report)?.indicators.filter((row) => typeof row.base === "number" && typeof row.value === "number") ?? [];
    if (rows.length === 0) return nothing;
    return html`<section>
      <h3>${w.week}</h3>
      <table>
        <thead>
          <tr>${w.weekColumns.map((title, at) => html`<th scope="col" class=${at === 0 ? "" : "number"}>${title}</th>`)}</tr>
        </thead>
        <tbody>
          ${rows.map(
            (row) => html`<tr>
              <th scope="row">${row.name}</th>
              <td class="number">${indicatorText(row.unit, row.base ?? 0)}</td>
              <td class="number">${indicatorText(row.unit, row.value ?? 0)}</td>
              <td class="number">${indicatorChange(row.unit, (row.value ?? 0) - (row.base ?? 0))}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </section>`;
  }

  #kept(money: Money): TemplateResult | typeof nothing {
    const saved = this.state.history.value.scenarios.slice(0, KEPT);
    if (saved.length === 0) return nothing;
    const currency = this.state.open?.index.clinic.settings.currency;
    return html`<section>
      <h3>${w.compared}</h3>
      <div class="scroll cases" tabindex="0" role="region" aria-label=${w.compared}>
      <table>
        <thead>
          <tr>
            <th scope="col">${w.measure}</th>
            ${[s.netOver, s.firstYear, s.present, s.payback, s.roi].map((title) => html`<th scope="col" class="number">${typeof title === "string" ? title : w.net}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${saved.map(({ name, report }) => {
            const each = likelyOf(report);
            if (!each) return nothing;
            const { mean, p10, p90 } = each.net_cents;
            return html`<tr>
              <th scope="row">${name}</th>
              <td class="number">${formatMoneyExact(mean, currency)} <small>(${s.to(money(p10), money(p90))}), ${s.months(report.months)}</small></td>
              <td class="number">${money(each.first_year_cents.mean)}</td>
              <td class="number">${money(each.return.npv_cents)}</td>
              <td class="number">${paybackText(each.return.payback_month)}</td>
              <td class="number">${roiText(each.return)}</td>
            </tr>`;
          })}
        </tbody>
      </table>
      </div>
    </section>`;
  }
}

define("rw-report", RwReport);
