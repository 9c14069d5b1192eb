/**
 * The Scenarios view: assumptions on one side, on the other what they would bring: three points of one distribution.
 *
 * Properties: `state`. Events: `rw-scenario`.
 */
import { html, nothing, type TemplateResult } from "lit";
import type { ScenarioCase, ScenarioReport } from "../../engine/operations.ts";
import type { LeversReply } from "../../engine/types.ts";
import { formatMoney, formatNumber, formatSigned } from "../../format.ts";
import { asSentence } from "../../state/describe.ts";
import { finding, internalText, likelyOf, paybackText, roiText, thinness } from "../../state/report.ts";
import { controlsOf, decisionsOf, isFresh, isHire, type Control, type ScenarioNews, type ScenarioPart, type ScenarioRun } from "../../state/scenario.ts";
import { engineTaken, type OpenClinic, type State } from "../../state/store.ts";
import { langOf, spoken } from "../../words/engine.ts";
import { wordFor, words } from "../../words/index.ts";
import { define, RwElement } from "../element.ts";
import { emit } from "../events.ts";
import { whenSent } from "../forms.ts";
import { progressBar, progressSheet } from "../progress.ts";
import { fanOf } from "../rw-fan/rw-fan.ts";
import { segmented } from "../segmented.ts";
import { styles } from "./rw-view-scenarios.styles.ts";
import "../rw-approach/rw-approach.ts";
import "../rw-assumption/rw-assumption.ts";
import "../rw-compare/rw-compare.ts";
import "../rw-drivers/rw-drivers.ts";
import "../rw-fan/rw-fan.ts";
import "../rw-goal/rw-goal.ts";
import "../rw-report/rw-report.ts";
import "../rw-staffing/rw-staffing.ts";

const PARTS: readonly ScenarioPart[] = ["run", "staffing", "report"];

export class RwViewScenarios extends RwElement {
  static override properties = { state: { attribute: false }, monthly: { state: true } };
  static override sheet = [progressSheet, styles];
  declare state: State;
  declare monthly: string | undefined;
  #controls: { open: OpenClinic; choices: LeversReply | undefined; hires: string; language: string; list: Control[] } | undefined;

