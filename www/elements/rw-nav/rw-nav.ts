/**
 * The views, in groups: a column beside the page or tabs above it, by the width it is given.
 *
 * Properties: `view`, the view that is shown; `badges`, a short note per view.
 * Events: `rw-navigate`.
 */
import { css, html, nothing, type TemplateResult } from "lit";
import type { View } from "../../state/store.ts";
import { words } from "../../words/index.ts";
import { define, RwElement } from "../element.ts";
import { emit } from "../events.ts";

const GROUPS: readonly (readonly [keyof typeof words.groups, readonly View[]])[] = [
  ["plan", ["start", "data", "triage", "schedule"]],
  ["measure", ["kpis", "attendance", "workload", "pilot"]],
  ["ahead", ["forecast", "scenarios", "simulator"]],
  ["trust", ["governance", "privacy"]],
];

export class RwNav extends RwElement {
  static override properties = { view: { attribute: false }, badges: { attribute: false } };
  static override sheet = css`
    :host {
      container-type: inline-size;
    }
    nav {
      display: flex;
      overflow-x: auto;
      padding: 0.25rem 0.5rem;
      gap: 0.25rem;
    }
    .group {
      display: contents;
    }
    .title {
      display: none;
    }
    ul {
      display: flex;
      gap: 0.25rem;
      list-style: none;
    }
    button {
      border-color: transparent;
      background: transparent;
      justify-content: space-between;
      white-space: nowrap;
    }
    button[aria-current] {
      background: var(--rw-tint);
      border-color: transparent;
      color: var(--rw-accent);
      font-weight: 600;
    }
    .badge {
      min-inline-size: 1.25rem;
      padding-inline: 0.375rem;
      border-radius: 8px;
      background: var(--rw-bad-tint);
      color: var(--rw-bad);
      font-size: 0.75rem;
      font-weight: 600;
      text-align: center;
    }
    :host([column]) nav {
      position: sticky;
      inset-block-start: 0;
      flex-direction: column;
      padding: 1rem 0.75rem;
      gap: 1rem;
      overflow: visible;
    }
    :host([column]) .group {
      display: grid;
      gap: 0.25rem;
    }
    :host([column]) .title {
      display: block;
      padding-inline-start: 0.75rem;
      color: var(--rw-muted);
      font-size: 0.75rem;
      font-weight: 600;
      letter-spacing: 0.04em;
      text-transform: uppercase;
    }
    :host([column]) ul {
      flex-direction: column;
    }
    :host([column]) button {
      inline-size: 100%;
    }
    @media print {
      :host {
        display: none;
      }
    }
  `;
  declare view: View;
  declare badges: ReadonlyMap<View, string>;

  override render(): TemplateResult {
    return html`<nav aria-label=${words.nav}>
      ${GROUPS.map(
        ([group, views]) => html`<div class="group">
          <div class="title">${words.groups[group]}</div>
          <ul>
            ${views.map((view) => html`<li>${this.#link(view)}</li>`)}
          </ul>
        </div>`,
      )}
    </nav>`;
  }

  #link(view: View): TemplateResult {
    const badge = this.badges?.get(view);
    return html`<button
      type="button"
      data-view=${view}
      aria-current=${view === this.view ? "page" : nothing}
      @click=${() => emit(this, "rw-navigate", { view })}
    >
      ${words.views[view]}${badge ? html`<span class="badge">${badge}</span>` : nothing}
    </button>`;
  }
}

define("rw-nav", RwNav);
