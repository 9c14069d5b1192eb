// A bar that fills: how far a run is.
import { css, html, nothing, type TemplateResult } from "lit";
import { setVars } from "../styles/set-vars.ts";

/** How far it is: `done` of `of` steps, and the same in percent; `text` says it in words, if numbers alone do not. */
export interface Progress {
  readonly label: string;
  readonly done: number;
  readonly of: number;
  readonly percent: number;
  readonly text?: string;
}

/** The look of the bar; the element says how long it is. */
export const progressSheet = css`
  .bar {
    inline-size: 12rem;
    max-inline-size: 100%;
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
`;

/** The bar. */
export function progressBar({ label, done, of, percent, text }: Progress): TemplateResult {
  return html`<div
    class="bar"
    role="progressbar"
    aria-label=${label}
    aria-valuemin="0"
    aria-valuemax=${of}
    aria-valuenow=${done}
    aria-valuetext=${text ?? nothing}
  >
    <div ${setVars({ "--done": `${percent.toFixed(1)}%` })}></div>
  </div>`;
}
