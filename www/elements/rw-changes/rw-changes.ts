/**
 * What the plan on the board changes against the current schedule: moved, another way of meeting or room only, newly
 * placed, taken out, not met, kept.
 *
 * Properties: `changes`, `outcome`, `total`, `index`, `proposal`, `movedOnly`, `sessions`.
 * Events: `rw-select`, `rw-keep`, `rw-revert`, `rw-board` (moved only).
 */
import { css, html, nothing, type TemplateResult } from "lit";
import type { PlannedSession } from "../../engine/types.ts";
import type { ClinicIndex } from "../../state/clinic.ts";
import { asSentence, patientsOf, placeLine, titleOf, wantedOf, withNames } from "../../state/describe.ts";
import type { Difference } from "../../state/plan.ts";
import type { NotMet, Outcome } from "../../state/store.ts";
import { findings } from "../../styles/findings.ts";
import { words } from "../../words/index.ts";
import { define, RwElement } from "../element.ts";
import { emit } from "../events.ts";

const FIRST_ROWS = 12;

export class RwChanges extends RwElement {
  static override properties = {
    changes: { attribute: false },
    outcome: { attribute: false },
    notMet: { attribute: false },
    sessions: { attribute: false },
    total: { attribute: false },
    index: { attribute: false },
    proposal: { type: Boolean },
    movedOnly: { type: Boolean },
    names: { type: Boolean },
    opened: { state: true },
  };
  static override sheet = [findings, css`
    summary {
      font-weight: 600;
    }
    li button {
      line-height: 1.35;
    }
    .seats {
      display: grid;
      padding: 0.25rem 0.5rem;
      font-size: 0.875rem;
      line-height: 1.35;
    }
    li s {
      text-decoration-color: var(--rw-muted);
    }
    .limits {
      border-inline-start: 4px solid var(--rw-warn);
      padding-inline-start: 0.75rem;
    }
  `];
  declare changes: readonly Difference[];
  declare outcome: Outcome | undefined;
  declare notMet: readonly NotMet[];
  declare sessions: ReadonlyMap<string, PlannedSession>;
  declare total: number;
  declare index: ClinicIndex;
  declare proposal: boolean;
  declare movedOnly: boolean;
  declare names: boolean;
  declare opened: ReadonlySet<string>;

  override render(): TemplateResult | typeof nothing {
    if (!this.changes) return nothing;
    const of = (kind: Difference["kind"]): Difference[] => this.changes.filter((change) => change.kind === kind);
    return html`<section class="stack tight" aria-labelledby="title">
      <h2 id="title" tabindex="-1">${words.changes.title}</h2>
      ${this.#result()}
      ${this.proposal
        ? html`<div class="row">
            <button type="button" class="primary" @click=${() => emit(this, "rw-keep", {})}>${words.schedule.keep}</button>
            <button type="button" @click=${() => emit(this, "rw-revert", {})}>${words.schedule.goBack}</button>
          </div>`
        : nothing}
      <label class="check">
        <input
          type="checkbox"
          .checked=${this.movedOnly}
          @change=${(event: Event) => emit(this, "rw-board", { movedOnly: (event.target as HTMLInputElement).checked })}
        />${words.changes.movedOnly}
      </label>
      ${this.changes.length === 0 ? html`<p class="note">${words.changes.none}</p>` : nothing}
      <div>
        ${this.#notMet()}
        ${(["moved", "way", "room", "placed", "removed", "seats"] as const).map((kind) => this.#kind(kind, words.changes[kind], of(kind)))}
      </div>
      <p class="note">${words.changes.kept(this.total - this.changes.length)}</p>
      ${this.outcome ? html`<p class="note">${words.solve.record(this.outcome.steps, this.outcome.seed, this.outcome.workers)}</p>` : nothing}
    </section>`;
  }

  #result(): TemplateResult | typeof nothing {
    const outcome = this.outcome;
    if (!outcome) return nothing;
    const total = outcome.costs.reduce((sum, line) => sum + line.cents, 0);
    const bound =
      outcome.bound !== undefined && total > 0 && outcome.bound <= total
        ? words.solve.bound(`${Math.ceil(((total - outcome.bound) / total) * 100)} %`)
        : "";
    return html`<div class="limits stack tight">
      <p>${outcome.stopped ? `${words.solve.stopped} ` : ""}${this.notMet.length > 0 ? words.solve.notMet(this.notMet.length) : words.solve.allMet}</p>
      <p class="note">
        ${this.changes.length > 0 ? words.solve.done(this.changes.length, this.total) : words.solve.nothingBetter} ${bound}
      </p>
    </div>`;
  }

  #notMet(): TemplateResult | typeof nothing {
    if (this.notMet.length === 0) return nothing;
    return html`<details open>
      <summary>${words.changes.notMet} (${this.notMet.length})</summary>
      <ul class="plain">
        ${this.#some("notMet", this.notMet, (item) => this.#wanted(item))}
      </ul>
    </details>`;
  }

  #wanted(item: NotMet): TemplateResult {
    const session = this.sessions.get(item.session);
    const naming = { sessions: this.sessions, names: this.names, self: item.session };
    const what = wantedOf(this.index, item.session, item.seats, session, this.names);
    const text = html`${what}${item.mandated ? html` <b class="bad">${words.changes.mandated}</b>` : nothing}
      <small>${asSentence(withNames(this.index, item.reason, naming))}</small>
      ${item.unblock ? html`<small>${asSentence(withNames(this.index, item.unblock, naming))}</small>` : nothing}`;
    if (!session) return html`<li><div class="seats">${text}</div></li>`;
    return html`<li>
      <button type="button" class="quiet" @click=${() => emit(this, "rw-select", { session: item.session, focus: "panel" })}>${text}</button>
    </li>`;
  }

  #kind(key: string, title: string, items: readonly Difference[]): TemplateResult | typeof nothing {
    if (items.length === 0) return nothing;
    return html`<details ?open=${key === "moved"}>
      <summary>${title} (${items.length})</summary>
      <ul class="plain">
        ${this.#some(key, items, (item) => this.#change(item))}
      </ul>
    </details>`;
  }

  #some<T>(key: string, items: readonly T[], row: (item: T) => TemplateResult): (TemplateResult | typeof nothing)[] {
    const all = this.opened?.has(key) ?? false;
    const rest = items.length - FIRST_ROWS;
    return [
      ...(all ? items : items.slice(0, FIRST_ROWS)).map(row),
      !all && rest > 0
        ? html`<li>
            <button type="button" class="quiet more" @click=${() => (this.opened = new Set([...(this.opened ?? []), key]))}>
              ${words.data.more(rest)}
            </button>
          </li>`
        : nothing,
    ];
  }

  #change(item: Difference): TemplateResult {
    const { before, after } = item;
    return html`<li>
      <button type="button" class="quiet" @click=${() => emit(this, "rw-select", { session: item.session, focus: "panel" })}>
        ${[titleOf(this.index, after), patientsOf(this.index, after, this.names)].filter(Boolean).join(", ")}
        ${after.place ? html`<small>${placeLine(this.index, after.place)}</small>` : nothing}
        ${before.place && item.kind !== "seats" ? html`<small>${words.changes.from} ${placeLine(this.index, before.place)}</small>` : nothing}
      </button>
    </li>`;
  }
}


define("rw-changes", RwChanges);
