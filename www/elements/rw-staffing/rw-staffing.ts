/**
 * The smallest staffing that meets targets: the form, the search as it goes, and cost against access.
 *
 * Properties: `state`. Events: `rw-staffing`.
 */
import { css, html, nothing, type TemplateResult } from "lit";
import type { StaffingMeasure, StaffingPoint, StaffingReport } from "../../engine/types.ts";
import { formatMoney, formatMoneyExact, formatNumber, formatShare } from "../../format.ts";
import { asSentence } from "../../state/describe.ts";
import { frontierOf, MEASURES, nearestPoint, peopleOf, type StaffingDraft, type StaffingNews, targetScale } from "../../state/staffing.ts";
import { engineTaken, type State } from "../../state/store.ts";
import { reportSheet } from "../../styles/report.ts";
import { langOf } from "../../words/engine.ts";
import { wordFor, words } from "../../words/index.ts";
import { define, RwElement } from "../element.ts";
import { emit } from "../events.ts";
import { progressBar, progressSheet } from "../progress.ts";
import type { PlotDot } from "../rw-plot/rw-plot.ts";
import "../rw-plot/rw-plot.ts";

const w = words.staffing;

export class RwStaffing extends RwElement {
  static override properties = { state: { attribute: false } };
  static override sheet = [progressSheet, reportSheet, css`
    :host {
      container: staffing / inline-size;
    }
    .split {
      display: grid;
      gap: 1rem;
      align-items: start;
      grid-template-columns: minmax(0, 1fr);
    }
    .target {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto 5rem 2.5rem;
      gap: 0.5rem;
      align-items: center;
      padding-block: 0.25rem;
      border-block-end: 1px solid var(--rw-border);
    }
    .target input[type="number"],
    .pair input {
      inline-size: 100%;
    }
    .pair {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: 0.5rem;
      align-items: end;
    }
    .check input {
      flex: none;
    }
    legend {
      padding: 0;
      font-weight: 600;
      font-size: 0.9375rem;
    }
    tbody th {
      font-weight: 400;
    }
    th.number {
      white-space: normal;
      vertical-align: bottom;
    }
    tr.best > * {
      font-weight: 650;
    }
    @container staffing (min-width: 58rem) {
      .split {
        grid-template-columns: 24rem minmax(0, 1fr);
      }
    }
  `];
  declare state: State;

