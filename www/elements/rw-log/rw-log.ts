/**
 * The audit log: its newest entries, verification, export.
 *
 * Properties: `keep`. Events: `rw-keep-news`.
 */
import { css, html, nothing, type TemplateResult } from "lit";
import type { AuditEntry, LogVerification } from "../../engine/types.ts";
import type { KeepState } from "../../state/keep.ts";
import { plainName } from "../../state/describe.ts";
import { words } from "../../words/index.ts";
import { define, RwElement } from "../element.ts";
import { emit } from "../events.ts";
import { whenSent } from "../forms.ts";

const w = words.keep;
/** Entries that are shown. */
const SHOWN = 200;

export class RwLog extends RwElement {
  static override properties = { keep: { attribute: false } };
  static override sheet = css`
    .scroll {
      overflow: auto;
      max-block-size: 28rem;
      border: 1px solid var(--rw-border);
      border-radius: 10px;
    }
    table {
      inline-size: 100%;
    }
    th,
    td {
      padding: 0.375rem 0.75rem;
      text-align: start;
      white-space: nowrap;
    }
    td.reason {
      white-space: normal;
      min-inline-size: 10rem;
    }
    code {
      font-size: 0.8125rem;
    }
    .row {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem;
      align-items: end;
    }
    label {
      display: grid;
      gap: 0.25rem;
    }
  `;
  declare keep: KeepState;

  override render(): TemplateResult | typeof nothing {
    const log = this.keep?.log;
    if (!this.keep) return nothing;
    const entries = log?.entries ?? [];
    return html`<section class="card stack tight" aria-labelledby="log">
      <h2 id="log">${w.log}</h2>
      <p>${w.logIntro}</p>
      <form class="row" @keydown=${this.#verify}>
        <label><span>${w.expected}</span><input name="expected" autocomplete="off" spellcheck="false" maxlength="80" /></label>
        <button type="button" @click=${this.#verify}>${w.verify}</button>
        <button type="button" @click=${() => emit(this, "rw-keep-news", { kind: "log", format: "jsonl" })}>${w.exportJsonl}</button>
        <button type="button" @click=${() => emit(this, "rw-keep-news", { kind: "log", format: "csv" })}>${w.exportCsv}</button>
      </form>
      ${log?.verification ? this.#found(log.verification) : nothing}
      ${entries.length === 0 ? html`<p class="note">${w.logEmpty}</p>` : this.#table(entries)}
    </section>`;
  }

  #found({ fault, entries, signed_to, head }: LogVerification): TemplateResult {
    const text = fault ? w.fault[fault.kind](fault.entry, fault.to) : w.verified(entries, signed_to);
    return html`<p class=${fault ? "bad" : "good"} role="status">${text} ${head ? html`${w.head} <code>${head}</code>` : nothing}</p>`;
  }

  #table(entries: readonly AuditEntry[]): TemplateResult {
    const c = w.columns;
    return html`<div class="scroll" tabindex="0" role="group" aria-label=${w.log}>
        <table>
          <thead>
            <tr>
              ${[c.sequence, c.time, c.user, c.action, c.object, c.reason, c.hash].map((name) => html`<th scope="col">${name}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${entries
              .slice(-SHOWN)
              .reverse()
              .map(
                (entry) => html`<tr>
                  <td>${entry.sequence}</td>
                  <td>${entry.time.replace("T", " ").replace("Z", "")}</td>
                  <td>${entry.user}</td>
                  <td>${plainName(entry.action)}</td>
                  <td><code>${entry.object ?? ""}</code></td>
                  <td class="reason">${entry.reason ?? ""}</td>
                  <td><code>${entry.hash.slice(0, 16)}</code></td>
                </tr>`,
              )}
          </tbody>
        </table>
      </div>
      ${entries.length > SHOWN ? html`<p class="note">${w.earlier(SHOWN)}</p>` : nothing}`;
  }

  #verify = whenSent((form) => {
    emit(this, "rw-keep-news", { kind: "verify", expected: String(new FormData(form).get("expected") ?? "") });
  });
}

define("rw-log", RwLog);
