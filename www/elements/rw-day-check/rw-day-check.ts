/**
 * What needs attention before a day begins, the worst first, each with another place where one was found.
 *
 * Properties: `reply`, `sessions`, `index`, `names`, `label` (the day).
 * Events: `rw-select`, `rw-move`.
 */
import { css, html, nothing, type TemplateResult } from "lit";
import type { DayCheckReply, Finding, PlannedSession, Urgency } from "../../engine/types.ts";
import type { ClinicIndex } from "../../state/clinic.ts";
import { asSentence, placeLine, titleOf, withNames } from "../../state/describe.ts";
import { findings } from "../../styles/findings.ts";
import { words } from "../../words/index.ts";
import { define, RwElement } from "../element.ts";
import { emit } from "../events.ts";

const URGENCIES: readonly Urgency[] = ["blocks", "risk", "note"];

export class RwDayCheck extends RwElement {
  static override properties = {
    reply: { attribute: false },
    sessions: { attribute: false },
    index: { attribute: false },
    names: { type: Boolean },
    label: { attribute: false },
  };
  static override sheet = [findings, css`
    summary b {
      font-variant-numeric: tabular-nums;
    }
    li {
      padding-block: 0.375rem;
    }
    small {
      display: block;
      color: var(--rw-muted);
    }
    li button.small {
      inline-size: auto;
      min-height: 1.75rem;
      margin-block-start: 0.25rem;
      padding-inline: 0.5rem;
      border: 1px solid var(--rw-control);
    }
  `];
  declare reply: DayCheckReply | undefined;
  declare sessions: ReadonlyMap<string, PlannedSession>;
  declare index: ClinicIndex;
  declare names: boolean;
  declare label: string;

  override render(): TemplateResult {
    const { reply } = this;
    return html`<section class="stack tight" aria-labelledby="title">
      <h2 id="title">${words.day.title(this.label)}</h2>
      ${reply
        ? html`<p>${words.day.looked(reply.sessions, reply.findings.length)}</p>
            <div>${URGENCIES.map((urgency) => this.#urgency(urgency, reply.findings.filter((each) => each.urgency === urgency)))}</div>`
        : html`<p class="muted">${words.day.loading}</p>`}
      <p class="note">${words.day.note}</p>
    </section>`;
  }

  #urgency(urgency: Urgency, found: readonly Finding[]): TemplateResult | typeof nothing {
    if (found.length === 0) return nothing;
    return html`<details ?open=${urgency === "blocks"}>
      <summary><b>${found.length}</b> ${words.day.urgencies[urgency]}</summary>
      <ul class="plain">
        ${found.map((each) => this.#finding(each))}
      </ul>
    </details>`;
  }

  #finding({ kind, sessions: keys, text, proposal }: Finding): TemplateResult {
    const sessions = keys.flatMap((key) => this.sessions.get(key) ?? []);
    const [first] = sessions;
    const said = asSentence(withNames(this.index, text, { sessions: this.sessions, names: this.names }));
    const action = proposal?.actions[0];
    return html`<li>
      <b>${words.day.kinds[kind]}</b>
      <div>${said}</div>
      ${first?.place
        ? html`<button type="button" class="link" @click=${() => emit(this, "rw-select", { session: first.session, focus: "panel" })}>
            ${titleOf(this.index, first)}, ${placeLine(this.index, first.place)}
          </button>`
        : nothing}
      ${action && "session" in action && "place" in action
        ? html`<small>${words.day.proposal(placeLine(this.index, action.place))}</small>
            <button type="button" class="small" @click=${() => emit(this, "rw-move", { session: action.session, place: action.place })}>${words.day.use}</button>`
        : nothing}
    </li>`;
  }
}

define("rw-day-check", RwDayCheck);
