/**
 * A day or a week on paper: one page for each clinician, room or group.
 *
 * Properties: `state`. Events: `rw-sheets`, `rw-print`.
 */
import { css, html, nothing, type TemplateResult } from "lit";
import type { DaySheetRow } from "../../engine/types.ts";
import { formatClock, formatDay, formatMoment, minuteOf } from "../../format.ts";
import { type Page, pagesOf, type Sheets } from "../../state/sheets.ts";
import type { State } from "../../state/store.ts";
import { words } from "../../words/index.ts";
import { define, RwElement } from "../element.ts";
import { emit } from "../events.ts";
import { segmented } from "../segmented.ts";

const w = words.sheets;

export class RwDaySheets extends RwElement {
  static override properties = { state: { attribute: false } };
  static override sheet = css`
    .page {
      padding: 1rem;
      border: 1px solid var(--rw-border);
      border-radius: 4px;
      background: var(--rw-surface);
    }
    .head,
    .foot {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      gap: 0.25rem 1rem;
      color: var(--rw-muted);
      font-size: 0.8125rem;
    }
    .done {
      inline-size: 28%;
    }
    .day {
      padding-block-start: 0.75rem;
      text-align: start;
    }
    td.time {
      white-space: nowrap;
    }
    td {
      overflow-wrap: anywhere;
    }
    @media print {
      .page {
        break-after: page;
        border: 0;
        padding: 0;
      }
      .page:last-child {
        break-after: auto;
      }
      tr {
        break-inside: avoid;
      }
      td {
        padding-block: 0.5rem;
        border-color: #b9c0ca;
      }
      .scroll {
        overflow: visible;
      }
    }
  `;
  declare state: State;

  override render(): TemplateResult | typeof nothing {
    const { sheets } = this.state;
    if (!sheets) return nothing;
    const pages = pagesOf(sheets.days ?? []);
    return html`<div class="stack">
      ${this.#controls(sheets, pages.length)}
      ${!sheets.days
        ? html`<p class="muted">${w.making}</p>`
        : pages.length === 0
          ? html`<p class="muted">${w.empty[sheets.span]}</p>`
          : html`<div class="stack">${pages.map((page) => this.#page(sheets, page))}</div>`}
    </div>`;
  }

  #controls({ by, span, names, days }: Sheets, pages: number): TemplateResult {
    const ask = (patch: Partial<Omit<Sheets, "days">>): void => emit(this, "rw-sheets", { by, span, names, ...patch });
    return html`<div class="stack tight no-print">
      <div class="row spread">
        <div class="row">
          ${segmented({ label: w.span, values: ["day", "week"], current: span, name: (each) => w.spans[each], choose: (each) => ask({ span: each }) })}
          ${segmented({ label: w.by, values: ["clinician", "room", "group"], current: by, name: (each) => w.of[each], choose: (each) => ask({ by: each }) })}
          <label class="check">
            <input type="checkbox" .checked=${names} @change=${(event: Event) => ask({ names: (event.target as HTMLInputElement).checked })} />
            ${w.names}
          </label>
        </div>
        <div class="row">
          <button type="button" @click=${() => emit(this, "rw-sheets", { close: true })}>${w.close}</button>
          <button type="button" class="primary" ?disabled=${pages === 0} @click=${() => emit(this, "rw-print", {})}>${w.print}</button>
        </div>
      </div>
      <p class="note">${names ? nothing : w.neutral} ${days ? w.pages(pages) : nothing}</p>
    </div>`;
  }

  #page({ by, span, days }: Sheets, page: Page): TemplateResult {
    const [reply] = days ?? [];
    const last = days?.at(-1);
    if (!reply || !last) return html``;
    const when = span === "day" ? formatDay(reply.day, "long") : `${formatDay(reply.day)} – ${formatDay(last.day)}`;
    return html`<article class="page stack tight" aria-label=${page.title}>
      <div class="head"><span>${reply.clinic}${reply.synthetic ? html` <b>${w.synthetic}</b>` : nothing}</span><span>${when}</span></div>
      <h2>${page.title}</h2>
      <div class="scroll" tabindex="0" role="region" aria-label=${page.title}>
        <table>
          <thead>
            <tr>
              <th scope="col">${w.time}</th>
              <th scope="col">${w.what}</th>
              <th scope="col">${w.patients}</th>
              <th scope="col">${w.clinicians}</th>
              ${by === "room" ? nothing : html`<th scope="col">${w.place}</th>`}
              ${span === "day" ? html`<th scope="col" class="done">${w.done}</th>` : nothing}
            </tr>
          </thead>
          ${page.days.map(
            ({ day, rows }) => html`<tbody>
              ${span === "week" ? html`<tr><th scope="rowgroup" colspan="5" class="day">${formatDay(day, "long")}</th></tr>` : nothing}
              ${rows.map((row) => this.#row(row, by, span))}
            </tbody>`,
          )}
        </table>
      </div>
      <div class="foot">
        <span>${reply.notice ?? nothing}</span>
        <span>${w.version(reply.plan.slice(0, 8), formatMoment(reply.as_of))}</span>
      </div>
    </article>`;
  }

  #row(row: DaySheetRow, by: Sheets["by"], span: Sheets["span"]): TemplateResult {
    return html`<tr>
      <td class="time">${formatClock(minuteOf(row.from))}–${formatClock(minuteOf(row.until))}</td>
      <td>${row.what}</td>
      <td>${row.patients.length === 0 && row.seats > 0 ? w.seats(row.seats) : row.patients.join(", ")}</td>
      <td>${row.clinicians.join(", ")}</td>
      ${by === "room" ? nothing : html`<td>${row.room || words.modalities[row.modality]}</td>`}
      ${span === "day" ? html`<td class="done"></td>` : nothing}
    </tr>`;
  }
}

define("rw-day-sheets", RwDaySheets);
