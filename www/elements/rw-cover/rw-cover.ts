/**
 * What stands in the place of the page while it is locked or hidden. Nothing of the plan is in the document then.
 *
 * Properties: `keep`. Events: `rw-keep-news`.
 */
import { css, html, nothing, type TemplateResult } from "lit";
import type { KeepState } from "../../state/keep.ts";
import { words } from "../../words/index.ts";
import { define, RwElement } from "../element.ts";
import { emit } from "../events.ts";
import { whenSent } from "../forms.ts";

const w = words.keep;

export class RwCover extends RwElement {
  static override properties = { keep: { attribute: false } };
  static override sheet = css`
    main {
      min-block-size: max(var(--rw-fill), 24rem);
      display: grid;
      place-content: center;
      padding: 1rem;
    }
    form,
    section {
      display: grid;
      gap: 0.875rem;
      inline-size: min(28rem, calc(100vw - 2rem));
    }
    label {
      display: grid;
      gap: 0.25rem;
    }
    input {
      inline-size: 100%;
    }
  `;
  declare keep: KeepState;

  override firstUpdated(): void {
    this.renderRoot.querySelector<HTMLElement>("input, button")?.focus();
  }

  override render(): TemplateResult | typeof nothing {
    if (!this.keep) return nothing;
    return html`<main>${this.keep.cover === "locked" ? this.#locked() : this.#curtain()}</main>`;
  }

  #locked(): TemplateResult {
    const { working, error } = this.keep;
    return html`<form class="card" @keydown=${this.#unlock}>
      <h1>${w.locked}</h1>
      <p>${w.lockedIntro}</p>
      <label>
        <span>${w.passphrase}</span>
        <input name="passphrase" type="password" autocomplete="current-password" aria-describedby="wrong" required />
      </label>
      <p class="bad" role="alert" id="wrong">${error ?? ""}</p>
      <div><button class="primary" type="button" ?disabled=${working} @click=${this.#unlock}>${working ? w.working : w.unlock}</button></div>
    </form>`;
  }

  #curtain(): TemplateResult {
    return html`<section class="card">
      <h1>${w.curtain}</h1>
      <p>${w.curtainIntro}</p>
      <div><button class="primary" type="button" @click=${() => emit(this, "rw-keep-news", { kind: "show" })}>${w.show}</button></div>
    </section>`;
  }

  #unlock = whenSent((form) => {
    if (this.keep.working) return;
    emit(this, "rw-keep-news", { kind: "unlock", passphrase: String(new FormData(form).get("passphrase")) });
  });
}

define("rw-cover", RwCover);
