/**
 * A run of the optimizer: start, how far it is, stop and keep the best.
 *
 * Properties: `solve` (absent while nothing runs), `ready`, `again`.
 * Events: `rw-solve`, `rw-stop`.
 */
import { css, html, type PropertyValues, type TemplateResult } from "lit";
import type { Solve } from "../../state/store.ts";
import { setVars } from "../../styles/set-vars.ts";
import { words } from "../../words/en-US.ts";
import { define, RwElement } from "../element.ts";
import { emit } from "../events.ts";

export class RwSolve extends RwElement {
  static override properties = { solve: { attribute: false }, ready: { type: Boolean }, again: { type: Boolean } };
  static override sheet = css`
    .run {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0.5rem 0.75rem;
      min-height: 2.25rem;
    }
    .bar {
      inline-size: 8rem;
      block-size: 0.5rem;
      border-radius: 4px;
      border: 1px solid var(--rw-control);
      overflow: hidden;
    }
    .bar div {
      block-size: 100%;
      inline-size: var(--done);
      background: var(--rw-accent);
    }
    .text {
      font-size: 0.875rem;
    }
  `;
  declare solve: Solve | undefined;
  declare ready: boolean;
  declare again: boolean;
  #pressed = false;

  override updated(changed: PropertyValues<this>): void {
    // The button that started the run is gone: its place is taken by the one that stops it.
    if (changed.has("solve") && this.solve && !changed.get("solve") && this.#pressed) {
      this.#pressed = false;
      this.renderRoot.querySelector<HTMLElement>("button")?.focus();
    }
  }

  #start(): void {
    this.#pressed = true;
    emit(this, "rw-solve", { start: "shown" });
  }

  override render(): TemplateResult {
    const solve = this.solve;
    if (!solve) {
      return html`<button type="button" class="primary" ?disabled=${!this.ready} @click=${this.#start}>
        ${this.again ? words.schedule.optimizeAgain : words.schedule.optimize}
      </button>`;
    }
    const share = solve.steps > 0 ? solve.step / solve.steps : 0;
    const text = solve.best ? words.solve.improving(solve.unplaced) : words.solve.first;
    return html`<div class="run">
      <div
        class="bar"
        role="progressbar"
        aria-label=${text}
        aria-valuemin="0"
        aria-valuemax=${solve.steps}
        aria-valuenow=${solve.step}
        aria-valuetext=${words.solve.step(solve.step, solve.steps)}
      >
        <div ${setVars({ "--done": `${(share * 100).toFixed(1)}%` })}></div>
      </div>
      <span class="text">${text}<span class="muted">, ${words.solve.step(solve.step, solve.steps)}</span></span>
      <button type="button" @click=${() => emit(this, "rw-stop", {})}>${words.solve.stop}</button>
    </div>`;
  }
}

define("rw-solve", RwSolve);