  override render(): TemplateResult | typeof nothing {
    const { open, staffing } = this.state;
    if (!open) return nothing;
    const { report, running, asked, draft } = staffing;
    return html`<div class="split">
      ${this.#form(draft)}
      <div class="stack">
        ${running
          ? html`<div class="row">
              ${progressBar({ label: w.running, done: running.step, of: running.steps, percent: (running.step / Math.max(1, running.steps)) * 100 })}
              <span>${w.progress(running.plans, formatNumber(running.fte))}</span>
            </div>`
          : nothing}
        ${report
          ? html`${asked !== draft ? html`<p class="warn" role="note">${w.stale}</p>` : nothing} ${this.#found(report, open.index.clinic.settings.currency)}`
          : running
            ? nothing
            : html`<p class="muted">${w.empty}</p>`}
      </div>
    </div>`;
  }

  #send(news: StaffingNews): void {
    emit(this, "rw-staffing", news);
  }

  #draft(patch: Partial<StaffingDraft>): void {
    this.#send({ kind: "draft", patch });
  }

  #form(draft: StaffingDraft): TemplateResult {
    const { staffing } = this.state;
    const none = MEASURES.every((measure) => !draft.targets[measure].on);
    const blocked = this.state.engine !== "ready" || none || (engineTaken(this.state) && !staffing.running);
    const press = (): void => (staffing.running ? this.#send({ kind: "stop" }) : blocked ? undefined : this.#send({ kind: "run" }));
    const number = (id: string, label: string, value: number, [min, max, step]: readonly [number, number, number], set: (value: number) => void): TemplateResult => html`<div class="field">
      <label for=${id}>${label}</label>
      <input id=${id} type="number" required min=${min} max=${max} step=${step} .value=${String(value)} @change=${(event: Event) => whenValid(event, set)} />
    </div>`;
    return html`<section class="card stack tight" aria-labelledby="targets">
      <h2 id="targets">${w.title}</h2>
      <p class="note">${w.intro}</p>
      <fieldset>
        <legend>${w.targets}</legend>
        ${MEASURES.map((measure) => this.#target(measure, draft))}
      </fieldset>
      <div class="pair">
        ${number("demand", w.demand, draft.demand, [-50, 150, 1], (demand) => this.#draft({ demand }))}
        ${number("step", w.step, draft.step, [0.5, 2, 0.5], (step) => this.#draft({ step }))}
      </div>
      ${none ? html`<p class="warn">${w.noTarget}</p>` : nothing}
      <div><button type="button" class=${staffing.running ? "" : "primary"} aria-disabled=${blocked} @click=${press}>${staffing.running ? w.stop : w.run}</button></div>
    </section>`;
  }

  #target(measure: StaffingMeasure, draft: StaffingDraft): TemplateResult {
    const [name, bound] = w.measures[measure];
    const target = draft.targets[measure];
    const set = (patch: Partial<typeof target>): void => this.#draft({ targets: { ...draft.targets, [measure]: { ...target, ...patch } } });
    const most = targetScale(measure) === 1 ? 1000 : 100;
    return html`<div class="target">
      <label class="check"><input type="checkbox" .checked=${target.on} @change=${(event: Event) => set({ on: (event.target as HTMLInputElement).checked })} /> ${name}</label>
      <span class="note">${bound}</span>
      <input
        type="number"
        aria-label=${w.value(name, bound)}
        required
        min="0"
        max=${most}
        step="any"
        ?disabled=${!target.on}
        .value=${String(target.value)}
        @change=${(event: Event) => whenValid(event, (value) => set({ value }))}
      />
      <span class="note">${wordFor(w.units, measure) ?? ""}</span>
    </div>`;
  }

  #found(report: StaffingReport, currency: string): TemplateResult {
    const money = (cents: number): string => formatMoney(cents, currency);
    const best = report.best ?? (report.reached ? report.today : nearestPoint(report));
    const more = best.cost_year_cents - report.today.cost_year_cents;
    const text = report.reached ? (best.hires.length === 0 ? w.nobody : w.found(w.more(peopleOf(best)))) : w.missed(peopleOf(best));
    return html`<section class="card stack" aria-labelledby="found">
      <div class="stack tight">
        <h2 id="found">${w.chart}</h2>
        <p class="finding ${report.reached ? "" : "warn"}">${text}${best.hires.length > 0 ? ` ${w.cost(money(more))}` : ""}</p>
        ${report.reached ? html`<p class="note">${best.hires.length === 0 ? w.notFewer : report.certain ? w.certain : w.uncertain}</p>` : nothing}
        ${best.hires.length > 0
          ? html`<div class="row no-print"><button type="button" class="small" @click=${() => this.#send({ kind: "try" })}>${w.also}</button><span class="note">${w.alsoNote}</span></div>`
          : nothing}
      </div>
      ${report.points.length > 1 ? this.#chart(report, best, money) : nothing} ${this.#table(report, best, currency)}
      <details>
        <summary>${w.limits}</summary>
        <ul class="facts">
          ${report.limits.map((limit) => html`<li lang=${langOf(limit)}>${asSentence(limit)}</li>`)}
        </ul>
      </details>
      <p class="note">${w.record(report.plans, report.seed, report.version)}</p>
    </section>`;
  }

  #chart(report: StaffingReport, best: StaffingPoint, money: (cents: number) => string): TemplateResult {
    const front = frontierOf(report);
    const same = (a: StaffingPoint, b: StaffingPoint): boolean => a.cost_year_cents === b.cost_year_cents && a.placed === b.placed;
    const dot = (point: StaffingPoint, look: PlotDot["look"], mark?: string): PlotDot => ({ x: point.cost_year_cents, y: point.placed, text: peopleOf(point), look, mark });
    const dots = [
      ...report.points.filter((point) => !point.frontier).map((point) => dot(point, "faint")),
      ...front.filter((point) => !same(point, best)).map((point) => dot(point, "main", same(point, report.today) ? w.today : undefined)),
      dot(best, "best", report.reached ? w.best : peopleOf(best)),
    ];
    return html`<rw-plot
      .lines=${[{ name: w.frontier, look: "solid", points: front.map((point) => [point.cost_year_cents, point.placed] as const) }]}
      .dots=${dots}
      .x=${{ name: w.x, format: money }}
      .y=${{ name: w.y, format: (share: number) => formatShare(share, 1) }}
      .label=${w.chart}
      .caption=${w.caption(report.points.length)}
    ></rw-plot>`;
  }

  #table(report: StaffingReport, best: StaffingPoint, currency: string): TemplateResult {
    const value = (measure: StaffingMeasure, amount: number): string =>
      targetScale(measure) === 1 ? [formatNumber(amount), wordFor(w.units, measure)].filter(Boolean).join(" ") : formatShare(amount, 1);
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${words.charts.table(w.frontier)}>
      <table>
        <caption>${w.frontier}</caption>
        <thead>
          <tr>
            <th scope="col">${w.columns.people}</th>
            ${report.targets.map(({ measure }) => html`<th scope="col" class="number">${w.measures[measure]?.[0] ?? measure}</th>`)}
            ${report.targets.some(({ measure }) => measure === "placed") ? nothing : html`<th scope="col" class="number">${w.columns.placed}</th>`}
            <th scope="col" class="number">${w.columns.cost}</th>
            <th scope="col">${w.columns.met}</th>
          </tr>
        </thead>
        <tbody>
          ${frontierOf(report).map(
            (point) => html`<tr class=${point.cost_year_cents === best.cost_year_cents && point.placed === best.placed ? "best" : ""}>
              <th scope="row">${peopleOf(point)}</th>
              ${report.targets.map(({ measure }, at) => html`<td class="number">${value(measure, point.values[at] ?? 0)} ${point.met[at] ? "✓" : "▲"}</td>`)}
              ${report.targets.some(({ measure }) => measure === "placed") ? nothing : html`<td class="number">${formatShare(point.placed, 1)}</td>`}
              <td class="number">${formatMoneyExact(point.cost_year_cents, currency)}</td>
              <td class=${point.meets ? "good" : "muted"}>${point.meets ? w.met : w.notMet}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }
}

/** Calls back with the number of a field that is valid. */
function whenValid(event: Event, set: (value: number) => void): void {
  const field = event.target as HTMLInputElement;
  if (field.reportValidity()) set(field.valueAsNumber);
}

define("rw-staffing", RwStaffing);
