/**
 * The Data view: bring data in, see how it was understood and what is wrong with it, look at the tables, take data out.
 *
 * Properties: `state`. Events: `rw-files`, `rw-paste`, `rw-import`, `rw-download`, `rw-save`, and those of its parts.
 */
import { css, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { rowCounts } from "../../state/import.ts";
import type { ImportState } from "../../state/import.ts";
import type { OpenClinic, State } from "../../state/store.ts";
import { formatCount } from "../../format.ts";
import { plainName } from "../../state/describe.ts";
import { words } from "../../words/index.ts";
import { define, RwElement } from "../element.ts";
import { emit } from "../events.ts";
import { whenSent } from "../forms.ts";
import { segmented } from "../segmented.ts";
import "../rw-columns/rw-columns.ts";
import "../rw-groups/rw-groups.ts";
import "../rw-issues/rw-issues.ts";
import "../rw-share/rw-share.ts";
import "../rw-merge/rw-merge.ts";
import "../rw-quality/rw-quality.ts";
import "../rw-reconcile/rw-reconcile.ts";
import "../rw-grid/rw-grid.ts";

export class RwViewData extends RwElement {
  static override properties = { state: { attribute: false }, over: { state: true }, pasting: { state: true } };
  static override sheet = css`
    .drop {
      display: grid;
      gap: 0.75rem;
      justify-items: center;
      padding: 1.5rem 1rem;
      border: 2px dashed var(--rw-control);
      border-radius: 10px;
      background: var(--rw-surface);
      text-align: center;
    }
    .drop.over {
      border-color: var(--rw-accent);
      background: var(--rw-tint);
    }
    .file {
      position: relative;
    }
    .file input {
      position: absolute;
      inset: 0;
      opacity: 0;
      cursor: pointer;
      inline-size: 100%;
      block-size: 100%;
    }
    .file:focus-within .button {
      outline: 3px solid var(--rw-accent);
      outline-offset: 2px;
    }
    textarea {
      inline-size: 100%;
      min-block-size: 8rem;
      font-family: ui-monospace, monospace;
      font-size: 0.8125rem;
    }
    .paste {
      inline-size: 100%;
      max-inline-size: 40rem;
      text-align: start;
    }
    .chips {
      display: flex;
      flex-wrap: wrap;
      gap: 0.375rem;
    }
    .export {
      display: grid;
      grid-template-columns: auto auto;
      justify-content: start;
      gap: 0.5rem 1rem;
      align-items: center;
    }
    .preview {
      border: 1px solid var(--rw-accent);
    }
    td {
      overflow-wrap: anywhere;
    }
  `;
  declare state: State;
  declare over: boolean;
  declare pasting: boolean;

  override updated(changed: PropertyValues<this>): void {
    const old = changed.get("state");
    if (!old || (old.importing === undefined) === (this.state.importing === undefined)) return;
    this.renderRoot.querySelector<HTMLElement>(this.state.importing ? "#understood" : "h1")?.focus();
  }

  override render(): TemplateResult {
    const { state } = this;
    return html`<div class="stack">
      <h1 tabindex="-1">${words.data.title}</h1>
      ${state.importing ? this.#preview(state.importing) : this.#drop(state)}
      ${state.open && !state.importing ? this.#open(state.open) : nothing}
    </div>`;
  }

  #drop(state: State): TemplateResult {
    return html`<section
      class="drop ${this.over ? "over" : ""}"
      aria-label=${words.data.bring}
      @dragover=${(event: DragEvent) => this.#onDrag(event, true)}
      @dragleave=${(event: DragEvent) => this.#onDrag(event, false)}
      @drop=${this.#onDrop}
    >
      <p>${state.busy ?? words.data.drop}</p>
      <div class="row">
        <label class="file">
          <span class="button">${words.data.choose}</span>
          <input type="file" multiple accept=".csv,.tsv,.txt,.xlsx,.json,.ndjson,.ics" aria-label=${words.data.choose} @change=${this.#onChoose} />
        </label>
        <button type="button" aria-expanded=${this.pasting ? "true" : "false"} @click=${() => (this.pasting = !this.pasting)}>${words.data.paste}</button>
        <button type="button" @click=${() => emit(this, "rw-download", { what: "template", format: "xlsx" })}>${words.start.template}</button>
      </div>
      ${this.pasting ? this.#paste() : nothing}
      <p class="note">${words.data.formats}</p>
    </section>`;
  }

  #paste(): TemplateResult {
    return html`<form class="paste stack tight">
      <div class="field">
        <label for="into">${words.data.pasteInto}</label>
        <select id="into" name="table">
          ${TABLES.map((table) => html`<option value=${table}>${plainName(table)}</option>`)}
        </select>
      </div>
      <div class="field">
        <label for="cells">${words.data.pasteHelp}</label>
        <textarea id="cells" name="cells" autocomplete="off" spellcheck="false"></textarea>
      </div>
      <button type="button" @click=${this.#sendPaste}>${words.data.pasteRead}</button>
    </form>`;
  }

  #preview(importing: ImportState): TemplateResult {
    const { used } = rowCounts(importing.reply);
    const { open } = this.state;
    return html`<section class="card preview stack" aria-labelledby="understood">
      <h2 id="understood" tabindex="-1">${words.data.understood}</h2>
      <p class="muted">${importing.names.join(", ")}</p>
      ${used === 0 ? html`<p class="bad">${words.data.unusable}</p>` : nothing}
      ${used > 0 && open && !importing.adds
        ? segmented({
            label: words.data.mode,
            values: ["replace", "add", "compare"],
            current: importing.mode,
            name: (mode) => words.data.modes[mode],
            choose: (mode) => emit(this, "rw-bring", { kind: "mode", mode }),
          })
        : nothing}
      ${this.#way(importing, open)}
      <h3>${words.data.issues}</h3>
      <rw-issues .issues=${importing.reply.issues}></rw-issues>
      <rw-columns .importing=${importing} .profiles=${this.state.history.value.profiles}></rw-columns>
    </section>`;
  }

  /** What is done with the rows, by the way that is chosen. */
  #way(importing: ImportState, open: OpenClinic | undefined): TemplateResult {
    const { used, all } = rowCounts(importing.reply);
    const back = html`<button type="button" @click=${() => emit(this, "rw-import", { accept: false })}>${used === 0 ? words.data.back : words.data.discard}</button>`;
    if (used === 0) return html`<div class="row">${back}</div>`;
    if (importing.mode === "add" && open) {
      return html`<rw-merge .importing=${importing} .index=${open.index}></rw-merge><div class="row">${back}</div>`;
    }
    if (importing.mode === "compare" && open) {
      return html`<rw-reconcile .importing=${importing} .index=${open.index} ?names=${this.state.board.names}></rw-reconcile><div class="row">${back}</div>`;
    }
    return html`<div class="row">
        <button type="button" class="primary" @click=${() => emit(this, "rw-import", { accept: true })}>${words.data.use(used, all)}</button>
        ${back}
      </div>
      <p class="note">${importing.adds ? words.data.adds : words.data.replaces}</p>`;
  }

  #open(open: OpenClinic): TemplateResult {
    const tables = open.summary.tables;
    const { table } = this.state.rows;
    return html`
      <section class="card stack tight" aria-labelledby="issues">
        <h2 id="issues">${words.data.issues}</h2>
        <rw-issues .issues=${open.issues}></rw-issues>
      </section>
      <rw-quality .state=${this.state}></rw-quality>
      <section class="stack tight" aria-labelledby="tables">
        <h2 id="tables">${words.data.tables}</h2>
        <div class="chips" role="group" aria-label=${words.data.tables}>
          ${tables.map(
            (each) => html`<button type="button" class="small" aria-pressed=${each.table === table} @click=${() => emit(this, "rw-rows", { kind: "show", table: each.table })}>
              ${plainName(each.table)} <span class="muted">${formatCount(each.rows)}</span>
            </button>`,
          )}
        </div>
        <rw-grid .rows=${this.state.rows} .label=${plainName(table)} .clinic=${open.index.clinic}></rw-grid>
      </section>
      <rw-groups .open=${open} .plan=${this.state.history.value.plan}></rw-groups>
      <section class="card stack tight" aria-labelledby="export">
        <h2 id="export">${words.data.export}</h2>
        <p class="note">${words.data.exportNote}</p>
        <div class="export">
          ${(["plan", "clinic"] as const).map(
            (what) => html`<span>${what === "plan" ? words.data.exportPlan : words.data.exportClinic}</span>
              <div class="row">
                ${(["csv", "xlsx", "json", "fhir", "ndjson"] as const).map(
                  (format) => html`<button
                    type="button"
                    class="small"
                    aria-label="${what === "plan" ? words.data.exportPlan : words.data.exportClinic}, ${words.data.formatName[format]}"
                    @click=${() => emit(this, "rw-download", { what, format })}
                  >
                    ${words.data.formatName[format]}
                  </button>`,
                )}
              </div>`,
          )}
        </div>
      </section>
      <rw-share .state=${this.state}></rw-share>
    `;
  }

  #onDrag(event: DragEvent, over: boolean): void {
    event.preventDefault();
    this.over = over;
  }

  #onDrop(event: DragEvent): void {
    event.preventDefault();
    this.over = false;
    this.#send(event.dataTransfer?.files);
  }

  #onChoose(event: Event): void {
    const input = event.target as HTMLInputElement;
    this.#send(input.files);
    input.value = "";
  }

  #send(files: FileList | null | undefined): void {
    if (files && files.length > 0) emit(this, "rw-files", { files: [...files] });
  }

  #sendPaste = whenSent((form) => {
    const data = new FormData(form);
    const text = String(data.get("cells") ?? "");
    if (text.trim()) emit(this, "rw-paste", { text, table: String(data.get("table")) });
  });
}

/** Tables that cells can be pasted into. */
const TABLES = [
  "clinicians", "patients", "orders", "appointments", "attendances", "services", "rooms", "sites", "groups",
  "authorizations", "absences", "licenses", "contacts", "equipment", "pairs", "shifts", "travel", "referrals", "staff_days",
] as const;

define("rw-view-data", RwViewData);
