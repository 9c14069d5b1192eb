/**
 * The schedule as a sortable table: the same sessions and commands as the board, for screen readers and small screens.
 *
 * Properties: `sessions`, `flags`, `index`, `names`, `selected`, `label`.
 * Events: `rw-select`, `rw-lock`, `rw-unplace`.
 */
import { css, html, nothing, type TemplateResult } from "lit";
import type { PlannedSession } from "../../engine/types.ts";
import { formatDay, formatSpan, minuteOf } from "../../format.ts";
import type { ClinicIndex } from "../../state/clinic.ts";
import { cliniciansOf, patientsOf, titleOf, whereOf } from "../../state/describe.ts";
import { words } from "../../words/index.ts";
import { define, RwElement } from "../element.ts";
import { emit } from "../events.ts";
import type { Flags } from "../rw-schedule/rw-schedule.ts";

const COLUMNS = ["time", "session", "clinician", "where", "state"] as const;
type Column = (typeof COLUMNS)[number];
/** Rows drawn at first; more on request. */
const PAGE = 60;

export class RwScheduleList extends RwElement {
  static override properties = {
    sessions: { attribute: false },
    flags: { attribute: false },
    index: { attribute: false },
    names: { type: Boolean },
    selected: { attribute: false },
    label: { attribute: false },
    order: { state: true },
    limit: { state: true },
  };
  static override sheet = css`
    .scroll {
      border: 1px solid var(--rw-border);
      border-radius: 10px;
      background: var(--rw-surface);
      padding: 0.5rem 0.75rem;
    }
    th button {
      min-height: 1.5rem;
      padding: 0;
      border: 0;
      background: none;
      font-weight: 600;
      font-size: 0.875rem;
      color: inherit;
    }
    td .row {
      gap: 0.25rem;
      flex-wrap: nowrap;
    }
    tbody th {
      white-space: nowrap;
    }
    td .small {
      white-space: nowrap;
    }
    td small {
      display: block;
      color: var(--rw-muted);
      font-size: 0.8125rem;
    }
    td small.narrow {
      display: none;
    }
    @container list (max-width: 34rem) {
      .clinician,
      .where,
      .commands {
        display: none;
      }
      td small.narrow {
        display: block;
      }
      tbody th {
        white-space: normal;
        min-inline-size: 4.5rem;
      }
    }
    tr[aria-current] {
      background: var(--rw-tint);
    }
    :host {
      container: list / inline-size;
    }
    td {
      min-inline-size: 4rem;
    }
    tbody th {
      font-weight: 600;
    }
  `;
  declare sessions: readonly PlannedSession[];
  declare flags: ReadonlyMap<string, Flags>;
  declare index: ClinicIndex;
  declare names: boolean;
  declare selected: string | undefined;
  declare label: string;
  declare order: { readonly column: Column; readonly down: boolean } | undefined;
  declare limit: number;

  override render(): TemplateResult | typeof nothing {
    if (!this.sessions) return nothing;
    const { column, down } = this.order ?? { column: "time" as const, down: false };
    const rows = [...this.sessions].sort((a, b) => this.#text(a, column).localeCompare(this.#text(b, column)) * (down ? -1 : 1));
    const shown = rows.slice(0, this.limit ?? PAGE);
    const oneDay = new Set(rows.map((row) => row.place?.start.slice(0, 10)).filter(Boolean)).size < 2;
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${this.label}>
      <table>
        <caption>
          ${this.label}: ${words.schedule.sessions(rows.length)}
        </caption>
        <thead>
          <tr>
            ${COLUMNS.map((each) => {
              const sort = each === column ? (down ? "descending" : "ascending") : "none";
              return html`<th scope="col" class=${each} aria-sort=${sort}>
                <button type="button" @click=${() => (this.order = { column: each, down: each === column && !down })}>
                  ${words.schedule.columns[each]}${each === column ? (down ? " ↓" : " ↑") : ""}
                </button>
              </th>`;
            })}
            <th scope="col" class="commands">${words.schedule.columns.commands}</th>
          </tr>
        </thead>
        <tbody>
          ${shown.map((session) => this.#row(session, oneDay))}
        </tbody>
      </table>
      ${rows.length > shown.length
        ? html`<button type="button" @click=${() => (this.limit = (this.limit ?? PAGE) + PAGE)}>
            ${words.data.more(Math.min(PAGE, rows.length - shown.length))}
          </button>`
        : nothing}
    </div>`;
  }

  #text(session: PlannedSession, column: Column): string {
    const place = session.place;
    const flags = this.flags.get(session.session);
    switch (column) {
      case "time":
        return place?.start ?? "9999";
      case "session":
        return titleOf(this.index, session);
      case "clinician":
        return place ? cliniciansOf(this.index, place) : "";
      case "where":
        return place ? whereOf(this.index, place) : "";
      case "state":
        return this.#state(flags);
    }
  }

  #state(flags: Flags | undefined): string {
    return [
      flags?.locked ? words.schedule.locked : "",
      flags?.moved ? words.schedule.moved : "",
      flags && flags.problems.length > 0 ? flags.problems.join(", ") : "",
    ]
      .filter(Boolean)
      .join(", ");
  }

  #row(session: PlannedSession, oneDay: boolean): TemplateResult {
    const place = session.place;
    const key = session.session;
    const flags = this.flags.get(key);
    const title = titleOf(this.index, session);
    return html`<tr aria-current=${key === this.selected ? "true" : nothing}>
      <th scope="row">
        ${place ? `${oneDay ? "" : `${formatDay(place.start, "short")} `}${formatSpan(minuteOf(place.start), session.minutes)}` : words.session.none}
      </th>
      <td>
        <button type="button" class="link" @click=${() => this.#select(key, "panel")}>${title}</button>
        <small>${patientsOf(this.index, session, this.names)}</small>
        <small class="narrow">${[this.#text(session, "clinician"), this.#text(session, "where")].filter(Boolean).join(", ")}</small>
      </td>
      <td class="clinician">${this.#text(session, "clinician")}</td>
      <td class="where">${this.#text(session, "where")}</td>
      <td class=${flags && flags.problems.length > 0 ? "bad" : ""}>${this.#state(flags)}</td>
      <td class="commands">
        <div class="row">
          <button type="button" class="small" aria-label="${words.session.moveTo} ${title}" @click=${() => this.#select(key, "move")}>
            ${words.session.moveTo}
          </button>
          <button
            type="button"
            class="small"
            aria-pressed=${flags?.locked ?? false}
            aria-label="${words.session.lock}: ${title}"
            ?disabled=${!place}
            @click=${() => emit(this, "rw-lock", { session: key })}
          >
            ${words.session.lock}
          </button>
        </div>
      </td>
    </tr>`;
  }

  #select(session: string, focus: "panel" | "move"): void {
    emit(this, "rw-select", { session, focus });
  }
}

define("rw-schedule-list", RwScheduleList);
