// A row of buttons of which one is pressed.
import { html, nothing, type TemplateResult } from "lit";

/** What there is to choose from, and what happens when something else is chosen. */
export interface Choice<T> {
  readonly label: string;
  readonly values: readonly T[];
  readonly current: T;
  readonly name: (value: T) => string;
  readonly choose: (value: T) => void;
  readonly small?: boolean;
}

/** The buttons of a choice. */
export function segmented<const T>({ label, values, current, name, choose, small }: Choice<T>): TemplateResult {
  return html`<div class="segmented" role="group" aria-label=${label}>
    ${values.map(
      (value) => html`<button type="button" class=${small ? "small" : nothing} aria-pressed=${value === current} @click=${() => choose(value)}>
        ${name(value)}
      </button>`,
    )}
  </div>`;
}
