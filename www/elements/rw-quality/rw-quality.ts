/**
 * What is doubtful in the data: findings by kind, each with its rows, why it matters, and buttons that mend it.
 *
 * Properties: `state`. Events: `rw-quality`.
 */
import { css, html, nothing, type TemplateResult } from "lit";
import type { Doubt, Mend } from "../../engine/types.ts";
import { quoted } from "../../state/describe.ts";
import { byKind, type KindOfFindings } from "../../state/quality.ts";
import type { State } from "../../state/store.ts";
import { langOf, spoken } from "../../words/engine.ts";
import { words } from "../../words/index.ts";
import { define, RwElement } from "../element.ts";
import { emit } from "../events.ts";

const w = words.quality;
/** Findings of one kind that are shown at once. */
const PAGE = 10;

export class RwQuality extends RwElement {
  static override properties = { state: { attribute: false }, limits: { state: true } };
  static override sheet = css`
    details {
      border-block-end: 1px solid var(--rw-border);
    }
    summary {
      padding-block: 0.5rem;
    }
    .grade {
      font-weight: 600;
    }
    li {
      display: grid;
      gap: 0.25rem;
      padding-block: 0.5rem;
      border-block-start: 1px solid var(--rw-border);
      overflow-wrap: anywhere;
    }
    .inside {
      padding-block-end: 0.5rem;
    }
  `;
  declare state: State;
  declare limits: ReadonlyMap<string, number> | undefined;

  override render(): TemplateResult | typeof nothing {
    const { quality, open } = this.state;
    if (!open) return nothing;
    const { reply } = quality;
    return html`<section class="card stack tight" aria-labelledby="doubtful" aria-busy=${quality.running ? "true" : "false"}>
      <h2 id="doubtful">${w.title}</h2>
      ${reply
        ? this.#report(byKind(reply))
        : quality.running
          ? html`<p class="muted">${w.looking}</p>`
          : html`<div><button type="button" @click=${() => emit(this, "rw-quality", { kind: "load" })}>${w.retry}</button></div>`}
    </section>`;
  }

  #report(kinds: readonly KindOfFindings[]): TemplateResult {
    if (kinds.length === 0) return html`<p class="good">${w.none}</p>`;
    const of = (grade: Doubt["grade"]): number => kinds.filter((each) => each.grade === grade).length;
    return html`<p class="note">${w.intro}</p>
      <p>${w.finding(of("error"), of("warning"), of("note"))}</p>
      <div>${kinds.map((each) => this.#kind(each))}</div>`;
  }

  #kind(each: KindOfFindings): TemplateResult {
    const limit = this.limits?.get(each.kind) ?? PAGE;
    const tone = each.grade === "error" ? "bad" : each.grade === "warning" ? "warn" : "muted";
    const firsts = each.findings.flatMap((finding) => finding.mends.slice(0, 1));
    return html`<details>
      <summary><span class="grade ${tone}">${w.grades[each.grade]}</span> ${w.kind(each.kind, each.count)}</summary>
      <div class="stack tight inside">
        <p class="note">${w.why(spoken(each.findings[0]?.why ?? ""))}</p>
        ${firsts.length > 1
          ? html`<div><button type="button" class="small" @click=${() => this.#mend(firsts, w.kind(each.kind, firsts.length))}>${w.all(firsts.length)}</button></div>`
          : nothing}
        <ul class="plain">
          ${each.findings.slice(0, limit).map((finding) => this.#finding(finding))}
        </ul>
        ${each.findings.length > limit
          ? html`<div>
              <button type="button" class="small" @click=${() => (this.limits = new Map(this.limits ?? []).set(each.kind, limit + PAGE))}>
                ${w.more(Math.min(PAGE, each.findings.length - limit))}
              </button>
            </div>`
          : nothing}
        ${each.count > each.findings.length ? html`<p class="note">${w.notListed(each.count - each.findings.length)}</p>` : nothing}
      </div>
    </details>`;
  }

  #finding(finding: Doubt): TemplateResult {
    const shown = finding.rows.slice(0, 6);
    const rows = shown.map((row) => w.row(row.table, row.row, row.id)).join(", ");
    return html`<li>
      <p lang=${langOf(finding.what)}>${quoted(finding.what)} <span class="muted">(${w.sure[finding.sure]})</span></p>
      ${shown.length > 0 ? html`<p class="note">${w.rows(rows, finding.num_rows - shown.length)}</p>` : nothing}
      ${finding.mends.length > 0
        ? html`<div class="row">
            ${finding.mends.map(
              (mend) => html`<button type="button" class="small" @click=${() => this.#mend([mend], quoted(finding.what))}>${w.mend(mend)}</button>`,
            )}
          </div>`
        : nothing}
    </li>`;
  }

  #mend(mends: readonly Mend[], what: string): void {
    emit(this, "rw-quality", { kind: "mend", mends, label: w.done(what.replace(/\.$/, "")) });
  }
}

define("rw-quality", RwQuality);
