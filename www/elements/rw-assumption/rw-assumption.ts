/**
 * One assumption: number field, minus and plus, slider, the value today and the range it is used with.
 *
 * Properties: `control`, `value`, `range`.
 * Events: `rw-scenario` (turn), on release of the slider or after a change of the number.
 */
import { css, html, nothing, type TemplateResult } from "lit";
import { formatNumber } from "../../format.ts";
import type { Control } from "../../state/scenario.ts";
import { setVars } from "../../styles/set-vars.ts";
import { words } from "../../words/index.ts";
import { define, RwElement } from "../element.ts";
import { emit } from "../events.ts";

export class RwAssumption extends RwElement {
  static override properties = { control: { attribute: false }, value: { type: Number } };
  static override sheet = css`
    fieldset {
      display: grid;
      gap: 0.25rem;
      padding-block: 0.625rem 0.75rem;
      margin-block-end: 0.625rem;
      border-block-end: 1px solid var(--rw-border);
    }
    legend {
      padding: 0;
      font-size: 0.9375rem;
    }
    .controls {
      display: grid;
      grid-template-columns: auto 4.5rem auto auto minmax(4rem, 1fr);
      gap: 0.375rem;
      align-items: center;
    }
    .controls button {
      min-height: 2rem;
      min-inline-size: 2rem;
      padding: 0;
    }
    input[type="number"] {
      min-height: 2rem;
      inline-size: 100%;
      text-align: end;
    }
    .unit {
      font-size: 0.875rem;
      color: var(--rw-muted);
      min-inline-size: 1.75rem;
    }
    .track {
      position: relative;
    }
    .track input {
      inline-size: 100%;
      display: block;
    }
    .today {
      position: absolute;
      inset-block-end: -0.25rem;
      inset-inline-start: calc(0.5rem + (100% - 1rem) * var(--today));
      inline-size: 2px;
      block-size: 0.375rem;
      background: var(--rw-muted);
    }
  `;
  declare control: Control;
  declare value: number;

  override render(): TemplateResult | typeof nothing {
    const { control } = this;
    if (!control) return nothing;
    const { min, max, step, unit } = control;
    const text = `${formatNumber(this.value)} ${unit}`;
    return html`<fieldset>
      <legend>${control.name}</legend>
      <div class="controls">
        <button type="button" aria-label=${words.scenarios.less(control.name)} aria-disabled=${this.value <= min} @click=${() => this.#turn(this.value - step)}>−</button>
        <input
          type="number"
          aria-label=${control.name}
          min=${min}
          max=${max}
          step=${step}
          autocomplete="off"
          .value=${String(this.value)}
          @change=${(event: Event) => this.#turn(Number((event.target as HTMLInputElement).value))}
        />
        <span class="unit">${unit}</span>
        <button type="button" aria-label=${words.scenarios.more(control.name)} aria-disabled=${this.value >= max} @click=${() => this.#turn(this.value + step)}>+</button>
        <div class="track">
          <input
            type="range"
            aria-label="${control.name}, ${words.scenarios.slider}"
            aria-valuetext=${text}
            min=${min}
            max=${max}
            step=${step}
            .value=${String(this.value)}
            @change=${(event: Event) => this.#turn(Number((event.target as HTMLInputElement).value))}
          />
          <span class="today" title=${words.scenarios.today} ${setVars({ "--today": (0 - min) / (max - min) })}></span>
        </div>
      </div>
      <p class="note">${control.note}</p>
    </fieldset>`;
  }

  #turn(value: number): void {
    const { min, max, id } = this.control;
    if (!Number.isFinite(value)) {
      this.requestUpdate();
      return;
    }
    const inside = Math.min(max, Math.max(min, Math.round(value * 100) / 100));
    if (inside !== this.value) emit(this, "rw-scenario", { kind: "turn", id, value: inside });
    else this.requestUpdate();
  }
}

define("rw-assumption", RwAssumption);
