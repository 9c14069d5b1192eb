/**
 * What is wrong with the plan on the board, by kind, and what has no place yet.
 *
 * Properties: `violations`, `unplaced`, `missing` (sessions and seats not given, if known), `index`, `names`.
 * Events: `rw-select`.
 */
import { css, html, nothing, type TemplateResult } from "lit";
import type { BrokenRule } from "../../engine/operations.ts";
import type { PlannedSession, Rule } from "../../engine/types.ts";
import type { ClinicIndex } from "../../state/clinic.ts";
import { nameOf, patientsOf, placeLine, titleOf, withNames } from "../../state/describe.ts";
import { findings } from "../../styles/findings.ts";
import { words } from "../../words/index.ts";
import { define, RwElement } from "../element.ts";
import { emit } from "../events.ts";
import { icon } from "../icons.ts";

/** Most rows drawn of one kind before "more". */
const FIRST_ROWS = 8;

export class RwProblems extends RwElement {
  static override properties = {
    violations: { attribute: false },
    unplaced: { attribute: false },
    missing: { attribute: false },
    sessions: { attribute: false },
    index: { attribute: false },
    names: { type: Boolean },
    opened: { state: true },
  };
  static override sheet = [findings, css`
    summary {
      font-size: 0.9375rem;
    }
    summary b {
      font-variant-numeric: tabular-nums;
    }
    li button {
      min-height: 2rem;
    }
    .fine {
      display: flex;
      gap: 0.5rem;
      align-items: center;
    }
  `];
  declare violations: readonly BrokenRule[];
  declare unplaced: readonly PlannedSession[];
  declare missing: number | undefined;
  declare sessions: ReadonlyMap<string, PlannedSession>;
  declare index: ClinicIndex;
  declare names: boolean;
  declare opened: ReadonlySet<string>;

  override render(): TemplateResult | typeof nothing {
    if (!this.violations) return nothing;
    const kinds = new Map<Rule, BrokenRule[]>();
    for (const item of this.violations) kinds.set(item.rule, [...(kinds.get(item.rule) ?? []), item]);
    const sorted = [...kinds].sort((a, b) => b[1].length - a[1].length);
    const total = this.violations.length;
    const seats = (this.missing ?? 0) - this.unplaced.length;
    return html`<section class="stack tight" aria-labelledby="title">
      <h2 id="title">${total > 0 ? words.schedule.problems(total) : this.sessions.size > 0 ? words.schedule.noProblems : words.schedule.nothingYet}</h2>
      ${total === 0 && this.sessions.size > 0
        ? html`<p class="note fine"><span class="good">${icon("check")}</span>${words.schedule.noProblemsNote}</p>`
        : nothing}
      <div>
        ${sorted.map(([rule, items]) => this.#kind(rule, words.rule(rule, items.length), items.map((item) => this.#violation(item))))}
        ${this.unplaced.length > 0
          ? this.#kind("unplaced", words.schedule.notPlaced(this.unplaced.length), this.unplaced.map((item) => this.#session(item)))
          : nothing}
      </div>
      ${seats > 0 ? html`<p class="note">${words.schedule.seatsNotGiven(seats)}</p>` : nothing}
    </section>`;
  }

  #kind(key: string, title: string, rows: readonly TemplateResult[]): TemplateResult {
    const all = this.opened?.has(key) ?? false;
    const rest = rows.length - FIRST_ROWS;
    return html`<details>
      <summary>${title}</summary>
      <ul class="plain">
        ${all ? rows : rows.slice(0, FIRST_ROWS)}
        ${!all && rest > 0
          ? html`<li><button type="button" class="quiet more" @click=${() => this.#open(key)}>${words.data.more(rest)}</button></li>`
          : nothing}
      </ul>
    </details>`;
  }

  #open(key: string): void {
    this.opened = new Set([...(this.opened ?? []), key]);
  }

  #violation(item: BrokenRule): TemplateResult {
    const session = this.sessions.get(item.sessions[0] ?? "");
    const other = this.sessions.get(item.sessions[1] ?? "");
    const what = item.resource;
    const who =
      what?.kind === "clinician" || what?.kind === "room" || (what?.kind === "patient" && this.names)
        ? nameOf(this.index, what.kind, what.id)
        : session
          ? titleOf(this.index, session)
          : withNames(this.index, item.text, { sessions: this.sessions, names: this.names });
    const details = [session, item.sessions.length === 2 ? other : undefined]
      .filter((each) => each !== undefined)
      .map((each) => (each.place ? placeLine(this.index, each.place) : titleOf(this.index, each)));
    return html`<li>
      <button type="button" class="quiet" ?disabled=${!session} @click=${() => this.#select(item.sessions[0])}>
        ${who}<small>${details[0] ?? withNames(this.index, item.text, { sessions: this.sessions, names: this.names })}</small>${details[1] ? html`<small>${details[1]}</small>` : nothing}
      </button>
    </li>`;
  }

  #session(session: PlannedSession): TemplateResult {
    return html`<li>
      <button type="button" class="quiet" @click=${() => this.#select(session.session)}>
        ${titleOf(this.index, session)}<small>${patientsOf(this.index, session, this.names) || words.kinds[session.kind]}</small>
      </button>
    </li>`;
  }

  #select(session: string | undefined): void {
    if (session) emit(this, "rw-select", { session, focus: "panel" });
  }
}

define("rw-problems", RwProblems);
