/**
 * A list of issues: where, what is wrong, what to do. Errors first.
 *
 * Properties: `issues`, `label`. Events: `rw-download` (download as CSV).
 */
import { css, html, nothing, type TemplateResult } from "lit";
import type { Issue, Severity } from "../../engine/types.ts";
import { quoted } from "../../state/describe.ts";
import { sortedIssues } from "../../state/import.ts";
import { langOf } from "../../words/engine.ts";
import { wordFor, words } from "../../words/index.ts";
import { define, RwElement } from "../element.ts";
import { emit } from "../events.ts";
import { segmented } from "../segmented.ts";

const PAGE = 50;

export class RwIssues extends RwElement {
  static override properties = { issues: { attribute: false }, only: { state: true }, limit: { state: true } };
  static override sheet = css`
    .sign {
      font-weight: 600;
      white-space: nowrap;
    }
    td {
      overflow-wrap: anywhere;
      min-inline-size: 6rem;
    }
    :host {
      container: issues / inline-size;
    }
    small {
      display: none;
    }
    @container issues (max-width: 34rem) {
      .action {
        display: none;
      }
      small {
        display: block;
        color: var(--rw-muted);
        font-size: 0.8125rem;
      }
      td {
        min-inline-size: 4rem;
      }
    }
    .scroll {
      max-block-size: 28rem;
    }
  `;
  declare issues: readonly Issue[];
  declare only: Severity | undefined;
  declare limit: number | undefined;

  override render(): TemplateResult | typeof nothing {
    if (!this.issues) return nothing;
    const errors = this.issues.filter((issue) => issue.severity === "error").length;
    const warnings = this.issues.filter((issue) => issue.severity === "warning").length;
    if (this.issues.length === 0) return html`<p class="good">${words.data.noIssues}</p>`;
    const wanted = sortedIssues(this.issues).filter((issue) => !this.only || issue.severity === this.only);
    const shown = wanted.slice(0, this.limit ?? PAGE);
    return html`<div class="stack tight">
      <div class="row spread">
        <p>${words.data.issueCount(errors, warnings)}</p>
        <div class="row">
          ${segmented({
            label: words.data.severityFilter,
            values: [undefined, "error", "warning", "note"],
            current: this.only,
            name: (each) => (each ? words.data.severity[each] : words.data.all),
            choose: (each) => (this.only = each),
            small: true,
          })}
          <button type="button" class="small" @click=${() => emit(this, "rw-download", { what: "issues", format: "csv" })}>
            ${words.data.downloadIssues}
          </button>
        </div>
      </div>
      <div class="scroll" tabindex="0" role="region" aria-label=${words.data.issueList}>
        <table>
          <thead>
            <tr>
              <th scope="col">${words.data.kind}</th>
              <th scope="col">${words.data.where}</th>
              <th scope="col">${words.data.cause}</th>
              <th scope="col" class="action">${words.data.action}</th>
            </tr>
          </thead>
          <tbody>
            ${shown.map((issue) => this.#row(issue))}
          </tbody>
        </table>
        ${wanted.length > shown.length
          ? html`<button type="button" class="small" @click=${() => (this.limit = (this.limit ?? PAGE) + PAGE)}>
              ${words.data.more(Math.min(PAGE, wanted.length - shown.length))}
            </button>`
          : nothing}
      </div>
    </div>`;
  }

  #row(issue: Issue): TemplateResult {
    const tone = issue.severity === "error" ? "bad" : issue.severity === "warning" ? "warn" : "muted";
    const where = [wordFor(words.ids, issue.table) ?? issue.table, issue.row === undefined ? "" : `${words.data.row} ${issue.row}`, issue.id ?? "", issue.field ?? ""];
    return html`<tr>
      <td class="sign ${tone}">${words.data.severity[issue.severity]}</td>
      <td>${where.filter(Boolean).join(", ")}</td>
      <td><span lang=${langOf(issue.cause)}>${quoted(issue.cause)}</span><small lang=${langOf(issue.action)}>${quoted(issue.action)}</small></td>
      <td class="action" lang=${langOf(issue.action)}>${quoted(issue.action)}</td>
    </tr>`;
  }
}

define("rw-issues", RwIssues);
