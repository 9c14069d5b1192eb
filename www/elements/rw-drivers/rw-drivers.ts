/**
 * What drives a scenario: how far each unknown moves the outcome, what each change brings alone and all together, and
 * what is worth measuring first.
 *
 * Properties: `drivers`, `currency`.
 */
import { css, html, nothing, type TemplateResult } from "lit";
import type { Estimate, ScenarioDriver, ScenarioDrivers, ScenarioParts } from "../../engine/operations.ts";
import { formatMoney, formatShare, formatSigned, grouped } from "../../format.ts";
import { asSentence } from "../../state/describe.ts";
import { wordFor, words } from "../../words/index.ts";
import { define, RwElement } from "../element.ts";
import type { IntervalRow } from "../rw-interval/rw-interval.ts";
import "../rw-interval/rw-interval.ts";

/** Unknowns that are drawn; the table has all of them. */
const DRAWN = 8;

export class RwDrivers extends RwElement {
  static override properties = { drivers: { attribute: false }, currency: { attribute: false } };
  static override sheet = css`
    tbody th {
      font-weight: 400;
    }
    tr.total > * {
      font-weight: 650;
    }
  `;
  declare drivers: ScenarioDrivers;
  declare currency: string;

  override render(): TemplateResult | typeof nothing {
    if (!this.drivers) return nothing;
    const { inputs, parts, advice } = this.drivers;
    const money = this.#money;
    const drawn = inputs.filter((each) => each.swing_cents.mean !== 0).slice(0, DRAWN);
    return html`<div class="stack tight">
      <p>${asSentence(grouped(advice))}</p>
      ${drawn.length > 0
        ? html`<rw-interval
            .values=${drawn.map((each) => rowOf(each, money))}
            .reference=${parts ? { value: parts.together_cents.mean, name: words.scenarios.middle } : undefined}
            .label=${words.scenarios.moves}
            .unit=${words.scenarios.swing}
            .caption=${words.scenarios.movesNote}
            .format=${money}
          ></rw-interval>`
        : nothing}
      <details>
        <summary>${words.scenarios.shares}</summary>
        ${this.#shares(inputs)}
      </details>
      ${parts && parts.changes.length > 1 ? html`<h3>${words.scenarios.parts}</h3><p class="note">${words.scenarios.partsNote}</p>${this.#parts(parts)}` : nothing}
    </div>`;
  }

  #money = (cents: number): string => formatMoney(cents, this.currency);

  #shares(inputs: readonly ScenarioDriver[]): TemplateResult {
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${words.scenarios.shares}>
      <table>
        <thead>
          <tr>
            ${words.scenarios.shareColumns.map((title, at) => html`<th scope="col" class=${at === 0 ? "" : "number"}>${title}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${inputs.map(
            (each) => html`<tr>
              <th scope="row">${unknownName(each.name)}</th>
              <td class="number">${this.#estimate(each.swing_cents)}</td>
              <td class="number">${formatShare(each.variance_share)} ± ${formatShare(each.variance_share_error)}</td>
              <td class="number">${this.#money(each.information_cents)} ± ${this.#money(each.information_error_cents)}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
    <p class="note">${words.scenarios.chanceShare(formatShare(this.drivers.chance_share))}</p>`;
  }

  #parts(parts: ScenarioParts): TemplateResult {
    const row = (name: string, alone: Estimate, last: Estimate | undefined, total: boolean): TemplateResult =>
      html`<tr class=${total ? "total" : ""}>
        <th scope="row">${name}</th>
        <td class="number">${this.#estimate(alone)}</td>
        <td class="number">${last ? this.#estimate(last) : ""}</td>
      </tr>`;
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${words.scenarios.parts}>
      <table>
        <thead>
          <tr>
            ${words.scenarios.partColumns.map((title, at) => html`<th scope="col" class=${at === 0 ? "" : "number"}>${title}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${parts.changes.map((each) => row(unknownName(each.lever), each.alone_cents, each.last_cents, false))}
          ${row(words.scenarios.interaction, parts.interaction_cents, undefined, false)}
          ${row(words.scenarios.together, parts.together_cents, undefined, true)}
        </tbody>
      </table>
    </div>`;
  }

  #estimate(value: Estimate): string {
    return `${formatSigned(value.mean, this.#money)} ± ${this.#money(value.mc_error)}`;
  }
}

function rowOf(each: ScenarioDriver, money: (cents: number) => string): IntervalRow {
  const ends = [each.at_low_cents.mean, each.at_high_cents.mean];
  return {
    name: unknownName(each.name),
    value: each.at_high_cents.mean,
    low: Math.min(...ends),
    high: Math.max(...ends),
    text: formatSigned(each.swing_cents.mean, money),
  };
}

/** A lever or an unknown as people read it. */
export function unknownName(name: string): string {
  const { controls, levers, unknowns } = words.scenarios;
  return wordFor(controls, name)?.[0] ?? wordFor(levers, name) ?? wordFor(unknowns, name) ?? name.replaceAll("_", " ");
}

define("rw-drivers", RwDrivers);
