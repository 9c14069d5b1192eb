/**
 * Scenarios side by side, by what was set and by what came of it: the three cases of the run at hand and the likely case
 * of each one kept, however many; as values, or as differences from the base or from one of them.
 *
 * Properties: `report`, `saved`, `choices`, `index`. Events: `rw-load`, `rw-remove` with the name.
 */
import { css, html, nothing, type TemplateResult } from "lit";
import type { Estimate, ScenarioCase, ScenarioReport } from "../../engine/operations.ts";
import type { LeversReply } from "../../engine/types.ts";
import { formatMoney, formatSigned } from "../../format.ts";
import type { ClinicIndex } from "../../state/clinic.ts";
import { drawnSettings, indicatorChange, indicatorText, likelyOf, paybackText, roiText, type Setting, settingsOf } from "../../state/report.ts";
import type { SavedScenario } from "../../state/scenario.ts";
import { spoken } from "../../words/engine.ts";
import { wordFor, words } from "../../words/index.ts";
import { define, RwElement } from "../element.ts";
import { segmented } from "../segmented.ts";

const w = words.scenarios;

interface Column {
  readonly name: string;
  readonly saved: boolean;
  readonly each: ScenarioCase;
  readonly months: number;
  readonly settings: readonly Setting[];
}

export class RwCompare extends RwElement {
  static override properties = {
    report: { attribute: false },
    saved: { attribute: false },
    choices: { attribute: false },
    index: { attribute: false },
    differences: { state: true },
    against: { state: true },
  };
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
    tbody th[colspan] {
      font-weight: 650;
      padding-block-start: 0.875rem;
    }
    .saved {
      display: grid;
      gap: 0.25rem;
      justify-items: end;
      white-space: normal;
    }
    .apart {
      font-weight: 600;
    }
    .name {
      min-inline-size: 6.5rem;
      overflow-wrap: break-word;
    }
  `;
  declare report: ScenarioReport;
  declare saved: readonly SavedScenario[];
  declare choices: LeversReply | undefined;
  declare index: ClinicIndex;
  declare differences: boolean;
  /** The scenario that the others are held against; the base if undefined. */
  declare against: string | undefined;

  override render(): TemplateResult | typeof nothing {
    const { report, saved, choices, index } = this;
    if (!report || !index) return nothing;
    const { months } = report;
    const columns: Column[] = [
      ...report.cases.map((each) => ({ name: wordFor(w.cases, each.name) ?? each.name, saved: false, each, months, settings: drawnSettings(report, each, choices, index) })),
      ...(saved ?? []).flatMap(({ name, report }): Column[] => {
        const each = likelyOf(report);
        return each ? [{ name, saved: true, each, months: report.months, settings: settingsOf(report, choices, index) }] : [];
      }),
    ];
    const reference = this.differences ? columns.find(({ name }) => name === this.against) : undefined;
    return html`<div class="stack tight">
      <div class="row spread">
        <p class="note">${w.likelyNote}</p>
        <div class="row no-print">
          ${segmented({
            label: w.show,
            values: [false, true],
            current: !!this.differences,
            name: (differences) => (differences ? w.differences : w.values),
            choose: (differences) => (this.differences = differences),
            small: true,
          })}
          ${this.differences ? this.#against(columns) : nothing}
        </div>
      </div>
      <div class="scroll" tabindex="0" role="region" aria-label=${w.sideBySide}>
        <table>
          <thead>
            <tr>
              <td></td>
              <th scope="col" class="number">${w.baseColumn}</th>
              ${columns.map((column) => this.#title(column))}
            </tr>
          </thead>
          ${this.#settings(columns)} ${this.#outcomes(columns, reference)}
        </table>
      </div>
      ${columns.some(({ saved }) => saved) ? nothing : html`<p class="note">${w.nothingKept}</p>`}
    </div>`;
  }

  #against(columns: readonly Column[]): TemplateResult {
    const choose = (event: Event): void => {
      this.against = (event.target as HTMLSelectElement).value || undefined;
    };
    return html`<label class="check"
      >${w.against}
      <select @change=${choose}>
        <option value="" .selected=${!this.against}>${w.baseColumn}</option>
        ${columns.map(({ name }) => html`<option value=${name} .selected=${name === this.against}>${name}</option>`)}
      </select></label
    >`;
  }

  #title(column: Column): TemplateResult {
    if (!column.saved) return html`<th scope="col" class="number"><div class="saved"><span class="name">${column.name}</span></div></th>`;
    return html`<th scope="col" class="number">
      <div class="saved">
        <span class="name">${column.name}</span>
        <div class="row no-print">
          <button type="button" class="link" aria-label="${w.open} ${column.name}" @click=${() => this.#send("rw-load", column.name)}>${w.open}</button>
          <button type="button" class="link" aria-label="${w.remove} ${column.name}" @click=${() => this.#send("rw-remove", column.name)}>${w.remove}</button>
        </div>
      </div>
    </th>`;
  }

  #send(type: "rw-load" | "rw-remove", name: string): void {
    this.dispatchEvent(new CustomEvent(type, { detail: name }));
  }

  /** Every lever that any of them turns; those that differ stand out. */
  #settings(columns: readonly Column[]): TemplateResult {
    const settings = columns.map((column) => column.settings);
    const names = [...new Set(settings.flatMap((list) => list.map(({ name }) => name)))];
    return html`<tbody>
      <tr><th scope="rowgroup" colspan=${columns.length + 2}>${w.settings}</th></tr>
      ${names.map((name) => {
        const cells = settings.map((list) => list.find((each) => each.name === name));
        const apart = new Set(cells.map((cell) => `${cell?.value} ${cell?.range}`)).size > 1;
        return html`<tr>
          <th scope="row">${spoken(name)}</th>
          <td class="number muted">${w.asToday}</td>
          ${cells.map((cell) => html`<td class="number ${apart ? "apart" : ""}">${cell ? html`${cell.value}${cell.range ? html`<small>${cell.range}</small>` : nothing}` : html`<span class="muted">${w.asToday}</span>`}</td>`)}
        </tr>`;
      })}
    </tbody>`;
  }

  #outcomes(columns: readonly Column[], reference: Column | undefined): TemplateResult {
    const rows = new Map(columns.flatMap(({ each }) => each.indicators.map((row) => [row.id, row] as const)));
    const months = Math.max(...columns.map(({ months }) => months));
    return html`<tbody>
      <tr><th scope="rowgroup" colspan=${columns.length + 2}>${w.outcomes}</th></tr>
      ${this.#money(w.netOver(months), columns, reference, (each) => each.net_cents)}
      ${this.#money(w.firstYear, columns, reference, (each) => each.first_year_cents)}
      ${this.#money(w.present, columns, reference, (each) => each.return.npv_cents)}
      ${this.#plain(w.payback, columns, (each) => paybackText(each.return.payback_month))}
      ${this.#plain(w.roi, columns, (each) => roiText(each.return))}
      ${[...rows.values()].map((row) => this.#indicator(row, columns, reference))}
    </tbody>`;
  }

  #money(title: string, columns: readonly Column[], reference: Column | undefined, of: (each: ScenarioCase) => Estimate | number): TemplateResult {
    const money = (cents: number): string => formatMoney(cents, this.index.clinic.settings.currency);
    const mean = (each: ScenarioCase): number => meanOf(of(each));
    const months = new Set(columns.map(({ months }) => months));
    return html`<tr>
      <th scope="row">${title}</th>
      <td class="number muted">${reference ? formatSigned(-mean(reference.each), money) : money(0)}</td>
      ${columns.map((column) => {
        const value = of(column.each);
        const own = months.size > 1 ? html`<small>${w.months(column.months)}</small>` : nothing;
        if (reference) {
          return html`<td class="number">${column.name === reference.name ? w.baseOfComparison : formatSigned(mean(column.each) - mean(reference.each), money)}${own}</td>`;
        }
        return html`<td class="number">${money(meanOf(value))}${typeof value === "number" ? nothing : html`<small>${w.to(money(value.p10), money(value.p90))}</small>`}${own}</td>`;
      })}
    </tr>`;
  }

  #plain(title: string, columns: readonly Column[], of: (each: ScenarioCase) => string): TemplateResult {
    return html`<tr>
      <th scope="row">${title}</th>
      <td></td>
      ${columns.map(({ each }) => html`<td class="number">${of(each)}</td>`)}
    </tr>`;
  }

  #indicator({ id, name, unit, direction }: ScenarioCase["indicators"][number], columns: readonly Column[], reference: Column | undefined): TemplateResult {
    const change = (value: number): string => indicatorChange(unit, value);
    const of = (column: Column) => column.each.indicators.find((item) => item.id === id);
    const base = columns.map((column) => of(column)?.base).find((value) => typeof value === "number");
    const held = reference && of(reference)?.value;
    const colored = (difference: number): string => (direction === 0 || difference === 0 ? "" : difference > 0 === direction > 0 ? "good" : "bad");
    return html`<tr>
      <th scope="row">${spoken(name)}</th>
      <td class="number">${typeof base !== "number" ? w.unknown : reference && typeof held === "number" ? change(base - held) : indicatorText(unit, base)}</td>
      ${columns.map((column) => {
        const row = of(column);
        if (!row || typeof row.value !== "number") return html`<td class="number muted">${w.unknown}</td>`;
        if (reference) {
          const apart = typeof held === "number" ? row.value - held : 0;
          return html`<td class="number"><span class=${colored(apart)}>${column.name === reference.name ? w.baseOfComparison : change(apart)}</span></td>`;
        }
        const { difference } = row;
        if (!this.differences || !difference) return html`<td class="number">${indicatorText(unit, row.value)}</td>`;
        return html`<td class="number">
          <span class=${colored(difference.mean)}>${change(difference.mean)}</span><small>${w.to(change(difference.p10), change(difference.p90))}</small>
        </td>`;
      })}
    </tr>`;
  }
}

function meanOf(value: Estimate | number): number {
  return typeof value === "number" ? value : value.mean;
}

define("rw-compare", RwCompare);
