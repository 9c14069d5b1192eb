/**
 * A run of the optimizer: start, how far it is, stop and keep the best.
 *
 * Properties: `solve` (absent while nothing runs), `ready`, `again`.
 * Events: `rw-solve`, `rw-stop`.
 */
import { css, html, type PropertyValues, type TemplateResult } from "lit";
import type { Solve } from "../../state/store.ts";
import { words } from "../../words/index.ts";
import { define, RwElement } from "../element.ts";
import { emit } from "../events.ts";
import { progressBar, progressSheet } from "../progress.ts";

/** Share of the steps after which the pace is known well enough to say how long the rest takes. Our choice. */
const PACE_KNOWN = 0.05;

export class RwSolve extends RwElement {
  static override properties = { solve: { attribute: false }, ready: { type: Boolean }, again: { type: Boolean } };
  static override sheet = [progressSheet, css`
    .run {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0.5rem 0.75rem;
      min-height: 2.25rem;
    }
    .bar {
      inline-size: 8rem;
    }
    .text {
      font-size: 0.875rem;
    }
  `];
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
    const label = solve.best ? words.solve.improving(solve.unplaced) : words.solve.first;
    const text = words.solve.step(solve.step, solve.steps, solve.workers, secondsLeft(solve));
    const percent = solve.steps > 0 ? (solve.step / solve.steps) * 100 : 0;
    return html`<div class="run">
      ${progressBar({ label, done: solve.step, of: solve.steps, percent, text })}
      <span class="text">${label}<span class="muted">, ${text}</span></span>
      <button type="button" @click=${() => emit(this, "rw-stop", {})}>${words.solve.stop}</button>
    </div>`;
  }
}

/** Seconds to the last step at the pace so far; undefined while too little is known of the pace. */
function secondsLeft({ step, steps, rate }: Solve): number | undefined {
  return rate > 0 && step >= steps * PACE_KNOWN ? Math.max(1, Math.ceil((steps - step) / rate)) : undefined;
}

define("rw-solve", RwSolve);
