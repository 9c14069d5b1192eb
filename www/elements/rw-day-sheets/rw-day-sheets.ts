/**
 * A day on paper: one page for each clinician, room or group.
 *
 * Properties: `state`. Events: `rw-sheets`, `rw-print`.
 */
import { css, html, nothing, type TemplateResult } from "lit";
import type { DaySheet, DaySheetRow, DaySheetsReply } from "../../engine/types.ts";
import { formatClock, formatDay, formatMoment, minuteOf } from "../../format.ts";
import type { Sheets, State } from "../../state/store.ts";
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
    const { reply } = sheets;
    return html`<div class="stack">
      ${this.#controls(sheets)}
      ${!reply
        ? html`<p class="muted">${w.making}</p>`
        : reply.sheets.length === 0
          ? html`<p class="muted">${w.empty}</p>`
          : html`<div class="stack">${reply.sheets.map((sheet) => this.#page(reply, sheet, sheets.by))}</div>`}
    </div>`;
  }

  #controls(sheets: Sheets): TemplateResult {
    const { by, names, reply } = sheets;
    return html`<div class="stack tight no-print">
      <div class="row spread">
        <div class="row">
          ${segmented({
            label: w.by,
            values: ["clinician", "room", "group"],
            current: by,
            name: (each) => w.of[each],
            choose: (each) => emit(this, "rw-sheets", { by: each, names }),
          })}
          <label class="check">
            <input type="checkbox" .checked=${names} @change=${(event: Event) => emit(this, "rw-sheets", { by, names: (event.target as HTMLInputElement).checked })} />
            ${w.names}
          </label>
        </div>
        <div class="row">
          <button type="button" @click=${() => emit(this, "rw-sheets", { close: true })}>${w.close}</button>
          <button type="button" class="primary" ?disabled=${!reply || reply.sheets.length === 0} @click=${() => emit(this, "rw-print", {})}>${w.print}</button>
        </div>
      </div>
      <p class="note">${names ? nothing : w.neutral} ${reply ? w.pages(reply.sheets.length) : nothing}</p>
    </div>`;
  }

  #page(reply: DaySheetsReply, sheet: DaySheet, by: Sheets["by"]): TemplateResult {
    return html`<article class="page stack tight" aria-label=${sheet.title}>
      <div class="head"><span>${reply.clinic}${reply.synthetic ? html` <b>${w.synthetic}</b>` : nothing}</span><span>${formatDay(reply.day, "long")}</span></div>
      <h2>${sheet.title}</h2>
      <div class="scroll" tabindex="0" role="region" aria-label=${sheet.title}>
        <table>
          <thead>
            <tr>
              <th scope="col">${w.time}</th>
              <th scope="col">${w.what}</th>
              <th scope="col">${w.patients}</th>
              <th scope="col">${w.clinicians}</th>
              ${by === "room" ? nothing : html`<th scope="col">${w.place}</th>`}
              <th scope="col" class="done">${w.done}</th>
            </tr>
          </thead>
          <tbody>
            ${sheet.rows.map((row) => this.#row(row, by))}
          </tbody>
        </table>
      </div>
      <div class="foot">
        <span>${reply.notice ?? nothing}</span>
        <span>${w.version(reply.plan.slice(0, 8), formatMoment(reply.as_of))}</span>
      </div>
    </article>`;
  }

  #row(row: DaySheetRow, by: Sheets["by"]): TemplateResult {
    return html`<tr>
      <td class="time">${formatClock(minuteOf(row.from))}–${formatClock(minuteOf(row.until))}</td>
      <td>${row.what}</td>
      <td>${row.patients.length === 0 && row.seats > 0 ? w.seats(row.seats) : row.patients.join(", ")}</td>
      <td>${row.clinicians.join(", ")}</td>
      ${by === "room" ? nothing : html`<td>${row.room || words.modalities[row.modality]}</td>`}
      <td class="done"></td>
    </tr>`;
  }
}

define("rw-day-sheets", RwDaySheets);
