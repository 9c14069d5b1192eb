/**
 * What leaves the clinic: a list or calendar, what is left out of it and why, the notice, and then the file.
 *
 * Properties: `state`. Events: `rw-share`.
 */
import { css, html, nothing, type TemplateResult } from "lit";
import type { CalendarReply, DiscloseReply, LeftOutRow } from "../../engine/types.ts";
import { formatDay } from "../../format.ts";
import { byReason, SHARE_LISTS, type ShareKind } from "../../state/share.ts";
import type { OpenClinic, State } from "../../state/store.ts";
import { words } from "../../words/index.ts";
import { define, RwElement } from "../element.ts";
import { emit } from "../events.ts";
import { segmented } from "../segmented.ts";
import type { TableRow } from "../rw-table/cells.ts";
import "../rw-consents/rw-consents.ts";
import "../rw-table/rw-table.ts";

const w = words.share;
const KINDS: readonly ShareKind[] = [...SHARE_LISTS, "calendar"];
/** Lines of a calendar that are shown. */
const FIRST_LINES = 40;

export class RwShare extends RwElement {
  static override properties = { state: { attribute: false } };
  static override sheet = css`
    .segmented {
      flex-wrap: wrap;
    }
    blockquote {
      margin: 0;
      padding-inline-start: 0.75rem;
      border-inline-start: 3px solid var(--rw-border);
    }
    pre {
      margin: 0;
      max-block-size: 20rem;
      overflow: auto;
      font-size: 0.8125rem;
    }
    ul {
      margin: 0;
      padding-inline-start: 1.25rem;
    }
    select {
      max-inline-size: 100%;
    }
  `;
  declare state: State;

  override render(): TemplateResult | typeof nothing {
    const { open, share } = this.state;
    if (!open) return nothing;
    const isNow = share.of?.clinic === open.index && share.of.kind === share.kind && share.of.calendar === share.calendar;
    return html`<section class="card stack tight" aria-labelledby="title" aria-busy=${share.running ? "true" : "false"}>
      <h2 id="title">${w.title}</h2>
      <p class="note">${w.intro}</p>
      <div class="no-print">
        ${segmented<ShareKind | undefined>({
          label: w.choose,
          values: KINDS,
          current: isNow ? share.kind : undefined,
          name: (kind) => (kind === undefined ? "" : w.kinds[kind]),
          choose: (what) => what !== undefined && emit(this, "rw-share", { kind: "look", what }),
          small: true,
        })}
      </div>
      ${isNow && share.kind === "calendar" ? this.#whose(open, share.calendar) : nothing}
      ${isNow && share.running ? html`<p class="muted">${w.working}</p>` : nothing}
      ${isNow && share.list && share.kind !== "calendar" ? this.#list(share.list, share.kind ?? "reminders") : nothing}
      ${isNow && share.file && share.kind === "calendar" ? this.#calendar(share.file, share.calendar) : nothing}
      <rw-consents class="no-print" .state=${this.state}></rw-consents>
    </section>`;
  }

  #list(list: DiscloseReply, kind: Exclude<ShareKind, "calendar">): TemplateResult {
    const records = list.rows.map((row): TableRow => Object.fromEntries(list.header.map((name, at) => [name, row[at] ?? ""])));
    const differing = records.filter((row) => row["differs"] === "yes");
    const rows = kind === "billing" ? [...differing, ...records.filter((row) => row["differs"] !== "yes")] : records;
    return html`<p>${w.about[kind]}</p>
      <p><b>${w.rows(rows.length, formatDay(list.from, "date"), formatDay(list.until, "date"))}</b></p>
      ${kind === "billing" && rows.length > 0 ? html`<p class=${differing.length > 0 ? "warn" : "good"}>${w.differing(differing.length)}</p>` : nothing}
      ${this.#leftOut(list.left_out)} ${this.#notice(list.notice)}
      ${rows.length === 0
        ? html`<p>${w.nothing}</p>`
        : html`<rw-table .rows=${rows} .label=${w.kinds[kind]}></rw-table>
            <div><button type="button" class="primary" @click=${() => this.#take(0)}>${w.take}</button></div>`}
      ${kind === "family" && rows.length > 0 ? this.#invitations(list) : nothing}`;
  }

  #invitations(list: DiscloseReply): TemplateResult {
    const cell = (row: readonly string[], name: string): string => row[list.header.indexOf(name)] ?? "";
    return html`<h3>${w.invitations}</h3>
      <ul>
        ${list.rows.map((row, at) => {
          const name = w.invited(cell(row, "contact"), formatDay(cell(row, "date")), cell(row, "time"));
          const button = (form: string, file: number): TemplateResult =>
            html`<button type="button" class="small" aria-label=${w.invitation(name, form)} @click=${() => this.#take(file)}>${form}</button>`;
          return html`<li>${name} ${button(w.text, 1 + 2 * at)} ${button(w.ics, 2 + 2 * at)}</li>`;
        })}
      </ul>`;
  }

  #calendar(file: CalendarReply, calendar: string): TemplateResult {
    const lines = file.text.split("\r\n");
    return html`<p class="note">${calendar === "complete" ? w.completeNote : calendar === "busy" ? w.busyNote : w.calendarNote}</p>
      <p><b>${w.entries(file.count)}</b></p>
      ${this.#leftOut(file.left_out)} ${this.#notice(file.notice)}
      <details>
        <summary>${w.firstLines}</summary>
        <pre tabindex="0">${lines.slice(0, FIRST_LINES).join("\n")}</pre>
      </details>
      <div><button type="button" class="primary" @click=${() => this.#take(0)}>${w.takeCalendar}</button></div>`;
  }

  #whose(open: OpenClinic, current: string): TemplateResult {
    const option = (value: string, name: string): TemplateResult => html`<option value=${value} ?selected=${value === current}>${name}</option>`;
    const { clinicians, rooms } = open.index.clinic;
    return html`<div class="field">
      <label for="whose">${w.whose}</label>
      <select id="whose" @change=${(event: Event) => emit(this, "rw-share", { kind: "calendar", calendar: (event.target as HTMLSelectElement).value })}>
        ${Object.entries(w.calendars).map(([value, name]) => option(value, name))}
        <optgroup label=${w.clinicians}>${clinicians.map((row) => option(`clinician:${row.id}`, row.name))}</optgroup>
        <optgroup label=${w.rooms}>${rooms.map((row) => option(`room:${row.id}`, row.name))}</optgroup>
      </select>
    </div>`;
  }

  #leftOut(rows: readonly LeftOutRow[]): TemplateResult {
    if (rows.length === 0) return html`<p class="note">${w.noneLeftOut}</p>`;
    const records = rows.map((row): TableRow => ({ [w.columns.session]: row.session, [w.columns.patient]: row.patient ?? "", [w.columns.reason]: row.reason.replaceAll("`", "") }));
    return html`<details>
      <summary class="warn">${w.leftOut(rows.length)}: ${byReason(rows).map(({ reason, count }) => w.reason(reason, count)).join("; ")}</summary>
      <rw-table .rows=${records} .label=${w.leftOutTable}></rw-table>
    </details>`;
  }

  #notice(notice: string | null | undefined): TemplateResult | typeof nothing {
    if (!notice) return nothing;
    return html`<div>
      <p class="note">${w.notice}</p>
      <blockquote>${notice}</blockquote>
    </div>`;
  }

  #take(file: number): void {
    emit(this, "rw-share", { kind: "take", file });
  }
}

define("rw-share", RwShare);
