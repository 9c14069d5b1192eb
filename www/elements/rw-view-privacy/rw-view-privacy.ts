/**
 * The Privacy view: the promise, what can be checked of it, what is stored, what is not covered.
 *
 * Properties: `state`.
 */
import { css, html, type TemplateResult } from "lit";
import type { State } from "../../state/store.ts";
import { words } from "../../words/en-US.ts";
import { define, RwElement } from "../element.ts";
import "../rw-promise/rw-promise.ts";

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
    return html`<div class="stack">
      <h1 tabindex="-1">${words.privacy.title}</h1>
      <p class="promise">${words.privacy.promise}</p>
      <div class="cards">
        <rw-promise .privacy=${state.privacy} .requests=${state.requests}></rw-promise>
        <section class="card stack tight">
          <h2>${words.privacy.stored}</h2>
          <p>${words.privacy.storedNone}</p>
          <p class="warn">${words.privacy.saves}</p>
        </section>
        <section class="card stack tight">
          <h2>${words.privacy.how}</h2>
          <ul>
            ${words.privacy.howItems.map((text) => html`<li>${text}</li>`)}
          </ul>
        </section>
        <section class="card stack tight">
          <h2>${words.privacy.limits}</h2>
          <ul>
            ${words.privacy.limitItems.map((text) => html`<li>${text}</li>`)}
          </ul>
        </section>
      </div>
      <details class="card">
        <summary>${words.privacy.policy}</summary>
        <code>${(state.privacy.self?.policy ?? []).join("\n")}</code>
      </details>
    </div>`;
  }
}

define("rw-view-privacy", RwViewPrivacy);
