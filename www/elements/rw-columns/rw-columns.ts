/**
 * How the files of an import are read: profiles that fit, the order of dates, and the field of each column, to be corrected
 * and kept as a profile.
 *
 * Properties: `importing`, `profiles`. Events: `rw-bring`.
 */
import { css, html, nothing, type TemplateResult } from "lit";
import type { DateOrder, DecimalMark, Profile } from "../../engine/types.ts";
import { type ImportState, readTables, type ReadTable } from "../../state/import.ts";
import { words } from "../../words/index.ts";
import { define, RwElement } from "../element.ts";
import { emit } from "../events.ts";
import { whenSent } from "../forms.ts";

const w = words.data;

export class RwColumns extends RwElement {
  static override properties = { importing: { attribute: false }, profiles: { attribute: false } };
  static override sheet = css`
    .samples {
      color: var(--rw-muted);
      overflow-wrap: anywhere;
    }
    .inside {
      padding-block-end: 0.75rem;
    }
    td select {
      inline-size: 100%;
      min-inline-size: 8rem;
    }
    .ask {
      align-items: end;
    }
  `;
  declare importing: ImportState;
  declare profiles: readonly Profile[];

  override render(): TemplateResult {
    const { importing } = this;
    return html`<div class="stack tight">
      ${this.#fits(importing)} ${this.#options(importing)}
      ${readTables(importing.reply.columns).map((read) => this.#table(importing, read))}
    </div>`;
  }

  #fits({ reply }: ImportState): TemplateResult | typeof nothing {
    const fits = reply.profiles.filter((fit) => fit.applied || !reply.profiles.some((other) => other.applied && other.file === fit.file));
    if (fits.length === 0) return nothing;
    return html`<section class="stack tight" aria-label=${w.profiles}>
      ${fits.map((fit) => {
        const own = this.profiles.some((each) => each.name === fit.profile.name);
        return html`<div class="row">
          <p>${fit.file}: ${fit.applied ? w.readBy(fit.profile.name) : w.looksLike(fit.profile.name, fit.share)}</p>
          ${fit.applied || !fit.shipped
            ? nothing
            : html`<button type="button" class="small" @click=${() => emit(this, "rw-bring", { kind: "profile", profile: fit.profile })}>${w.useProfile}</button>`}
          ${own
            ? html`<button type="button" class="small" @click=${() => emit(this, "rw-bring", { kind: "forget_profile", name: fit.profile.name })}>${w.forgetProfile}</button>`
            : nothing}
        </div>`;
      })}
    </section>`;
  }

  #options({ options }: ImportState): TemplateResult {
    const read = (patch: { dates?: DateOrder | undefined; decimal?: DecimalMark | undefined }): void =>
      emit(this, "rw-bring", { kind: "read", dates: options.dates, decimal: options.decimal, ...patch });
    const value = (event: Event): string => (event.target as HTMLSelectElement).value;
    return html`<div class="row ask">
      <div class="field">
        <label for="dates">${w.dates}</label>
        <select id="dates" @change=${(event: Event) => read({ dates: value(event) === "auto" ? undefined : (value(event) as DateOrder) })}>
          ${(["auto", "month_first", "day_first"] as const).map(
            (each) => html`<option value=${each} ?selected=${(options.dates ?? "auto") === each}>${w.dateOrders[each]}</option>`,
          )}
        </select>
      </div>
      <div class="field">
        <label for="decimal">${w.decimal}</label>
        <select id="decimal" @change=${(event: Event) => read({ decimal: value(event) === "auto" ? undefined : (value(event) as DecimalMark) })}>
          ${(["auto", "point", "comma"] as const).map(
            (each) => html`<option value=${each} ?selected=${(options.decimal ?? "auto") === each}>${w.decimalMarks[each]}</option>`,
          )}
        </select>
      </div>
    </div>`;
  }

  #table(importing: ImportState, read: ReadTable): TemplateResult {
    const { reply } = importing;
    const fields = reply.fields.find((each) => each.table === read.table)?.fields ?? [];
    const counts = reply.counts.find((each) => each.table === read.table);
    const rows = counts ? w.rowsUsed(counts.used, counts.used + counts.left_out) : "";
    const used = read.columns.filter((column) => column.field).length;
    return html`<details>
      <summary>${read.file}: ${w.intoTable(read.table, rows, used, read.columns.length)}</summary>
      <div class="stack tight inside">
        <div class="scroll" tabindex="0" role="region" aria-label=${read.file}>
          <table>
            <thead>
              <tr>
                <th scope="col">${w.column}</th>
                <th scope="col">${w.field}</th>
                <th scope="col">${w.preview}</th>
              </tr>
            </thead>
            <tbody>
              ${read.columns.map(
                (column) => html`<tr>
                  <th scope="row">${column.column}</th>
                  <td>
                    <select
                      aria-label=${w.fieldOf(column.column)}
                      @change=${(event: Event) =>
                        emit(this, "rw-bring", { kind: "map", table: read.table, column: column.column, field: (event.target as HTMLSelectElement).value || undefined })}
                    >
                      <option value="" ?selected=${!column.field}>${w.ignored}</option>
                      ${fields.map((field) => html`<option value=${field} lang="en" ?selected=${column.field === field}>${field.replaceAll("_", " ")}</option>`)}
                    </select>
                  </td>
                  <td class="samples">${column.samples.slice(0, 5).join(" · ")}</td>
                </tr>`,
              )}
            </tbody>
          </table>
        </div>
        <form class="row ask" @keydown=${this.#save} data-file=${read.file} data-table=${read.table}>
          <div class="field">
            <label for="source-${read.table}">${w.profileName}</label>
            <input id="source-${read.table}" name="source" required maxlength="60" autocomplete="off" />
          </div>
          <button type="button" @click=${this.#save}>${w.saveProfile}</button>
        </form>
      </div>
    </details>`;
  }

  #save = whenSent((form) => {
    const name = String(new FormData(form).get("source") ?? "").trim();
    const { file = "", table = "" } = form.dataset;
    if (name) emit(this, "rw-bring", { kind: "save_profile", name, file, table });
  });
}

define("rw-columns", RwColumns);
