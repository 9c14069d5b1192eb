/**
 * Sends the plan to the portal around the page: a button where there is one, and what is sent before it is.
 *
 * Properties: `portal`, `sessions` (how many the plan has). Events: `rw-send`.
 */
import { css, html, nothing, type TemplateResult } from "lit";
import type { PortalState } from "../../state/portal.ts";
import { words } from "../../words/index.ts";
import { define, RwElement } from "../element.ts";
import { emit } from "../events.ts";

const w = words.portal;

export class RwSend extends RwElement {
  static override properties = { portal: { attribute: false }, sessions: { type: Number } };
  static override sheet = css`
    :host {
      display: contents;
    }
    .send {
      min-height: 2rem;
      font-size: 0.875rem;
      white-space: nowrap;
    }
    dialog {
      inline-size: min(34rem, calc(100vw - 2rem));
      border: 1px solid var(--rw-border);
      border-radius: 12px;
      background: var(--rw-surface);
      color: inherit;
      padding: 1.25rem;
      white-space: normal;
    }
    dialog::backdrop {
      background: rgb(0 0 0 / 45%);
    }
    b {
      overflow-wrap: anywhere;
    }
  `;
  declare portal: PortalState | undefined;
  declare sessions: number;

  override updated(): void {
    const dialog = this.renderRoot.querySelector("dialog");
    if (dialog && !dialog.open) dialog.showModal();
  }

  override render(): TemplateResult | typeof nothing {
    const { portal } = this;
    if (!portal) return nothing;
    return html`<button type="button" class="send" ?disabled=${this.sessions === 0} @click=${() => emit(this, "rw-send", { step: "show" })}>${w.send}</button>
      ${portal.asking
        ? html`<dialog aria-labelledby="title" @cancel=${this.#cancel}>
            <div class="stack">
              <h2 id="title">${w.title}</h2>
              <p>${w.to} <b>${portal.origin}</b></p>
              <p>${w.what(this.sessions)}</p>
              <p class="note">${w.after}</p>
              <div class="row">
                <button class="primary" type="button" @click=${() => emit(this, "rw-send", { step: "send" })}>${w.send}</button>
                <button type="button" @click=${() => emit(this, "rw-send", { step: "cancel" })}>${w.cancel}</button>
              </div>
            </div>
          </dialog>`
        : nothing}`;
  }

  #cancel(event: Event): void {
    event.preventDefault();
    emit(this, "rw-send", { step: "cancel" });
  }
}

define("rw-send", RwSend);
