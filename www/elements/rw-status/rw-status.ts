/**
 * The one polite live region of the page. Says at most one sentence a second; the last one said wins.
 *
 * Properties: `text`, the sentence to say.
 */
import { html, type TemplateResult } from "lit";
import { define, RwElement } from "../element.ts";

const PAUSE_MS = 1000;

export class RwStatus extends RwElement {
  static override properties = { text: { attribute: false }, spoken: { state: true } };
  declare text: string;
  declare spoken: string;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #last = -PAUSE_MS;

  override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has("text")) return;
    clearTimeout(this.#timer);
    const wait = Math.max(0, this.#last + PAUSE_MS - performance.now());
    this.#timer = setTimeout(() => {
      this.#last = performance.now();
      this.spoken = this.text;
    }, wait);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  override render(): TemplateResult {
    return html`<div class="hidden-text" role="status" aria-live="polite">${this.spoken ?? ""}</div>`;
  }
}

define("rw-status", RwStatus);