  #controlsOf(open: OpenClinic, choices: LeversReply | undefined, draft: ReadonlyMap<string, number>): Control[] {
    const hires = [...draft.keys()].filter(isHire).join();
    const { language } = this.state.formats;
    const same = this.#controls?.open === open && this.#controls.choices === choices && this.#controls.hires === hires;
    if (!this.#controls || !same || this.#controls.language !== language) {
      this.#controls = { open, choices, hires, language, list: controlsOf(open.index.clinic, choices?.levers, draft) };
    }
    return this.#controls.list;
  }

  override render(): TemplateResult {
    const { state } = this;
    const open = state.open;
    if (!open) {
      return html`<div class="stack"><h1 tabindex="-1">${words.scenarios.title}</h1><p class="muted">${state.busy ?? words.data.nothing}</p></div>`;
    }
    const { part } = state.scenario;
    return html`<div class="stack">
      <div class=${part === "report" ? "row spread no-print" : "row spread"}>
        <h1 tabindex="-1">${words.scenarios.title}</h1>
        ${segmented({
          label: words.report.parts,
          values: PARTS,
          current: part,
          name: (each) => words.report.partNames[each] ?? each,
          choose: (each) => this.#send({ kind: "part", part: each }),
        })}
      </div>
      ${part === "run" ? this.#run(state, open) : part === "staffing" ? html`<rw-staffing .state=${state}></rw-staffing>` : html`<rw-report .state=${state}></rw-report>`}
    </div>`;
  }

  #run(state: State, open: OpenClinic): TemplateResult {
    const { report, running } = state.scenario;
    return html`<div class="row spread">
        <p class="muted intro">${words.scenarios.intro}</p>
        ${this.#months(state)}
      </div>
      <div class="split">
        ${this.#assumptions(state, open)}
        <div class="stack results">
          ${running ? this.#progress(running, open) : nothing}
          ${report ? this.#results(state, open, report) : running ? nothing : html`<p class="muted">${words.scenarios.empty}</p>`}
        </div>
      </div>`;
  }

  #send(news: ScenarioNews): void {
    emit(this, "rw-scenario", news);
  }

  #months(state: State): TemplateResult {
    return segmented({
      label: words.scenarios.horizon,
      values: [12, 24, 36],
      current: state.scenario.months,
      name: (months) => words.scenarios.months(months),
      choose: (months) => this.#send({ kind: "months", months }),
    });
  }

  #assumptions(state: State, open: OpenClinic): TemplateResult {
    const { draft, approach, choices } = state.scenario;
    const controls = decisionsOf(this.#controlsOf(open, choices, draft), approach);
    return html`<section class="card assumptions" aria-labelledby="assumptions">
      <h2 id="assumptions">${words.scenarios.assumptions}</h2>
      ${this.#deeds(state)} ${approach ? nothing : this.#instant(state, open)}
      ${choices ? html`<rw-approach .choices=${choices} .approach=${approach}></rw-approach>` : nothing}
      <p class="note">${words.scenarios.base}</p>
      ${controls.map(
        (control) => html`<rw-assumption .control=${control} .value=${draft.get(control.id) ?? control.start}></rw-assumption>`,
      )}
    </section>`;
  }

  #deeds(state: State): TemplateResult {
    const { draft, approach, running } = state.scenario;
    const fresh = isFresh(state.scenario);
    const blocked = state.engine !== "ready" || engineTaken(state);
    return html`<div class="row deeds">
        <button
          type="button"
          class=${running ? "" : "primary"}
          aria-disabled=${!running && (fresh || blocked)}
          @click=${() => (running ? this.#send({ kind: "stop" }) : fresh || blocked ? undefined : this.#send({ kind: "run" }))}
        >
          ${running ? words.scenarios.stop : fresh ? words.scenarios.upToDate : words.scenarios.run}
        </button>
        <button type="button" aria-disabled=${draft.size === 0 && !approach} @click=${() => this.#send({ kind: "reset" })}>${words.scenarios.reset}</button>
      </div>`;
  }

  #instant(state: State, open: OpenClinic): TemplateResult {
    const { instant, preparing, guess, months } = state.scenario;
    const w = words.scenarios;
    if (preparing) {
      const percent = (preparing.step / preparing.steps) * 100;
      return html`<div class="row progress">
        ${progressBar({ label: w.preparing, done: Math.round(percent), of: 100, percent })}
        <span>${w.positions(preparing.draws, preparing.ofDraws)}</span>
        <button type="button" class="small" @click=${() => this.#send({ kind: "stop" })}>${w.stop}</button>
      </div>`;
    }
    const blocked = state.engine !== "ready" || engineTaken(state);
    const money = (cents: number): string => formatMoney(cents, open.index.clinic.settings.currency);
    return html`<div class="instant stack tight">
      ${instant && isFresh(state.scenario)
        ? html`<p class="note">${w.estimateReady}</p>`
        : instant && guess
        ? html`<div class="estimate" role="status">
            <h3>${w.estimate}</h3>
            ${guess === "beyond"
              ? html`<p>${w.estimateBeyond}</p>`
              : html`<p class="net">${w.estimated(money(guess.value), months)}</p>
                  <p class="note">${w.estimateRange(money(guess.low), money(guess.high))}</p>
                  ${instant.missed === undefined ? nothing : html`<p class="note">${w.estimateMissed(money(instant.missed), instant.unseen)}</p>`}`}
          </div>`
        : html`<p class="note">${w.prepareNote}</p>`}
      <div><button type="button" class="small" aria-disabled=${blocked} @click=${() => (blocked ? undefined : this.#send({ kind: "prepare" }))}>${instant ? w.prepareAgain : w.prepare}</button></div>
    </div>`;
  }

  #save(): TemplateResult {
    return html`<form class="row save" @keydown=${this.#sendSave}>
      <div class="field grow">
        <label for="name">${words.scenarios.saveAs}</label>
        <input id="name" name="name" type="text" maxlength="80" required autocomplete="off" />
      </div>
      <button type="button" @click=${this.#sendSave}>${words.scenarios.save}</button>
    </form>`;
  }

  #sendSave = whenSent((form) => {
    const name = String(new FormData(form).get("name") ?? "").trim();
    if (!name) return;
    form.reset();
    this.#send({ kind: "save", name });
  });

  #progress(running: ScenarioRun, open: OpenClinic): TemplateResult {
    const percent = running.steps > 0 ? (running.step / running.steps) * 100 : 0;
    const { net } = running;
    const money = (cents: number): string => formatMoney(cents, open.index.clinic.settings.currency);
    return html`<div class="row progress">
        ${progressBar({ label: words.scenarios.running, done: Math.round(percent), of: 100, percent })}
        <span>${words.scenarios.draws(running.draws, running.ofDraws)}</span>
      </div>
      ${net
        ? html`<div class="estimate first">
            <h3>${words.scenarios.estimate}</h3>
            <p class="net">${words.scenarios.firstEstimate(money(net[1]), money(net[0]), money(net[2]))}</p>
            <p class="note">${running.quick ? words.scenarios.quickEstimateNote : words.scenarios.firstEstimateNote(running.draws)}</p>
          </div>`
        : nothing}`;
  }

  #results(state: State, open: OpenClinic, report: ScenarioReport): TemplateResult {
    const stale = !isFresh(state.scenario);
    const controls = this.#controlsOf(open, state.scenario.choices, state.scenario.draft);
    const currency = open.index.clinic.settings.currency;
    const money = (cents: number): string => formatMoney(cents, currency);
    const likely = likelyOf(report);
    const thin = thinness(open);
    return html`
      ${thin ? html`<p class="warn" role="note">${thin}</p>` : nothing}
      ${stale ? html`<p class="warn stale" role="note">${words.scenarios.stale}</p>` : nothing}
      ${report.complete ? nothing : html`<p class="warn">${words.scenarios.stopped(report.draws)}</p>`}
      <div class="cases">${report.cases.map((each) => this.#case(each, money))}</div>
      <section class="card stack tight">
        <h2>${words.scenarios.cumulative(report.months)}</h2>
        <rw-fan
          .series=${report.cases.map(fanOf)}
          .label=${words.scenarios.cumulative(report.months)}
          .caption=${`${finding(report, money)} ${words.scenarios.linesNote}`}
          .format=${money}
        ></rw-fan>
      </section>
      <section class="card stack tight">
        <h2>${words.goal.title}</h2>
        <rw-goal .scenario=${state.scenario} .controls=${controls} .currency=${currency} ?blocked=${state.engine !== "ready" || engineTaken(state)}></rw-goal>
      </section>
      <section class="card stack tight">
        <h2>${words.scenarios.sideBySide}</h2>
        ${stale ? nothing : this.#save()}
        <rw-compare
          .report=${report}
          .saved=${state.history.value.scenarios}
          .choices=${state.scenario.choices}
          .index=${open.index}
          @rw-remove=${(event: CustomEvent<string>) => this.#send({ kind: "remove", name: event.detail })}
          @rw-load=${(event: CustomEvent<string>) => this.#send({ kind: "load", name: event.detail })}
        ></rw-compare>
        <div class="row no-print">
          <button type="button" class="small" @click=${() => this.#send({ kind: "workbook" })}>${words.scenarios.workbook}</button>
          <span class="note">${words.scenarios.workbookNote}</span>
        </div>
      </section>
      ${report.drivers
        ? html`<section class="card stack tight">
            <h2>${words.scenarios.moves}</h2>
            <rw-drivers .drivers=${report.drivers} .currency=${currency}></rw-drivers>
          </section>`
        : nothing}
      ${likely ? this.#receives(likely, money) : nothing} ${this.#monthly(report, money)} ${this.#limits(report, money)}
    `;
  }

  #case(each: ScenarioCase, money: (cents: number) => string): TemplateResult {
    const net = each.net_cents;
    return html`<section class="card case ${each.name}">
      <h2>${wordFor(words.scenarios.cases, each.name) ?? each.name}</h2>
      <p class="net">${money(net.mean)}</p>
      <p class="note">${words.scenarios.range(money(net.p10), money(net.p90))}</p>
      <dl>
        <dt>${words.scenarios.firstYear}</dt>
        <dd class="number">${money(each.first_year_cents.mean)}</dd>
        <dt>${words.scenarios.payback}</dt>
        <dd class="number">${paybackText(each.return.payback_month)}</dd>
        <dt>${words.scenarios.present}</dt>
        <dd class="number">${money(each.return.npv_cents)}</dd>
        <dt>${words.scenarios.roi}</dt>
        <dd class="number">${roiText(each.return)}</dd>
        <dt>${words.scenarios.internal}</dt>
        <dd class="number">${internalText(each.return)}</dd>
      </dl>
    </section>`;
  }

  #receives(likely: ScenarioCase, money: (cents: number) => string): TemplateResult {
    const { clinic_cents, payer_cents, staff_cents, others_cents } = likely.split;
    const { receivers, sum } = words.scenarios;
    const rows: readonly (readonly [string, number])[] = [
      [receivers.clinic, clinic_cents],
      [receivers.payer, payer_cents],
      [receivers.staff, staff_cents],
      [receivers.others, others_cents],
      [sum, clinic_cents + payer_cents + staff_cents + others_cents],
    ];
    return html`<details class="card">
      <summary>${words.scenarios.receives}</summary>
      <p class="note">${words.scenarios.receivesNote}</p>
      <table>
        <tbody>
          ${rows.map(([name, cents]) => html`<tr><th scope="row">${name}</th><td class="number">${formatSigned(cents, money)}</td></tr>`)}
        </tbody>
      </table>
    </details>`;
  }

  #monthly(report: ScenarioReport, money: (cents: number) => string): TemplateResult {
    const name = this.monthly ?? "likely";
    const chosen = report.cases.find((each) => each.name === name) ?? report.cases[0];
    if (!chosen) return html``;
    return html`<details class="card">
      <summary>${words.scenarios.monthly}</summary>
      <div class="stack tight">
        ${segmented({
          label: words.scenarios.monthly,
          values: report.cases.map((each) => each.name),
          current: name,
          name: (each) => wordFor(words.scenarios.cases, each) ?? each,
          choose: (each) => (this.monthly = each),
          small: true,
        })}
        <div class="scroll" tabindex="0" role="region" aria-label=${words.scenarios.monthly}>
          <table>
            <thead>
              <tr>
                <th scope="col">${words.scenarios.monthTitle}</th>
                ${words.scenarios.monthlyColumns.map((title) => html`<th scope="col" class="number">${title}</th>`)}
              </tr>
            </thead>
            <tbody>
              ${chosen.net.mean.map(
                (net, month) => html`<tr>
                  <th scope="row">${month === 0 ? words.scenarios.before : month}</th>
                  <td class="number">${money(report.base.revenue.mean[month] ?? 0)}</td>
                  <td class="number">${money(report.base.cost.mean[month] ?? 0)}</td>
                  <td class="number">${money(chosen.series.revenue.mean[month] ?? 0)}</td>
                  <td class="number">${money(chosen.series.cost.mean[month] ?? 0)}</td>
                  <td class="number">${money(net)}</td>
                  <td class="number muted">${money(chosen.net.p10[month] ?? 0)} – ${money(chosen.net.p90[month] ?? 0)}</td>
                  <td class="number">${money(chosen.cumulative.mean[month] ?? 0)}</td>
                </tr>`,
              )}
            </tbody>
          </table>
        </div>
      </div>
    </details>`;
  }

  #limits(report: ScenarioReport, money: (cents: number) => string): TemplateResult {
    const wrong = report.all_wrong;
    return html`<section class="card stack tight">
      <h2>${words.scenarios.limits}</h2>
      ${wrong ? html`<p>${words.scenarios.allWrong(money(wrong.net_cents.mean))}</p>` : nothing}
      <ul class="limits">
        ${report.limits.map((text) => html`<li lang=${langOf(text)}>${asSentence(text)}</li>`)}
      </ul>
      <details>
        <summary>${words.scenarios.taken(report.assumptions.length)}</summary>
        <div class="scroll" tabindex="0" role="region" aria-label=${words.scenarios.assumptions}>
          <table>
            <tbody>
              ${report.assumptions.map(
                (each) => html`<tr>
                  <th scope="row" lang=${langOf(each.meaning)}>${spoken(each.meaning)}</th>
                  <td class="number">${formatNumber(each.value, 3)} ${spoken(each.unit)}</td>
                  <td class="muted">${spoken(each.source)}</td>
                </tr>`,
              )}
            </tbody>
          </table>
        </div>
      </details>
      <p class="note">${words.scenarios.record(report.draws, report.runs, report.weeks_planned, report.seed, report.version)}</p>
    </section>`;
  }
}

define("rw-view-scenarios", RwViewScenarios);
