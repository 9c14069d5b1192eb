// What every chart is: a figure with its finding as caption, drawn as wide as it stands, and the same as a table.
import { html, nothing, type PropertyDeclarations, type TemplateResult } from "lit";
import { words } from "../words/index.ts";
import { RwElement } from "./element.ts";

/** A chart; `label` names it, `caption` says what it shows, with the number. */
export abstract class RwChart extends RwElement {
  static override properties: PropertyDeclarations = {
    caption: { attribute: false },
    label: { attribute: false },
    format: { attribute: false },
    width: { state: true },
    table: { state: true },
  };
  declare caption: string;
  declare label: string;
  declare format: (value: number) => string;
  declare width: number | undefined;
  declare table: boolean;
  #observer: ResizeObserver | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#observer = new ResizeObserver(([entry]) => {
      const width = Math.round(entry?.contentRect.width ?? 0);
      if (width > 0 && width !== this.width) this.width = width;
    });
    this.#observer.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer?.disconnect();
  }

  /** What is drawn, with its keys. */
  protected abstract drawn(): TemplateResult;
  /** The same as the parts of a table. */
  protected abstract rows(): TemplateResult;

  /** The whole figure. */
  protected figure(): TemplateResult {
    return html`<figure>
      ${this.caption ? html`<figcaption>${this.caption}</figcaption>` : nothing} ${this.drawn()}
      <div>
        <button type="button" class="small" aria-expanded=${this.table ? "true" : "false"} @click=${() => (this.table = !this.table)}>
          ${this.table ? words.charts.hideTable : words.charts.showTable}
        </button>
      </div>
      ${this.table
        ? html`<div class="scroll" tabindex="0" role="region" aria-label=${words.charts.table(this.label)}>
            <table>
              <caption>
                ${this.label}
              </caption>
              ${this.rows()}
            </table>
          </div>`
        : nothing}
    </figure>`;
  }

  /** The name of the drawing for those who do not see it. */
  protected get spoken(): string {
    return [this.label, this.caption].filter(Boolean).join(". ");
  }
}
