/**
 * What adding files to the open clinic would do: rows by table, questions, values that change.
 *
 * Properties: `importing`, `index`. Events: `rw-bring`.
 */
import { css, html, nothing, type TemplateResult } from "lit";
import type { MergeReply } from "../../engine/types.ts";
import { formatCount, formatMoment } from "../../format.ts";
import type { ClinicIndex } from "../../state/clinic.ts";
import { nameOf, plainName, quoted } from "../../state/describe.ts";
import type { ImportState } from "../../state/import.ts";
import { words } from "../../words/index.ts";
import { define, RwElement } from "../element.ts";
import { emit } from "../events.ts";
import { segmented } from "../segmented.ts";

const w = words.merge;
const COLUMNS = ["added", "same", "changed", "seated", "kept", "left_out"] as const;
const PAGE = 20;

export class RwMerge extends RwElement {
  static override properties = { importing: { attribute: false }, index: { attribute: false }, limit: { state: true } };
  static override sheet = css`
    li {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem 1rem;
      align-items: center;
      justify-content: space-between;
      padding-block: 0.5rem;
      border-block-end: 1px solid var(--rw-border);
      overflow-wrap: anywhere;
    }
    li > div:first-child {
      flex: 1 1 16rem;
      min-inline-size: 0;
    }
    td {
      overflow-wrap: anywhere;
    }
  `;
  declare importing: ImportState;
  declare index: ClinicIndex;
  declare limit: number | undefined;

  override render(): TemplateResult | typeof nothing {
    const { merge } = this.importing ?? {};
    if (!merge) return html`<p class="muted">${w.looking}</p>`;
    const rows = merge.counts.reduce((sum, each) => sum + each.added + each.changed + each.seated, 0);
    return html`<div class="stack">
      <div class="row">
        ${rows > 0
          ? html`<button type="button" class="primary" @click=${() => emit(this, "rw-bring", { kind: "add" })}>${w.add(rows)}</button>`
          : html`<p class="good">${w.nothing}</p>`}
        <button type="button" @click=${() => emit(this, "rw-bring", { kind: "report" })}>${w.report}</button>
      </div>
      <p class="note">${w.note}</p>
      ${this.#counts(merge)} ${this.#pairs(merge)} ${this.#groups(merge)} ${this.#changes(merge)}
    </div>`;
  }

  #counts(merge: MergeReply): TemplateResult {
    const used = COLUMNS.filter((column) => merge.counts.some((each) => each[column] > 0));
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${w.counts}>
        <table>
          <thead>
            <tr>
              <th scope="col">${w.table}</th>
              ${used.map((column) => html`<th scope="col" class="number">${w.columns[column]}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${merge.counts.map(
              (each) => html`<tr>
                <th scope="row">${plainName(each.table)}</th>
                ${used.map((column) => html`<td class="number">${formatCount(each[column])}</td>`)}
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
      ${used.includes("kept") ? html`<p class="note">${w.settings}</p>` : nothing}`;
  }

  #pairs(merge: MergeReply): TemplateResult | typeof nothing {
    if (merge.pairs.length === 0 && merge.unasked === 0) return nothing;
    return html`<section class="stack tight">
      <h3>${w.questions}</h3>
      <p class="note">${w.questionsNote}</p>
      <ul class="plain">
        ${merge.pairs.slice(0, this.limit ?? PAGE).map(
          (pair) => html`<li>
            <div>
              <p>${plainName(pair.table)}: ${w.pair(pair.incoming, pair.present)}</p>
              <p class="note">${quoted(pair.what)} ${w.from(pair.origin.file, pair.origin.row)}</p>
            </div>
            ${this.#answer(pair, w.same, w.apart, pair.incoming)}
          </li>`,
        )}
      </ul>
      ${this.#more(merge.pairs.length)}
      ${merge.unasked > 0 ? html`<p class="warn">${w.unasked(merge.unasked)}</p>` : nothing}
    </section>`;
  }

  #groups(merge: MergeReply): TemplateResult | typeof nothing {
    if (merge.groups.length === 0) return nothing;
    return html`<section class="stack tight">
      <h3>${w.groups}</h3>
      <p class="note">${w.groupsNote}</p>
      <ul class="plain">
        ${merge.groups.slice(0, this.limit ?? PAGE).map((group) => {
          const service = this.index.services.get(group.service)?.name ?? group.service;
          const what = w.group(formatMoment(group.start), service, nameOf(this.index, "clinician", group.clinician), group.patients.length);
          return html`<li>
            <div>
              <p>${what}</p>
              <p class="note">${group.patients.join(", ")}</p>
            </div>
            ${this.#answer(group, w.one, w.single, what)}
          </li>`;
        })}
      </ul>
      ${this.#more(merge.groups.length)}
    </section>`;
  }

  #answer(question: { readonly id: string; readonly yes: boolean }, yes: string, no: string, what: string): TemplateResult {
    return segmented({
      label: what,
      values: [true, false],
      current: question.yes,
      name: (value) => (value ? yes : no),
      choose: (value) => emit(this, "rw-bring", { kind: "answer", id: question.id, yes: value }),
      small: true,
    });
  }

  #more(all: number): TemplateResult | typeof nothing {
    const limit = this.limit ?? PAGE;
    if (all <= limit) return nothing;
    return html`<div><button type="button" class="small" @click=${() => (this.limit = limit + PAGE)}>${w.more(Math.min(PAGE, all - limit))}</button></div>`;
  }

  #changes(merge: MergeReply): TemplateResult | typeof nothing {
    if (merge.changes.length === 0) return nothing;
    const shown = merge.changes.slice(0, this.limit ?? PAGE);
    return html`<details>
      <summary>${w.changes(merge.num_changed)}</summary>
      <div class="scroll" tabindex="0" role="region" aria-label=${w.changes(merge.num_changed)}>
        <table>
          <tbody>
            ${shown.map(
              (change) => html`<tr>
                <th scope="row">${w.change(change.table, change.key)}</th>
                <td>${change.fields.map((field) => html`<div>${field.field.replaceAll("_", " ")}: ${field.before || "–"} → ${field.after || "–"}</div>`)}</td>
                <td class="muted">${w.from(change.origin.file, change.origin.row)}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
      ${this.#more(merge.changes.length)}
      ${merge.num_changed > merge.changes.length ? html`<p class="note">${w.notListed(merge.num_changed - merge.changes.length)}</p>` : nothing}
    </details>`;
  }
}

define("rw-merge", RwMerge);
