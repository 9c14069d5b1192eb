/**
 * The approach of a scenario: a choice of the templates that the engine lists, what each would turn in this clinic, and
 * whether it comes at once or in phases.
 *
 * Properties: `choices`, `approach`. Events: `rw-scenario` (approach).
 */
import { css, html, nothing, type TemplateResult } from "lit";
import type { LeversReply, ScenarioTemplate } from "../../engine/types.ts";
import { formatNumber } from "../../format.ts";
import { linesOf, type Approach } from "../../state/scenario.ts";
import { spoken } from "../../words/engine.ts";
import { words } from "../../words/index.ts";
import { define, RwElement } from "../element.ts";
import { emit } from "../events.ts";

export class RwApproach extends RwElement {
  static override properties = { choices: { attribute: false }, approach: { attribute: false } };
  static override sheet = css`
    :host {
      display: block;
      padding-block-end: 0.75rem;
    }
    select {
      inline-size: 100%;
    }
    td,
    th {
      vertical-align: top;
    }
    tbody tr:has(th) > * {
      border-block-end: 0;
    }
    td[colspan] {
      padding-block-start: 0;
    }
  `;
  declare choices: LeversReply;
  declare approach: Approach | undefined;

  override render(): TemplateResult {
    const { approach } = this;
    return html`<div class="stack tight">
      <div class="field">
        <label for="approach">${words.scenarios.approach}</label>
        <select id="approach" @change=${(event: Event) => this.#choose((event.target as HTMLSelectElement).value)}>
          <option value="" .selected=${!approach}>${words.scenarios.own}</option>
          ${this.choices.templates.map(
            ({ id }) => html`<option value=${id} .selected=${approach?.template === id}>${words.scenarios.templates[id] ?? id}</option>`,
          )}
        </select>
      </div>
      ${approach ? this.#chosen(approach) : nothing}
    </div>`;
  }

  #choose(value: string): void {
    const template = this.choices.templates.find((each) => each.id === value)?.id;
    this.#send(template, this.approach?.phased ?? false);
  }

  #send(template: ScenarioTemplate | undefined, phased: boolean): void {
    emit(this, "rw-scenario", { kind: "approach", approach: template && { template, phased } });
  }

  #chosen(approach: Approach): TemplateResult {
    const lines = linesOf(this.choices, approach.template);
    const { discovery_months, pilot_months, pilot_share, scale_months } = this.choices.rollout;
    const phases = words.scenarios.phases(discovery_months ?? 0, pilot_months ?? 0, `${formatNumber((pilot_share ?? 0) * 100)} %`, scale_months ?? 0);
    if (lines.length === 0) return html`<p class="warn">${words.scenarios.nothingHere}</p>`;
    const name = words.scenarios.templates[approach.template] ?? approach.template;
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${name}>
        <table>
          <thead>
            <tr>
              ${words.scenarios.lines.map((title) => html`<th scope="col">${title}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${lines.map(
              (line) =>
                html`<tr>
                  <th scope="row">${line.name}</th>
                  <td>${line.value}</td>
                  <td>${line.range}</td>
                </tr>
                <tr>
                  <td class="note" colspan="3">${spoken(line.source)}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      <label class="check">
        <input
          type="checkbox"
          .checked=${approach.phased}
          @change=${(event: Event) => this.#send(approach.template, (event.target as HTMLInputElement).checked)}
        />${words.scenarios.phased}
      </label>
      ${approach.phased ? html`<p class="note">${phases}</p>` : nothing}
      <p class="note">${words.scenarios.approachNote}</p>`;
  }
}

define("rw-approach", RwApproach);
