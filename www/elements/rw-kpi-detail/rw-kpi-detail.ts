/**
 * One indicator opened: definition, numerator, denominator, n, interval, what was left out, and the rows that count.
 *
 * Properties: `indicator`, `baseline`, `history` (it is of the past), `split` (by groups of patients).
 * Events: `rw-indicator` (close), `rw-split`.
 */
import { css, html, nothing, type TemplateResult } from "lit";
import type { Indicator, IndicatorRows } from "../../engine/operations.ts";
import type { Split } from "../../state/store.ts";
import { formatCount, formatNumber } from "../../format.ts";
import { asSentence, capital, plainName } from "../../state/describe.ts";
import { langOf, spoken } from "../../words/engine.ts";
import { words } from "../../words/index.ts";
import { define, RwElement } from "../element.ts";
import { emit } from "../events.ts";
import { icon } from "../icons.ts";

/** Indicators that count patients, so that they can be told by groups of them. */
const BY_PATIENT: ReadonlySet<string> = new Set(["K3", "K5", "K9", "K10", "K11", "K13", "K18", "K19", "K22", "K29"]);
const GROUPINGS = Object.keys(words.kpis.groupings) as Split["by"][];

export class RwKpiDetail extends RwElement {
  static override properties = { indicator: { attribute: false }, baseline: { attribute: false }, history: { type: Boolean }, split: { attribute: false } };
  static override sheet = css`
    .head {
      display: flex;
      justify-content: space-between;
      gap: 0.5rem;
    }
    .value {
      font-size: 1.5rem;
      font-weight: 650;
    }
    dl {
      display: grid;
      gap: 0.125rem;
      font-size: 0.9375rem;
    }
    dt {
      color: var(--rw-muted);
      font-size: 0.8125rem;
      padding-block-start: 0.5rem;
    }
    .groups th {
      font-weight: 400;
    }
    .field {
      padding-block-start: 0.5rem;
    }
    ul {
      padding-inline-start: 1.125rem;
    }
    .ids {
      max-block-size: 14rem;
      overflow: auto;
      font-size: 0.8125rem;
      overflow-wrap: anywhere;
    }
  `;
  declare indicator: Indicator;
  declare baseline: Indicator | undefined;
  declare history: boolean;
  declare split: Split | undefined;

