/**
 * The KPIs view: before and after for every indicator, and behind each its definition, figures and rows.
 *
 * Properties: `state`. Events: `rw-indicator`.
 */
import { css, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import type { Indicator } from "../../engine/operations.ts";
import type { State } from "../../state/store.ts";
import { words } from "../../words/en-US.ts";
import { define, RwElement } from "../element.ts";
import { emit } from "../events.ts";
import { verdict } from "../rw-kpi/verdict.ts";
import { tilesOf } from "../rw-kpi/tiles.ts";
import "../rw-kpi/rw-kpi.ts";
import "../rw-kpi-detail/rw-kpi-detail.ts";

type Basis = keyof typeof words.kpis.bases;
const BASES = Object.keys(words.kpis.bases) as Basis[];
type Filter = keyof typeof words.kpis.filters;
const FILTERS = Object.keys(words.kpis.filters) as Filter[];

export class RwViewKpis extends RwElement {
  static override properties = { state: { attribute: false }, filter: { state: true }, basis: { state: true } };
  static override sheet = css`
    :host {
      container: kpis / inline-size;
    }
    .tiles {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 11rem), 1fr));
      gap: 0.5rem;
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
    td.verdict {
      white-space: nowrap;
      font-weight: 600;
    }
    @container kpis (min-width: 60rem) {
      .split.open {
        grid-template-columns: minmax(0, 1fr) 24rem;
      }
    }
  `;
  declare state: State;
  declare filter: Filter | undefined;
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
      <p class="muted">${words.kpis.intro} ${words.kpis.computable(computable, listed.length)}</p>
      <div class="tiles" role="group" aria-label=${words.schedule.tiles}>
        ${tilesOf(now).map((item) => html`<rw-kpi .indicator=${item} .baseline=${planned ? before.get(item.id) : undefined}></rw-kpi>`)}
      </div>
      <div class="split ${open ? "open" : ""}">
        <section class="stack tight">
          <h2>${words.kpis.all}</h2>
          <div class="row spread">
          <div class="segmented" role="group" aria-label=${words.kpis.period}>
            ${BASES.map(
              (each) => html`<button type="button" aria-pressed=${each === (this.basis ?? "plan")} @click=${() => (this.basis = each)}>
                ${words.kpis.bases[each]}
              </button>`,
            )}
          </div>
          <div class="segmented" role="group" aria-label=${words.kpis.filter}>
            ${FILTERS.map(
              (each) => html`<button type="button" aria-pressed=${each === (this.filter ?? "all")} @click=${() => (this.filter = each)}>
                ${words.kpis.filters[each]}
              </button>`,
            )}
          </div>
          </div>
          ${this.#table(computedFirst(listed.filter((item) => this.#wanted(item))), history ? new Map() : before, compared)}
        </section>
        ${open
          ? html`<rw-kpi-detail
              tabindex="-1"
              .indicator=${open}
              .baseline=${compared ? before.get(open.id) : undefined}
            ></rw-kpi-detail>`
          : nothing}
      </div>
    </div>`;
  }

  #wanted(item: Indicator): boolean {
    switch (this.filter ?? "all") {
      case "computable":
        return item.value !== undefined;
      case "missing":
        return item.value === undefined;
      default:
        return true;
    }
  }

  #table(items: readonly Indicator[], before: ReadonlyMap<string, Indicator>, planned: boolean): TemplateResult {
    if (items.length === 0) return html`<p class="muted">${words.kpis.none}</p>`;
    return html`<div class="scroll card" tabindex="0" role="region" aria-label=${words.kpis.all}>
      <table>
        <thead>
          <tr>
            <th scope="col">${words.kpis.indicator}</th>
            <th scope="col" class="number">${this.basis === "history" ? words.kpis.value : words.kpis.current}</th>
            ${planned ? html`<th scope="col" class="number">${words.kpis.plan}</th><th scope="col">${words.kpis.compared}</th>` : nothing}
            <th scope="col" class="number">${words.kpis.n}</th>
          </tr>
        </thead>
        <tbody>
          ${items.map((item) => this.#row(item, before.get(item.id), planned))}
        </tbody>
      </table>
    </div>`;
  }

  #row(item: Indicator, was: Indicator | undefined, planned: boolean): TemplateResult {
    const judged = was ? verdict(item, was) : "same";
    return html`<tr aria-current=${item.id === this.state.indicator ? "true" : nothing}>
      <th scope="row">
        <button type="button" class="link" data-id=${item.id} @click=${() => emit(this, "rw-indicator", { id: item.id })}>${item.name}</button>
      </th>
      ${item.value === undefined && (!was || was.value === undefined)
        ? html`<td colspan=${planned ? 3 : 1} class="missing">${words.kpis.notComputable}: ${item.not_computable?.reason ?? ""}</td>`
        : html`<td class="number">${(was ?? item).text}</td>
            ${planned
              ? html`<td class="number">${item.text}</td>
                  <td class="verdict ${judged === "better" ? "good" : judged === "worse" ? "bad" : "muted"}">
                    ${judged === "better" ? "▲ " : judged === "worse" ? "▼ " : ""}${words.kpis[judged]}
                  </td>`
              : nothing}`}
      <td class="number">${item.n}</td>
    </tr>`;
  }
}

/** What has a value, then what has a reason; each in the order of the catalogue. */
function computedFirst(items: readonly Indicator[]): Indicator[] {
  return [...items.filter((item) => item.value !== undefined), ...items.filter((item) => item.value === undefined)];
}

define("rw-view-kpis", RwViewKpis);
