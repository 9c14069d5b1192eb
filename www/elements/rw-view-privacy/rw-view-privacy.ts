/**
 * The Privacy view: the promise, what can be checked of it, what is stored, what is not covered.
 *
 * Properties: `state`.
 * Events: `rw-keep-news`.
 */
import { css, html, nothing, type TemplateResult } from "lit";
import { formatBytes } from "../../format.ts";
import { IDLE_MINUTES } from "../../keep/idle.ts";
import type { KeepNews, KeepSettings } from "../../state/keep.ts";
import type { State } from "../../state/store.ts";
import { words } from "../../words/index.ts";
import { define, RwElement } from "../element.ts";
import "../rw-promise/rw-promise.ts";
import { emit } from "../events.ts";
import "../rw-log/rw-log.ts";

const w = words.keep;

export class RwViewPrivacy extends RwElement {
  static override properties = { state: { attribute: false } };
  static override sheet = css`
    .promise {
      max-inline-size: 48rem;
      font-size: 1.0625rem;
    }
    .cards {
      display: grid;
      gap: 1rem;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr));
    }
    .card {
      align-content: start;
    }
    label {
      display: grid;
      gap: 0.25rem;
      max-inline-size: 24rem;
    }
    ul {
      padding-inline-start: 1.25rem;
      display: grid;
      gap: 0.5rem;
    }
    code {
      display: block;
      padding-block-start: 0.75rem;
      white-space: pre-wrap;
      overflow-wrap: anywhere;
      font-size: 0.8125rem;
      line-height: 1.5;
    }
  `;
  declare state: State;

  override render(): TemplateResult {
    const { state } = this;
    const isElement = state.privacy.self?.mode === "element";
    return html`<div class="stack">
      <h1 tabindex="-1">${words.privacy.title}</h1>
      <p class="promise">${isElement ? words.privacy.promiseElement : words.privacy.promise}</p>
      <div class="cards">
        <rw-promise .privacy=${state.privacy} .requests=${state.requests}></rw-promise>
        <section class="card stack tight">
          <h2>${words.privacy.stored}</h2>
          <p>${words.privacy.storedNone}</p>
          <p>${words.privacy.saves}</p>
          ${this.#device(state)}
        </section>
        <section class="card stack tight">
          <h2>${w.settings}</h2>
          ${this.#settings(state)}
        </section>
        ${isElement
          ? nothing
          : html`<section class="card stack tight">
              <h2>${words.privacy.how}</h2>
              <ul>
                ${words.privacy.howItems.map((text) => html`<li>${text}</li>`)}
              </ul>
            </section>`}
        <section class="card stack tight">
          <h2>${words.privacy.limits}</h2>
          <ul>
            ${words.privacy.limitItems.map((text) => html`<li>${text}</li>`)}
          </ul>
        </section>
      </div>
      <rw-log .keep=${state.keep}></rw-log>
      <details class="card">
        <summary>${words.privacy.policy}</summary>
        <code>${(state.privacy.self?.policy ?? []).join("\n")}</code>
      </details>
    </div>`;
  }

  /** The copy on this device: what there is of it, and what can be done with it. */
  #device({ keep }: State): TemplateResult {
    const { device, kept } = keep;
    const texts = {
      unknown: w.deviceUnknown,
      denied: w.deviceDenied,
      none: w.deviceOff,
      copy: w.deviceCopy,
      on: w.deviceOn(kept?.at, formatBytes(kept?.bytes ?? 0)),
    } as const;
    return html`<h3>${w.device}</h3>
      <p class=${device === "on" || device === "denied" ? "warn" : ""}>${texts[device]}</p>
      ${keep.otherTab ? html`<p class="warn" role="status">${w.notKept.busy}</p>` : nothing}
      <div class="row">
        ${device === "copy" ? this.#button(w.openCopy, { kind: "copy" }) : nothing}
        ${device === "none" || device === "copy" ? this.#button(w.keepHere, { kind: "device", on: true }) : nothing}
        ${keep.otherTab && device === "on" ? this.#button(w.again2, { kind: "again" }) : nothing}
        ${device === "on" || device === "copy" ? this.#button(w.keepNoMore, { kind: "device", on: false }) : nothing}
        ${this.#button(w.wipe, { kind: "ask", dialog: { kind: "wipe" } })}
      </div>`;
  }

  #settings({ keep }: State): TemplateResult {
    const change = (settings: Partial<KeepSettings>): void => emit(this, "rw-keep-news", { kind: "settings", settings });
    return html`<label>
        <span>${w.lockMinutes}</span>
        <input
          type="number"
          min=${IDLE_MINUTES.least}
          max=${IDLE_MINUTES.most}
          step="1"
          .value=${String(keep.settings.lockMinutes)}
          @change=${(event: Event) => change({ lockMinutes: Number((event.target as HTMLInputElement).value) })}
        />
      </label>
      <p class="note">${w.lockMinutesHelp}</p>
      <label>
        <span>${w.user}</span>
        <input
          maxlength="40"
          autocomplete="off"
          .value=${keep.settings.user}
          @change=${(event: Event) => change({ user: (event.target as HTMLInputElement).value })}
        />
      </label>
      <p class="note">${w.userHelp}</p>
      <div class="row">
        ${this.#button(w.lockNow, { kind: "lock" })}
        ${keep.hasKey ? this.#button(w.changePassphrase, { kind: "ask", dialog: { kind: "change" } }) : nothing}
      </div>`;
  }

  #button(text: string, news: KeepNews): TemplateResult {
    return html`<button type="button" @click=${() => emit(this, "rw-keep-news", news)}>${text}</button>`;
  }
}

define("rw-view-privacy", RwViewPrivacy);