  override render(): TemplateResult | typeof nothing {
    const item = this.indicator;
    if (!item) return nothing;
    return html`<section class="card stack tight" aria-labelledby="title">
      <div class="head">
        <h2 id="title">${spoken(item.name)}</h2>
        <button type="button" class="quiet small" aria-label=${words.close} @click=${() => emit(this, "rw-indicator", { id: undefined })}>
          ${icon("close")}
        </button>
      </div>
      <p class="value">${item.value === undefined ? words.kpis.notComputable : spoken(item.text)}</p>
      <p class="note">
        ${item.id}, ${words.kpis.basis[item.basis]}${this.baseline ? html`, ${words.kpis.was(spoken(this.baseline.text))}` : nothing}
      </p>
      ${item.not_computable
        ? html`<p>${asSentence(item.not_computable.reason)} ${words.kpis.needs} ${spoken(item.not_computable.needs)}.</p>`
        : nothing}
      <dl>
        ${this.#fact(words.kpis.definition, item.definition)}
        ${this.#fact(words.kpis.numerator, item.numerator_is, item.numerator)}
        ${this.#fact(words.kpis.denominator, item.denominator_is, item.denominator)}
        ${this.#fact(words.kpis.n, formatCount(item.n))}
        ${item.interval ? this.#fact(words.kpis.interval, `${this.#shown(item.interval.low)} – ${this.#shown(item.interval.high)} (${item.interval.method})`) : nothing}
        ${item.quantiles
          ? this.#fact(words.kpis.quantiles, words.kpis.spread(this.#shown(item.quantiles.median), this.#shown(item.quantiles.p90), item.quantiles.n))
          : nothing}
        ${item.figures?.map((figure) => this.#fact(figure.name, figure.text))}
        ${this.#fact(words.kpis.edge, item.edge_cases)} ${this.#fact(words.kpis.source, item.source)}
      </dl>
      ${this.#groups()}
      ${this.#list(words.kpis.leftOut, (item.left_out ?? []).map((out) => `${formatCount(out.n)}: ${spoken(out.reason)}`))}
      ${this.#list(words.kpis.notes, item.notes ?? [])}
      ${this.#rows(words.kpis.numerator, item.numerator_rows)} ${this.#rows(words.kpis.denominator, item.denominator_rows)}
    </section>`;
  }

  #groups(): TemplateResult | typeof nothing {
    const { id } = this.indicator;
    if (!BY_PATIENT.has(id)) return nothing;
    const choose = (event: Event): void => {
      const chosen = GROUPINGS.find((each) => each === (event.target as HTMLSelectElement).value);
      emit(this, "rw-split", { id, by: chosen, history: this.history });
    };
    return html`<div class="field">
        <label for="by">${words.kpis.splitBy}</label>
        <select id="by" @change=${choose}>
          <option value="" ?selected=${!this.split}>${words.kpis.noSplit}</option>
          ${GROUPINGS.map((each) => html`<option value=${each} ?selected=${this.split?.by === each}>${words.kpis.groupings[each]}</option>`)}
        </select>
      </div>
      ${this.split ? this.#cells(this.split) : nothing}`;
  }

  #cells({ by, cells }: Split): TemplateResult {
    if (!cells) return html`<p class="note">${words.kpis.splitting}</p>`;
    if (cells.length === 0) return html`<p class="note">${words.kpis.noGroups}</p>`;
    return html`<table class="groups">
        <thead>
          <tr>
            <th scope="col">${words.kpis.groupings[by]}</th>
            <th scope="col" class="number">${words.kpis.value}</th>
            <th scope="col" class="number">${words.kpis.people}</th>
          </tr>
        </thead>
        <tbody>
          ${cells.map(
            (cell) => html`<tr>
              <th scope="row">${plainName(cell.group) || words.kpis.unstated}</th>
              <td class="number ${cell.hidden ? "muted" : ""}">${cell.hidden ? words.kpis.hidden : cell.text}</td>
              <td class="number">${cell.people ?? ""}</td>
            </tr>`,
          )}
        </tbody>
      </table>
      ${cells.some((cell) => cell.hidden) ? html`<p class="note">${words.kpis.hiddenNote}</p>` : nothing}`;
  }

  #shown(value: number): string {
    const share = this.indicator.unit === "share" || this.indicator.unit === "share_year";
    return share ? `${formatNumber(value * 100)} %` : formatNumber(value, 2);
  }

  #fact(name: string, text: string, value?: number): TemplateResult | typeof nothing {
    if (!text) return nothing;
    return html`<dt>${spoken(name)}</dt>
      <dd lang=${langOf(text)}>${capital(text)}${value === undefined ? nothing : html`: <b>${formatNumber(value, 2)}</b>`}</dd>`;
  }

  #list(title: string, items: readonly string[]): TemplateResult | typeof nothing {
    if (items.length === 0) return nothing;
    return html`<h3>${title}</h3>
      <ul class="note">
        ${items.map((text) => html`<li lang=${langOf(text)}>${capital(text)}</li>`)}
      </ul>`;
  }

  #rows(title: string, rows: IndicatorRows | undefined): TemplateResult | typeof nothing {
    if (!rows || rows.count === 0) return nothing;
    return html`<details>
      <summary>${words.kpis.rows}, ${title.toLowerCase()}: ${words.kpis.rowsOf(rows.ids.length, rows.count)}</summary>
      <p class="note">${words.kpis.inTable(plainName(rows.table))}</p>
      <ul class="ids" tabindex="0" aria-label="${words.kpis.rows}, ${title}">
        ${rows.ids.map((id) => html`<li>${id}</li>`)}
      </ul>
    </details>`;
  }
}

define("rw-kpi-detail", RwKpiDetail);
