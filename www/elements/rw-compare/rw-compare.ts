/**
 * Scenarios side by side: the three cases of the run at hand, and the likely case of each one saved, as values or as
 * differences from the base.
 *
 * Properties: `report`, `saved`, `currency`. Events: `rw-load`, `rw-remove` with the name.
 */
import { css, html, nothing, type TemplateResult } from "lit";
import type { Estimate, ScenarioCase, ScenarioReport } from "../../engine/operations.ts";
import { formatFixed, formatMoney, formatSigned } from "../../format.ts";
import type { SavedScenario } from "../../state/scenario.ts";
import { words } from "../../words/en-US.ts";
import { define, RwElement } from "../element.ts";
import { segmented } from "../segmented.ts";

interface Column {
  readonly name: string;
  readonly saved: boolean;
  readonly each: ScenarioCase;
}

export class RwCompare extends RwElement {
  static override properties = { report: { attribute: false }, saved: { attribute: false }, currency: { attribute: false }, differences: { state: true } };
  static override sheet = css`
    td small {
      display: block;
      color: var(--rw-muted);
      font-size: 0.8125rem;
    }
    tbody th {
      font-weight: 400;
      min-inline-size: 9rem;
    }
    thead th {
      vertical-align: bottom;
    }
    .saved {
      display: grid;
      gap: 0.25rem;
      justify-items: end;
    }
  `;
  declare report: ScenarioReport;
  declare saved: readonly SavedScenario[];
  declare currency: string;
  declare differences: boolean;

  override render(): TemplateResult | typeof nothing {
    if (!this.report) return nothing;
    const columns: Column[] = [
      ...this.report.cases.map((each) => ({ name: words.scenarios.cases[each.name] ?? each.name, saved: false, each })),
      ...(this.saved ?? []).flatMap(({ name, report }) => {
        const each = report.cases.find((item) => item.name === "likely");
        return each ? [{ name, saved: true, each }] : [];
      }),
    ];
    const rows = this.report.cases[0]?.indicators ?? [];
    return html`<div class="stack tight">
      <div class="row spread">
        <p class="note">${words.scenarios.paired}</p>
        ${segmented({
          label: words.scenarios.show,
          values: [false, true],
          current: !!this.differences,
          name: (differences) => (differences ? words.scenarios.differences : words.scenarios.values),
          choose: (differences) => (this.differences = differences),
          small: true,
        })}
      </div>
      <div class="scroll" tabindex="0" role="region" aria-label=${words.scenarios.sideBySide}>
        <table>
          <thead>
            <tr>
              <td></td>
              <th scope="col" class="number">${words.scenarios.baseColumn}</th>
              ${columns.map((column) => this.#title(column))}
            </tr>
          </thead>
          <tbody>
            ${this.#money(words.scenarios.netOver(this.report.months), columns, (each) => each.net_cents)}
            ${this.#money(words.scenarios.firstYear, columns, (each) => each.first_year_cents)}
            ${rows.map((row) => this.#indicator(row.id, row.name, row.unit, columns))}
          </tbody>
        </table>
      </div>
    </div>`;
  }

  #title(column: Column): TemplateResult {
    if (!column.saved) return html`<th scope="col" class="number">${column.name}</th>`;
    return html`<th scope="col" class="number">
      <div class="saved">
        <span>${column.name}</span>
        <div class="row no-print">
          <button type="button" class="link" @click=${() => this.#send("rw-load", column.name)}>${words.scenarios.open}</button>
          <button type="button" class="link" aria-label="${words.scenarios.remove} ${column.name}" @click=${() => this.#send("rw-remove", column.name)}>
            ${words.scenarios.remove}
          </button>
        </div>
      </div>
    </th>`;
  }

  #send(type: "rw-load" | "rw-remove", name: string): void {
    this.dispatchEvent(new CustomEvent(type, { detail: name }));
  }

  #money(title: string, columns: readonly Column[], of: (each: ScenarioCase) => Estimate): TemplateResult {
    const money = (cents: number): string => formatMoney(cents, this.currency);
    return html`<tr>
      <th scope="row">${title}</th>
      <td class="number muted">${money(0)}</td>
      ${columns.map(({ each }) => {
        const value = of(each);
        return html`<td class="number">${money(value.mean)}<small>${words.scenarios.to(money(value.p10), money(value.p90))}</small></td>`;
      })}
    </tr>`;
  }

  #indicator(id: string, name: string, unit: string, columns: readonly Column[]): TemplateResult {
    const show = (value: number): string =>
      unit === "share" ? `${formatFixed(value * 100)} %` : `${formatFixed(value)}${unit === "hours" ? " h" : ""}`;
    const base = columns[0]?.each.indicators.find((row) => row.id === id)?.base;
    return html`<tr>
      <th scope="row">${name}</th>
      <td class="number">${base === undefined || base === null ? words.scenarios.unknown : show(base)}</td>
      ${columns.map(({ each }) => {
        const row = each.indicators.find((item) => item.id === id);
        if (!row || row.value === undefined || row.value === null) return html`<td class="number muted">${words.scenarios.unknown}</td>`;
        const difference = row.difference;
        const better = difference && row.direction !== 0 && difference.mean !== 0 ? difference.mean > 0 === row.direction > 0 : undefined;
        const tone = better === undefined ? "" : better ? "good" : "bad";
        const text = this.differences && difference ? formatSigned(difference.mean, show) : show(row.value);
        return html`<td class="number">
          <span class=${this.differences ? tone : ""}>${text}</span>${difference && this.differences
            ? html`<small>${words.scenarios.to(formatSigned(difference.p10, show), formatSigned(difference.p90, show))}</small>`
            : nothing}
        </td>`;
      })}
    </tr>`;
  }
}

define("rw-compare", RwCompare);
