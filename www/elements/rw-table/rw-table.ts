/**
 * One table of the clinic, to look at: found by a word, a page at a time.
 *
 * Properties: `rows` (plain records), `label`.
 */
import { css, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { words } from "../../words/index.ts";
import { define, RwElement } from "../element.ts";
import { cellText, columnsOf, type TableRow } from "./cells.ts";

const PAGE = 25;

export class RwTable extends RwElement {
  static override properties = { rows: { attribute: false }, label: { attribute: false }, page: { state: true }, find: { state: true } };
  static override sheet = css`
    .scroll {
      border: 1px solid var(--rw-border);
      border-radius: 10px;
      background: var(--rw-surface);
      max-block-size: 34rem;
    }
    table {
      inline-size: max-content;
      min-inline-size: 100%;
    }
    th,
    td {
      padding: 0.375rem 0.75rem;
      max-inline-size: 30rem;
      overflow-wrap: anywhere;
    }
    thead th {
      position: sticky;
      inset-block-start: 0;
      background: var(--rw-surface);
      white-space: nowrap;
    }
    input {
      inline-size: 14rem;
    }
  `;
  declare rows: readonly TableRow[];
  declare label: string;
  declare page: number | undefined;
  declare find: string | undefined;

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("rows")) {
      this.page = 0;
      this.find = "";
    }
  }

  override render(): TemplateResult | typeof nothing {
    if (!this.rows) return nothing;
    const columns = columnsOf(this.rows);
    const wanted = (this.find ?? "").trim().toLowerCase();
    const found = wanted ? this.rows.filter((row) => columns.some((key) => cellText(row[key]).toLowerCase().includes(wanted))) : this.rows;
    const from = (this.page ?? 0) * PAGE;
    const shown = found.slice(from, from + PAGE);
    return html`<div class="stack tight">
      <div class="row spread">
        <label class="row"
          >${words.data.filter}
          <input type="search" autocomplete="off" .value=${this.find ?? ""} @input=${this.#onFind} />
        </label>
        <div class="row">
          <span class="note">${words.data.shown(found.length === 0 ? 0 : from + 1, from + shown.length, found.length)}</span>
          <button type="button" class="small" aria-disabled=${from === 0} @click=${() => (this.page = Math.max(0, (this.page ?? 0) - 1))}>${words.data.previous}</button>
          <button type="button" class="small" aria-disabled=${from + PAGE >= found.length} @click=${() => (this.page = (this.page ?? 0) + (from + PAGE < found.length ? 1 : 0))}>
            ${words.data.next}
          </button>
        </div>
      </div>
      <div class="scroll" tabindex="0" role="region" aria-label=${this.label}>
        <table>
          <thead>
            <tr>
              ${columns.map((key) => html`<th scope="col" lang="en">${key.replaceAll("_", " ")}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${shown.map((row) => html`<tr>${columns.map((key) => html`<td>${cellText(row[key])}</td>`)}</tr>`)}
          </tbody>
        </table>
      </div>
    </div>`;
  }

  #onFind(event: Event): void {
    this.find = (event.target as HTMLInputElement).value;
    this.page = 0;
  }
}

define("rw-table", RwTable);
