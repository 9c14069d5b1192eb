/**
 * The KPIs view: before and after for every indicator, and behind each its definition, figures and rows.
 *
 * Properties: `state`. Events: `rw-indicator`.
 */
import { css, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import type { Indicator } from "../../engine/operations.ts";
import type { Split, State } from "../../state/store.ts";
import { formatCount } from "../../format.ts";
import { asSentence } from "../../state/describe.ts";
import { spoken } from "../../words/engine.ts";
import { words } from "../../words/index.ts";
import { define, RwElement } from "../element.ts";
import { emit } from "../events.ts";
import { verdict } from "../rw-kpi/verdict.ts";
import { tilesOf } from "../rw-kpi/tiles.ts";
import { segmented } from "../segmented.ts";
import "../rw-kpi/rw-kpi.ts";
import "../rw-kpi-detail/rw-kpi-detail.ts";

type Basis = keyof typeof words.kpis.bases;
const BASES = Object.keys(words.kpis.bases) as Basis[];

export class RwViewKpis extends RwElement {
  static override properties = { state: { attribute: false }, basis: { state: true } };
  static override sheet = css`
    :host {
      container: kpis / inline-size;
    }
    .split {
      display: grid;
      gap: 1rem;
      align-items: start;
      grid-template-columns: minmax(0, 1fr);
    }
    tbody tr[aria-current] {
      background: var(--rw-tint);
    }
    tbody th {
      font-weight: 400;
    }
    .missing {
      color: var(--rw-muted);
    }
    .scroll {
      padding: 0.5rem 1rem;
    }
    tbody th {
      min-inline-size: 8rem;
    }
    .verdict {
      display: inline-block;
      inline-size: 6rem;
      padding-inline-start: 0.75rem;
      text-align: start;
      white-space: nowrap;
      font-weight: 600;
    }
    .verdict.muted {
      font-weight: 400;
    }
    th.after {
      padding-inline-end: 6.75rem;
    }
    details .scroll {
      margin-block-start: 0.5rem;
    }
    @container kpis (max-width: 32rem) {
      .cases {
        display: none;
      }
      .verdict {
        display: block;
        inline-size: auto;
        padding: 0;
        text-align: end;
        font-size: 0.8125rem;
      }
      th.after {
        padding-inline-end: 0;
      }
      .scroll {
        padding-inline: 0.75rem;
      }
    }
    @container kpis (min-width: 60rem) {
      .split.open {
        grid-template-columns: minmax(0, 1fr) 24rem;
      }
    }
  `;
  declare state: State;
  declare basis: Basis | undefined;

  override updated(changed: PropertyValues<this>): void {
    const old = changed.get("state");
    const opened = this.state.indicator !== undefined && (!old || old.indicator !== this.state.indicator);
    if (opened) this.renderRoot.querySelector<HTMLElement>("rw-kpi-detail")?.focus();
    else if (old?.indicator && !this.state.indicator) {
      this.renderRoot.querySelector<HTMLElement>(`button[data-id="${CSS.escape(old.indicator)}"]`)?.focus();
    }
  }

  override render(): TemplateResult {
    const { state } = this;
    const base = state.base?.indicators;
    const now = state.shown?.indicators ?? base;
    if (!base || !now) {
      return html`<div class="stack">
        <h1 tabindex="-1">${words.kpis.title}</h1>
        <p class="muted">${state.busy ?? words.data.nothing}</p>
      </div>`;
    }
    const before = new Map(base.map((item) => [item.id, item]));
    const planned = state.shown?.indicators !== undefined;
    const history = this.basis === "history";
    const listed = history ? (state.past ?? []) : now;
    const compared = planned && !history;
    const open = listed.find((item) => item.id === state.indicator);
    const computable = listed.filter((item) => item.value !== undefined).length;
    return html`<div class="stack">
      <h1 tabindex="-1">${words.kpis.title}</h1>
      <p class="muted">${words.kpis.intro} ${words.kpis.computable(computable, listed.length)} ${compared ? words.kpis.beforeAfter : nothing}</p>
      <div class="tiles" role="group" aria-label=${words.schedule.tiles}>
        ${tilesOf(now).map((item) => html`<rw-kpi .indicator=${item} .baseline=${planned ? before.get(item.id) : undefined}></rw-kpi>`)}
      </div>
      <div class="split ${open ? "open" : ""}">
        <section class="stack tight">
          <h2>${words.kpis.all}</h2>
          <div class="row">
            ${segmented({
              label: words.kpis.period,
              values: BASES,
              current: this.basis ?? "plan",
              name: (each) => words.kpis.bases[each],
              choose: (each) => (this.basis = each),
            })}
          </div>
          ${this.#table(listed.filter((item) => item.value !== undefined), history ? new Map() : before, compared)}
          ${this.#missing(listed.filter((item) => item.value === undefined))}
        </section>
        ${open
          ? html`<rw-kpi-detail
              tabindex="-1"
              .indicator=${open}
              .baseline=${compared ? before.get(open.id) : undefined}
              ?history=${history}
              .split=${splitOf(state, open.id, history)}
            ></rw-kpi-detail>`
          : nothing}
      </div>
    </div>`;
  }

  #table(items: readonly Indicator[], before: ReadonlyMap<string, Indicator>, planned: boolean): TemplateResult {
    if (items.length === 0) return html`<p class="muted">${words.kpis.none}</p>`;
    return html`<div class="scroll card" tabindex="0" role="region" aria-label=${words.kpis.all}>
      <table>
        <thead>
          <tr>
            <th scope="col">${words.kpis.indicator}</th>
            <th scope="col" class="number">${planned ? words.kpis.current : words.kpis.value}</th>
            ${planned ? html`<th scope="col" class="number after">${words.kpis.plan}</th>` : nothing}
            <th scope="col" class="number cases">${words.kpis.cases}</th>
          </tr>
        </thead>
        <tbody>
          ${items.map((item) => this.#row(item, before.get(item.id), planned))}
        </tbody>
      </table>
    </div>`;
  }

  #row(item: Indicator, was: Indicator | undefined, planned: boolean): TemplateResult {
    return html`<tr aria-current=${item.id === this.state.indicator ? "true" : nothing}>
      ${this.#name(item)}
      <td class="number">${spoken(planned ? (was?.text ?? "") : item.text)}</td>
      ${planned ? html`<td class="number">${spoken(item.text)} ${this.#verdict(item, was)}</td>` : nothing}
      <td class="number cases">${formatCount(item.n)}</td>
    </tr>`;
  }

  #name(item: Indicator): TemplateResult {
    return html`<th scope="row">
      <button type="button" class="link" data-id=${item.id} @click=${() => emit(this, "rw-indicator", { id: item.id })}>${spoken(item.name)}</button>
    </th>`;
  }

  #verdict(item: Indicator, was: Indicator | undefined): TemplateResult {
    const judged = was ? verdict(item, was) : "same";
    const sign = judged === "better" ? "▲ " : judged === "worse" ? "▼ " : "";
    return html`<span class="verdict ${judged === "better" ? "good" : judged === "worse" ? "bad" : "muted"}">${sign}${words.kpis[judged]}</span>`;
  }

  /** What cannot be computed stands apart, each with its reason: it is nothing to read every day. */
  #missing(items: readonly Indicator[]): TemplateResult | typeof nothing {
    if (items.length === 0) return nothing;
    return html`<details>
      <summary>${words.kpis.unknown(items.length)}</summary>
      <div class="scroll card" tabindex="0" role="region" aria-label=${words.kpis.notComputable}>
        <table>
          <thead>
            <tr>
              <th scope="col">${words.kpis.indicator}</th>
              <th scope="col">${words.kpis.why}</th>
            </tr>
          </thead>
          <tbody>
            ${items.map((item) => html`<tr aria-current=${item.id === this.state.indicator ? "true" : nothing}>
              ${this.#name(item)}
              <td class="missing">${asSentence(item.not_computable?.reason ?? "")}</td>
            </tr>`)}
          </tbody>
        </table>
      </div>
    </details>`;
  }
}

/** The groups, if they are those of what is shown. */
function splitOf(state: State, id: string, history: boolean): Split | undefined {
  const { split } = state;
  const fits = split?.id === id && split.history === history && (history || split.plan === state.history.value.plan);
  return fits ? split : undefined;
}

define("rw-view-kpis", RwViewKpis);
