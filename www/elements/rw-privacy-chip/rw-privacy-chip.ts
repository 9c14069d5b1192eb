/**
 * Always in sight: that the data is on this device, and how many network requests the browser has seen.
 *
 * Properties: `requests`; without it, among requests of others, none are counted. Events: `rw-navigate` to the Privacy view.
 */
import { css, html, type TemplateResult } from "lit";
import { words } from "../../words/index.ts";
import { define, RwElement } from "../element.ts";
import { emit } from "../events.ts";
import { icon } from "../icons.ts";

export class RwPrivacyChip extends RwElement {
  static override properties = { requests: { type: Number } };
  static override sheet = css`
    button {
      border-color: var(--rw-good);
      color: var(--rw-good);
      font-size: 0.8125rem;
      min-height: 2rem;
    }
    button.seen {
      border-color: var(--rw-bad);
      color: var(--rw-bad);
    }
    .label {
      white-space: nowrap;
    }
    @container (max-width: 40rem) {
      button {
        padding-inline: 0.5rem;
      }
      .where {
        position: absolute;
        inline-size: 1px;
        block-size: 1px;
        overflow: hidden;
        clip-path: inset(50%);
      }
    }
  `;
  declare requests: number | undefined;

  override render(): TemplateResult {
    return html`<button
      type="button"
      class=${(this.requests ?? 0) > 0 ? "seen" : ""}
      @click=${() => emit(this, "rw-navigate", { view: "privacy" })}
    >
      ${icon("shield")}<span class="label">${this.requests === undefined ? words.onDevice : html`<span class="where">${words.onDevice}. </span>${words.requests(this.requests)}`}</span>
    </button>`;
  }
}

define("rw-privacy-chip", RwPrivacyChip);
