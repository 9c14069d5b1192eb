/**
 * The plan beside a newly exported schedule: every session that differs, to take from one side or the other, and the change
 * list for the other system.
 *
 * Properties: `importing`, `index`, `names`. Events: `rw-bring`.
 */
import { css, html, nothing, type TemplateResult } from "lit";
import type { ReconcileItem, ReconcileReply } from "../../engine/types.ts";
import { formatDay } from "../../format.ts";
import type { ClinicIndex } from "../../state/clinic.ts";
import { withNames } from "../../state/describe.ts";
import type { ImportState } from "../../state/import.ts";
import { anySide, openConflicts, type Take, whereOf, whoOf } from "../../state/reconcile.ts";
import { words } from "../../words/index.ts";
import { define, RwElement } from "../element.ts";
import { emit } from "../events.ts";
import { segmented } from "../segmented.ts";

const w = words.reconcile;
const PAGE = 25;
const FILTERS = ["conflicts", "ours", "theirs", "all"] as const;
type Filter = (typeof FILTERS)[number];

export class RwReconcile extends RwElement {
  static override properties = { importing: { attribute: false }, index: { attribute: false }, names: { type: Boolean }, filter: { state: true }, limit: { state: true } };
  static override sheet = css`
    ul.plain > li {
      display: grid;
      gap: 0.375rem 1rem;
      padding-block: 0.75rem;
      border-block-end: 1px solid var(--rw-border);
      overflow-wrap: anywhere;
    }
    .head {
      display: flex;
      flex-wrap: wrap;
      gap: 0.25rem 0.75rem;
      align-items: center;
      justify-content: space-between;
    }
    dl {
      display: grid;
      grid-template-columns: max-content minmax(0, 1fr);
      gap: 0.125rem 0.75rem;
      font-size: 0.875rem;
    }
    dt {
      color: var(--rw-muted);
    }
    ul.rules {
      padding-inline-start: 1.25rem;
      font-size: 0.875rem;
    }
    .taken {
      font-weight: 600;
    }
  `;
  declare importing: ImportState;
  declare index: ClinicIndex;
  declare names: boolean;
  declare filter: Filter | undefined;
  declare limit: number | undefined;

  override render(): TemplateResult {
    const { reconcile, reply } = this.importing;
    if (!reconcile) {
      const none = !reply.counts.some((each) => each.table === "appointments" && each.used > 0);
      return html`<p class=${none ? "warn" : "muted"}>${none ? w.noSchedule : w.looking}</p>`;
    }
    return html`<div class="stack">
      ${this.#finding(reconcile)} ${this.#list(reconcile)} ${this.#broken(reconcile)} ${this.#out(reconcile)}
    </div>`;
  }

  #finding(reply: ReconcileReply): TemplateResult {
    const { covers } = reply;
    return html`<div class="stack tight">
      <p>${reply.items.length === 0 ? w.same : w.finding(openConflicts(reply), reply.items.length, reply.unchanged)}</p>
      <p class="note">${w.covers(formatDay(covers.from), formatDay(covers.until))} ${reply.outside > 0 ? w.outside(reply.outside) : nothing}</p>
    </div>`;
  }

  #list(reply: ReconcileReply): TemplateResult | typeof nothing {
    if (reply.items.length === 0) return nothing;
    const filter = this.filter ?? (reply.items.some((item) => item.conflict) ? "conflicts" : "all");
    const wanted = reply.items.filter((item) => filter === "all" || (filter === "conflicts" ? item.conflict : !item.conflict && item.take === filter));
    const limit = this.limit ?? PAGE;
    const takeAll = (take: Take): TemplateResult => html`<button
      type="button"
      class="small"
      @click=${() => emit(this, "rw-bring", { kind: "decide", ids: wanted.map((item) => item.id), take })}
    >
      ${w.takeAll(take === "ours" ? w.ours : w.theirs, wanted.length)}
    </button>`;
    return html`<div class="stack tight">
      ${segmented({
        label: w.show,
        values: FILTERS,
        current: filter,
        name: (each) => w.filters[each],
        choose: (each) => ((this.filter = each), (this.limit = undefined)),
        small: true,
      })}
      ${wanted.length > 1 ? html`<div class="row">${takeAll("ours")} ${takeAll("theirs")}</div>` : nothing}
      ${wanted.length === 0 ? html`<p class="muted">${w.empty}</p>` : html`<ul class="plain">${wanted.slice(0, limit).map((item) => this.#item(item))}</ul>`}
      ${wanted.length > limit
        ? html`<div><button type="button" class="small" @click=${() => (this.limit = limit + PAGE)}>${w.more(Math.min(PAGE, wanted.length - limit))}</button></div>`
        : nothing}
    </div>`;
  }

  #item(item: ReconcileItem): TemplateResult {
    const side = anySide(item);
    const who = side ? whoOf(this.index, side, this.names) : item.id;
    const taken = (take: Take): string => (item.take === take ? "taken" : "");
    return html`<li>
      <div class="head">
        <b class=${item.conflict ? "warn" : ""}>${w.cases[item.case]}</b>
        ${segmented({
          label: `${w.take}: ${who}`,
          values: ["ours", "theirs"],
          current: item.take,
          name: (take) => (take === "ours" ? w.ours : w.theirs),
          choose: (take) => emit(this, "rw-bring", { kind: "decide", ids: [item.id], take }),
          small: true,
        })}
      </div>
      <p>${who}</p>
      <dl>
        ${item.base ? html`<dt>${w.was}</dt><dd>${whereOf(this.index, item.base)}</dd>` : nothing}
        <dt>${w.plan}</dt>
        <dd class=${taken("ours")}>${whereOf(this.index, item.ours)}</dd>
        <dt>${w.there}</dt>
        <dd class=${taken("theirs")}>${whereOf(this.index, item.theirs)}</dd>
      </dl>
      <p class="note">${item.decided ? w.decided : w.because(item.reason)}</p>
    </li>`;
  }

  #broken(reply: ReconcileReply): TemplateResult {
    return html`<div class="stack tight">
      ${reply.broken.length === 0
        ? html`<p class="good">${w.sound}</p>`
        : html`<p class="bad">${w.broken(reply.broken.length)}</p>
            <ul class="rules">
              ${reply.broken.slice(0, PAGE).map((rule) => html`<li>${withNames(this.index, rule.text, { names: this.names })}</li>`)}
            </ul>`}
      ${reply.broken_there > 0 ? html`<p class="note">${w.brokenThere(reply.broken_there)}</p>` : nothing}
    </div>`;
  }

  #out(reply: ReconcileReply): TemplateResult {
    const { lines } = reply;
    return html`<div class="stack tight">
      <h3>${w.lines(lines.length)}</h3>
      <p class="note">${lines.length === 0 ? w.noLines : w.linesNote}</p>
      <div class="row">
        <button type="button" class="primary" @click=${() => emit(this, "rw-bring", { kind: "accept" })}>${w.accept}</button>
        ${lines.length === 0
          ? nothing
          : (["csv", "xlsx"] as const).map(
              (format) => html`<button type="button" @click=${() => emit(this, "rw-bring", { kind: "change_list", format })}>${w.download(format.toUpperCase())}</button>`,
            )}
      </div>
      <p class="note">${w.acceptNote}</p>
    </div>`;
  }
}

define("rw-reconcile", RwReconcile);
