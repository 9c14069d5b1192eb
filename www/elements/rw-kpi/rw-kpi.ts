/**
 * One indicator as a tile: its value now, what it replaces, and whether that is better.
 *
 * Properties: `indicator`, `baseline` (the same one before; may be absent), `note` (words in place of the comparison).
 * Events: `rw-indicator` when it is opened.
 */
import { css, html, nothing, type TemplateResult } from "lit";
import type { Indicator } from "../../engine/operations.ts";
import { spoken } from "../../words/engine.ts";
import { words } from "../../words/index.ts";
import { define, RwElement } from "../element.ts";
import { emit } from "../events.ts";
import { verdict } from "./verdict.ts";

export class RwKpi extends RwElement {
  static override properties = {
    indicator: { attribute: false },
    baseline: { attribute: false },
    note: { attribute: false },
    compact: { type: Boolean, reflect: true },
  };
  static override sheet = css`
    button {
      display: grid;
      align-content: start;
      justify-items: start;
      justify-content: start;
      gap: 0.125rem;
      inline-size: 100%;
      block-size: 100%;
      padding: 0.625rem 0.75rem;
      border: 1px solid var(--rw-border);
      border-radius: 10px;
      background: var(--rw-surface);
      text-align: start;
    }
    .name {
      color: var(--rw-muted);
      font-size: 0.8125rem;
      line-height: 1.3;
    }
    .value {
      font-size: 1.5rem;
      line-height: 1.25;
      font-weight: 650;
    }
    .value.missing {
      font-size: 1rem;
      color: var(--rw-muted);
      font-weight: 400;
    }
    .was {
      font-size: 0.8125rem;
      color: var(--rw-muted);
    }
    .verdict {
      font-weight: 600;
      white-space: nowrap;
    }
    @media print {
      button {
        display: grid !important;
      }
    }
    .reason {
      font-size: 0.8125rem;
      color: var(--rw-muted);
      display: -webkit-box;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
      overflow: hidden;
    }
  `;
  declare indicator: Indicator;
  declare baseline: Indicator | undefined;
  declare note: string | undefined;
  declare compact: boolean;

  override render(): TemplateResult | typeof nothing {
    const { indicator, baseline } = this;
    if (!indicator) return nothing;
    const missing = indicator.value === undefined;
    return html`<button type="button" part="tile" @click=${() => emit(this, "rw-indicator", { id: indicator.id })}>
      <span class="name">${spoken(indicator.name)}</span>
      <span class="value ${missing ? "missing" : ""}">${missing ? words.kpis.notComputable : spoken(indicator.text)}</span>
      ${missing && !this.compact ? html`<span class="reason">${spoken(indicator.not_computable?.reason ?? "")}</span>` : this.#was(indicator, baseline)}
    </button>`;
  }

  #was(indicator: Indicator, baseline: Indicator | undefined): TemplateResult | typeof nothing {
    if (this.note) return html`<span class="was">${this.note}</span>`;
    if (!baseline || baseline.value === undefined || indicator.value === undefined) return nothing;
    const judged = verdict(indicator, baseline);
    return html`<span class="was"
      >${words.kpis.was(spoken(baseline.text))}
      ${judged === "better" || judged === "worse"
        ? html`<span class="verdict ${judged === "better" ? "good" : "bad"}">${judged === "better" ? "▲" : "▼"} ${words.kpis[judged]}</span>`
        : nothing}</span
    >`;
  }
}

define("rw-kpi", RwKpi);
