/**
 * The Privacy view: the promise, a live counter, what is stored, what is not covered.
 *
 * Properties: `state`.
 */
import { css, html, type TemplateResult } from "lit";
import type { State } from "../../state/store.ts";
import { words } from "../../words/en-US.ts";
import { define, RwElement } from "../element.ts";

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
    .count {
      font-size: 2rem;
      line-height: 1.2;
      font-weight: 650;
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
        <section class="card stack tight">
          <h2>${words.privacy.counter}</h2>
          <p class="count ${state.requests === 0 ? "good" : "bad"}">${state.requests}</p>
          <p class="note">${words.privacy.tryIt}</p>
        </section>
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
        <code>${policyInForce()}</code>
      </details>
    </div>`;
  }
}

/** The policy as this very document states it, one directive a line. */
function policyInForce(): string {
  const meta = document.querySelector('meta[http-equiv="Content-Security-Policy"]');
  return (meta?.getAttribute("content") ?? "").split(/;\s*/).filter(Boolean).join("\n");
}

define("rw-view-privacy", RwViewPrivacy);
