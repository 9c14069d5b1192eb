/**
 * What can be checked of the promise: what the browser has seen and refused, a request to try, and which copy this is. Its
 * cards stand in the grid of the view around it.
 *
 * Properties: `privacy`, `requests`. Events: `rw-try` when the user wants to see a request refused.
 */
import { css, html, nothing, type TemplateResult } from "lit";
import type { PrivacyState } from "../../state/privacy.ts";
import { words } from "../../words/index.ts";
import { define, RwElement } from "../element.ts";
import { emit } from "../events.ts";

export class RwPromise extends RwElement {
  static override properties = { privacy: { attribute: false }, requests: { type: Number } };
  static override sheet = css`
    :host {
      display: contents;
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
    dl {
      display: grid;
      grid-template-columns: max-content minmax(0, 1fr);
      gap: 0.25rem 0.75rem;
    }
    dd {
      overflow-wrap: anywhere;
    }
    code {
      font-size: 0.8125rem;
      line-height: 1.5;
    }
  `;
  declare privacy: PrivacyState;
  declare requests: number;

  override render(): TemplateResult {
    return html`<section class="card stack tight">
        <h2>${words.privacy.counter}</h2>
        <p class="count ${this.requests === 0 ? "good" : "bad"}">${this.requests}</p>
        <p>${words.promise.refusals(this.privacy.refused)}</p>
        <p class="note">${words.promise.sees}</p>
      </section>
      <section class="card stack tight">${this.#check()}</section>
      ${this.privacy.self ? this.#self() : nothing}`;
  }

  #check(): TemplateResult {
    const { trial, trying } = this.privacy;
    return html`<h2>${words.promise.check}</h2>
      <div>
        <button type="button" aria-disabled=${String(trying)} @click=${() => emit(this, "rw-try", {})}>
          ${trying ? words.promise.trying : words.promise.attempt}
        </button>
      </div>
      ${trial ? html`<p class="outcome ${trial.outcome === "refused" ? "good" : "bad"}">${trial.outcome === "refused" ? words.promise.refused(trial.directive) : words.promise.left}</p>` : nothing}
      <p class="note">${words.promise.attemptNote}</p>
      <ul>
        ${words.promise.checks.map((text) => html`<li>${text}</li>`)}
      </ul>`;
  }

  #self(): TemplateResult {
    const { self } = this.privacy;
    if (!self) return html``;
    return html`<section class="card stack tight">
      <h2>${words.promise.mode}</h2>
      <p><strong>${words.promise.modes[self.mode]}</strong></p>
      <p>${words.promise.strengths[self.mode]}</p>
      <dl>
        <dt>${words.promise.version}</dt>
        <dd>${self.version || words.promise.noBuild}</dd>
        <dt>${words.promise.build}</dt>
        <dd><code>${self.build || words.promise.noBuild}</code></dd>
      </dl>
      <p class="note">${words.promise.buildNote}</p>
      <p class="note">${words.promise.compare}</p>
    </section>`;
  }
}

define("rw-promise", RwPromise);
